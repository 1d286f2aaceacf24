// The `journey` command. Exit codes: 0 clean, 1 findings, 2 usage or configuration, 3 internal error.

function main(args: readonly string[]): number {
  console.error(`journey: unknown command '${args.join(' ')}'`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
