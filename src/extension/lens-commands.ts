import { commands, Disposable, type Location, Position, Uri } from 'vscode';
import type { ClientCommands } from '../server/protocol.ts';
import type { Previews } from './preview/previews.ts';

/** What the lines above declarations lead to. */
export function registerLensCommands(previews: Previews): Disposable {
  return Disposable.from(
    commands.registerCommand('journey.openMap', (...[target]: ClientCommands['journey.openMap']) => {
      previews.open(Uri.parse(target.uri), { toSide: true, locked: false }).choose(target.journey);
    }),
    commands.registerCommand('journey.showReferences', async (...args: ClientCommands['journey.showReferences']) => {
      const [uri, { line, character }] = args;
      await showReferences(Uri.parse(uri), new Position(line, character));
    }),
  );
}

/** Shows where something is named, in the small window of the editor. */
export async function showReferences(uri: Uri, position: Position): Promise<void> {
  const found = await commands.executeCommand<readonly Location[]>('vscode.executeReferenceProvider', uri, position);
  await commands.executeCommand('editor.action.showReferences', uri, position, found);
}
