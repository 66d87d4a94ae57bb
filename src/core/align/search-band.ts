import type { Anchor } from './anchors.ts';
import { type Band, makeBand } from './band.ts';
import type { Bead } from './bead.ts';

/** A table of so many cells is searched as a whole at first. */
const SMALL = 40_000;
const ANCHOR_WIDTH = 8;
/** How fast the path may leave the line between anchors, and how far. */
const SPREAD = 0.2;
const WIDEST = 120;
/** Between two anchors, a rectangle up to this is searched as a whole. */
const SMALL_BOX = 4000;

/** Grows a band around points; each is the middle of a square. */
class BandBuilder {
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #rows: number;
  readonly #columns: number;

  /** @param rows boundaries, one more than units */
  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.#columns = columns;
    this.#low = new Int32Array(rows).fill(columns - 1);
    this.#high = new Int32Array(rows);
  }

  /** Includes the rectangle; the rest follows because the ends of a band never fall. */
  include(firstRow: number, lastRow: number, firstColumn: number, lastColumn: number): void {
    const bottom = Math.min(this.#rows - 1, Math.max(0, lastRow));
    const top = Math.max(0, Math.min(this.#rows - 1, firstRow));
    this.#low[bottom] = Math.min(this.#low[bottom]!, Math.max(0, firstColumn));
    this.#high[top] = Math.max(this.#high[top]!, Math.min(this.#columns - 1, lastColumn));
  }

  build(): Band {
    return makeBand(this.#low, this.#high, this.#columns);
  }
}

/** A band of so many cells is never too large; a larger one may have so many cells a row. */
const ALWAYS_ALLOWED = 1_000_000;
const MOST_IN_ROW = 60;
const SCALES = [0.5, 0.25, 0.1];

/** The widest band that time and memory allow: texts that do not fit together are doubtful everywhere. */
function limited(rows: number, build: (scale: number) => Band): Band {
  let band = build(1);
  for (const scale of SCALES) {
    if (band.cells <= Math.max(ALWAYS_ALLOWED, MOST_IN_ROW * rows)) break;
    band = build(scale);
  }
  return band;
}

/** The band of the first pass: narrow at anchors, wider the farther from one, all of a small table. */
export function bandOfAnchors(anchors: readonly Anchor[], sources: number, targets: number): Band {
  return limited(sources, (scale) => aroundAnchors(anchors, sources, targets, scale));
}

function aroundAnchors(anchors: readonly Anchor[], sources: number, targets: number, scale: number): Band {
  const builder = new BandBuilder(sources + 1, targets + 1);
  if (sources * targets <= SMALL) builder.include(0, sources, 0, targets);
  const knots = [{ source: 0, target: 0 }, ...anchors, { source: sources, target: targets }];
  for (let knot = 1; knot < knots.length; knot++) {
    const left = knots[knot - 1]!;
    const right = knots[knot]!;
    const height = right.source - left.source;
    const width = right.target - left.target;
    if (height * width <= SMALL_BOX) {
      builder.include(left.source, right.source, left.target, right.target);
    }
    const steps = Math.max(1, height, width);
    for (let step = 0; step <= steps; step++) {
      const row = Math.round(left.source + (height * step) / steps);
      const column = Math.round(left.target + (width * step) / steps);
      const away = Math.min(step, steps - step);
      const half = ANCHOR_WIDTH + Math.round(scale * Math.min(WIDEST, SPREAD * away));
      builder.include(row - (half >> 1), row + (half >> 1), column - half, column + half);
    }
  }
  return builder.build();
}

const PATH_WIDTH = 4;
/** Half width added for each doubtful bead among the neighbours. */
const WIDTH_OF_DOUBT = 1.5;
const NEIGHBOURS = 12;
/** A longer run of units without counterpart is suspicious, however probable it seems. */
const SHORT_RUN = 3;
const MOST_OF_DOUBT = 60;
/** A path this near to the band's edge may be held back by it. */
const NEAR = 2;
const WIDTH_AT_EDGE = 40;

/** Whether the band keeps the path from going on at a boundary, other than at the table's own edges. */
export function touches(band: Band, row: number, column: number): boolean {
  const last = band.low.length - 1;
  const columns = band.high[last]!;
  if (row === 0 || row === last || column === 0 || column === columns) return false;
  return (
    (band.low[row]! > 0 && column - band.low[row]! < NEAR) ||
    (band.high[row]! < columns && band.high[row]! - column < NEAR)
  );
}

/**
 * The band of a later pass: around the path of the pass before, wider where its beads were doubtful, where units
 * stayed alone and where it touched the edge, so that what was lost in a hard passage can be found again.
 */
export function bandOfPath(beads: readonly Bead[], posteriors: Float64Array, before: Band): Band {
  const rows = before.low.length;
  return limited(rows, (scale) => aroundPath(beads, posteriors, before, scale));
}

function aroundPath(beads: readonly Bead[], posteriors: Float64Array, before: Band, scale: number): Band {
  const rows = before.low.length;
  const columns = before.high[rows - 1]! + 1;
  const builder = new BandBuilder(rows, columns);
  const doubts = new Float64Array(beads.length + 1);
  let run = 0;
  for (const [index, bead] of beads.entries()) {
    const isAlone = bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd;
    run = isAlone ? run + 1 : 0;
    doubts[index + 1] = doubts[index]! + (run > SHORT_RUN ? 1 : 1 - posteriors[index]!);
  }
  for (const [index, bead] of beads.entries()) {
    const first = Math.max(0, index - NEIGHBOURS);
    const last = Math.min(beads.length, index + NEIGHBOURS + 1);
    const doubt = WIDTH_OF_DOUBT * (doubts[last]! - doubts[first]!);
    let half = PATH_WIDTH + Math.round(scale * Math.min(MOST_OF_DOUBT, doubt));
    if (touches(before, bead.sourceEnd, bead.targetEnd)) half = Math.max(half, WIDTH_AT_EDGE);
    builder.include(
      bead.sourceStart - half,
      bead.sourceEnd + half,
      bead.targetStart - half,
      bead.targetEnd + half,
    );
  }
  return builder.build();
}
