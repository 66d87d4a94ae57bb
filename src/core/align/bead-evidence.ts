import { LARGEST_GROUP, PAIRINGS } from './bead.ts';
import { EDGE_CLASSES, type EdgeClasses, type EdgeTables } from './edge-classes.ts';
import type { GroupScores } from './group-scores.ts';
import { EASE, type LengthModel, UNRELATED } from './length-model.ts';

/** How much each kind of evidence counts: the kinds overlap, and so do the words of a sentence. */
export interface EvidenceWeights {
  readonly words: number;
  readonly lengths: number;
  readonly edges: number;
  /** Added for each paragraph boundary inside a bead where the other side has none to match. */
  readonly crossing: number;
}

export interface Side {
  readonly lengths: Float64Array;
  readonly edges: EdgeClasses;
  readonly crossings: Uint8Array;
  /** By unit: FREE, ALONE, or the unit of the other side that a person linked it to; left out when all are free. */
  readonly links?: Int32Array;
}

export const FREE = -1;
/** A person said that this unit has no counterpart. */
export const ALONE = -2;
/** What a person said outweighs any evidence. */
const CERTAIN = 1e4;

const LONGEST = 4000;
const LOG_RELATED = Math.log(1 - UNRELATED);

/** Log-likelihood ratio of a bead against independent generation of its two sides. */
export class BeadEvidence {
  readonly #forward: GroupScores;
  readonly #backward: GroupScores;
  readonly #weights: EvidenceWeights;
  readonly #tables: EdgeTables;
  readonly #source: Side;
  readonly #target: Side;
  readonly #sourceLengths: Float64Array;
  readonly #targetLengths: Float64Array;
  readonly #sourceLogs: Float64Array;
  readonly #targetLogs: Float64Array;
  readonly #chance: Float64Array;
  readonly #logVariances = new Float64Array(LONGEST);
  readonly #inverseVariances = new Float64Array(LONGEST);
  readonly #hasLinks: boolean;
  readonly #sources: number;
  readonly #targets: number;

  constructor(
    forward: GroupScores,
    backward: GroupScores,
    source: Side,
    target: Side,
    length: LengthModel,
    tables: EdgeTables,
    weights: EvidenceWeights,
  ) {
    this.#forward = forward;
    this.#backward = backward;
    this.#source = source;
    this.#target = target;
    this.#tables = tables;
    this.#weights = weights;
    this.#hasLinks = source.links !== undefined && target.links !== undefined;
    this.#sources = source.lengths.length;
    this.#targets = target.lengths.length;
    this.#sourceLengths = groupLengths(source.lengths);
    this.#targetLengths = groupLengths(target.lengths);
    this.#sourceLogs = this.#sourceLengths.map((one) => Math.log(one + EASE) + length.mean);
    this.#targetLogs = this.#targetLengths.map((one) => Math.log(one + EASE));
    for (let total = 0; total < LONGEST; total++) {
      const variance = length.base + (2 * length.perInverse) / (total + 2 * EASE);
      this.#logVariances[total] = Math.log(variance);
      this.#inverseVariances[total] = 1 / variance;
    }
    // By target group: what the length would cost by chance, without the constant of the normal distribution.
    this.#chance = this.#targetLogs.map((log, at) => {
      const [mean, variance] = length.chance[Math.floor(at / this.#targets)]!;
      return (log - mean) ** 2 / variance + Math.log(variance);
    });
  }

