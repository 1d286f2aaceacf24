import type { JointContent } from '../content/content.ts';
import type { Locale } from '../../model/text.ts';
import { pill } from './items.ts';
import type { Measured } from './measured.ts';

/** What a way in a gutter says about itself, over its line. */
export function routeLabel({ share, kind, transfer, causes }: JointContent, locale: Locale): Measured | undefined {
  const [first] = causes;
  const text = share ?? '';
  if (first !== undefined)
    return pill(
      { text: share === undefined ? String(first.count) : `${share} · ${first.count}`, icon: 'broken', tone: 'warm' },
      locale,
    );
  if (kind === 'failure') return pill({ text, icon: 'failure', tone: 'warm' }, locale);
  if (kind === 'loop') return pill({ text, icon: 'loop' }, locale);
  if (transfer) return pill({ text, icon: 'transfer' }, locale);
  return share === undefined ? undefined : pill({ text }, locale);
}
