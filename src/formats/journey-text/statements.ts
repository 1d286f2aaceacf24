/** One line, or a block with lines in it. */
export type Statement = string | Block;

interface Block {
  readonly head: string;
  readonly body: readonly Statement[];
}

/** A block such as `stage Find "Find" { … }`; without anything in it, its head alone. */
export function block(head: string, body: readonly Statement[]): Statement {
  return body.length === 0 ? head : { head, body };
}

/** A text as a string of the language, whatever it holds. Control characters but line breaks and tabs are left out. */
export function quoted(text: string): string {
  const written = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\\/g, String.raw`\\`)
    .replace(/"/g, String.raw`\"`)
    .replace(/\n/g, String.raw`\n`)
    .replace(/\t/g, String.raw`\t`)
    .replace(/[\p{Cc}\p{Cs}]/gu, '');
  return `"${written}"`;
}

/** A comment, a line for each line of the text. */
export function comment(text: string): readonly string[] {
  return text
    .split(/\r\n?|[\n\u0085\u2028\u2029]/)
    .map((line) => `// ${line.replace(/[\p{Cc}\p{Cs}]/gu, ' ')}`.trimEnd());
}

/** Statements as a text that `journey fmt` leaves as it is: blocks apart, two spaces for each level. */
export function journeyText(statements: readonly Statement[]): string {
  return `${lines(statements, '').join('\n')}\n`;
}

function lines(statements: readonly Statement[], indent: string): readonly string[] {
  return statements.flatMap((statement, index) => {
    const before = statements[index - 1];
    const apart = before !== undefined && isBlock(statement) && !isComment(before) ? [''] : [];
    const after = before !== undefined && isBlock(before) && !isBlock(statement) ? [''] : [];
    if (!isBlock(statement)) return [...after, indent + statement];
    return [...apart, `${indent}${statement.head} {`, ...lines(statement.body, `${indent}  `), `${indent}}`];
  });
}

function isBlock(statement: Statement): statement is Block {
  return typeof statement !== 'string';
}

function isComment(statement: Statement): boolean {
  return typeof statement === 'string' && /^(?:\/[/*]| \*)/.test(statement);
}
