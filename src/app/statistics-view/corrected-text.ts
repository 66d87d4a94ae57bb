import { currentText } from '../../core/contribution/current-text.ts';
import { placeKey } from '../../core/contribution/fold.ts';
import type { OpenedWork } from '../opened-work.ts';

/** Two texts of one language, paragraph by paragraph. */
export interface ParallelTexts {
  /** Ids of the rows, in order. */
  readonly rows: readonly string[];
  readonly texts: readonly string[];
  readonly references: readonly string[];
}

/** The corrected text of a variant, which is no variant's id. */
export const CORRECTED = '';

/** A paragraph with its accepted corrections; undefined where the variant has none, or it was removed. */
function correctedOf(opened: OpenedWork, variant: string, row: string): string | undefined {
  const text = opened.paragraph(variant, row)?.text;
  if (text === undefined) return undefined;
  return currentText(text, opened.state.corrections.get(placeKey(variant, row)) ?? []);
}

/** Whether an accepted correction changes a paragraph. */
const isCorrected = (opened: OpenedWork, variant: string, row: string): boolean =>
  correctedOf(opened, variant, row) !== opened.paragraph(variant, row)?.text;

/** Variants that accepted corrections change. */
export function correctedVariants({ state, work }: OpenedWork): readonly string[] {
  const corrected = new Set(
    [...state.corrections.values()]
      .flat()
      .filter(({ status }) => status === 'accepted')
      .map(({ correction }) => correction.variant),
  );
  return work.variants.map(({ id }) => id).filter((id) => corrected.has(id));
}

/** The paragraphs of a variant that were corrected, beside their corrections. */
export function correctedPairs(opened: OpenedWork, variant: string): ParallelTexts {
  const rows = opened.rows.map(({ id }) => id).filter((id) => isCorrected(opened, variant, id));
  return {
    rows,
    texts: rows.map((id) => opened.paragraph(variant, id)?.text ?? ''),
    references: rows.map((id) => correctedOf(opened, variant, id) ?? ''),
  };
}

/**
 * The paragraphs that a variant and what it is measured against both have.
 * @param against another variant, or `CORRECTED`: its own corrected text, in the paragraphs that were corrected
 */
export function measuredPairs(opened: OpenedWork, variant: string, against: string): ParallelTexts {
  if (against === CORRECTED) return correctedPairs(opened, variant);
  const rows = opened.rows
    .filter(({ cells }) => cells.has(variant) && cells.has(against))
    .map(({ id }) => id);
  return {
    rows,
    texts: rows.map((id) => opened.paragraph(variant, id)?.text ?? ''),
    references: rows.map((id) => opened.paragraph(against, id)?.text ?? ''),
  };
}

/** What each variant can be measured against: its corrected text, and other variants of its language. */
export function measurable(opened: OpenedWork): ReadonlyMap<string, readonly string[]> {
  const corrected = new Set(correctedVariants(opened));
  const complete = opened.work.variants.filter(({ status }) => status === 'complete');
  const languageOf = (lang: string): string => new Intl.Locale(lang).language;
  return new Map(
    complete
      .map(({ id, lang }): [string, readonly string[]] => [
        id,
        [
          ...(corrected.has(id) ? [CORRECTED] : []),
          ...complete
            .filter((other) => other.id !== id && languageOf(other.lang) === languageOf(lang))
            .map((other) => other.id),
        ],
      ])
      .filter(([, against]) => against.length > 0),
  );
}