  /**
   * Writes the evidence of the beads that begin at a boundary of both texts to `table`, in the order of PAIRINGS.
   * Beads that the band's group scores do not cover get what stands there: the caller passes them over.
   */
  write(source: number, target: number, pairings: number, table: Float32Array): void {
    const { words, lengths, edges, crossing } = this.#weights;
    const forward = this.#forward;
    const backward = this.#backward;
    const sourceEdges = this.#source.edges;
    const targetEdges = this.#target.edges;
    const sources = this.#sources;
    const targets = this.#targets;
    const firstRatio =
      edges * this.#tables.first[sourceEdges.first[source]! * EDGE_CLASSES + targetEdges.first[target]!]!;
    for (let which = 0; which < pairings; which++) {
      const sourceSize = SOURCE_SIZES[which]!;
      const targetSize = TARGET_SIZES[which]!;
      const sourceEnd = source + sourceSize;
      const targetEnd = target + targetSize;
      if (sourceEnd > sources || targetEnd > targets) continue;
      const from = (sourceSize - 1) * sources + source;
      const to = (targetSize - 1) * targets + target;
      const forwardAt = forward.offsets[from]! - forward.first[source]! + target;
      const backwardAt = backward.offsets[to]! - backward.first[target]! + source;
      const lexical =
        forward.sums[forwardAt + targetSize]! -
        forward.sums[forwardAt]! +
        backward.sums[backwardAt + sourceSize]! -
        backward.sums[backwardAt]!;
      const total = (this.#sourceLengths[from]! + this.#targetLengths[to]!) | 0;
      const slot = total < LONGEST ? total : LONGEST - 1;
      const off = this.#targetLogs[to]! - this.#sourceLogs[from]!;
      const ratio = this.#chance[to]! - this.#logVariances[slot]! - off * off * this.#inverseVariances[slot]!;
      const last = sourceEdges.last[sourceEnd - 1]! * EDGE_CLASSES + targetEdges.last[targetEnd - 1]!;
      const crossed = this.#source.crossings[from]! - this.#target.crossings[to]!;
      table[which] =
        words * lexical +
        lengths * soften(0.5 * ratio) +
        firstRatio +
        edges * this.#tables.last[last]! +
        crossing * (crossed < 0 ? -crossed : crossed) +
        (this.#hasLinks ? this.#certainty(source, sourceEnd, target, targetEnd) : 0);
    }
  }

  /** What was said by a person of the units of a bead. */
  #certainty(source: number, sourceEnd: number, target: number, targetEnd: number): number {
    const sourceLinks = this.#source.links!;
    const targetLinks = this.#target.links!;
    if (sourceEnd - source === 1 && targetEnd - target === 1 && sourceLinks[source] === target)
      return CERTAIN;
    for (let unit = source; unit < sourceEnd; unit++) if (sourceLinks[unit] !== FREE) return -CERTAIN;
    for (let unit = target; unit < targetEnd; unit++) if (targetLinks[unit] !== FREE) return -CERTAIN;
    return 0;
  }
}

const SOURCE_SIZES = Int32Array.from(PAIRINGS, ([size]) => size);
const TARGET_SIZES = Int32Array.from(PAIRINGS, ([, size]) => size);

const SOFT_FROM = -8;
const SOFT_TO = 8;
const SOFT_STEPS = 50;
/** log((1 - UNRELATED) exp(ratio) + UNRELATED), tabulated, since it is asked for every bead. */
const SOFT = Float64Array.from({ length: (SOFT_TO - SOFT_FROM) * SOFT_STEPS + 1 }, (_, step) =>
  Math.log((1 - UNRELATED) * Math.exp(SOFT_FROM + step / SOFT_STEPS) + UNRELATED),
);

function soften(ratio: number): number {
  if (ratio >= SOFT_TO) return ratio + LOG_RELATED;
  return ratio <= SOFT_FROM ? SOFT[0]! : SOFT[((ratio - SOFT_FROM) * SOFT_STEPS) | 0]!;
}

/** Lengths of all groups of 1 … LARGEST_GROUP units, by `(size - 1) * units + start`. */
function groupLengths(lengths: Float64Array): Float64Array {
  const units = lengths.length;
  const groups = new Float64Array(units * LARGEST_GROUP);
  for (let start = 0; start < units; start++) {
    let length = 0;
    for (let size = 1; size <= LARGEST_GROUP && start + size <= units; size++) {
      length += lengths[start + size - 1]!;
      groups[(size - 1) * units + start] = length;
    }
  }
  return groups;
}
