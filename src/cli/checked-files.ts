import { type Checked, CheckedWorkspace } from './checked-workspace.ts';
import type { Context } from './command.ts';
import type { Output } from './output.ts';

/** Reads and checks everything that the operands name, or else everything below the current folder. */
export async function readCheckedFiles(operands: readonly string[], context: Context): Promise<Checked> {
  const { output } = context;
  const workspace = new CheckedWorkspace(operands, context, { progress: checkProgress(output), isOver: () => false });
  try {
    const checked = await workspace.update({ paths: [], isMoved: true });
    // A mistake of ours.
    for (const { error } of checked.failures) throw error;
    return checked;
  } finally {
    output.progress(undefined);
  }
}

/** Shows how far a check of many files is, when it takes a while. */
export function checkProgress({ progress }: Output): (done: number, all: number) => void {
  let shown = 0;
  let begun = 0;
  return (done, all) => {
    const now = performance.now();
    // Another check begins, or somebody would not see it.
    if (done === all) begun = 0;
    else if (begun === 0) begun = now;
    if (begun === 0 || now - begun < patience || now - shown < patience) return;
    shown = now;
    progress({
      en: `checking the files … ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`,
      ja: `ファイルをチェックしています… ${done.toLocaleString('ja')}/${all.toLocaleString('ja')}`,
    });
  };
}

/** Milliseconds. */
const patience = 200;
