import { byId } from './canonical.ts';
import { resolveConflict } from './conflict.ts';
import type {
  Alignment,
  Comment,
  Contribution,
  Correction,
  Dismissal,
  KnownContribution,
  Mark,
  Rating,
  Review,
} from './record.ts';
import { isKnown } from './record-schema.ts';
import {
  correctionStatus,
  type CorrectionStatus,
  markStatus,
  type MarkStatus,
  resolvedIds,
  standingReviews,
} from './verdict.ts';
import { withdrawnIds } from './withdrawal.ts';

export interface FoldedMark {
  readonly mark: Mark;
  readonly status: MarkStatus;
  /** The reviews that count. */
  readonly reviews: readonly Review[];
}

export interface FoldedCorrection {
  readonly correction: Correction;
  readonly status: CorrectionStatus;
  readonly reviews: readonly Review[];
}

/** Accepted corrections of one paragraph that make different texts of one base. */
export interface Fork {
  readonly variant: string;
  readonly paragraph: string;
  readonly base: string;
  readonly corrections: readonly Correction[];
}

/** What a set of contributions says. Lists are sorted by id; keys are those of `placeKey`. */
export interface State {
  /** Under each place that one of the mark's spans stands in. */
  readonly marks: ReadonlyMap<string, readonly FoldedMark[]>;
  readonly corrections: ReadonlyMap<string, readonly FoldedCorrection[]>;
  /** Comments on a place; comments on a record are in `replies`. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** Each author's latest rating of a place. */
  readonly ratings: ReadonlyMap<string, readonly Rating[]>;
  /** By the key of the finding. */
  readonly dismissals: ReadonlyMap<string, readonly Dismissal[]>;
  readonly forks: ReadonlyMap<string, readonly Fork[]>;
  readonly alignments: readonly Alignment[];
  /** By the id of the record that they are about. */
  readonly reviews: ReadonlyMap<string, readonly Review[]>;
  readonly replies: ReadonlyMap<string, readonly Comment[]>;
  /** Everything that was not taken back, by id. */
  readonly standing: ReadonlyMap<string, KnownContribution>;
  readonly withdrawn: ReadonlySet<string>;
}

export function placeKey(variant: string, paragraph: string): string {
  return `${variant}/${paragraph}`;
}

/**
 * The state that a set of records stands for. Neither their order nor repetition matters; what refers to a
 * record that has not arrived takes effect when it does. Time n log n.
 */
export function fold(records: Iterable<Contribution>): State {
  const all = new Map<string, Contribution>();
  for (const record of records) {
    const other = all.get(record.id);
    all.set(record.id, other === undefined || other === record ? record : resolveConflict(other, record));
  }
  const withdrawn = withdrawnIds(all);
  const sorted = [...all.values()].filter((record) => !withdrawn.has(record.id)).sort(byId);
  const known = sorted.filter(isKnown);
  const reviews = standingReviews(known.filter((record) => record.type === 'review'));
  const reviewsOf = ({ id }: KnownContribution): readonly Review[] => reviews.get(id) ?? [];

  const corrections = known
    .filter((record) => record.type === 'correction')
    .map((correction): FoldedCorrection => {
      const own = reviewsOf(correction);
      return { correction, status: correctionStatus(own), reviews: own };
    });
  const accepted = corrections
    .filter(({ status }) => status === 'accepted')
    .map(({ correction }) => correction);
  const resolved = resolvedIds(accepted);
  const marks = known
    .filter((record) => record.type === 'mark')
    .map((mark): FoldedMark => {
      const own = reviewsOf(mark);
      return { mark, status: markStatus(mark, own, resolved), reviews: own };
    });
  const comments = known.filter((record) => record.type === 'comment');

  return {
    marks: group(
      marks,
      ({ mark }) =>
        new Set(
          mark.spans.map(({ variant, paragraph }) =>
            placeKey(variant ?? mark.variant, paragraph ?? mark.paragraph),
          ),
        ),
    ),
    corrections: group(corrections, ({ correction }) => [keyOf(correction)]),
    comments: group(comments, ({ variant, paragraph, of }) =>
      of === undefined && variant !== undefined && paragraph !== undefined
        ? [placeKey(variant, paragraph)]
        : [],
    ),
    ratings: group(latestRatings(known), ({ variant, paragraph }) => [placeKey(variant, paragraph)]),
    dismissals: group(
      known.filter((record) => record.type === 'dismissal'),
      ({ finding }) => [finding],
    ),
    forks: forksOf(accepted),
    alignments: known.filter((record) => record.type === 'alignment'),
    reviews,
    replies: group(comments, ({ of }) => (of === undefined ? [] : [of])),
    standing: new Map(known.map((record) => [record.id, record])),
    withdrawn,
  };
}

function latestRatings(sorted: readonly KnownContribution[]): readonly Rating[] {
  const latest = new Map<string, Rating>();
  for (const record of sorted)
    if (record.type === 'rating')
      latest.set(JSON.stringify([record.variant, record.paragraph, record.author]), record);
  return [...latest.values()].sort(byId);
}

const keyOf = ({ variant, paragraph }: Correction): string => placeKey(variant, paragraph);

/** The forks among accepted corrections, by `placeKey`. */
export function forksOf(accepted: readonly Correction[]): ReadonlyMap<string, readonly Fork[]> {
  const sameBase = group(accepted, (correction) => [`${keyOf(correction)}/${correction.base}`]);
  const forks = [...sameBase.values()]
    .filter((corrections) => new Set(corrections.map(({ text }) => text)).size > 1)
    .map((corrections): Fork => {
      const { variant, paragraph, base } = corrections[0]!;
      return { variant, paragraph, base, corrections };
    });
  return group(forks, ({ variant, paragraph }) => [placeKey(variant, paragraph)]);
}

function group<T>(
  items: readonly T[],
  keysOf: (item: T) => Iterable<string>,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const found = groups.get(key);
      if (found === undefined) groups.set(key, [item]);
      else found.push(item);
    }
  }
  return groups;
}
