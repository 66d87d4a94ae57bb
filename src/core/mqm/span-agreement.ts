import type { Span } from '../span.ts';
import { type Annotation, isError, isRating, segmentKey } from './annotation.ts';

/** Two marks of two annotators that stand on the same characters. */
export interface MarkPair {
  readonly one: Annotation;
  readonly other: Annotation;
  /** UTF-16 units in common. */
  readonly overlap: number;
}

/** How far two annotators mark the same places; shares are 0..1. */
export interface SpanAgreement {
  /** Segments that both rated. */
  readonly segments: number;
  /** Marks of each on those segments. Marks without a span are left out. */
  readonly marks: { readonly one: number; readonly other: number };
  /** Mean share of a mark of the one that its partner covers; missing where the one marked nothing. */
  readonly precision?: number;
  /** The same from the other's side. */
  readonly recall?: number;
  /** Their harmonic mean; missing where neither marked anything. */
  readonly f1?: number;
  readonly pairs: readonly MarkPair[];
}

/**
 * Precision, recall and F1 of one annotator's spans against another's, with partial credit: marks are paired
 * one to one, and a pair counts for each side as the share of the mark's characters that its partner covers,
 * averaged over all marks ("match with partial overlap and partial credit", micro-averaged: Perrella et al.
 * 2026, arXiv 2603.19921; character overlap as in WMT's error span task, Blain et al. 2023). Pairs are made
 * greedily, the largest overlap first. Exchanging the annotators exchanges precision and recall.
 */
export function spanAgreement(annotations: Iterable<Annotation>, one: string, other: string): SpanAgreement {
  const byRater = { one: new Map<string, Annotation[]>(), other: new Map<string, Annotation[]>() };
  for (const annotation of annotations) {
    if (!isRating(annotation)) continue;
    const key = segmentKey(annotation);
    if (annotation.rater === one) push(byRater.one, key, annotation);
    if (annotation.rater === other) push(byRater.other, key, annotation);
  }
  const pairs: MarkPair[] = [];
  const marks = { one: 0, other: 0 };
  let segments = 0;
  for (const [key, ofOne] of byRater.one) {
    const ofOther = byRater.other.get(key);
    if (ofOther === undefined) continue;
    segments += 1;
    const left = ofOne.filter(isMark);
    const right = ofOther.filter(isMark);
    marks.one += left.length;
    marks.other += right.length;
    pairs.push(...pairUp(left, right));
  }
  const credit = (side: 'one' | 'other') =>
    pairs.reduce((sum, pair) => sum + pair.overlap / lengthOf(pair[side]), 0);
  const precision = marks.one === 0 ? undefined : credit('one') / marks.one;
  const recall = marks.other === 0 ? undefined : credit('other') / marks.other;
  const f1 = harmonicMean(precision, recall);
  return {
    segments,
    marks,
    ...(precision === undefined ? {} : { precision }),
    ...(recall === undefined ? {} : { recall }),
    ...(f1 === undefined ? {} : { f1 }),
    pairs,
  };
}

const isMark = (annotation: Annotation): boolean => isError(annotation) && lengthOf(annotation) > 0;

function harmonicMean(precision?: number, recall?: number): number | undefined {
  if (precision === undefined && recall === undefined) return undefined;
  // Marks on one side only: nothing in common.
  if (precision === undefined || recall === undefined || precision + recall === 0) return 0;
  return (2 * precision * recall) / (precision + recall);
}

function pairUp(left: readonly Annotation[], right: readonly Annotation[]): MarkPair[] {
  const candidates = left.flatMap((one) =>
    right.map((other) => ({ one, other, overlap: overlapOf(one, other) })),
  );
  // The order is the same from both sides: only marks on the very same characters tie.
  const rank = ({ one, other }: MarkPair) => [lengthOf(one) + lengthOf(other), startOf(one) + startOf(other)];
  const sorted = candidates
    .filter(({ overlap }) => overlap > 0)
    .map((pair) => ({ pair, rank: rank(pair) }))
    .sort((a, b) => b.pair.overlap - a.pair.overlap || a.rank[0]! - b.rank[0]! || a.rank[1]! - b.rank[1]!);
  const taken = new Set<Annotation>();
  const pairs: MarkPair[] = [];
  for (const { pair } of sorted) {
    if (taken.has(pair.one) || taken.has(pair.other)) continue;
    taken.add(pair.one).add(pair.other);
    pairs.push(pair);
  }
  return pairs;
}

const length = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);
const lengthOf = ({ source, target }: Annotation): number => length(source) + length(target);
const startOf = ({ source, target }: Annotation): number => target[0]?.start ?? source[0]?.start ?? 0;

const overlapOf = (one: Annotation, other: Annotation): number =>
  common(one.source, other.source) + common(one.target, other.target);

function common(ones: readonly Span[], others: readonly Span[]): number {
  let units = 0;
  for (const one of ones) {
    for (const other of others) {
      units += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return units;
}

function push(map: Map<string, Annotation[]>, key: string, annotation: Annotation): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [annotation]);
  else found.push(annotation);
}
