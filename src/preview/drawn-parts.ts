import type { SvgElement } from '../map/svg/write-svg.ts';

/** An element of a picture as it was written, and what the browser has made of it. */
export interface DrawnPart {
  readonly text: string;
  readonly element: Element;
  /** Of a group. */
  readonly inside?: readonly DrawnPart[];
}

/** What the browser has made of a picture. `made` has an element for each of the written ones. */
export function partsOf(written: readonly SvgElement[], made: readonly Element[]): readonly DrawnPart[] {
  return written.flatMap(({ text, inside }, index) => {
    const element = made[index];
    if (element === undefined) return [];
    return inside === undefined ? { text, element } : { text, element, inside: partsOf(inside, [...element.children]) };
  });
}

/**
 * Makes a picture another one. Only what is drawn differently is made anew; the rest, down to single lines and texts, stays as it
 * is, and so the browser has little to lay out.
 *
 * @returns undefined when the two pictures have nothing to do with each other: then nothing was done
 */
export function redraw(parts: readonly DrawnPart[], written: readonly SvgElement[]): readonly DrawnPart[] | undefined {
  if (parts.length !== written.length) return undefined;
  const changes: Change[] = [];
  const next = written.map((each, index) => changed(parts[index], each, changes));
  const made = elementsOf(changes.map(({ text }) => text).join(''));
  for (const [index, { take }] of changes.entries()) {
    const element = made[index];
    if (element !== undefined) take(element);
  }
  return next.map((part) => part());
}

/** Something that must be made anew: all of them are read at once, which is quicker. */
interface Change {
  readonly text: string;
  readonly take: (made: Element) => void;
}

/** What becomes of a part, once all changes have their elements. */
function changed(part: DrawnPart | undefined, { text, inside }: SvgElement, changes: Change[]): () => DrawnPart {
  if (part === undefined) throw new Error('Both pictures must have the same parts');
  if (inside === undefined || part.inside === undefined || part.inside.length !== inside.length) {
    if (inside === undefined && part.inside === undefined && part.text === text) return () => part;
    let element = part.element;
    const take = (made: Element): void => {
      element.replaceWith(made);
      element = made;
    };
    changes.push({ text: wholeText({ text, ...(inside === undefined ? {} : { inside }) }), take });
    return () => ({
      text,
      element,
      ...(inside === undefined ? {} : { inside: partsOf(inside, [...element.children]) }),
    });
  }
  let { element } = part;
  if (part.text !== text) {
    const isAlike = namesIn(part.text) === namesIn(text);
    changes.push({
      text: `${text}</g>`,
      take: (made) => {
        if (isAlike) setAttributes(element, made);
        else {
          element.replaceWith(made);
          made.append(...element.childNodes);
          element = made;
        }
      },
    });
  }
  const { inside: before } = part;
  const next = inside.map((each, index) => changed(before[index], each, changes));
  return () => ({ text, element, inside: next.map((each) => each()) });
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
