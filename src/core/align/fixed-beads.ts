import type { Bead } from './bead.ts';
import { ALONE, FREE } from './bead-evidence.ts';
import type { AlignText } from './lexed-text.ts';

/** By merged unit of either side: FREE, ALONE, or the unit of the other side that belongs to it. */
export interface Links {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** A text in which the units of each fixed bead are one unit. */
export interface MergedText {
  readonly text: AlignText;
  /** By merged unit: the first unit that it was made of; one more entry than units. */
  readonly starts: Int32Array;
  /** By fixed bead: its merged unit, or -1 where it has no text on this side. */
  readonly units: readonly number[];
}

/** Joins the units of each fixed bead, so that a bead of any size is one pair of units to the search. */
export function merged(text: AlignText, fixed: readonly Bead[], side: 'source' | 'target'): MergedText {
  const units: string[] = [];
  const starts: number[] = [];
  const of: number[] = [];
  let next = 0;
  const push = (end: number): void => {
    starts.push(next);
    units.push(text.units.slice(next, end).join(' '));
    next = end;
  };
  for (const bead of fixed) {
    const [start, end] =
      side === 'source' ? [bead.sourceStart, bead.sourceEnd] : [bead.targetStart, bead.targetEnd];
    if (start < next || end < start || end > text.units.length) throw new RangeError('fixed beads overlap');
    while (next < start) push(next + 1);
    of.push(start === end ? -1 : units.length);
    if (end > start) push(end);
  }
  while (next < text.units.length) push(next + 1);
  starts.push(next);
  const unitOf = new Map(starts.map((start, unit) => [start, unit]));
  const paragraphs = text.paragraphs?.flatMap((start) => unitOf.get(start) ?? []);
  return {
    text: { lang: text.lang, units, ...(paragraphs && { paragraphs }) },
    starts: Int32Array.from(starts),
    units: of,
  };
}

/** What the fixed beads say of the merged units. */
export function fixedLinks(fixed: readonly Bead[], from: MergedText, to: MergedText): Links {
  const source = new Int32Array(from.text.units.length).fill(FREE);
  const target = new Int32Array(to.text.units.length).fill(FREE);
  for (const index of fixed.keys()) {
    const unit = from.units[index]!;
    const other = to.units[index]!;
    if (unit >= 0) source[unit] = other >= 0 ? other : ALONE;
    if (other >= 0) target[other] = unit >= 0 ? unit : ALONE;
  }
  return { source, target };
}

/** Beads of merged units as beads of the units they were made of. */
export function unmerged<T extends Bead>(beads: readonly T[], from: MergedText, to: MergedText): T[] {
  return beads.map((bead) => ({
    ...bead,
    sourceStart: from.starts[bead.sourceStart]!,
    sourceEnd: from.starts[bead.sourceEnd]!,
    targetStart: to.starts[bead.targetStart]!,
    targetEnd: to.starts[bead.targetEnd]!,
  }));
}
