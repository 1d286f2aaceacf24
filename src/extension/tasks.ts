import { type Disposable, l10n, ProcessExecution, Task, type TaskDefinition, TaskScope, tasks } from 'vscode';

/** The `journey` command as this machine runs it. */
export interface CommandLine {
  readonly executable: string;
  readonly script: string;
}

const TYPE = 'journey';

/** One for each severity, because the command names severities in the language of the user. */
const MATCHERS = ['$journey-error', '$journey-warning', '$journey-information'];

/** Offers `journey check` of the whole folder as a task, and runs those that are written down in tasks.json. */
export function registerCheckTasks(command: CommandLine): Disposable {
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => [checkTask({ type: TYPE, task: 'check' }, TaskScope.Workspace, command)],
    resolveTask: ({ definition, scope }) =>
      definition['task'] === 'check' ? checkTask(definition, scope ?? TaskScope.Workspace, command) : undefined,
  });
}

function checkTask(definition: TaskDefinition, scope: NonNullable<Task['scope']>, command: CommandLine): Task {
  const paths: unknown = definition['paths'];
  const operands = Array.isArray(paths) ? paths.map(String) : [];
  const execution = new ProcessExecution(
    command.executable,
    [command.script, 'check', '--format', 'concise', '--', ...operands],
    // The executable is VS Code itself where it runs on the desktop.
    { env: { ELECTRON_RUN_AS_NODE: '1' } },
  );
  return new Task(definition, scope, l10n.t('Check journeys'), TYPE, execution, MATCHERS);
}
