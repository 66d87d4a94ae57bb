import type { Band } from './band.ts';
import { type BeadPriors, estimatePriors, noCounts } from './bead-priors.ts';
import { BeadEvidence, type EvidenceWeights, type Side } from './bead-evidence.ts';
import { LARGEST_GROUP } from './bead.ts';
import { type Cognates, findCognates } from './cognates.ts';
import type { Decoded } from './decode.ts';
import {
  crossings,
  edgeClasses,
  type EdgeTables,
  estimateEdgeTables,
  firstEdgeTables,
} from './edge-classes.ts';
import type { Links } from './fixed-beads.ts';
import { scoreGroups } from './group-scores.ts';
import { estimateLengthModel, firstLengthModel, type LengthModel } from './length-model.ts';
import { type AlignText, type LexedText, lexText } from './lexed-text.ts';
import { background, directBeads, emptyLexicon, explain, type Lexicon, reestimate } from './lexicon.ts';
import { within } from './within.ts';
import { Workspace } from './workspace.ts';

/** What is known of two texts before anything is aligned. */
export interface TextPair {
  readonly from: LexedText;
  readonly to: LexedText;
  readonly source: Side;
  readonly target: Side;
  readonly forwardCognates: Cognates;
  readonly backwardCognates: Cognates;
}

/** Reads two texts; paragraphs count only where both texts have them. */
export function* readTexts(source: AlignText, target: AlignText, links?: Links): Generator<number, TextPair> {
  const from = yield* within(0, 0.4, lexText(source));
  const to = yield* within(0.4, 0.8, lexText(target));
  const flagged = (source.paragraphs?.length ?? 0) > 1 && (target.paragraphs?.length ?? 0) > 1;
  const side = (text: AlignText, { lengths }: LexedText, own?: Int32Array): Side => ({
    lengths,
    edges: edgeClasses(text, flagged),
    crossings: crossings(text, flagged),
    ...(own && { links: own }),
  });
  return {
    from,
    to,
    source: side(source, from, links?.source),
    target: side(target, to, links?.target),
    forwardCognates: yield* within(0.8, 0.9, findCognates(from, to)),
    backwardCognates: yield* within(0.9, 1, findCognates(to, from)),
  };
}

export interface ModelOptions {
  readonly weights: EvidenceWeights;
}

/**
 * The kinds of evidence overlap, and so do the words of a sentence: a weight below a half (there are two
 * directions) keeps words from outshouting the rest. Chosen on the two development texts, where all of 0.25 … 0.5
 * do within .01 of it.
 */
const WEIGHTS: EvidenceWeights = { words: 0.35, lengths: 1, edges: 1.2, crossing: -3 };
/** Absolute discounting of the lexicon's counts: what was seen once is not believed. */
const DISCOUNT = 0.5;
const ITERATIONS = 2;

/** Everything that is learnt from a pair of texts: its lexicon, lengths, edges and kinds of beads. */
export class PairModel {
  readonly workspace = new Workspace();
  readonly #texts: TextPair;
  readonly #weights: EvidenceWeights;
  readonly #sourceBackground: Float64Array;
  readonly #targetBackground: Float64Array;
  #forward: Lexicon;
  #backward: Lexicon;
  #length: LengthModel;
  #tables: EdgeTables = firstEdgeTables();
  #priors: BeadPriors = estimatePriors(noCounts());

  constructor(texts: TextPair, { weights = WEIGHTS }: Partial<ModelOptions> = {}) {
    const { from, to } = texts;
    this.#texts = texts;
    this.#weights = weights;
    this.#sourceBackground = background(from);
    this.#targetBackground = background(to);
    this.#forward = emptyLexicon(from.vocabulary.length);
    this.#backward = emptyLexicon(to.vocabulary.length);
    this.#length = firstLengthModel(from.lengths, to.lengths, LARGEST_GROUP);
  }

  get priors(): BeadPriors {
    return this.#priors;
  }

  /** The evidence for each bead in a band. */
  *evidence(band: Band): Generator<number, BeadEvidence> {
    const { from, to, source, target } = this.#texts;
    const ahead = yield* within(
      0,
      0.5,
      scoreGroups(from, to, this.#forwardTable(), band.low, band.high, (size) =>
        this.workspace.take('ahead', 'float32', size),
      ),
    );
    const back = yield* within(
      0.5,
      1,
      scoreGroups(to, from, this.#backwardTable(), band.columnLow, band.columnHigh, (size) =>
        this.workspace.take('back', 'float32', size),
      ),
    );
    return new BeadEvidence(ahead, back, source, target, this.#length, this.#tables, this.#weights);
  }

  /** Learns from an alignment; each bead counts as much as it is probable. */
  *learn({ beads, posteriors, counts }: Decoded): Generator<number, void> {
    const { from, to, source, target, forwardCognates, backwardCognates } = this.#texts;
    this.#priors = estimatePriors(counts);
    this.#length = estimateLengthModel(beads, posteriors, from.lengths, to.lengths, this.#length);
    this.#tables = estimateEdgeTables(beads, posteriors, source.edges, target.edges);
    const [ahead, back] = directBeads(beads, posteriors, from, to);
    for (let time = 0; time < ITERATIONS; time++) {
      const start = time / ITERATIONS;
      const middle = (time + 0.5) / ITERATIONS;
      const end = (time + 1) / ITERATIONS;
      const forward = reestimate(
        { from, to, beads: ahead, cognates: forwardCognates, behind: this.#targetBackground },
        this.#forward,
        this.#forwardTable(),
        DISCOUNT,
      );
      this.#forward = yield* within(start, middle, forward);
      const backward = reestimate(
        { from: to, to: from, beads: back, cognates: backwardCognates, behind: this.#sourceBackground },
        this.#backward,
        this.#backwardTable(),
        DISCOUNT,
      );
      this.#backward = yield* within(middle, end, backward);
    }
  }

  #forwardTable() {
    return explain(this.#forward, this.#texts.forwardCognates, this.#targetBackground);
  }

  #backwardTable() {
    return explain(this.#backward, this.#texts.backwardCognates, this.#sourceBackground);
  }
}
