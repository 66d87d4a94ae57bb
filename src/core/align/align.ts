import { type Anchor, findAnchors, interpolate } from './anchors.ts';
import type { Band } from './band.ts';
import { type Bead, PAIRINGS } from './bead.ts';
import { ALONE, FREE } from './bead-evidence.ts';
import { confidenceOf } from './confidence.ts';
import { decode, type Decoded } from './decode.ts';
import { fixedLinks, type Links, merged, unmerged } from './fixed-beads.ts';
import type { AlignText } from './lexed-text.ts';
import { PairModel, readTexts, type ModelOptions } from './pair-model.ts';
import { bandOfAnchors, bandOfPath, touches } from './search-band.ts';
import { within } from './within.ts';

export interface AlignedBead extends Bead {
  /** The model's own probability of the bead. */
  readonly posterior: number;
  /** The probability that the bead is right as it stands, calibrated on texts aligned by hand. */
  readonly confidence: number;
}

export interface AlignOptions extends Partial<ModelOptions> {
  /** Beads that a person has confirmed, of any size, in order: they stay as they are, and the rest fits around them. */
  readonly fixed?: readonly Bead[];
}

/** The model learns from its own alignment so many times. */
const PASSES = 4;
/** A path held back by its band's edge is searched again in a wider one, at most so often in the last pass. */
const MOST_WIDENINGS = 3;

/**
 * Aligns the units of two texts, without dictionary or network: beads of up to six units, in order on both sides,
 * covering each unit exactly once. Each pass scores beads by what the texts themselves taught so far (lengths,
 * cognates, an induced lexicon, the edges of units), searches a band around the last path, and learns again.
 *
 * Near-linear in the number of units. Yields the share of the work that is done, so that a caller can rest, report or
 * stop between any two steps.
 */
export function* align(
  source: AlignText,
  target: AlignText,
  { fixed = [], ...options }: AlignOptions = {},
): Generator<number, readonly AlignedBead[]> {
  if (fixed.length > 0) {
    const [from, to] = [merged(source, fixed, 'source'), merged(target, fixed, 'target')];
    const beads = yield* alignFree(from.text, to.text, options, fixedLinks(fixed, from, to));
    return unmerged(beads, from, to);
  }
  return yield* alignFree(source, target, options);
}

/** So many cells a unit are many, where the first search is not sure where to look. */
const WIDE = 100;
/** 1:1, 1:2 and 2:1. */
const FEW_PAIRINGS = 3;
/** Shares of the work that are done when the texts are read, when anchors are found, and when the last pass has searched. */
const READ = 0.06;
const ANCHORED = 0.1;
const SEARCHED = 0.97;

function* alignFree(
  source: AlignText,
  target: AlignText,
  options: Partial<ModelOptions>,
  links?: Links,
): Generator<number, readonly AlignedBead[]> {
  const sources = source.units.length;
  const targets = target.units.length;
  const texts = yield* within(0, READ, readTexts(source, target, links));
  const model = new PairModel(texts, options);
  const { from, to, forwardCognates } = texts;
  const find = (expected: (unit: number) => number) => findAnchors(from, to, forwardCognates, expected);
  const middle = (READ + ANCHORED) / 2;
  const first = yield* within(READ, middle, find(interpolate([], sources, targets)));
  const again = yield* within(middle, ANCHORED, find(interpolate(first, sources, targets)));
  const anchors =
    links === undefined ? again : [...linkedAnchors(links), ...outside(again, links)].sort(bySource);
  let band: Band = bandOfAnchors(inOrder(anchors), sources, targets);
  let found: Decoded | undefined;
  const share = (SEARCHED - ANCHORED) / PASSES;
  for (let pass = 0; pass < PASSES; pass++) {
    const start = ANCHORED + share * pass;
    if (found !== undefined) {
      band = bandOfPath(found.beads, found.posteriors, band);
      yield* within(start, start + 0.3 * share, model.learn(found));
    }
    // A first search that had to be wide is about the way only: beads of three units at most.
    const pairings = pass === 0 && band.cells > WIDE * sources ? FEW_PAIRINGS : PAIRINGS.length;
    found = yield* within(start + 0.3 * share, start + share, search(model, band, pairings));
  }
  for (let time = 0; time < MOST_WIDENINGS && found !== undefined && isHeldBack(found.beads, band); time++) {
    const start = SEARCHED + ((1 - SEARCHED) * time) / MOST_WIDENINGS;
    band = bandOfPath(found.beads, found.posteriors, band);
    found = yield* within(
      start,
      start + (1 - SEARCHED) / MOST_WIDENINGS,
      search(model, band, PAIRINGS.length),
    );
  }
  const { beads = [], posteriors = new Float64Array(0) } = found ?? {};
  return beads.map((bead, index) => {
    const posterior = posteriors[index]!;
    return { ...bead, posterior, confidence: confidenceOf(bead, posterior) };
  });
}

function* search(model: PairModel, band: Band, pairings: number): Generator<number, Decoded> {
  const evidence = yield* within(0, 0.5, model.evidence(band));
  return yield* within(0.5, 1, decode(band, evidence, model.priors, pairings, model.workspace));
}

const isHeldBack = (beads: readonly Bead[], band: Band): boolean =>
  beads.some(({ sourceEnd, targetEnd }) => touches(band, sourceEnd, targetEnd));

const bySource = (a: Anchor, b: Anchor): number => a.source - b.source;

function linkedAnchors({ source }: Links): Anchor[] {
  return Array.from(source.entries())
    .filter(([, target]) => target !== FREE && target !== ALONE)
    .map(([from, target]) => ({ source: from, target }));
}

function outside(anchors: readonly Anchor[], links: Links): Anchor[] {
  return anchors.filter(
    ({ source, target }) => links.source[source] === FREE && links.target[target] === FREE,
  );
}

/** Without the anchors that would cross one before them. */
function inOrder(anchors: readonly Anchor[]): Anchor[] {
  const kept: Anchor[] = [];
  for (const anchor of anchors) {
    const last = kept.at(-1);
    if (last === undefined || (anchor.source > last.source && anchor.target > last.target)) kept.push(anchor);
  }
  return kept;
}
