import { countText } from '../../model/phrases.ts';
import { inLocale, type Locale } from '../../model/text.ts';

/** `1 finding` / `指摘1件`. */
export function findingCount(count: number, locale: Locale): string {
  const { en, ja } = countText(count, ['finding', 'findings'], '件');
  return inLocale({ en, ja: `指摘${ja}` }, locale);
}
