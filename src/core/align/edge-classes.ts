import { LARGEST_GROUP, type Bead } from './bead.ts';
import type { AlignText } from './lexed-text.ts';

/** Classes of a unit's first and last characters; a class with the paragraph flag begins or ends a paragraph. */
const PATTERNS: readonly RegExp[] = [
  /[.。।]/u,
  /[?？]/u,
  /[!！]/u,
  /[…]/u,
  /[:：]/u,
  /[;；·]/u,
  /[,，、]/u,
  /[-–—]/u,
  /[\p{Pi}\p{Pf}"'„“”«»「」『』]/u,
  /[\p{Ps}\p{Pe}]/u,
  /\p{Nd}/u,
  /[\p{Lu}\p{Lt}]/u,
  /\p{Ll}/u,
  /\p{L}/u,
];
/** The patterns, others, and nothing at all. */
const KINDS = PATTERNS.length + 2;
export const EDGE_CLASSES = 2 * KINDS;

function kindOf(char: string | undefined): number {
  if (char === undefined) return KINDS - 1;
  const kind = PATTERNS.findIndex((pattern) => pattern.test(char));
  return kind < 0 ? KINDS - 2 : kind;
}

export interface EdgeClasses {
  readonly first: Uint8Array;
  readonly last: Uint8Array;
}

const known = new Map<string, number>();
function cached(char: string | undefined): number {
  if (char === undefined) return KINDS - 1;
  let kind = known.get(char);
  if (kind === undefined) known.set(char, (kind = kindOf(char)));
  return kind;
}

/** The classes of each unit's edges; `flagged` when both texts know their paragraphs. */
export function edgeClasses(text: AlignText, flagged: boolean): EdgeClasses {
  const { units } = text;
  const first = new Uint8Array(units.length);
  const last = new Uint8Array(units.length);
  for (const [index, unit] of units.entries()) {
    const trimmed = unit.trim();
    const firstPoint = trimmed.codePointAt(0);
    first[index] = cached(firstPoint === undefined ? undefined : String.fromCodePoint(firstPoint));
    last[index] = cached(trimmed.at(-1));
  }
  if (flagged) {
    for (const start of text.paragraphs ?? []) {
      if (start < units.length) first[start]! += KINDS;
      if (start > 0) last[start - 1]! += KINDS;
    }
    if (units.length > 0) last[units.length - 1]! += KINDS;
  }
  return { first, last };
}

/** Log-likelihood ratios of pairs of classes, by `source class * EDGE_CLASSES + target class`. */
export interface EdgeTables {
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** Independence counts as this many beads. */
const INDEPENDENT = 12;

/** Before anything is aligned the classes say nothing. */
export function firstEdgeTables(): EdgeTables {
  const size = EDGE_CLASSES * EDGE_CLASSES;
  return { first: new Float64Array(size), last: new Float64Array(size) };
}

/** The joint tables of classes at the edges of beads with text on both sides, against independence. */
export function estimateEdgeTables(
  beads: readonly Bead[],
  weights: Float64Array,
  source: EdgeClasses,
  target: EdgeClasses,
): EdgeTables {
  const table = (classesOf: (bead: Bead) => readonly [number, number]): Float64Array => {
    const joint = new Float64Array(EDGE_CLASSES * EDGE_CLASSES);
    const left = new Float64Array(EDGE_CLASSES);
    const right = new Float64Array(EDGE_CLASSES);
    let total = 0;
    for (const [index, bead] of beads.entries()) {
      if (bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd) continue;
      const weight = weights[index]!;
      const [from, to] = classesOf(bead);
      joint[from * EDGE_CLASSES + to]! += weight;
      left[from]! += weight;
      right[to]! += weight;
      total += weight;
    }
    const ratios = new Float64Array(joint.length);
    if (total === 0) return ratios;
    for (let from = 0; from < EDGE_CLASSES; from++) {
      for (let to = 0; to < EDGE_CLASSES; to++) {
        const chance = ((left[from]! + 0.5) * (right[to]! + 0.5)) / (total + 0.5) ** 2;
        const at = from * EDGE_CLASSES + to;
        ratios[at] = Math.log((joint[at]! / chance + INDEPENDENT) / (total + INDEPENDENT));
      }
    }
    return ratios;
  };
  return {
    first: table((bead) => [source.first[bead.sourceStart]!, target.first[bead.targetStart]!]),
    last: table((bead) => [source.last[bead.sourceEnd - 1]!, target.last[bead.targetEnd - 1]!]),
  };
}

/** Which beads may not be made: a group that reaches over a paragraph's end, by size and start. */
export function crossings(text: AlignText, flagged: boolean): Uint8Array {
  const units = text.units.length;
  const crossed = new Uint8Array(units * LARGEST_GROUP);
  if (!flagged) return crossed;
  for (const boundary of text.paragraphs ?? []) {
    for (let size = 2; size <= LARGEST_GROUP; size++) {
      for (let start = Math.max(0, boundary - size + 1); start < boundary; start++) {
        crossed[(size - 1) * units + start]! += 1;
      }
    }
  }
  return crossed;
}
