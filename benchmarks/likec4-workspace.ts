import { randomNumbers, type WorkspaceSize } from './workspace.ts';

/**
 * A workspace for LikeC4 of the same shape as `makeWorkspace` makes for us: shared declarations that all files refer to, and
 * files of as many lines with blocks, texts, and references among themselves. The same size gives the same text.
 */
export function makeLikeC4Workspace({ files, lines }: WorkspaceSize): ReadonlyMap<string, string> {
  const made = new Map([
    ['shared/kinds.c4', kinds],
    ['shared/people.c4', people],
  ]);
  for (let index = 0; index < files; index += 1) {
    const folder = `team-${String(Math.floor(index / 25) + 1).padStart(2, '0')}`;
    made.set(`${folder}/system-${String(index + 1).padStart(4, '0')}.c4`, makeSystem(index, lines));
  }
  return made;
}

const kinds = `specification {
  element actor
  element system
  element component
  relationship async
  tag today
}
`;

const people = `model {
  ken = actor '健さん' {
    description '電話はできればかけたくない'
  }
  edith = actor 'Edith, 79' {
    description 'I want to speak to a person.'
  }
}
`;

/** Lines of a component with what it is connected to. */
const perComponent = 7;

function makeSystem(index: number, lines: number): string {
  const random = randomNumbers(index + 1);
  const count = Math.max(2, Math.floor((lines - 10) / perComponent));
  const texts = [
    '受付に電話をかける',
    'Fills in the application form',
    '空き状況のページを見る',
    'Gets the confirmation',
  ];
  const text = (): string => texts[Math.floor(random() * texts.length)] ?? '';
  const components = Array.from({ length: count }, (_, at) =>
    [
      `    c${at} = component '${text()} ${index}-${at}' {`,
      '      #today',
      `      description '${text()}'`,
      `      technology '${text()}'`,
      '    }',
    ].join('\n'),
  );
  const relations = Array.from({ length: count }, (_, at) => [
    `  s${index}.c${at} -> s${index}.c${(at + 1) % count} '${text()}'`,
    `  ${at % 2 === 0 ? 'ken' : 'edith'} -[async]-> s${index}.c${at} '${text()}'`,
  ]).flat();
  return `model {
  s${index} = system '予約 ${index}' {
${components.join('\n')}
  }
${relations.join('\n')}
}
views {
  view v${index} of s${index} {
    include *
  }
}
`;
}
