import { EmptyFileSystem } from 'langium';
import { expect, test } from 'vitest';
import { createJourneyServices } from '../../src/language/journey-module.ts';
import type { JourneyFile } from '../../src/language/generated/ast.ts';

test('a node holds only what is written, and its other lists are empty', () => {
  const { journey } = createJourneyServices(EmptyFileSystem);
  const text = 'journey J { stage S { touchpoint A on web { does "x" } } }';
  const file = journey.parser.LangiumParser.parse<JourneyFile>(text).value;
  const declaration = file.declarations[0];
  if (declaration?.$type !== 'Journey') throw new Error('no journey');
  const [touchpoint] = declaration.stages[0]?.touchpoints ?? [];
  expect(touchpoint?.does).toEqual(['x']);
  expect(touchpoint?.thinks).toEqual([]);
  expect(Object.keys(touchpoint ?? {}).filter((key) => !key.startsWith('$'))).toEqual(['name', 'channels', 'does']);
});
