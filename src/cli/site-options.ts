import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteOptions } from '../formats/site/options.ts';
import type { Context } from './command.ts';
import { ownFile } from './own-file.ts';

/** What a site needs besides the files that it is about. */
export function siteOptions({ locale, version }: Pick<Context, 'locale' | 'version'>): SiteOptions {
  return { locale, version, searchScript: ownScript('site.js'), mapScript: ownScript('page.js'), hash };
}

/** A bundled script for a page, which stands beside this program. */
export function ownScript(name: string): string {
  return readFileSync(join(dirname(ownFile()), name), 'utf8');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
