import type { Span } from '../core/span.ts';

/** The live range of a stretch of an element's text, whatever elements it is cut into. Offsets are UTF-16. */
export function liveRange(element: Element, { start, end }: Span): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let open = true;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    // A start between two nodes belongs to the second one, an end to the first.
    if (open && (start < passed + length || (start === end && start <= passed + length))) {
      range.setStart(node, start - passed);
      open = false;
    }
    if (end <= passed + length) {
      range.setEnd(node, end - passed);
      break;
    }
    passed += length;
  }
  return range;
}
