/** Lines that say the same: of each text those from `a` (`b`) on, up to the next pair's. */
export interface LinePair {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Lines that become one, or one that becomes so many. */
const MOST_LINES = 4;
/** Beyond so many pairs of changed lines they are paired in their order. */
const MOST_CELLS = 40_000;
/** With less in common, lines were not made of each other. */
const LEAST_SHARE = 0.5;
/** Keeps lines that have nothing in common in pairs, as one that was written anew is. */
const REWRITTEN = 0.001;

/**
 * Pairs the lines of a text with those of an edited one, in order: the same with the same, changed ones with what is
 * most like them, also one with several where lines were split or joined. Each line is in one pair.
 */
export function alignLines(a: readonly string[], b: readonly string[]): readonly LinePair[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1;
  const same = (from: number, to: number, by: number): readonly LinePair[] =>
    Array.from({ length: to - from }, (_each, index) => ({ a: [from + index], b: [from + index + by] }));
  return [
    ...same(0, start, 0),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)).map((pair) => ({
      a: pair.a.map((index) => index + start),
      b: pair.b.map((index) => index + start),
    })),
    ...same(a.length - end, a.length, b.length - a.length),
  ];
}

interface Step {
  readonly score: number;
  readonly a: number;
  readonly b: number;
}

function middle(a: readonly string[], b: readonly string[]): readonly LinePair[] {
  if (a.length * b.length > MOST_CELLS || a.length === 0 || b.length === 0)
    return inOrder(a.length, b.length);
  const steps: Step[][] = [];
  for (let i = 0; i <= a.length; i += 1) {
    const row: Step[] = [];
    steps.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      let best: Step = { score: i + j === 0 ? 0 : -Infinity, a: 0, b: 0 };
      const consider = (m: number, n: number, gain: number): void => {
        const score = (m === 0 ? row : steps[i - m]!)[j - n]!.score + gain;
        if (score > best.score) best = { score, a: m, b: n };
      };
      for (let m = 1; m <= Math.min(MOST_LINES, i); m += 1)
        if (j > 0) consider(m, 1, likeness(a.slice(i - m, i), [b[j - 1]!]));
      for (let n = 2; n <= Math.min(MOST_LINES, j); n += 1)
        if (i > 0) consider(1, n, likeness([a[i - 1]!], b.slice(j - n, j)));
      if (i > 0) consider(1, 0, 0);
      if (j > 0) consider(0, 1, 0);
      row.push(best);
    }
  }
  const pairs: LinePair[] = [];
  for (let i = a.length, j = b.length; i + j > 0;) {
    const step = steps[i]![j]!;
    const range = (to: number, count: number) =>
      Array.from({ length: count }, (_each, at) => to - count + at);
    pairs.unshift({ a: range(i, step.a), b: range(j, step.b) });
    i -= step.a;
    j -= step.b;
  }
  return pairs;
}

function inOrder(a: number, b: number): readonly LinePair[] {
  return Array.from({ length: Math.max(a, b) }, (_each, index) => ({
    a: index < a ? [index] : [],
    b: index < b ? [index] : [],
  }));
}

/** How much more than `LEAST_SHARE` of their characters two texts have in common by pairs (as Dice's coefficient
 * counts), in characters. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [a.join(''), b.join('')];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < one.length; at += 1) {
    const pair = one.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let at = 0; at + 1 < other.length; at += 1) {
    const pair = other.slice(at, at + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common += 1;
    pairs.set(pair, left - 1);
  }
  const gain = 2 * common - LEAST_SHARE * (one.length + other.length);
  return a.length + b.length === 2 ? Math.max(gain, REWRITTEN) : gain;
}
