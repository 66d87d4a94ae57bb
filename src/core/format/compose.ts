import type { Contribution } from '../contribution/record.ts';
import { identifiersOf } from './identifiers.ts';
import type { LocalText, Paragraph, Provenance, VariantInfo, Work } from '../work/model.ts';

/** What a person said of a text that becomes a variant. */
export interface ComposedVariant {
  /** BCP 47. */
  readonly lang: string;
  readonly label: string;
  readonly provenance: Provenance;
  /** For a back-translation: the index of the variant that it translates. */
  readonly of?: number;
}

/** What else a new work has to know. */
export interface ComposeOptions {
  readonly slug: string;
  readonly title: LocalText;
  readonly source: LocalText;
  /** ISO 8601 date of the work. */
  readonly date: string;
  /** When the records are made: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  /** A new UUIDv7 at each call, later than the one before. */
  readonly newId: () => string;
  /** Indices of variants. */
  readonly subject: number;
  readonly reference: number;
}

export interface ComposedWork {
  readonly work: Work;
  /** By variant id. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Contribution[];
  readonly rows: number;
  /** Rows that an aligner was not sure of. */
  readonly doubtful: number;
}

/** A row that is less sure than this is worth a look. */
export const DOUBTFUL = 0.8;

/** Rows between two steps. */
export const STEP = 500;

/**
 * Ids of variants, by index: the language, for a back-translation that of the text that it translates with `-back`;
 * a further one of the same name has a number (`de-2`).
 */
export function variantIds(variants: readonly ComposedVariant[]): readonly string[] {
  const ids: string[] = [];
  const take = (index: number, wanted: string) => {
    const taken = ids.filter(Boolean);
    ids[index] = identifiersOf([wanted], (name) => name, taken).get(wanted)!;
  };
  for (const [index, { lang, of }] of variants.entries()) {
    ids.push('');
    if (of === undefined) take(index, lang);
  }
  for (const [index, { lang, of }] of variants.entries())
    if (of !== undefined) take(index, `${ids[of] || lang}-back`);
  return ids;
}

/** The declaration of a work of these variants. */
export function composeWork(
  variants: readonly ComposedVariant[],
  { slug, title, source, date, subject, reference }: ComposeOptions,
): Work {
  const ids = variantIds(variants);
  const infos = variants.map(({ lang, label, provenance, of }, index): VariantInfo => {
    const original = of === undefined ? undefined : ids[of];
    return {
      id: ids[index]!,
      lang,
      label,
      provenance,
      status: 'complete',
      listed: provenance !== 'back-translation',
      ...(original === undefined ? {} : { of: original }),
    };
  });
  return {
    slug,
    title,
    date,
    credit: '',
    source,
    subject: ids[subject]!,
    reference: ids[reference]!,
    // Unlisted ones last.
    variants: [...infos.filter(({ listed }) => listed), ...infos.filter(({ listed }) => !listed)],
  };
}
