// The definitions for pre-commit, GitHub Actions and GitLab: their form, and their scripts on real repositories.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../src/cli/commands.ts';
import { cli } from './journey.ts';
import { makeRepository, type Repository, temporaryFolder } from './repository.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Job {
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const action = parse(read('action/action.yml')) as Action;
const gitlab = parse(read('templates/journey.gitlab-ci.yml')) as Readonly<Record<string, Job>>;
const hooks = parse(read('.pre-commit-hooks.yaml')) as readonly { readonly id: string; readonly entry: string }[];

const slow =
  'journey B {\n  stage S {\n    touchpoint T on phone {\n      waits 40 min\n      feels -2\n    }\n  }\n}\n';
const quick = slow.replace('40 min', '1 min').replace('-2', '+1');

/** A repository where a branch made a journey worse, and a folder with the commands that a script finds in its PATH. */
function pullRequest(): { repository: Repository; env: NodeJS.ProcessEnv; tools: string; base: string; head: string } {
  const tools = temporaryFolder();
  tool(tools, 'journey', `exec '${process.execPath}' '${cli}' "$@"`);
  const repository = makeRepository();
  repository.commit('start', { 'journeys/b.journey': quick });
  const base = repository.git('rev-parse', 'HEAD').trim();
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.commit('slower', { 'journeys/b.journey': slow });
  const head = repository.git('rev-parse', 'HEAD').trim();
  const env = {
    JOURNEY_CACHE: 'off',
    PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}`,
    RUNNER_TEMP: tools,
    GITHUB_OUTPUT: join(tools, 'output'),
    GITHUB_REPOSITORY: 'owner/name',
    JOURNEY_LOCALE: 'en',
  };
  return { repository, env, tools, base, head };
}

function tool(folder: string, name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/bash\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
}

function bash(script: string, cwd: string, env: NodeJS.ProcessEnv): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { code: status, out: stdout + stderr };
}

/** Whether bash can read a script. */
function isUnderstood(text: string): boolean {
  return spawnSync('bash', ['-n'], { input: text }).status === 0;
}

describe('GitHub', () => {
  test('every step is pinned to a commit or a script that bash understands', () => {
    expect(action.runs.using).toBe('composite');
    const { steps } = action.runs;
    for (const uses of steps.flatMap((step) => step.uses ?? [])) {
      expect(uses).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/);
    }
    const scripts = steps.filter(({ run }) => run !== undefined);
    expect(scripts.map(({ shell }) => shell)).toEqual(scripts.map(() => 'bash'));
    for (const { run = '' } of scripts) {
      // What a pull request says must reach a script as a variable only.
      expect(run).not.toContain('${{');
      expect(isUnderstood(run)).toBe(true);
    }
    for (const name of ['check.sh', 'comment.sh']) expect(isUnderstood(read(`action/scripts/${name}`))).toBe(true);
    for (const docs of ['docs/git.md', 'docs/ja/git.md']) {
      for (const input of Object.keys(action.inputs)) expect(read(docs)).toContain(`| \`${input}\` |`);
    }
  });

  test('annotates, writes SARIF, and fails as the check does', () => {
    const { repository, env, tools } = pullRequest();
    const check = (failOn: string): ReturnType<typeof bash> =>
      bash(`bash '${join(root, 'action/scripts/check.sh')}'`, repository.folder, {
        ...env,
        JOURNEY_PATHS: 'journeys',
        JOURNEY_FAIL_ON: failOn,
        JOURNEY_SARIF: 'true',
      });
    const { code, out } = check('hint');
    expect(out).toMatch(/^::(warning|notice|error) .*file=journeys\/b\.journey/m);
    expect(code).toBe(1);
    expect(readFileSync(join(tools, 'output'), 'utf8')).toBe(`sarif-file=${join(tools, 'journey.sarif')}\n`);
    expect(JSON.parse(readFileSync(join(tools, 'journey.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(check('never').code).toBe(0);
  });

  test('keeps one comment up to date, and takes only its own for it', () => {
    const { repository, env, tools, base, head } = pullRequest();
    // Answers as GitHub does, from a file; the newest comment wins.
    tool(
      tools,
      'gh',
      `args=("$@"); comments='${tools}/comments.json'; [ -f "$comments" ] || echo '[]' > "$comments"
for i in "\${!args[@]}"; do case "\${args[$i]}" in
  --jq) exec jq -r "\${args[$((i + 1))]}" "$comments";;
  --method) method="\${args[$((i + 1))]}"; path="\${args[$((i + 2))]}";;
  --field) body="\${args[$((i + 1))]#body=@}";;
esac; done
echo "$method $path" >> '${tools}/log'
if [ "$method" = POST ]; then change='. + [{id: 77, user: {type: "Bot"}, body: $body}]'; else change='map(if .id == 77 then .body = $body else . end)'; fi
jq --rawfile body "$body" "$change" "$comments" > "$comments.new" && mv "$comments.new" "$comments"`,
    );
    const comments = join(tools, 'comments.json');
    const copied = { id: 5, user: { type: 'User' }, body: '<!-- journey-diff -->\nhello' };
    writeFileSync(comments, JSON.stringify([copied]));
    const comment = (to: string): ReturnType<typeof bash> =>
      bash(`bash '${join(root, 'action/scripts/comment.sh')}'`, repository.folder, {
        ...env,
        JOURNEY_BASE: base,
        JOURNEY_HEAD: to,
        JOURNEY_PULL_REQUEST: '12',
      });
    const said = (): readonly { readonly body: string }[] =>
      JSON.parse(readFileSync(comments, 'utf8')) as readonly { readonly body: string }[];
    expect(comment(base)).toEqual({ code: 0, out: '' });
    expect(existsSync(join(tools, 'log'))).toBe(false);
    expect(comment(head)).toEqual({ code: 0, out: '' });
    expect(said()[1]?.body).toMatch(/^<!-- journey-diff -->\n## What changes for the customer\n/);
    expect(said()[1]?.body).toContain('1 min → 40 min');
    repository.commit('better', { 'journeys/b.journey': slow.replace('40 min', '9 min') });
    expect(comment('HEAD').code).toBe(0);
    expect(said()[1]?.body).toContain('1 min → 9 min');
    expect(said()).toHaveLength(2);
    expect(said()[0]).toEqual(copied);
    expect(readFileSync(join(tools, 'log'), 'utf8')).toBe(
      'POST repos/owner/name/issues/12/comments\nPATCH repos/owner/name/issues/comments/77\n',
    );
    expect(comment('nosuch').code).toBe(2);
  });
});

describe('the workflow of journey init', () => {
  test.each(['en', 'ja'])('tells of a changed journey and stays green for it (%s)', (locale) => {
    const { repository, env, tools, base } = pullRequest();
    bash(`journey init --locale ${locale}`, repository.folder, env);
    repository.git('update-ref', 'refs/remotes/origin/main', base);
    const summary = join(tools, 'summary.md');
    const workflow = readFileSync(join(repository.folder, '.github/workflows/journeys.yml'), 'utf8');
    const diff = runsOf(workflow).find((run) => run.startsWith('journey diff')) ?? '';
    const onGitHub = { ...env, GITHUB_BASE_REF: 'main', GITHUB_STEP_SUMMARY: summary };
    expect(bash(diff, repository.folder, onGitHub)).toEqual({ code: 0, out: '' });
    expect(readFileSync(summary, 'utf8')).toMatch(locale === 'ja' ? '1分 → 40分' : '1 min → 40 min');
    const tutorial = read(locale === 'ja' ? 'docs/ja/tutorial.md' : 'docs/tutorial.md');
    const [, shown = ''] = /```yaml\n([^]*?)```/.exec(tutorial) ?? [];
    expect(parse(shown)).toEqual(parse(workflow));
  });
});

function runsOf(workflow: string): readonly string[] {
  const { jobs } = parse(workflow) as { readonly jobs: { readonly check: { readonly steps: readonly Step[] } } };
  return jobs.check.steps.flatMap(({ run }) => run ?? []);
}

function scriptOf(job: string): string {
  return (gitlab[job]?.script ?? []).join('\n');
}

describe('GitLab', () => {
  test('bash understands the scripts', () => {
    for (const { script: own = [], before_script: before = [] } of Object.values(gitlab)) {
      expect(isUnderstood([...before, ...own].join('\n'))).toBe(true);
    }
  });

  test('a Code Quality report, and the exit code of the check', () => {
    const { repository, env } = pullRequest();
    const check = (failOn: string): ReturnType<typeof bash> =>
      bash(scriptOf('journey-check'), repository.folder, { ...env, JOURNEY_PATHS: '.', JOURNEY_FAIL_ON: failOn });
    expect(check('hint').code).toBe(1);
    const report = JSON.parse(
      readFileSync(join(repository.folder, 'gl-code-quality-report.json'), 'utf8'),
    ) as readonly { readonly location: { readonly path: string } }[];
    expect(new Set(report.map(({ location }) => location.path))).toEqual(new Set(['journeys/b.journey']));
    expect(check('never').code).toBe(0);
  });

  test('keeps one note up to date; without a token it prints it', () => {
    const { repository, env, tools, base, head } = pullRequest();
    tool(
      tools,
      'curl',
      `echo "$@" >> '${tools}/log'
case "$*" in
  *--request*) ;;
  *) cat '${tools}/notes.json';;
esac`,
    );
    const notes = join(tools, 'notes.json');
    writeFileSync(notes, '[{"id": 3, "system": true, "body": "<!-- journey-diff -->"}]');
    const note = (token: string): ReturnType<typeof bash> =>
      bash(scriptOf('journey-diff'), repository.folder, {
        ...env,
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
        CI_COMMIT_SHA: head,
        CI_API_V4_URL: 'https://example.com/api/v4',
        CI_PROJECT_ID: '1',
        CI_MERGE_REQUEST_IID: '2',
        JOURNEY_TOKEN: token,
      });
    expect(note('').out).toContain('## What changes for the customer');
    expect(note('secret')).toEqual({ code: 0, out: '' });
    writeFileSync(notes, '[{"id": 9, "system": false, "body": "<!-- journey-diff -->\\nold"}]');
    expect(note('secret').code).toBe(0);
    const log = readFileSync(join(tools, 'log'), 'utf8');
    expect(log).toContain('--request POST');
    expect(log).toMatch(/--request PUT .*merge_requests\/2\/notes\/9\n/);
    expect(readFileSync(join(repository.folder, 'journey-diff.md'), 'utf8')).toContain('1 min → 40 min');
  });
});

describe('pre-commit', () => {
  test('every hook is a command that exists', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['journey-check', 'journey-fmt', 'journey-diff-worse']);
    for (const { entry } of hooks) {
      const [program, name] = entry.split(' ');
      expect(program).toBe('journey');
      expect(commands.map((command) => command.name)).toContain(name);
    }
  });

  test('the commit that makes a journey worse is stopped', () => {
    const { repository, env } = pullRequest();
    const entry = hooks.find(({ id }) => id === 'journey-diff-worse')?.entry ?? '';
    const staged = (text: string): number | null => {
      repository.write('journeys/b.journey', text);
      repository.git('add', '--all');
      return bash(entry, repository.folder, env).code;
    };
    // On this branch the journey is slow already.
    expect(staged(quick)).toBe(0);
    repository.git('commit', '--quiet', '--message', 'quick again');
    expect(staged(slow)).toBe(1);
  });
});
