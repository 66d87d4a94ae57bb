import type { Diff } from '../core/compare/diff.ts';
import type { Reading } from '../core/compare/meaning.ts';
import type { Comparisons, Outcome } from './comparisons.ts';
import type { OpenedWork } from './opened-work.ts';

/** The meaning comparator on one paragraph; undefined where the work has no back-translation of it. */
export function readingOf(
  opened: OpenedWork,
  comparisons: Comparisons,
  paragraph: string,
): Outcome<Reading> | undefined {
  const { work } = opened;
  const back = opened.backTranslationOf(work.subject);
  if (!back) return undefined;
  const [subject, reference] = [work.subject, work.reference].map((id) => opened.variant(id));
  const texts = [work.subject, back.id, work.reference].map((id) => opened.paragraph(id, paragraph)?.text);
  const [said, told, meant] = texts;
  if (said === undefined || told === undefined || meant === undefined || !subject || !reference)
    return undefined;
  const asked = [
    { text: said, lang: subject.lang },
    { text: told, lang: back.lang },
    { text: meant, lang: reference.lang },
  ] as const;
  return comparisons.meaning(...asked, async () => {
    const { wordReading } = await import('./word-links.ts');
    return wordReading(opened, paragraph, asked);
  });
}

/** The correction comparator on one paragraph of the subject; undefined where nothing was proposed. */
export function correctionOf(
  opened: OpenedWork,
  comparisons: Comparisons,
  paragraph: string,
): Outcome<Diff> | undefined {
  const { subject } = opened.work;
  const correction = opened.correction(subject, paragraph)?.correction;
  const text = opened.paragraph(subject, paragraph)?.text;
  if (!correction || text === undefined) return undefined;
  const lang = opened.variant(subject)?.lang ?? 'und';
  return comparisons.diff({ text, lang }, { text: correction.text, lang });
}
