import { type Anchor, attach } from '../contribution/anchor.ts';
import type { Mark } from '../contribution/record.ts';
import type { Span } from '../span.ts';
import { writeSpanTags } from './span-tags.ts';

/** A paragraph's text as a cell, with tags around what anchors mark in it. */
export function derivedCell(text: string, anchors: readonly Anchor[]): string {
  const spans = anchors.flatMap((anchor): Span[] => {
    if (stands(anchor, text)) return [{ start: anchor.start, end: anchor.end }];
    const found = attach(anchor, text);
    return 'span' in found ? [found.span] : [];
  });
  return writeSpanTags({ text, spans: joined(spans) });
}

/** Whether an anchor is in its old place in its old surroundings, so that it need not be looked for. */
function stands({ quote, start, end }: Anchor, text: string): boolean {
  const from = start - quote.prefix.length;
  return (
    from >= 0 && text.slice(from, end + quote.suffix.length) === quote.prefix + quote.exact + quote.suffix
  );
}

/** The anchors of a mark that stand in one variant, in the mark's own paragraph. */
export function anchorsIn(
  variant: string,
  { variant: own, paragraph, spans }: Pick<Mark, 'variant' | 'spans'> & Partial<Pick<Mark, 'paragraph'>>,
): readonly Anchor[] {
  return spans.filter(
    (anchor) =>
      (anchor.variant ?? own) === variant &&
      (anchor.paragraph === undefined || anchor.paragraph === paragraph),
  );
}

/** The format knows no spans that overlap: they become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}
