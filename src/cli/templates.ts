import { readFileSync } from 'node:fs';
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
  const folder = join(dirname(ownFile()), 'templates');
  if (template === 'quick-start') return [{ path, text: readFileSync(join(folder, 'quick-start.journey'), 'utf8') }];
  const text = readFileSync(join(folder, template, 'as-is.journey'), 'utf8');
  const beside = [...text.matchAll(/^import "([^"/]+)"/gm)].map(([, name = '']) => ({
    path: posix.join(posix.dirname(path), name),
    text: readFileSync(join(folder, template, name), 'utf8'),
  }));
  return [{ path, text }, ...beside];
}
