import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { MINIMAL_JOURNEY } from '../formats/templates/minimal.ts';
import type { NewFile } from '../formats/templates/workspace.ts';
import { inLocale, type Locale } from '../model/text.ts';
import { ownFile } from './own-file.ts';

/** What `--template` takes: the minimal one, and the examples that come with this program. */
export const TEMPLATES = [
  'minimal',
  'quick-start',
  'broadband-outage',
  'coworking',
  'genz-subscription',
  'large-tv',
] as const;
export type Template = (typeof TEMPLATES)[number];

/**
 * The files of a template: the journey under the name that is asked for, and beside it what it imports.
 *
 * @param path of the journey, relative to some folder, with forward slashes
 */
export function templateFiles(template: Template, path: string, locale: Locale): readonly NewFile[] {
  if (template === 'minimal') return [{ path, text: inLocale(MINIMAL_JOURNEY, locale) }];
  if (template === 'quick-start') return [{ path, text: shipped('quick-start.journey', locale) }];
  const text = shipped(`${template}/as-is.journey`, locale);
  const beside = [...text.matchAll(/^import "([^"/]+)"/gm)].map(([, name = '']) => ({
    path: posix.join(posix.dirname(path), name),
    text: shipped(`${template}/${name}`, locale),
  }));
  return [{ path, text }, ...beside];
}

/** A file of an example, in the reader's language where it is told in it. */
function shipped(file: string, locale: Locale): string {
  const folder = join(dirname(ownFile()), 'templates');
  const own = join(folder, locale, file);
  return readFileSync(existsSync(own) ? own : join(folder, file), 'utf8');
}
