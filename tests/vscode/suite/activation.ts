import { commands, extensions, languages } from 'vscode';
import { ok, test, until } from './harness.ts';
import { openFile } from './files.ts';

/** What happens when a journey is opened. */
export function activation(): void {
  test('opening a journey activates the extension and brings findings', async () => {
    const extension = extensions.getExtension('journey-language.journey-language');
    ok(extension, 'the extension is not there');
    // Room for the map: VS Code opens these by itself.
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
    await commands.executeCommand('workbench.action.closeSidebar');
    const { uri } = await openFile('hotel.journey');
    await until('the extension is active', () => extension.isActive);
    await until('there are findings', () => languages.getDiagnostics(uri).length > 0);
  });
}
