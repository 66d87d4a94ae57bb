import { expose } from 'comlink';
import { type LinksOf, WordAligner } from '../core/align/words.ts';
import type { Span } from '../core/span.ts';

/** A word of another variant that says the same. */
export interface Counterpart extends Span {
  readonly variant: string;
  /** 0..1 */
  readonly probability: number;
}

export interface WordsReply {
  /** The word at the place. */
  readonly word: Span;
  readonly counterparts: readonly Counterpart[];
}

interface Portion {
  readonly variant: string;
  /** BCP 47. */
  readonly lang: string;
  /** Texts of further rows, in order; empty where the variant lacks one. */
  readonly rows: readonly string[];
}

/** Less is shown nowhere. */
const LEAST = 0.2;

const texts = new Map<string, { readonly lang: string; readonly rows: string[] }>();
const known = new Map<string, LinksOf>();
/** As long as no further text comes. */
let aligner: WordAligner | undefined;

/**
 * Learns the links of two variants from their two texts, which takes a second at most; other variants as pivots would
 * take ten times as long for a hundredth of the errors less (`tools/word-accuracy.ts`).
 */
function learn(source: string, target: string, words: WordAligner): LinksOf {
  const key = `${source}\t${target}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const steps = words.links(source, target);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  known.set(key, step.value);
  return step.value;
}

/** What the worker answers. To cancel, or for other texts, stop the worker. */
const linker = {
  /** Takes a portion of a text: sent whole, a long work would hold up the page while it is copied. */
  addText({ variant, lang, rows }: Portion): void {
    const own = texts.get(variant);
    if (own) for (const row of rows) own.rows.push(row);
    else texts.set(variant, { lang, rows: [...rows] });
    aligner = undefined;
  },

  /**
   * The words that say what the word at a place says, the surest first.
   * @param at UTF-16 offset in the row's text
   */
  counterparts(source: string, row: number, at: number, targets: readonly string[]): WordsReply | undefined {
    if (!texts.has(source)) return undefined;
    aligner ??= new WordAligner(texts, 0);
    const words = aligner.text(source).rows[row];
    if (words === undefined) return undefined;
    const word = words.starts.findIndex((start, index) => start <= at && at < words.ends[index]!);
    if (word < 0) return undefined;
    const counterparts: Counterpart[] = [];
    for (const variant of targets) {
      if (variant === source || !texts.has(variant)) continue;
      const links = learn(source, variant, aligner)(row);
      const others = aligner.text(variant).rows[row];
      if (links === undefined || others === undefined) continue;
      for (let entry = links.starts[word]!; entry < links.starts[word + 1]!; entry++) {
        const probability = links.probabilities[entry]!;
        const other = links.targets[entry]!;
        if (probability >= LEAST)
          counterparts.push({ variant, start: others.starts[other]!, end: others.ends[other]!, probability });
      }
    }
    return {
      word: { start: words.starts[word]!, end: words.ends[word]! },
      counterparts: counterparts.sort((a, b) => b.probability - a.probability),
    };
  },
};
export type WordsWorker = typeof linker;

expose(linker);
