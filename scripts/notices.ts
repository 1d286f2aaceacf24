// The licences of what others have written and the bundles hold: whoever gets a copy must get these texts with it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { root } from './run.ts';

/** Not bundled, but what generators take from them is in our sources: the phrases and the icons of maps. */
const takenFrom = ['node_modules/budoux', 'node_modules/@iconify-json/lucide'];

const isc = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const apache = 'Licensed under the Apache License, Version 2.0: https://www.apache.org/licenses/LICENSE-2.0';

/** Packages that bring no text of their licence. */
const withoutText: Readonly<Record<string, string>> = {
  '@humanwhocodes/momoa': `Copyright Nicholas C. Zakas\n\n${apache}`,
  '@iconify-json/lucide': `Copyright (c) Lucide Contributors; portions, as part of Feather (MIT), Copyright (c) Cole Bemis\n\n${isc}`,
  budoux: `Copyright Google LLC\n\n${apache}`,
  saxes: `Copyright (c) Isaac Z. Schlueter and Contributors; Copyright (c) Louis-Dominique Dubeau and Contributors\n\n${isc}`,
};

/** One text for all bundles of a build. Throws when a package brings no licence and none is written down here. */
export async function noticesOf({ outputs }: Metafile): Promise<string> {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? packageOf(path) : [])),
  );
  const folders = [...new Set([...inputs, ...takenFrom])].toSorted();
  const packages = await Promise.all(folders.map(licenceIn));
  // Hundreds of small packages of one author share a text.
  const titles = new Map<string, string[]>();
  for (const { title, text } of packages) titles.set(text, [...(titles.get(text) ?? []), title]);
  const parts = [...titles].map(([text, sharing]) => `${sharing.join('\n')}\n\n${text}`);
  return `This software contains work of others, under these licences.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The folder of the package that a bundled file is from: none for our own. */
function packageOf(path: string): readonly string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? [];
}

interface Licence {
  /** Such as "diff 9.0.0 (BSD-3-Clause)". */
  readonly title: string;
  readonly text: string;
}

async function licenceIn(folder: string): Promise<Licence> {
  const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const files = (await readdir(join(root, folder))).filter((file) => /^(licen[cs]e|notice)(\.(txt|md))?$/i.test(file));
  const texts = await Promise.all(files.toSorted().map(async (file) => readFile(join(root, folder, file), 'utf8')));
  const text = texts.length > 0 ? texts.map((each) => each.trim()).join('\n\n') : withoutText[manifest.name];
  if (text === undefined) {
    throw new Error(`${folder} has no licence file: write its licence into scripts/notices.ts`);
  }
  return { title: `${manifest.name} ${manifest.version} (${manifest.license})`, text: text.replaceAll('\r\n', '\n') };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}
