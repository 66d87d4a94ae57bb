import { type Anchor, type Attachment, attach } from '../core/contribution/anchor.ts';
import {
  type FoldedCorrection,
  type FoldedMark,
  type State,
  fold,
  placeKey,
} from '../core/contribution/fold.ts';
import type { Comment, Contribution, Mark, Rating } from '../core/contribution/record.ts';
import { SEVERITIES, type Severity } from '../core/mqm/typology.ts';
import type { Span } from '../core/span.ts';
import type { Paragraph, VariantInfo, Work } from '../core/work/model.ts';
import { type Row, buildRows } from '../core/work/rows.ts';

/** A mark with the places that its quotes have in the texts as they are now. */
export interface PlacedMark {
  readonly id: string;
  readonly mark: Mark;
  readonly status: FoldedMark['status'];
  readonly severity: Severity;
  /** In the variant that was asked for, in text order; empty when the quote is lost or ambiguous. */
  readonly spans: readonly Span[];
  readonly attachments: readonly Attachment[];
}

export type SeverityCounts = Readonly<Partial<Record<Severity, number>>>;

/** A mark whose words cannot be found, or stand in several places. */
export interface StrayMark {
  readonly mark: Mark;
  readonly state: 'lost' | 'ambiguous';
}

/** Which variant is under examination, and which it is held against; what is left out stays. */
export interface Roles {
  readonly subject?: string | undefined;
  readonly reference?: string | undefined;
}

/** What the contributions that came with a work say, alone and with what readers added. */
export interface ShippedState {
  readonly base: State;
  readonly with: (records: readonly Contribution[]) => State;
}

/** Folds a log at once; long ones are folded while they are read (`foldPortions`). */
const foldedState = (shipped: readonly Contribution[]): ShippedState => ({
  base: fold(shipped),
  with: (records) => fold([...shipped, ...records]),
});

/**
 * A work as it is shown: its texts in rows, with what people added. Immutable; `withText` and its like give a new one.
 * Everything is looked up by id, and marks are placed when their paragraph is first asked for.
 */
export class OpenedWork {
  readonly work: Work;
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly rows: readonly Row[];
  readonly state: State;
  readonly #shipped: ShippedState;
  readonly #variants: ReadonlyMap<string, VariantInfo>;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #placed = new Map<string, readonly PlacedMark[]>();
  #sums: ReadonlyMap<string, SeverityCounts> | undefined;
  #accepted: number | undefined;
  #strays: readonly StrayMark[] | undefined;

  /** @param shipped the contributions that came with the work, or what they say */
  constructor(
    work: Work,
    texts: ReadonlyMap<string, readonly Paragraph[]>,
    shipped: readonly Contribution[] | ShippedState,
    state?: State,
    rows?: readonly Row[],
  ) {
    this.work = work;
    this.texts = texts;
    this.#shipped = 'base' in shipped ? shipped : foldedState(shipped);
    this.state = state ?? this.#shipped.base;
    this.rows =
      rows ??
      buildRows(
        [work.subject, work.reference, ...work.variants.map(({ id }) => id)].filter(
          (id, index, all) => all.indexOf(id) === index,
        ),
        texts,
      );
    this.#variants = new Map(work.variants.map((variant) => [variant.id, variant]));
    this.#indices = new Map(this.rows.map(({ id }, index) => [id, index]));
  }

