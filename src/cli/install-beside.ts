import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Text } from '../model/text.ts';
import { ownFile } from './own-file.ts';

/** How to install packages where this program finds them: as it was installed itself. A sentence without its full stop. */
export function installBeside(packages: readonly string[], program: string = ownFile()): Text {
  const names = packages.join(' ');
  const [home, ...inside] = program.split(`${sep}node_modules${sep}journey-language${sep}`);
  if (home === undefined || inside.length === 0) {
    const command = `npm install ${names}`;
    return {
      en: `Beside this program, run: ${command}`,
      ja: `このプログラムと同じ場所で次を実行してください: ${command}`,
    };
  }
  // What npm installs globally belongs to no project.
  if (existsSync(join(home, 'package.json'))) {
    const command = `npm install --save-dev ${names}`;
    return {
      en: `In the project that has installed this program, run: ${command}`,
      ja: `このプログラムをインストールしたプロジェクトで次を実行してください: ${command}`,
    };
  }
  const command = `npm install --global ${names}`;
  return { en: `Run: ${command}`, ja: `次を実行してください: ${command}` };
}
