import type { SvgElement } from '../map/svg/write-svg.ts';

/** An element of a picture as it was written, and what the browser has made of it. It changes with the picture. */
export interface DrawnPart {
  written: SvgElement;
  element: Element;
  /** Of a group. */
  inside: readonly DrawnPart[] | undefined;
}

/** What the browser has made of a picture. `made` has an element for each of the written ones. */
export function partsOf(written: readonly SvgElement[], made: readonly Element[]): readonly DrawnPart[] {
  return written.flatMap((each, index) => {
    const element = made[index];
    return element === undefined ? [] : [{ written: each, element, inside: insideOf(each, element) }];
  });
}

/**
 * Makes a picture another one. Only what is drawn differently is made anew; the rest, down to single lines and texts, stays as it
 * is, and so the browser has little to lay out.
 *
 * @returns false when the two pictures have nothing to do with each other: then nothing was done
 */
export function redraw(parts: readonly DrawnPart[], written: readonly SvgElement[]): boolean {
  if (parts.length !== written.length) return false;
  const changes: Change[] = [];
  for (const [index, part] of parts.entries()) findChanges(part, written[index], changes);
  const made = elementsOf(changes.map(({ text }) => text).join(''));
  for (const [index, { take }] of changes.entries()) {
    const element = made[index];
    if (element !== undefined) take(element);
  }
  return true;
}

/** Something that must be made anew: all of them are read at once, which is quicker. */
interface Change {
  readonly text: string;
  readonly take: (made: Element) => void;
}

function findChanges(part: DrawnPart, written: SvgElement | undefined, changes: Change[]): void {
  if (written === undefined) throw new Error('Both pictures must have the same parts');
  const before = part.written;
  part.written = written;
  if (part.inside?.length !== written.inside?.length) {
    changes.push({ text: wholeText(written), take: (made) => replace(part, made) });
    return;
  }
  if (before.text !== written.text) changes.push(changeOf(part, before));
  if (part.inside === undefined) return;
  for (const [index, child] of part.inside.entries()) findChanges(child, written.inside?.[index], changes);
}

/** Of an element as it is now written otherwise; what is in a group stays where it is. */
function changeOf(part: DrawnPart, { text: before }: SvgElement): Change {
  const { text, inside } = part.written;
  if (inside === undefined) return { text, take: (made) => replace(part, made) };
  const isAlike = namesIn(before) === namesIn(text);
  return {
    text: `${text}</g>`,
    take: (made) => {
      if (isAlike) {
        setAttributes(part.element, made);
        return;
      }
      part.element.replaceWith(made);
      made.append(...part.element.childNodes);
      part.element = made;
    },
  };
}

function replace(part: DrawnPart, made: Element): void {
  part.element.replaceWith(made);
  part.element = made;
  part.inside = insideOf(part.written, made);
}

function insideOf({ inside }: SvgElement, made: Element): readonly DrawnPart[] | undefined {
  return inside === undefined ? undefined : partsOf(inside, [...made.children]);
}

/** Where a group begins, without the values of its attributes but for the class. */
function namesIn(text: string): string {
  return text.replaceAll(/( class="[^"]*")|"[^"]*"/g, '$1');
}

/** Not the class: whoever marks an element adds to it. */
function setAttributes(element: Element, from: Element): void {
  for (const { name, value } of from.attributes) {
    if (name !== 'class' && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function wholeText({ text, inside }: SvgElement): string {
  return inside === undefined ? text : `${text}${inside.map(wholeText).join('')}</g>`;
}

function elementsOf(text: string): readonly Element[] {
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  holder.innerHTML = text;
  return [...holder.children];
}
