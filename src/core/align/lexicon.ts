import type { Bead } from './bead.ts';
import { COGNATE_CLASSES, type Cognates } from './cognates.ts';
import type { Explanations } from './group-scores.ts';
import type { LexedText } from './lexed-text.ts';
import { within } from './within.ts';

/**
 * Translation probabilities t(other type | type): counts of IBM Model 1 with absolute discounting (Ney & Essen 1991),
 * whose freed mass goes to the type's cognates and to the background.
 */
export interface Lexicon {
  readonly rows: Int32Array;
  readonly types: Int32Array;
  readonly probabilities: Float32Array;
  /** By type: the mass that was freed. */
  readonly freed: Float32Array;
  /** By class of cognates: the share of the freed mass that goes to them. */
  readonly cognateShares: Float64Array;
}

const FIRST_SHARES = [0.6, 0.4, 0.6, 0.3, 0.35, 0.1, 0.05] as const;
/** The first shares count as this many tokens. */
const SHARE_WEIGHT = 10;

export function emptyLexicon(types: number): Lexicon {
  return {
    rows: new Int32Array(types + 1),
    types: new Int32Array(0),
    probabilities: new Float32Array(0),
    freed: new Float32Array(types).fill(1),
    cognateShares: Float64Array.from(FIRST_SHARES),
  };
}

/** Relative frequencies, of which a bit is left to what was never seen. */
export function background(text: LexedText): Float64Array {
  const total = text.tokens.length + 1;
  return Float64Array.from(text.frequency, (count) => count / total);
}

/** Lexicon and cognates as one table, divided by the background of the other side. */
export function explain(lexicon: Lexicon, cognates: Cognates, behind: Float64Array): Explanations {
  const count = lexicon.freed.length;
  const rows = new Int32Array(count + 1);
  const most = lexicon.types.length + cognates.types.length;
  const types = new Int32Array(most);
  const gains = new Float32Array(most);
  const rest = new Float32Array(count);
  let size = 0;
  for (let type = 0; type < count; type++) {
    const freed = lexicon.freed[type]!;
    rest[type] = freed;
    const from = rows[type]!;
    for (let entry = lexicon.rows[type]!; entry < lexicon.rows[type + 1]!; entry++) {
      types[size] = lexicon.types[entry]!;
      gains[size++] = lexicon.probabilities[entry]! / behind[types[size - 1]!]!;
    }
    const known = size;
    const first = cognates.rows[type]!;
    const last = cognates.rows[type + 1]!;
    if (last > first) {
      const share = freed * lexicon.cognateShares[cognates.classes[type]!]!;
      rest[type] = freed - share;
      let all = 0;
      for (let entry = first; entry < last; entry++) all += behind[cognates.types[entry]!]!;
      for (let entry = first; entry < last; entry++) {
        const other = cognates.types[entry]!;
        let slot = from;
        while (slot < known && types[slot] !== other) slot++;
        if (slot === known) {
          slot = size++;
          types[slot] = other;
          gains[slot] = 0;
        }
        gains[slot]! += share / all;
      }
    }
    rows[type + 1] = size;
  }
  return { rows, types: types.slice(0, size), gains: gains.slice(0, size), rest };
}

/** Beads with text on both sides, seen from the side that explains. */
export interface DirectedBeads {
  readonly count: number;
  readonly fromStarts: Int32Array;
  readonly fromEnds: Int32Array;
  readonly toStarts: Int32Array;
  readonly toEnds: Int32Array;
  readonly weights: Float64Array;
}

