import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { selectionIn } from '../../src/app/selection.ts';

/** Two paragraphs in a shadow root on the page, and one beside it, until the test ends. */
function onPage(): { root: ShadowRoot; inside: readonly Text[]; outside: Text } {
  const page = document.body.appendChild(document.createElement('div'));
  const host = page.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const text = (parent: Node, words: string): Text =>
    parent.appendChild(document.createElement('p')).appendChild(new Text(words));
  const inside = [text(root, 'first'), text(root, 'second')];
  const outside = text(page, 'outside');
  onTestFinished(() => {
    getSelection()?.removeAllRanges();
    page.remove();
  });
  return { root, inside, outside };
}

const select = (anchor: Node, from: number, focus: Node, to: number): void => {
  getSelection()?.setBaseAndExtent(anchor, from, focus, to);
};
const endsOf = (range: AbstractRange | undefined): readonly unknown[] =>
  range ? [range.startContainer, range.startOffset, range.endContainer, range.endOffset] : [];

describe('the selection in a shadow root', () => {
  test('is found with its ends in text order, whichever way it was drawn', () => {
    const { root, inside } = onPage();
    const [first, second] = [inside[0]!, inside[1]!];
    select(first, 1, second, 3);
    expect(endsOf(selectionIn(root))).toEqual([first, 1, second, 3]);
    select(second, 3, first, 1);
    expect(endsOf(selectionIn(root))).toEqual([first, 1, second, 3]);
  });

  test('is none where nothing, or only a caret, is there', () => {
    const { root, inside } = onPage();
    expect(selectionIn(root)).toBeUndefined();
    select(inside[0]!, 2, inside[0]!, 2);
    expect(selectionIn(root)).toBeUndefined();
  });

  test('is none while something else on the page is selected', () => {
    const { root, outside } = onPage();
    select(outside, 0, outside, 4);
    expect(selectionIn(root)).toBeUndefined();
  });

  test('is none of another root’s', () => {
    const { root } = onPage();
    const { inside } = onPage();
    select(inside[0]!, 0, inside[0]!, 3);
    expect(selectionIn(root)).toBeUndefined();
  });

  test('is the page’s first range in a browser that does not look into shadow roots', () => {
    const { root, inside } = onPage();
    const range = document.createRange();
    range.setStart(inside[0]!, 1);
    range.setEnd(inside[0]!, 4);
    vi.stubGlobal('getSelection', () => ({ rangeCount: 1, getRangeAt: () => range }));
    const found = selectionIn(root);
    vi.unstubAllGlobals();
    expect(endsOf(found)).toEqual([inside[0], 1, inside[0], 4]);
  });
});
