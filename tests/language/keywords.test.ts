import { describe, expect, it } from 'vitest';
import { contents, parse, syntax } from '../support/syntax.ts';

const keywords = [...syntax.kinds.keywords.keys()];

/** Puts a name wherever a name can stand, on lines of their own and all on one line. */
function everywhere(name: string): string {
  return `persona ${name} "x" in ${name} {
  prefers ${name}, Other
  has ${name}
  need ${name} "x" kano ${name}
}
system ${name} : ${name} {
  shares ${name}, Other -> ${name}
}
handover ${name} -> ${name} carries ${name}
metric ${name} {
  at ${name}.${name}.${name}
}
emotion ${name} = +1
experiment ${name} on ${name} {
  variants ${name} "x", ${name}
  result ${name} 3 of 5
}
journey ${name} "x" {
  for ${name}
  stage ${name} : ${name} {
    touchpoint ${name} on ${name}, Other by ${name} for ${name} {
      feels ${name} ${name} -1
      feels ${name} -1
      asks Other,
        ${name},
        ${name}
      barrier ${name} "x" cause ${name} for ${name}
      tells next ${name} within 3 min
      uses ${name} for ${name}
      consent ${name} required
      can ${name} via ${name}
      -> ${name} 30% for ${name} carries ${name}
      loop max 2 then -> ${name}
      during ${name}
    }
  }
}
`;
}

describe('every keyword', () => {
  it('is more than a handful', () => {
    expect(keywords.length).toBeGreaterThan(100);
  });

  it.each(keywords)('%s can be any name', (keyword) => {
    const written = everywhere(keyword);
    const named = parse(written);
    expect(named.found).toEqual([]);
    const plain = JSON.stringify(contents(parse(everywhere('Zzz')).file));
    expect(JSON.stringify(contents(named.file))).toBe(plain.replaceAll('Zzz', keyword));
  });

  it.each(keywords)('%s and more letters is another word', (keyword) => {
    expect(parse(everywhere(`${keyword}X`)).found).toEqual([]);
    expect(parse(everywhere(`${keyword}さん`)).found).toEqual([]);
  });
});