/** As token ranges. */
export function directBeads(
  beads: readonly Bead[],
  weights: Float64Array,
  source: LexedText,
  target: LexedText,
): readonly [forward: DirectedBeads, backward: DirectedBeads] {
  const paired: number[] = [];
  for (const [index, bead] of beads.entries()) {
    if (bead.sourceStart < bead.sourceEnd && bead.targetStart < bead.targetEnd) paired.push(index);
  }
  const ends = (pick: (bead: Bead) => number) => Int32Array.from(paired, (index) => pick(beads[index]!));
  const sourceStarts = ends((bead) => source.starts[bead.sourceStart]!);
  const sourceEnds = ends((bead) => source.starts[bead.sourceEnd]!);
  const targetStarts = ends((bead) => target.starts[bead.targetStart]!);
  const targetEnds = ends((bead) => target.starts[bead.targetEnd]!);
  const used = Float64Array.from(paired, (index) => weights[index]!);
  const count = paired.length;
  return [
    {
      count,
      fromStarts: sourceStarts,
      fromEnds: sourceEnds,
      toStarts: targetStarts,
      toEnds: targetEnds,
      weights: used,
    },
    {
      count,
      fromStarts: targetStarts,
      fromEnds: targetEnds,
      toStarts: sourceStarts,
      toEnds: sourceEnds,
      weights: used,
    },
  ];
}

/** The bead and its place, for every token of the explaining side, ordered by type. */
interface Occurrences {
  readonly rows: Int32Array;
  readonly beads: Int32Array;
}

function occurrencesOf(from: LexedText, beads: DirectedBeads): Occurrences {
  const rows = new Int32Array(from.vocabulary.length + 1);
  for (let bead = 0; bead < beads.count; bead++) {
    for (let at = beads.fromStarts[bead]!; at < beads.fromEnds[bead]!; at++) rows[from.tokens[at]! + 1]!++;
  }
  for (let type = 0; type < from.vocabulary.length; type++) rows[type + 1]! += rows[type]!;
  const next = rows.slice();
  const list = new Int32Array(rows[from.vocabulary.length]!);
  for (let bead = 0; bead < beads.count; bead++) {
    for (let at = beads.fromStarts[bead]!; at < beads.fromEnds[bead]!; at++) {
      list[next[from.tokens[at]!]!++] = bead;
    }
  }
  return { rows, beads: list };
}

/** What explains each token of the other side, summed, over the background: the denominator of its shares. Yields the
 * share of the work that is done. */
function* denominators(
  from: LexedText,
  to: LexedText,
  beads: DirectedBeads,
  table: Explanations,
): Generator<number, Float32Array> {
  const sums = new Float32Array(to.tokens.length);
  const explained = new Float64Array(to.vocabulary.length);
  for (let bead = 0; bead < beads.count; bead++) {
    if (bead % BEADS_A_STEP === BEADS_A_STEP - 1) yield bead / beads.count;
    let free = 0;
    const first = beads.fromStarts[bead]!;
    const last = beads.fromEnds[bead]!;
    for (let at = first; at < last; at++) {
      const type = from.tokens[at]!;
      free += table.rest[type]!;
      for (let entry = table.rows[type]!; entry < table.rows[type + 1]!; entry++) {
        explained[table.types[entry]!]! += table.gains[entry]!;
      }
    }
    for (let at = beads.toStarts[bead]!; at < beads.toEnds[bead]!; at++) {
      sums[at] = explained[to.tokens[at]!]! + free;
    }
    for (let at = first; at < last; at++) {
      const type = from.tokens[at]!;
      for (let entry = table.rows[type]!; entry < table.rows[type + 1]!; entry++) {
        explained[table.types[entry]!] = 0;
      }
    }
  }
  return sums;
}

/** What is not so many times likelier than by chance is left to the background. */
const LEAST_GAIN = 2;
/** Less than this share of a type's occurrences is noise; it would cost most of the time. */
const LEAST_PROBABILITY = 0.002;
/** Counterparts of tokens that are counted between two rests, and beads that are summed up. */
const TOKENS_A_STEP = 2_000_000;
const BEADS_A_STEP = 500;
/** The share of the work that is done when they are. */
const SUMMED = 0.3;

/** What a lexicon is learnt from. */
export interface Lesson {
  readonly from: LexedText;
  readonly to: LexedText;
  readonly beads: DirectedBeads;
  readonly cognates: Cognates;
  /** Background probabilities of the types of `to`. */
  readonly behind: Float64Array;
}