  /** The same work with one more variant's text. */
  withText(variant: string, paragraphs: readonly Paragraph[]): OpenedWork {
    return new OpenedWork(this.work, new Map(this.texts).set(variant, paragraphs), this.#shipped, this.state);
  }

  /**
   * The same work with another subject or another reference. One that takes the other's part changes places with it;
   * a variant that the work has no text of is left out. Back-translations stay those of the variant that they
   * translate.
   */
  withRoles(wanted: Roles): OpenedWork {
    const there = (id: string | undefined): string | undefined =>
      id !== undefined && this.variant(id)?.status === 'complete' ? id : undefined;
    const before = this.work;
    const other = there(wanted.reference);
    const subject = there(wanted.subject) ?? (other === before.subject ? before.reference : before.subject);
    const rest = subject === before.reference ? before.subject : before.reference;
    const reference = other === undefined || other === subject ? rest : other;
    if (subject === before.subject && reference === before.reference) return this;
    return new OpenedWork({ ...this.work, subject, reference }, this.texts, this.#shipped, this.state);
  }

  /** The same work with what readers added, beside what came with it. */
  withRecords(records: readonly Contribution[]): OpenedWork {
    return new OpenedWork(this.work, this.texts, this.#shipped, this.#shipped.with(records), this.rows);
  }

  variant(id: string): VariantInfo | undefined {
    return this.#variants.get(id);
  }

  /** The variant that translates another back, if there is one. */
  backTranslationOf(id: string): VariantInfo | undefined {
    return this.work.variants.find(({ provenance, of }) => provenance === 'back-translation' && of === id);
  }

  /** A paragraph's row, or -1. */
  indexOf(paragraph: string): number {
    return this.#indices.get(paragraph) ?? -1;
  }

  row(paragraph: string): Row | undefined {
    return this.rows[this.indexOf(paragraph)];
  }

  paragraph(variant: string, id: string): Paragraph | undefined {
    return this.row(id)
      ?.cells.get(variant)
      ?.find((paragraph) => paragraph.id === id);
  }

  /** The marks of a paragraph in one variant, rejected ones aside, in text order; unplaced ones last. */
  marksIn(variant: string, paragraph: string): readonly PlacedMark[] {
    const key = placeKey(variant, paragraph);
    const known = this.#placed.get(key);
    if (known) return known;
    // A text that is not there has lost nothing: its marks stand without a place.
    const text = this.texts.has(variant) ? (this.paragraph(variant, paragraph)?.text ?? '') : undefined;
    const start = ({ spans }: PlacedMark): number => spans[0]?.start ?? Infinity;
    const placed = (this.state.marks.get(key) ?? [])
      .filter(({ status }) => status !== 'rejected')
      .map(({ mark, status }): PlacedMark => {
        const attachments = mark.spans
          .filter((anchor) => (anchor.variant ?? mark.variant) === variant)
          .flatMap((anchor) => (text === undefined ? [] : [attach(anchor, text)]));
        const spans = attachments
          .flatMap((attachment) => ('span' in attachment ? [attachment.span] : []))
          .sort((a, b) => a.start - b.start);
        return { id: mark.id, mark, status, severity: mark.severity, spans, attachments };
      })
      .sort((a, b) => start(a) - start(b));
    this.#placed.set(key, placed);
    return placed;
  }

  /** Marks per variant, rejected ones aside. */
  markCount(variant: string): number {
    return Object.values(this.severitySums(variant)).reduce((sum, count) => sum + count, 0);
  }

  /** A variant's marks by severity, rejected ones aside. Counted once. */
  severitySums(variant: string): SeverityCounts {
    const sums = (this.#sums ??= this.#sumMarks());
    return sums.get(variant) ?? {};
  }

  /** Number of accepted corrections. Counted once. */
  get acceptedCount(): number {
    this.#accepted ??= [...this.state.corrections.values()]
      .flat()
      .filter(({ status }) => status === 'accepted').length;
    return this.#accepted;
  }

  /** A row's marks by severity, in the given variants. */
  severities(paragraph: string, variants: readonly string[]): SeverityCounts {
    const counts: Partial<Record<Severity, number>> = {};
    for (const variant of variants)
      for (const { mark, status } of this.state.marks.get(placeKey(variant, paragraph)) ?? [])
        if (status !== 'rejected') counts[mark.severity] = (counts[mark.severity] ?? 0) + 1;
    return counts;
  }

  /** The next (1) or previous (-1) mark in reading order, from a mark or from a paragraph's start. */
  step(
    variants: readonly string[],
    from: { readonly paragraph: string | undefined; readonly mark: string | undefined },
    direction: 1 | -1,
    severities: readonly Severity[] = SEVERITIES,
  ): { readonly mark: string; readonly paragraph: string } | undefined {
    const count = this.rows.length;
    const first = Math.max(0, from.paragraph === undefined ? 0 : this.indexOf(from.paragraph));
    for (let steps = 0; steps <= count; steps += 1) {
      const row = this.rows[(((first + steps * direction) % count) + count) % count];
      if (!row) return undefined;
      // A mark with spans in two variants is one stop.
      const marks = [
        ...new Set(
          variants
            .flatMap((variant) => this.marksIn(variant, row.id))
            .filter(({ severity }) => severities.includes(severity))
            .map(({ id }) => id),
        ),
      ];
      const at = steps === 0 && from.mark !== undefined ? marks.indexOf(from.mark) : -1;
      const next =
        at >= 0
          ? marks[at + direction]
          : steps === 0 && direction < 0
            ? undefined
            : marks[direction > 0 ? 0 : marks.length - 1];
      if (next !== undefined) return { mark: next, paragraph: row.id };
    }
    return undefined;
  }

  /** Marks whose words are no longer where a reader could see them. Looked for once, where there are marks. */
  get strays(): readonly StrayMark[] {
    this.#strays ??= this.#findStrays();
    return this.#strays;
  }

  #findStrays(): readonly StrayMark[] {
    const strays = [...this.state.marks].flatMap(([key, marks]): readonly StrayMark[] => {
      const cut = key.indexOf('/');
      const [variant, paragraph] = [key.slice(0, cut), key.slice(cut + 1)];
      // A text that was not loaded has lost nothing.
      if (!this.texts.has(variant)) return [];
      const text = this.paragraph(variant, paragraph)?.text ?? '';
      return marks.flatMap(({ mark, status }) => {
        if (status === 'rejected') return [];
        for (const anchor of mark.spans) {
          if ((anchor.variant ?? mark.variant) !== variant || stands(anchor, text)) continue;
          const { state } = attach(anchor, text);
          if (state === 'lost' || state === 'ambiguous') return [{ mark, state }];
        }
        return [];
      });
    });
    // One that has spans in two variants is one mark.
    return [...new Map(strays.map((stray) => [stray.mark.id, stray])).values()];
  }

  corrections(variant: string, paragraph: string): readonly FoldedCorrection[] {
    return this.state.corrections.get(placeKey(variant, paragraph)) ?? [];
  }

  /** The correction to show: the latest accepted one, else the latest that was not rejected. */
  correction(variant: string, paragraph: string): FoldedCorrection | undefined {
    const all = this.corrections(variant, paragraph);
    return (
      all.findLast(({ status }) => status === 'accepted') ??
      all.findLast(({ status }) => status !== 'rejected')
    );
  }

  /** Each author's latest rating of a paragraph. */
  ratings(variant: string, paragraph: string): readonly Rating[] {
    return this.state.ratings.get(placeKey(variant, paragraph)) ?? [];
  }

  comments(variant: string, paragraph: string): readonly Comment[] {
    return this.state.comments.get(placeKey(variant, paragraph)) ?? [];
  }

  /** How many of a reader's records stand: what was taken back, and the taking back, do not count. */
  countOwn(records: readonly Contribution[]): number {
    return records.filter(({ id }) => {
      const standing = this.state.standing.get(id);
      return standing !== undefined && standing.type !== 'withdrawal';
    }).length;
  }

  #sumMarks(): ReadonlyMap<string, SeverityCounts> {
    const sums = new Map<string, Partial<Record<Severity, number>>>();
    for (const [key, marks] of this.state.marks) {
      const variant = key.slice(0, key.indexOf('/'));
      const sum = sums.get(variant) ?? {};
      for (const { mark, status } of marks)
        if (status !== 'rejected') sum[mark.severity] = (sum[mark.severity] ?? 0) + 1;
      sums.set(variant, sum);
    }
    return sums;
  }
}

/** Whether an anchor is in its old place in its old surroundings: then `attach`, at many times the cost, says the
 * same, and a work may have 100,000 marks to look at. */
function stands({ quote, start, end }: Anchor, text: string): boolean {
  const from = start - quote.prefix.length;
  return (
    from >= 0 && text.slice(from, end + quote.suffix.length) === quote.prefix + quote.exact + quote.suffix
  );
}
