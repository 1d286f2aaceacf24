import { CodeActionKind } from 'vscode-languageserver';
import { extractTargets, extractTo } from '../../language/edit/extract.ts';
import { mergeWithNext } from '../../language/edit/merge-touchpoints.ts';
import { moveTouchpoint } from '../../language/edit/move-touchpoint.ts';
import type { Planned } from '../../language/edit/plan.ts';
import { splitTouchpoint } from '../../language/edit/split-touchpoint.ts';
import { declareText, type DeclaredText, textAt } from '../../language/edit/text-to-declaration.ts';
import { wrapIntoStage } from '../../language/edit/wrap-stage.ts';
import type * as ast from '../../language/generated/ast.ts';
import { importPath } from '../../language/imports.ts';
import type { TopLevel } from '../../language/scope/symbols.ts';
import { quoted } from '../../model/phrases.ts';
import { inLocale, type Text } from '../../model/text.ts';
import { canCreate, workspaceEditOfPlan } from '../workspace-edit.ts';
import type { Asked, Offer } from './action.ts';

/** Other ways to write what is written: the journey stays, its parts are cut otherwise. */
export function refactorings(asked: Asked): readonly Offer[] {
  const { document, range } = asked;
  const text = document.textDocument;
  const from = text.offsetAt(range.start);
  const to = text.offsetAt(range.end);
  const top = document.parseResult.value.declarations.find((node) => isAround(node, from));
  if (top === undefined) return [];
  if (top.$type !== 'Journey')
    return [...ofText(from, asked), ...(top.$type === 'Handover' ? [] : ofShared(top, from, asked))];
  const touchpoints = top.stages.flatMap((stage) => stage.touchpoints);
  const touchpoint = touchpoints.find((node) => isAround(node, from));
  const selected = touchpoints.filter(
    ({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= to && from <= $cstNode.end,
  );
  return [
    ...ofText(from, asked),
    ...(touchpoint === undefined ? [] : ofTouchpoint(touchpoint, from, asked)),
    ...ofSelection(selected, asked),
  ];
}

function isAround({ $cstNode }: ast.Declaration | ast.Touchpoint, offset: number): boolean {
  return $cstNode !== undefined && $cstNode.offset <= offset && offset <= $cstNode.end;
}

/** Where a client cannot wait, it is known already whether something can be done. */
function offer(kind: string, title: Text, asked: Asked, plan: () => Planned | undefined): readonly Offer[] {
  const { session, client, wants } = asked;
  if (!wants(kind)) return [];
  const planned = plan();
  if (planned === undefined || 'refusal' in planned || planned.edits.size === 0) return [];
  return [{ kind, title, edit: () => workspaceEditOfPlan(planned, session, client) }];
}

function ofText(offset: number, asked: Asked): readonly Offer[] {
  return textAt(asked.document, offset).flatMap((keyword) =>
    offer(CodeActionKind.RefactorRewrite, INTO[keyword], asked, () => declareText(asked.document, offset, keyword)),
  );
}

const INTO: Readonly<Record<DeclaredText, Text>> = {
  question: { en: 'Turn into a question', ja: '質問に変える' },
  barrier: { en: 'Turn into a barrier', ja: '障壁に変える' },
  pain: { en: 'Turn into a pain', ja: '課題に変える' },
};

function ofTouchpoint(touchpoint: ast.Touchpoint, offset: number, asked: Asked): readonly Offer[] {
  const stage = touchpoint.$container;
  const { stages } = stage.$container;
  const at = stage.touchpoints.indexOf(touchpoint);
  const before = stages[stages.indexOf(stage) - 1];
  const after = stages[stages.indexOf(stage) + 1];
  const move = (title: Text, plan: () => Planned): readonly Offer[] => offer(MOVE, title, asked, plan);
  return [
    ...offer(
      CodeActionKind.RefactorRewrite,
      { en: 'Split the touchpoint here', ja: 'ここでタッチポイントを分ける' },
      asked,
      () => splitTouchpoint(touchpoint, offset),
    ),
    ...offer(
      CodeActionKind.RefactorRewrite,
      { en: 'Merge with the next touchpoint', ja: '次のタッチポイントとまとめる' },
      asked,
      () => mergeWithNext(touchpoint),
    ),
    ...(at > 0
      ? move({ en: 'Move the touchpoint up', ja: 'タッチポイントを上に移す' }, () =>
          moveTouchpoint(touchpoint, stage, stage.touchpoints[at - 2]),
        )
      : []),
    ...(at < stage.touchpoints.length - 1
      ? move({ en: 'Move the touchpoint down', ja: 'タッチポイントを下に移す' }, () =>
          moveTouchpoint(touchpoint, stage, stage.touchpoints[at + 1]),
        )
      : []),
    ...(before === undefined
      ? []
      : move(into(before), () => moveTouchpoint(touchpoint, before, before.touchpoints.at(-1)))),
    ...(after === undefined ? [] : move(into(after), () => moveTouchpoint(touchpoint, after))),
  ];
}

const MOVE = `${CodeActionKind.Refactor}.move`;

function into(stage: ast.Stage): Text {
  const name = quoted({
    en: stage.labelEn ?? stage.label ?? stage.name,
    ja: stage.labelJa ?? stage.label ?? stage.name,
  });
  return { en: `Move to the stage ${name.en}`, ja: `ステージ${name.ja}に移す` };
}

function ofSelection(selected: readonly ast.Touchpoint[], asked: Asked): readonly Offer[] {
  const title = inLocale({ en: 'New stage', ja: '新しいステージ' }, asked.session.locale);
  const isOne = selected.every(({ $container }) => $container === selected[0]?.$container);
  if (!isOne) return [];
  return offer(CodeActionKind.RefactorExtract, { en: 'Make a stage of its own', ja: '別のステージにする' }, asked, () =>
    wrapIntoStage(selected, title),
  );
}

/** Only from its head, where the whole of it is meant. */
function ofShared(node: TopLevel, offset: number, asked: Asked): readonly Offer[] {
  const { document, session, client } = asked;
  const { textDocument } = document;
  const isHead = node.$cstNode !== undefined && textDocument.positionAt(offset).line === node.$cstNode.range.start.line;
  if (!isHead) return [];
  const own = document.uri.toString();
  return extractTargets(node).flatMap((target) => {
    const path = importPath(own, target);
    const isNew = session.workspace.document(target) === undefined;
    if (isNew && !canCreate(client)) return [];
    const title = isNew
      ? { en: `Move to a new file ${path}`, ja: `新しいファイル ${path} に移す` }
      : { en: `Move to ${path}`, ja: `${path} に移す` };
    return offer(CodeActionKind.RefactorExtract, title, asked, () => extractTo(node, target));
  });
}
