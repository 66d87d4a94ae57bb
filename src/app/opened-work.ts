import { type Attachment, attach, stands, standsIn } from '../core/contribution/anchor.ts';
import {
  type FoldedCorrection,
  type FoldedMark,
  type State,
  fold,
  placeKey,
} from '../core/contribution/fold.ts';
import { isArranged } from '../core/contribution/arranged.ts';
import type { Plan } from '../core/contribution/file-plans.ts';
import type { Projection, projectionOf } from '../core/contribution/projection.ts';
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

/** Shows a work otherwise than its files are; few works need it, so it is loaded for those. */
export type Project = typeof projectionOf;

/** What is known already when a work is made of another. */
interface Known {
  readonly state?: State;
  readonly rows?: readonly Row[] | undefined;
  readonly project?: Project | undefined;
  /** The last projection of the same work: what did not change is kept. */
  readonly last?: { projection?: Projection | undefined };
}

/**
 * A work as it is shown: its texts in rows, with what people added. Immutable; `withText` and its like give a new one.
 * Everything is looked up by id, and marks are placed when their paragraph is first asked for. Where its rows are other
 * than its files' paragraphs, everything is in terms of the rows (`Projection`), but for what is named after the files.
 */
export class OpenedWork {
  readonly work: Work;
  /** Ids of the variants, the subject and the reference first: the order that the rows are built in. */
  readonly order: readonly string[];
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly rows: readonly Row[];
  readonly state: State;
  readonly fileTexts: ReadonlyMap<string, readonly Paragraph[]>;
  /** In terms of the files, as records are. */
  readonly fileState: State;
  readonly #shipped: ShippedState;
  readonly #project: Project | undefined;
  readonly #projection: Projection | undefined;
  readonly #last: { projection?: Projection | undefined };
  readonly #variants: ReadonlyMap<string, VariantInfo>;
  readonly #indices: ReadonlyMap<string, number>;
  readonly #placed = new Map<string, readonly PlacedMark[]>();
  #sums: ReadonlyMap<string, SeverityCounts> | undefined;
  #accepted: number | undefined;
  #strays: readonly StrayMark[] | undefined;

  /**
   * @param texts the files'
   * @param shipped the contributions that came with the work, or what they say
   */
  constructor(
    work: Work,
    texts: ReadonlyMap<string, readonly Paragraph[]>,
    shipped: readonly Contribution[] | ShippedState,
    { state, rows, project, last = {} }: Known = {},
  ) {
    this.work = work;
    this.fileTexts = texts;
    this.#shipped = 'base' in shipped ? shipped : foldedState(shipped);
    this.fileState = state ?? this.#shipped.base;
    this.order = [...new Set([work.subject, work.reference, ...work.variants.map(({ id }) => id)])];
    this.#project = project;
    this.#last = last;
    this.#projection = project?.(this.order, texts, this.fileState, last.projection);
    last.projection = this.#projection;
    this.texts = this.#projection?.texts ?? texts;
    this.state = this.#projection?.state ?? this.fileState;
    this.rows = this.#projection?.rows ?? rows ?? buildRows(this.order, texts);
    this.#variants = new Map(work.variants.map((variant) => [variant.id, variant]));
    this.#indices = new Map(this.rows.map(({ id }, index) => [id, index]));
  }

  /** Whether it cannot be shown right before `withProject`. */
  get needsProject(): boolean {
    return !this.#project && isArranged(this.fileTexts, this.fileState.alignments);
  }

  /** The same work, shown in rows that are other than its files' paragraphs. */
  withProject(project: Project): OpenedWork {
    return this.#with({ project });
  }

  /** The same work with one more variant's text. */
  withText(variant: string, paragraphs: readonly Paragraph[]): OpenedWork {
    return this.#with({}, this.work, new Map(this.fileTexts).set(variant, paragraphs));
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
    return this.#with({}, { ...this.work, subject, reference });
  }

  /** The same work with what readers added, beside what came with it. */
  withRecords(records: readonly Contribution[]): OpenedWork {
    const rows = this.#projection ? undefined : this.rows;
    return this.#with({ state: this.#shipped.with(records), rows });
  }

  #with(given: Known, work = this.work, texts = this.fileTexts): OpenedWork {
    const known = { state: this.fileState, project: this.#project, last: this.#last, ...given };
    return new OpenedWork(work, texts, this.#shipped, known);
  }

  /** What a reader adds to what is shown, as records of what the files say. */
  toFile<P extends Plan>(plans: readonly P[]): readonly (P | Plan)[] {
    return this.#projection?.toFile(plans) ?? plans;
  }

  /** Any records, also those that were taken back, in terms of what is shown. */
  asShown(records: readonly Contribution[]): readonly Contribution[] {
    return this.#projection?.shown(records) ?? records;
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
          .filter((anchor) => standsIn(anchor, mark, variant, paragraph))
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
    this.#accepted ??= [...this.fileState.corrections.values()]
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
          if (!standsIn(anchor, mark, variant, paragraph) || stands(anchor, text)) continue;
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
    const counted = new Set<string>();
    for (const [key, marks] of this.state.marks) {
      const variant = key.slice(0, key.indexOf('/'));
      const sum = sums.get(variant) ?? {};
      for (const { mark, status } of marks) {
        if (status === 'rejected') continue;
        // One that has spans in two paragraphs is one mark.
        const isOne = mark.spans.length === 1 || !counted.has(`${variant}/${mark.id}`);
        if (isOne) sum[mark.severity] = (sum[mark.severity] ?? 0) + 1;
        if (mark.spans.length > 1) counted.add(`${variant}/${mark.id}`);
      }
      sums.set(variant, sum);
    }
    return sums;
  }
}
