import type { Span } from '../core/span.ts';
import { selectionIn } from './selection.ts';

/** A stretch of a paragraph that a reader chose. */
export interface TextRange {
  readonly variant: string;
  readonly paragraph: string;
  readonly span: Span;
}

/** UTF-16 offset inside a paragraph's element of a point in its text nodes. */
function offsetIn(element: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** The span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const chosen = text.slice(start, end);
  const lead = chosen.length - chosen.trimStart().length;
  return chosen.trim() === ''
    ? { start, end: start }
    : { start: start + lead, end: start + chosen.trimEnd().length };
}

/**
 * What is selected in a shadow root, if it lies inside one paragraph (`p[data-paragraph]` in a cell that names
 * its variant).
 */
export function selectedRange(root: ShadowRoot): TextRange | undefined {
  const range = selectionIn(root);
  if (!range) return undefined;
  const paragraphOf = (node: Node): HTMLElement | null | undefined =>
    (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('p[data-paragraph]');
  const first = paragraphOf(range.startContainer);
  const last = paragraphOf(range.endContainer);
  if (!first) return undefined;
  const text = first.textContent;
  const start = offsetIn(first, range.startContainer, range.startOffset);
  // A triple click ends at the start of what follows: the paragraph itself is meant.
  const end = first === last ? offsetIn(first, range.endContainer, range.endOffset) : text.length;
  const span = trimmed(text, { start, end });
  const { paragraph, variant } = first.dataset;
  return paragraph === undefined || variant === undefined || span.start === span.end
    ? undefined
    : { variant, paragraph, span };
}