/** One iteration of EM. `discount` is taken from every count; what has no more than that is forgotten. */
export function* reestimate(
  { from, to, beads, cognates, behind }: Lesson,
  lexicon: Lexicon,
  table: Explanations,
  discount: number,
): Generator<number, Lexicon> {
  const { rows: places, beads: beadsOf } = occurrencesOf(from, beads);
  const sums = yield* within(0, SUMMED, denominators(from, to, beads, table));
  const count = from.vocabulary.length;
  const others = to.vocabulary.length;
  const rows = new Int32Array(count + 1);
  let types = new Int32Array(1 << 16);
  let probabilities = new Float32Array(1 << 16);
  let size = 0;
  const freed = new Float32Array(count).fill(1);
  const gains = new Float64Array(others);
  const counts = new Float64Array(others);
  const touched = new Int32Array(others);
  const cognateMass = new Float64Array(COGNATE_CLASSES);
  const freeMass = new Float64Array(COGNATE_CLASSES);
  let counted = 0;
  for (let type = 0; type < count; type++) {
    const rest = table.rest[type]!;
    for (let entry = table.rows[type]!; entry < table.rows[type + 1]!; entry++) {
      gains[table.types[entry]!] = table.gains[entry]!;
    }
    let touchedCount = 0;
    let total = 0;
    for (let place = places[type]!; place < places[type + 1]!; place++) {
      const bead = beadsOf[place]!;
      const weight = beads.weights[bead]!;
      const end = beads.toEnds[bead]!;
      counted += end - beads.toStarts[bead]!;
      for (let at = beads.toStarts[bead]!; at < end; at++) {
        const other = to.tokens[at]!;
        const share = (weight * (gains[other]! + rest)) / sums[at]!;
        if (counts[other] === 0) touched[touchedCount++] = other;
        counts[other]! += share;
        total += share;
      }
    }
    // Which part of the freed mass the cognates took: only they and the background compete for it.
    const first = cognates.rows[type]!;
    const last = cognates.rows[type + 1]!;
    if (last > first) {
      const kind = cognates.classes[type]!;
      let all = 0;
      for (let entry = first; entry < last; entry++) all += behind[cognates.types[entry]!]!;
      const gain = (lexicon.freed[type]! * lexicon.cognateShares[kind]!) / all;
      for (let entry = first; entry < last; entry++) {
        const other = cognates.types[entry]!;
        cognateMass[kind]! += (counts[other]! * gain) / (gains[other]! + rest);
      }
      for (let index = 0; index < touchedCount; index++) {
        const other = touched[index]!;
        freeMass[kind]! += (counts[other]! * rest) / (gains[other]! + rest);
      }
    }
    if (size + touchedCount > types.length) {
      const length = 2 * (size + touchedCount);
      const longerTypes = new Int32Array(length);
      longerTypes.set(types);
      types = longerTypes;
      const longer = new Float32Array(length);
      longer.set(probabilities);
      probabilities = longer;
    }
    if (total > 0) {
      let left = 0;
      for (let index = 0; index < touchedCount; index++) {
        const other = touched[index]!;
        const kept = counts[other]! - discount;
        counts[other] = 0;
        if (kept <= total * Math.max(LEAST_GAIN * behind[other]!, LEAST_PROBABILITY)) continue;
        left += kept;
        types[size] = other;
        probabilities[size++] = kept / total;
      }
      freed[type] = Math.max(0.01, 1 - left / total);
    }
    rows[type + 1] = size;
    for (let entry = table.rows[type]!; entry < table.rows[type + 1]!; entry++)
      gains[table.types[entry]!] = 0;
    if (counted >= TOKENS_A_STEP) {
      counted = 0;
      yield SUMMED + ((1 - SUMMED) * type) / count;
    }
  }
  const cognateShares = Float64Array.from(FIRST_SHARES, (share, kind) => {
    const mass = cognateMass[kind]!;
    return (mass + SHARE_WEIGHT * share) / (mass + freeMass[kind]! + SHARE_WEIGHT);
  });
  return {
    rows,
    types: types.slice(0, size),
    probabilities: probabilities.slice(0, size),
    freed,
    cognateShares,
  };
}
