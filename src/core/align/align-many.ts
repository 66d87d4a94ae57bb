import { align, type AlignedBead, type AlignOptions } from './align.ts';
import { type Chain, chainOf, inverted } from './cuts.ts';
import type { AlignText } from './lexed-text.ts';
import { type CheckedBead, closeTriangles } from './triangle.ts';

/** Units of several texts that belong together. */
export interface AlignedRow {
  /** By text: the range of its units, which may be empty. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
  /** The probability that the row is right: that of its least sure bead. */
  readonly confidence: number;
  /** Some two ways between the texts contradict each other here. */
  readonly isDisputed: boolean;
}

/** Two texts as rows: each bead is one. */
const rowsOfPair = (beads: readonly AlignedBead[]): AlignedRow[] =>
  beads.map(({ sourceStart, sourceEnd, targetStart, targetEnd, confidence }) => ({
    ranges: [
      [sourceStart, sourceEnd],
      [targetStart, targetEnd],
    ],
    confidence,
    isDisputed: false,
  }));

/**
 * Aligns two or more texts. The first is the one that the others are aligned with; each of these is also aligned with
 * the next one, and where the three alignments of such a triangle contradict each other, the surest way is taken or
 * the row is flagged. Yields the share of the work that is done.
 *
 * @throws RangeError for fewer than two texts
 */
export function* alignMany(
  texts: readonly AlignText[],
  options: Omit<AlignOptions, 'fixed'> = {},
): Generator<number, readonly AlignedRow[]> {
  const [first, ...others] = texts;
  if (first === undefined || others.length === 0) throw new RangeError('two texts are needed');
  // Two other texts make one triangle, more of them a ring, in which each has two.
  const rings = others.length < 2 ? 0 : others.length === 2 ? 1 : others.length;
  const total = others.length + rings;
  const run = function* (one: AlignText, other: AlignText, done: number) {
    const steps = align(one, other, options);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield (done + step.value) / total;
    return step.value;
  };
  const direct: (readonly AlignedBead[])[] = [];
  for (const [index, other] of others.entries()) direct.push(yield* run(first, other, index));
  if (others.length === 1) return rowsOfPair(direct[0]!);
  const chains = direct.map(chainOf);
  const ways = others.map((): (readonly [Chain, Chain])[] => []);
  for (let ring = 0; ring < rings; ring++) {
    const next = (ring + 1) % others.length;
    const between = chainOf(yield* run(others[ring]!, others[next]!, others.length + ring));
    ways[next]!.push([chains[ring]!, between]);
    ways[ring]!.push([chains[next]!, inverted(between)]);
  }
  return joinRows(direct.map((beads, index) => closeTriangles(beads, ways[index]!)));
}

/**
 * Rows over all texts from the alignments with the first: they begin and end where all of these cut the first text;
 * what one text adds there is a row of its own, before the row that follows.
 */
function joinRows(alignments: readonly (readonly CheckedBead[])[]): AlignedRow[] {
  const rows: AlignedRow[] = [];
  const next = alignments.map(() => 0);
  const at = alignments.map(() => 0);
  let start = 0;
  for (;;) {
    for (const [text, beads] of alignments.entries()) {
      for (let bead = beads[next[text]!]; bead?.sourceEnd === start; bead = beads[++next[text]!]) {
        const ranges = alignments.map((_, other): readonly [number, number] =>
          other === text ? [bead!.targetStart, bead!.targetEnd] : [at[other]!, at[other]!],
        );
        at[text] = bead.targetEnd;
        rows.push({
          ranges: [[start, start], ...ranges],
          confidence: bead.confidence,
          isDisputed: bead.isDisputed,
        });
      }
    }
    const taken: CheckedBead[] = [];
    const from = [...at];
    let end = start;
    // Until all alignments cut at the same place: the one that lags behind takes one more bead.
    const ends = alignments.map(() => start);
    do {
      for (const [text, beads] of alignments.entries()) {
        while (ends[text]! < Math.max(end, start + 1)) {
          const bead = beads[next[text]!];
          if (bead === undefined) return rows;
          next[text]!++;
          taken.push(bead);
          ends[text] = bead.sourceEnd;
          at[text] = bead.targetEnd;
        }
        end = Math.max(end, ends[text]!);
      }
    } while (ends.some((one) => one < end));
    rows.push({
      ranges: [[start, end], ...from.map((first, text): readonly [number, number] => [first, at[text]!])],
      confidence: taken.reduce((least, bead) => Math.min(least, bead.confidence), 1),
      isDisputed: taken.some((bead) => bead.isDisputed),
    });
    start = end;
  }
}
