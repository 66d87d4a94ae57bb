import type { CompareView } from '../../../src/app/compare-view/compare-view.ts';
import { liveRange } from '../../../src/app/live-range.ts';
import { all } from '../make.ts';

/** The words under a highlight in a view, in text order: those that are painted so, or the elements of its class. */
export function under(view: CompareView, name: string): readonly string[] {
  if (!view.highlights) return all(view, `.row .${name}`).map(({ textContent }) => textContent);
  return [...(CSS.highlights.get(name) ?? [])]
    .filter(({ startContainer }) => view.shadowRoot?.contains(startContainer))
    .map(live)
    .sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
    .map(String);
}

/** All names under which words of a view are, with the words. */
export const litUp = (view: CompareView): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...CSS.highlights.keys()]
      .map((name) => [name, under(view, name)] as const)
      .filter(([, words]) => words.length > 0),
  );

/** Words of a paragraph as they stand on screen: their first line's middle, and what is there. */
export function spot(
  text: HTMLElement,
  words: string,
): { target: Element; clientX: number; clientY: number } {
  const start = text.textContent.indexOf(words);
  const line = liveRange(text, { start, end: start + words.length }).getClientRects()[0];
  const root = text.getRootNode() as ShadowRoot;
  if (!line || start < 0) throw new Error(`“${words}” is not on screen`);
  const [clientX, clientY] = [line.left + line.width / 2, line.top + line.height / 2];
  return { target: root.elementFromPoint(clientX, clientY) ?? text, clientX, clientY };
}

/** Clicks on the middle of words, or points at it. */
export function meet(text: HTMLElement, words: string, how: 'click' | 'pointermove'): void {
  const { target, clientX, clientY } = spot(text, words);
  const given = { clientX, clientY, bubbles: true, composed: true, cancelable: true };
  target.dispatchEvent(how === 'click' ? new MouseEvent(how, given) : new PointerEvent(how, given));
}

function live({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
