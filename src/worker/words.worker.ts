import { expose } from 'comlink';
import { type LinksOf, WordAligner } from '../core/align/words.ts';
import { linkedWords } from '../core/compare/linked-words.ts';
import { type Reading, type Text, meaning } from '../core/compare/meaning.ts';
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
  /** Variants whose words were not looked for, as their links are not learnt yet. */
  readonly unlearnt: readonly string[];
}

/** A paragraph to be read by its back-translation. */
export interface BackRead {
  /** Ids. */
  readonly subject: string;
  readonly back: string;
  /** Index of the row. */
  readonly row: number;
  readonly texts: readonly [subject: Text, back: Text, reference: Text];
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
/** Pivots would take ten times as long for a hundredth of the errors less (`tools/word-accuracy.ts`). */
const aligner = new WordAligner(texts, 0);
const known = new Map<string, LinksOf>();

/** The links of two variants, learnt from their two texts when they are first asked for. */
function learnt(source: string, target: string): LinksOf {
  const key = `${source}\t${target}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const steps = aligner.links(source, target);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  known.set(key, step.value);
  return step.value;
}

/**
 * What the worker answers. It knows one work, whose texts are all there before they are asked about; to cancel, or for
 * other texts, stop the worker.
 */
const linker = {
  /** Takes a portion of a text: sent whole, a long work would hold up the page while it is copied. */
  addText({ variant, lang, rows }: Portion): void {
    const own = texts.get(variant);
    if (own) for (const row of rows) own.rows.push(row);
    else texts.set(variant, { lang, rows: [...rows] });
  },

  /**
   * The words that say what the word at a place says, the surest first.
   * @param at UTF-16 offset in the row's text
   * @param learns whether links that are not known yet are learnt, which takes a second a variant, in long works ten
   */
  counterparts(
    source: string,
    row: number,
    at: number,
    targets: readonly string[],
    learns: boolean,
  ): WordsReply | undefined {
    if (!texts.has(source)) return undefined;
    const words = aligner.text(source).row(row);
    const word = words.starts.findIndex((start, index) => start <= at && at < words.ends[index]!);
    if (word < 0) return undefined;
    const counterparts: Counterpart[] = [];
    const unlearnt: string[] = [];
    for (const variant of targets) {
      if (variant === source || !texts.has(variant)) continue;
      if (!learns && !known.has(`${source}\t${variant}`)) {
        unlearnt.push(variant);
        continue;
      }
      const links = learnt(source, variant)(row);
      if (links === undefined) continue;
      const others = aligner.text(variant).row(row);
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
      unlearnt,
    };
  },

  /** What a paragraph says otherwise than the reference, named by words where their links are sure. */
  reading({ subject, back, row, texts: said }: BackRead): Reading | undefined {
    const links = learnt(back, subject)(row);
    return (
      links &&
      meaning(...said, linkedWords(links, aligner.text(back).row(row), aligner.text(subject).row(row)))
    );
  },
};
export type WordsWorker = typeof linker;

expose(linker);
