import { standsIn } from '../../core/contribution/anchor.ts';
import type { Fork } from '../../core/contribution/fold.ts';
import { placeKey } from '../../core/contribution/fold.ts';
import type { Dismissal, Mark } from '../../core/contribution/record.ts';
import type { Finding } from '../../core/check/finding.ts';
import { CHECKS } from '../../core/check/registry.ts';
import type { Category } from '../../core/mqm/typology.ts';
import type { Span } from '../../core/span.ts';
import type { OpenedWork, StrayMark } from '../opened-work.ts';
import type { ReviewFilter } from './review-filter.ts';

/** What became of a finding. */
export type Standing = 'open' | 'marked' | 'dismissed';

export interface FindingEntry {
  readonly kind: 'finding';
  readonly key: string;
  readonly variant: string;
  readonly paragraph: string;
  readonly finding: Finding;
  readonly standing: Standing;
  /** A mark stands on some of its words already. */
  readonly isTouched: boolean;
  /** Those that are shown to have dismissed it. */
  readonly dismissals: readonly Dismissal[];
}

export interface ForkEntry {
  readonly kind: 'fork';
  readonly key: string;
  readonly variant: string;
  readonly paragraph: string;
  readonly fork: Fork;
}

export interface StrayEntry {
  readonly kind: 'stray';
  readonly key: string;
  readonly variant: string;
  readonly paragraph: string;
  readonly stray: StrayMark;
}

export type Entry = FindingEntry | ForkEntry | StrayEntry;

const categories: ReadonlyMap<string, Category> = new Map(CHECKS.map(({ id, category }) => [id, category]));
/** What a mark made of a check's finding would be. */
export const categoryOf = (check: string): Category => categories.get(check) ?? 'other';

const offByDefault: ReadonlySet<string> = new Set(
  CHECKS.filter(({ isOnByDefault }) => !isOnByDefault).map(({ id }) => id),
);
export const isOffByDefault = (check: string): boolean => offByDefault.has(check);

/** A finding's spans, or the whole paragraph. */
export function spansOf({ spans }: Finding, text: string): readonly Span[] {
  return spans.length > 0 ? spans : [{ start: 0, end: text.length }];
}

/**
 * All findings with what became of them: those of the subject first, then by confidence, then by place. Findings come
 * by and by, and each portion costs little more than it holds.
 */
export class FindingQueue {
  #rows: OpenedWork['rows'] | undefined;
  #known: readonly Finding[] = [];
  #sorted: readonly Finding[] = [];
  #opened: OpenedWork | undefined;
  #entries = new WeakMap<Finding, FindingEntry>();

  /** The same entries as before for the same findings in the same work. */
  entries(findings: readonly Finding[], opened: OpenedWork): readonly FindingEntry[] {
    if (this.#opened !== opened) this.#entries = new WeakMap();
    this.#opened = opened;
    return this.#order(findings, opened).map((finding) => {
      let entry = this.#entries.get(finding);
      if (entry === undefined) this.#entries.set(finding, (entry = entryOf(finding, opened)));
      return entry;
    });
  }

  #order(findings: readonly Finding[], opened: OpenedWork): readonly Finding[] {
    const { length } = this.#known;
    const isMore = this.#rows === opened.rows && findings[length - 1] === this.#known[length - 1];
    const before = isMore ? this.#sorted : [];
    const added = findings.slice(before.length);
    // What is sorted already is one run to the sort, which then costs a merge.
    if (!isMore || added.length > 0) this.#sorted = [...before, ...added].sort(orderIn(opened));
    this.#rows = opened.rows;
    this.#known = findings;
    return this.#sorted;
  }
}

const orderIn =
  (opened: OpenedWork) =>
  (a: Finding, b: Finding): number =>
    Number(b.variant === opened.work.subject) - Number(a.variant === opened.work.subject) ||
    b.confidence - a.confidence ||
    opened.indexOf(a.paragraph) - opened.indexOf(b.paragraph) ||
    (a.spans[0]?.start ?? -1) - (b.spans[0]?.start ?? -1);

function entryOf(finding: Finding, opened: OpenedWork): FindingEntry {
  const { key, variant, paragraph } = finding;
  const dismissals = opened.state.dismissals.get(key) ?? [];
  const marks = opened.state.marks.get(placeKey(variant, paragraph)) ?? [];
  const text = marks.length > 0 ? (opened.paragraph(variant, paragraph)?.text ?? '') : '';
  const counting = marks.filter(({ status }) => status !== 'rejected').map(({ mark }) => mark);
  const isMarked = counting.some((mark) => isMadeOf(mark, finding, text));
  return {
    kind: 'finding',
    key,
    variant,
    paragraph,
    finding,
    standing: isMarked ? 'marked' : dismissals.length > 0 ? 'dismissed' : 'open',
    isTouched: counting.some((mark) => touches(mark, finding, text)),
    dismissals,
  };
}

/** Whether a mark says what a finding says: the same words and the check's category. Words are compared, as a
 * finding's key compares them: placing every mark of a long work would hold up the page. */
function isMadeOf(mark: Mark, finding: Finding, text: string): boolean {
  const spans = spansOf(finding, text);
  return (
    mark.category === categoryOf(finding.check) &&
    mark.variant === finding.variant &&
    mark.spans.length === spans.length &&
    mark.spans.every(({ quote }, index) => {
      const span = spans[index]!;
      return quote.exact === text.slice(span.start, span.end);
    })
  );
}

/** Whether a mark stands on a finding's words, in its old place or where its quote is first found. */
function touches(mark: Mark, finding: Finding, text: string): boolean {
  const spans = spansOf(finding, text);
  return mark.spans.some((anchor) => {
    if (!standsIn(anchor, mark, finding.variant, finding.paragraph)) return false;
    const { exact } = anchor.quote;
    const start =
      text.slice(anchor.start, anchor.end) === exact ? anchor.start : exact === '' ? -1 : text.indexOf(exact);
    // A gap lies on words when it lies at them.
    const end = Math.max(start + 1, start + exact.length);
    return start >= 0 && spans.some((span) => span.start < end && span.end > start);
  });
}

/** The findings that a filter shows, in their order. */
export function filtered(
  entries: readonly FindingEntry[],
  { family, check, variant, confidence = 0, unmarked, settled, extra = [] }: ReviewFilter,
): readonly FindingEntry[] {
  return entries.filter(
    ({ finding, standing, isTouched }) =>
      (settled === true || standing === 'open') &&
      (family === undefined || finding.family === family) &&
      (check === undefined || finding.check === check) &&
      (variant === undefined || finding.variant === variant) &&
      finding.confidence >= confidence &&
      (unmarked !== true || !isTouched) &&
      (!isOffByDefault(finding.check) || extra.includes(finding.check)),
  );
}

export function forkEntries(opened: OpenedWork): readonly ForkEntry[] {
  return [...opened.state.forks.values()]
    .flat()
    .map((fork): ForkEntry => ({
      kind: 'fork',
      key: `fork/${fork.corrections[0]?.id ?? ''}`,
      variant: fork.variant,
      paragraph: fork.paragraph,
      fork,
    }))
    .sort((a, b) => opened.indexOf(a.paragraph) - opened.indexOf(b.paragraph));
}

export function strayEntries(opened: OpenedWork): readonly StrayEntry[] {
  return opened.strays
    .map((stray): StrayEntry => ({
      kind: 'stray',
      key: `stray/${stray.mark.id}`,
      variant: stray.mark.variant,
      paragraph: stray.mark.paragraph,
      stray,
    }))
    .sort((a, b) => opened.indexOf(a.paragraph) - opened.indexOf(b.paragraph));
}
