import type { PageLayout, Paragraph, Work } from './model.ts';

const PLAIN: Omit<PageLayout, 'variant' | 'barAfter'> = { gap: '\n\n', tight: [], prefix: {}, before: {} };

/**
 * Sets a variant's paragraphs as the work's page sets them: the page itself, character for character, when
 * they are those of `work.page.variant`. A work without a page is set with blank lines between paragraphs.
 */
export function pageText(work: Work, paragraphs: readonly Paragraph[]): string {
  const { gap, tight, prefix, before } = work.page ?? PLAIN;
  const bar = work.variants
    .filter(({ listed }) => listed)
    .map(({ label }) => label)
    .join('');
  const parts: string[] = [];
  let previous: Paragraph | undefined;
  for (const paragraph of paragraphs) {
    const { id, role, text } = paragraph;
    const isTight = previous?.role === role && tight.includes(role);
    if (previous !== undefined) parts.push(before[id] ?? (isTight ? '\n' : gap));
    parts.push(prefix[role] ?? '', text);
    if (work.page?.barAfter === id) parts.push(gap, bar);
    previous = paragraph;
  }
  return parts.join('');
}
