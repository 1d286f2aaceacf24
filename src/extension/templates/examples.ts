import { env, l10n, Uri, workspace } from 'vscode';

/** A shipped example: what it is called, what it shows, and its files below the folder of the examples. */
export interface Example {
  readonly title: string;
  readonly description: string;
  readonly files: readonly string[];
}

const PARTS = ['as-is.journey', 'to-be.journey', 'people.journey', 'services.journey'];

/** The one that the walkthrough begins with. */
export const QUICK_START = 'quick-start.journey';

/** Every shipped example. A function, because texts are known only when VS Code has loaded them. */
export function examples(): readonly Example[] {
  return [
    {
      title: l10n.t('Quick start'),
      description: l10n.t('Six touchpoints of booking a room, with frictions to find'),
      files: [QUICK_START],
    },
    {
      title: l10n.t('Broadband outage'),
      description: l10n.t('From a dead line to a repair, today and as it could be'),
      files: inFolder('broadband-outage'),
    },
    {
      title: l10n.t('Coworking'),
      description: l10n.t('Booking a meeting room, today and as it could be (in Japanese)'),
      files: inFolder('coworking'),
    },
    {
      title: l10n.t('Music subscription'),
      description: l10n.t('From a short video to a subscription, today and as it could be'),
      files: inFolder('genz-subscription'),
    },
    {
      title: l10n.t('Large TV'),
      description: l10n.t('Buying online and in the store, today and as it could be (in Japanese)'),
      files: inFolder('large-tv'),
    },
  ];
}

/** The text of a file of an example, in the reader's language where it is told in it. */
export async function readExample(extensionUri: Uri, file: string): Promise<Uint8Array> {
  const folder = Uri.joinPath(extensionUri, 'dist', 'templates');
  const [language = ''] = env.language.toLowerCase().split('-');
  const [own, other] = [Uri.joinPath(folder, language, ...file.split('/')), Uri.joinPath(folder, ...file.split('/'))];
  return workspace.fs.readFile(own).then(
    (text) => text,
    async () => workspace.fs.readFile(other),
  );
}

function inFolder(folder: string): readonly string[] {
  return PARTS.map((part) => `${folder}/${part}`);
}
