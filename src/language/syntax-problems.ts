import type { LangiumDocument } from 'langium';
import type { Fix, RelatedPlace } from '../model/finding.ts';
import type { Range } from '../model/place.ts';
import type { Text } from '../model/text.ts';
import { syntaxReportOf } from './parser/journey-parser.ts';
import type { Problem, SyntaxCode } from './repair/problem.ts';

export { SYNTAX_CODES, type SyntaxCode } from './repair/problem.ts';

/** Something that is wrong with the form of a text. All are errors: the text cannot be understood there. */
export interface SyntaxProblem {
  readonly code: SyntaxCode;
  readonly severity: 'error';
  readonly message: Text;
  readonly help: Text;
  /** The exact word, or the keyword that lacks something. */
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/** What is wrong with the form of a document, in the order of the text; one mistake is reported once. */
export function syntaxProblems(document: LangiumDocument): readonly SyntaxProblem[] {
  const { problems = [] } = syntaxReportOf(document.parseResult) ?? {};
  return problems.map((problem) => placed(problem, document));
}

function placed({ code, message, help, start, end, fix }: Problem, document: LangiumDocument): SyntaxProblem {
  const { textDocument } = document;
  const range = (from: number, to: number): Range => ({
    start: textDocument.positionAt(from),
    end: textDocument.positionAt(to),
  });
  const uri = document.uri.toString();
  const fixes: readonly Fix[] =
    fix === undefined
      ? []
      : [
          {
            title: fix.title,
            safe: true,
            edits: fix.edits.map((edit) => ({
              kind: 'replace',
              place: { uri, range: range(edit.start, edit.end) },
              text: edit.text,
            })),
          },
        ];
  return { code, severity: 'error', message, help, range: range(start, end), related: [], fixes };
}
