import type { Locale, Text } from '../../model/text.ts';
import type * as ast from '../generated/ast.ts';
import type { JourneyDocument } from '../workspace/journey-workspace.ts';
import { namesIn } from '../lowering/keys.ts';
import { visibleDeclarations } from '../scope/scope-provider.ts';
import { addTouchpointAfter } from './add-touchpoint.ts';
import { moveTouchpoint } from './move-touchpoint.ts';
import type { Planned } from './plan.ts';
import { setEmotion } from './set-emotion.ts';
import { setTitle } from './set-title.ts';

/** A change that somebody makes by taking hold of the map. Things are named by their keys in the model, as the map has them. */
export type MapEdit =
  /** To another place of the journey: behind the touchpoint `after` of the stage, or without that to the stage's top. */
  | { readonly kind: 'moveTouchpoint'; readonly touchpoint: string; readonly stage: string; readonly after?: string }
  /** −2…+2. With a persona, what that one feels. */
  | { readonly kind: 'setEmotion'; readonly touchpoint: string; readonly value: number; readonly persona?: string }
  /** Of a journey, a stage, a touchpoint or a persona; in the language in which the map is shown. */
  | { readonly kind: 'setTitle'; readonly key: string; readonly title: string; readonly locale: Locale }
  /** `after` is a touchpoint, or a stage for its top. `to`: of several ways on, the one to this touchpoint. */
  | { readonly kind: 'addTouchpointAfter'; readonly after: string; readonly title: string; readonly to?: string };

/** The text edits that a change on the map of a journey comes to. The document is that of the journey. */
export function planMapEdit(edit: MapEdit, document: JourneyDocument): Planned {
  const find = finder(document);
  switch (edit.kind) {
    case 'moveTouchpoint': {
      const touchpoint = find('Touchpoint', edit.touchpoint);
      const stage = find('Stage', edit.stage);
      const after = find('Touchpoint', edit.after);
      if (touchpoint === undefined || touchpoint.$container.$container !== stage?.$container) return missing;
      if (edit.after !== undefined && after?.$container !== stage) return missing;
      return moveTouchpoint(touchpoint, stage, after);
    }
    case 'setEmotion': {
      const touchpoint = find('Touchpoint', edit.touchpoint);
      if (touchpoint === undefined) return missing;
      if (edit.persona === undefined) return setEmotion(touchpoint, edit.value);
      const persona = visibleDeclarations(document).find('Persona', edit.persona)?.node;
      return persona === undefined ? missing : setEmotion(touchpoint, edit.value, persona);
    }
    case 'setTitle': {
      const node =
        find('Touchpoint', edit.key) ??
        find('Stage', edit.key) ??
        find('Journey', edit.key) ??
        find('Persona', edit.key);
      return node === undefined ? missing : setTitle(node, edit.title, edit.locale);
    }
    case 'addTouchpointAfter': {
      const after = find('Touchpoint', edit.after) ?? find('Stage', edit.after);
      if (after === undefined) return missing;
      const { title } = edit;
      if (edit.to === undefined) return addTouchpointAfter(after, { title });
      const to = find('Touchpoint', edit.to);
      return to === undefined ? missing : addTouchpointAfter(after, { title, to });
    }
    default:
      return edit satisfies never;
  }
}

/** Why a change cannot be made of a map that no longer shows the text as it is. */
export const outdated: Text = {
  en: 'The map is older than the file. Try again when it has been drawn anew.',
  ja: 'マップの内容が古くなっています。マップが更新されてから、もう一度お試しください。',
};
const missing = { refusal: outdated } as const;

interface Findable {
  readonly Journey: ast.Journey;
  readonly Persona: ast.Persona;
  readonly Stage: ast.Stage;
  readonly Touchpoint: ast.Touchpoint;
}

type Finder = <Type extends keyof Findable>(type: Type, key: string | undefined) => Findable[Type] | undefined;

function finder({ parseResult: { value: root } }: JourneyDocument): Finder {
  const names = [...namesIn(root)];
  return <Type extends keyof Findable>(type: Type, key: string | undefined) =>
    names.find(([node, name]) => name.key === key && node.$type === type)?.[0] as Findable[Type] | undefined;
}
