// Versions of files that lie in memory, and the proof that a difference says everything.
import { type Element, withParts } from '../../src/history/element.ts';
import type { Difference } from '../../src/history/difference.ts';
import type { Version } from '../../src/history/snapshot.ts';
import { canonOf } from '../../src/history/value.ts';
import { findingsOf } from '../../src/language/findings.ts';
import { filesOf } from '../support/documents.ts';

/** Reads files of these paths and texts; one language, one configuration. */
export async function versionOf(texts: Readonly<Record<string, string>>, checked = true): Promise<Version> {
  const files = await filesOf(texts);
  return {
    files: Object.keys(texts).map((path) => ({
      path,
      model: files.model(path),
      findings: checked ? findingsOf(files.document(path)).findings : [],
    })),
  };
}

/** Everything that elements say, as text that is equal when they say the same. */
export function saying(elements: readonly Element[]): unknown {
  return elements.map(({ handle, kind, id, label, labelJa, labelEn, fields, children }) => [
    handle,
    kind === 'handover' ? [] : [id, label ?? null, labelJa ?? null, labelEn ?? null],
    [...fields].map(([name, values]) => `${name}: ${values.map((value) => canonOf(value)).join(', ')}`).toSorted(),
    saying(children),
  ]);
}

/** Makes the later version out of the earlier one with nothing but what the changes hold. */
export function applied(before: readonly Element[], { changes, matches }: Difference): unknown {
  const drafts = new Map<string, Draft>();
  const rename = (handle: string): string => matches.toAfter.get(handle)?.handle ?? handle;
  // What is gone may have had a name that something else has now.
  const own = (handle: string): string => matches.toAfter.get(handle)?.handle ?? `gone ${handle}`;
  const draft = (element: Element, isAdded: boolean): void => {
    const { kind, id, label, labelJa, labelEn } = element;
    const made: Draft = {
      kind,
      names: [id, label ?? null, labelJa ?? null, labelEn ?? null],
      fields: new Map(
        [...element.fields].map(([name, values]) => [
          name,
          values.map((value) => canonOf(value, isAdded ? undefined : rename)),
        ]),
      ),
      children: isAdded ? [] : element.children.map((child) => own(child.handle)),
    };
    drafts.set(isAdded ? element.handle : own(element.handle), made);
  };
  const root: Draft = {
    kind: 'file',
    names: [],
    fields: new Map(),
    children: before.map(({ handle }) => own(handle)),
  };
  drafts.set('', root);
  for (const file of before) for (const element of withParts(file)) draft(element, false);
  const parentOf = ({ parent = '' }: Element): Draft => drafts.get(parent) ?? root;
  const takeOut = (handle: string): void => {
    for (const each of drafts.values()) each.children = each.children.filter((child) => child !== handle);
  };
  for (const change of changes) {
    if (change.kind === 'removed') takeOut(own(change.before.handle));
    if (change.kind === 'moved') takeOut(change.after.handle);
  }
  for (const change of changes) {
    if (change.kind === 'added') draft(change.after, true);
    if (change.kind === 'renamed') {
      const { id, label, labelJa, labelEn } = change.after;
      (drafts.get(change.after.handle) ?? root).names = [id, label ?? null, labelJa ?? null, labelEn ?? null];
    }
    if (change.kind === 'changed') {
      const { fields } = drafts.get(change.after.handle) ?? root;
      const values = [...(fields.get(change.field) ?? [])];
      for (const gone of change.removed) values.splice(values.indexOf(canonOf(gone, rename)), 1);
      values.push(...change.added.map((value) => canonOf(value)));
      fields.set(change.field, values);
    }
  }
  for (const change of changes) {
    if (change.kind !== 'added' && change.kind !== 'moved') continue;
    const { children } = parentOf(change.after);
    const at = change.behind === undefined ? 0 : children.indexOf(change.behind) + 1;
    children.splice(at, 0, change.after.handle);
  }
  const says = (handle: string): unknown => {
    const { kind, names, fields, children } = drafts.get(handle) ?? root;
    const said = [...fields].filter(([, values]) => values.length > 0);
    return [
      handle,
      kind === 'handover' ? [] : names,
      said.map(([name, values]) => `${name}: ${values.toSorted().join(', ')}`).toSorted(),
      inOrder(children, drafts).map(says),
    ];
  };
  return inOrder(root.children, drafts).map(says);
}

/** What `saying` gives, with the values of each statement sorted: their order has a change of its own. */
export function sortedSaying(elements: readonly Element[]): unknown {
  return elements.map(({ handle, kind, id, label, labelJa, labelEn, fields, children }) => [
    handle,
    kind === 'handover' ? [] : [id, label ?? null, labelJa ?? null, labelEn ?? null],
    [...fields]
      .map(
        ([name, values]) =>
          `${name}: ${values
            .map((value) => canonOf(value))
            .toSorted()
            .join(', ')}`,
      )
      .toSorted(),
    sortedSaying(inReadingOrder(children)),
  ]);
}

interface Draft {
  readonly kind: string;
  names: readonly (string | null)[];
  readonly fields: Map<string, readonly string[]>;
  children: string[];
}

const ordered = new Set(['stage', 'touchpoint']);

function inOrder(children: readonly string[], drafts: ReadonlyMap<string, Draft>): readonly string[] {
  const isOrdered = (handle: string): boolean => ordered.has(drafts.get(handle)?.kind ?? '');
  return [...children.filter(isOrdered), ...children.filter((child) => !isOrdered(child)).toSorted()];
}

function inReadingOrder(children: readonly Element[]): readonly Element[] {
  return [
    ...children.filter(({ kind }) => ordered.has(kind)),
    ...children.filter(({ kind }) => !ordered.has(kind)).toSorted((a, b) => (a.handle < b.handle ? -1 : 1)),
  ];
}
