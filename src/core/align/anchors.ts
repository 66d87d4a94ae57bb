import { type Cognates, SOUND } from './cognates.ts';
import type { LexedText } from './lexed-text.ts';
import { within } from './within.ts';

/** Units that surely belong together, one of each side. */
export interface Anchor {
  readonly source: number;
  readonly target: number;
}

/** A pair of types says nothing about place when either is more frequent than one in so many units. */
const RAREST_SHARE = 12;
/** Occurrences of the target type, nearest to where they are expected, that each occurrence of the source meets. */
const NEAREST = 6;
/** Less than this (the log of how rare the words are that two units share) is no anchor. */
const LEAST_WEIGHT = 6;
/** Earlier candidates that are looked at for the one before. */
const LOOK_BACK = 150;
/** What it costs to leave the diagonal by d units: this times log(1 + d). */
const DRIFT_COST = 2.5;
/** Units, pairs of units or candidates between two rests. */
const STEP = 20_000;

/** Unit indices of every type that is rare enough, by type. */
function* placesOf(text: LexedText, most: number): Generator<number, ReadonlyMap<number, readonly number[]>> {
  const places = new Map<number, number[]>();
  for (let unit = 0; unit + 1 < text.starts.length; unit++) {
    if (unit % STEP === STEP - 1) yield unit / text.starts.length;
    for (let at = text.starts[unit]!; at < text.starts[unit + 1]!; at++) {
      const type = text.tokens[at]!;
      if (text.frequency[type]! > most) continue;
      const list = places.get(type);
      if (list === undefined) places.set(type, [unit]);
      else if (list.at(-1) !== unit) list.push(unit);
    }
  }
  return places;
}

/** The units of all counterparts of a type, ascending; none when one of them is too frequent. */
function unitsOfAll(
  { rows, types }: Cognates,
  type: number,
  places: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const first = rows[type]!;
  const last = rows[type + 1]!;
  if (last === first) return [];
  if (last === first + 1) return places.get(types[first]!) ?? [];
  const units = new Set<number>();
  for (let entry = first; entry < last; entry++) {
    const of = places.get(types[entry]!);
    if (of === undefined) return [];
    for (const unit of of) units.add(unit);
  }
  return [...units].sort((a, b) => a - b);
}

/** The index of the first entry that is at least `value`. */
function lowerBound(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A chain of anchors through the rare words that both texts share, in order on both sides: the heaviest one, where
 * leaving the diagonal costs. Near-linear: each occurrence of a word meets only the nearest of its counterparts. Yields
 * the share of the work that is done.
 *
 * @param expected for each source unit, where its counterpart is looked for first
 */
export function* findAnchors(
  from: LexedText,
  to: LexedText,
  cognates: Cognates,
  expected: (unit: number) => number,
): Generator<number, readonly Anchor[]> {
  const sources = from.starts.length - 1;
  const targets = to.starts.length - 1;
  const most = Math.max(4, Math.min(sources, targets) / RAREST_SHARE);
  const places = yield* within(0, 0.15, placesOf(from, most));
  const others = yield* within(0.15, 0.3, placesOf(to, most));
  const cells = new Map<number, number>();
  let done = 0;
  let paired = 0;
  for (const [type, units] of places) {
    done++;
    if (paired >= STEP) {
      paired = 0;
      yield 0.3 + (0.5 * done) / places.size;
    }
    if (cognates.classes[type] === SOUND) continue;
    const counterparts = unitsOfAll(cognates, type, others);
    // What looks like a frequent word, or like many words, says nothing about place.
    if (counterparts.length === 0 || counterparts.length > most) continue;
    const weight = Math.log(Math.max(sources, targets) / Math.max(units.length, counterparts.length));
    paired += counterparts.length + NEAREST * units.length;
    for (const unit of units) {
      const place = expected(unit);
      let right = lowerBound(counterparts, place);
      let left = right - 1;
      for (let taken = 0; taken < NEAREST; taken++) {
        const hasLeft = left >= 0;
        const hasRight = right < counterparts.length;
        if (!hasLeft && !hasRight) break;
        const goesLeft = hasLeft && (!hasRight || place - counterparts[left]! < counterparts[right]! - place);
        const other = goesLeft ? counterparts[left--]! : counterparts[right++]!;
        const key = unit * targets + other;
        cells.set(key, (cells.get(key) ?? 0) + weight);
      }
    }
  }
  return yield* within(0.8, 1, heaviestChain(cells, targets, expected));
}

function* heaviestChain(
  cells: ReadonlyMap<number, number>,
  targets: number,
  expected: (unit: number) => number,
): Generator<number, Anchor[]> {
  const keys = Float64Array.from(cells.keys())
    .filter((key) => cells.get(key)! >= LEAST_WEIGHT)
    .sort();
  const count = keys.length;
  const source = new Int32Array(count);
  const target = new Int32Array(count);
  const drift = new Float64Array(count);
  const score = new Float64Array(count);
  const before = new Int32Array(count).fill(-1);
  let top = -1;
  for (let index = 0; index < count; index++) {
    if (index % STEP === STEP - 1) yield index / count;
    source[index] = Math.floor(keys[index]! / targets);
    target[index] = keys[index]! - source[index]! * targets;
    drift[index] = target[index]! - expected(source[index]!);
    let best = 0;
    const stop = Math.max(0, index - LOOK_BACK);
    for (let earlier = index - 1; earlier >= stop; earlier--) {
      if (source[earlier]! >= source[index]! || target[earlier]! >= target[index]!) continue;
      if (score[earlier]! <= best) continue;
      const value = score[earlier]! - DRIFT_COST * Math.log1p(Math.abs(drift[index]! - drift[earlier]!));
      if (value <= best) continue;
      best = value;
      before[index] = earlier;
    }
    score[index] = best + cells.get(keys[index]!)!;
    if (top < 0 || score[index]! > score[top]!) top = index;
  }
  const chain: Anchor[] = [];
  for (let index = top; index >= 0; index = before[index]!) {
    chain.push({ source: source[index]!, target: target[index]! });
  }
  return chain.reverse();
}

/** Where a source unit's counterpart is expected, by straight lines between anchors and the texts' ends. */
export function interpolate(
  anchors: readonly Anchor[],
  sources: number,
  targets: number,
): (unit: number) => number {
  const knots = [{ source: -1, target: -1 }, ...anchors, { source: sources, target: targets }];
  const places = new Float64Array(sources + 1);
  for (let knot = 1; knot < knots.length; knot++) {
    const left = knots[knot - 1]!;
    const right = knots[knot]!;
    const slope = (right.target - left.target) / (right.source - left.source);
    for (let unit = Math.max(0, left.source); unit <= Math.min(sources, right.source); unit++) {
      places[unit] = left.target + slope * (unit - left.source);
    }
  }
  return (unit) => places[unit]!;
}
