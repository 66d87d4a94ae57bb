import { sentences } from '../segment/sentences.ts';
import { type MemoryMatch, type MemoryUnit, TranslationMemory, memoryUnits } from './memory.ts';

/** A correction with what it is the translation of, where that is known. */
export interface RememberedCorrection extends Omit<MemoryUnit, 'source' | 'target'> {
  readonly base: string;
  readonly text: string;
  readonly source?: string;
}

/** A paragraph that earlier corrections are looked for. */
export interface MemoryQuery extends Pick<MemoryUnit, 'work' | 'variant' | 'paragraph'> {
  /** As it is to be corrected. */
  readonly base: string;
  /** What it is the translation of. */
  readonly source?: string;
}

/** An earlier correction, with the words that it was found for. */
export interface MemoryAnswer extends MemoryMatch {
  readonly asked: {
    readonly side: 'source' | 'target';
    readonly words: string;
    readonly isWhole: boolean;
  };
}

const LIMIT = 6;

/**
 * Earlier corrections by what they are translations of, and by what they corrected: the same sentence twice is wrong
 * twice, and the same source has a rendering already. Only sentences that were changed are remembered.
 */
export class CorrectionMemory {
  readonly #sourceLang: string;
  readonly #lang: string;
  readonly #bySource: TranslationMemory;
  readonly #byBase: TranslationMemory;

  /** @param sourceLang, lang of what was translated and of the translation, BCP 47 */
  constructor(sourceLang: string, lang: string) {
    this.#sourceLang = sourceLang;
    this.#lang = lang;
    this.#bySource = new TranslationMemory(sourceLang);
    this.#byBase = new TranslationMemory(lang);
  }

  /** Remembers a correction; a removed paragraph has nothing to offer. */
  add({ base, text, source, ...from }: RememberedCorrection): void {
    const target = plain(text);
    if (target === '' || target === plain(base)) return;
    const written = { text: target, lang: this.#lang };
    const isNew = (unit: MemoryUnit): boolean => !plain(base).includes(unit.target);
    for (const unit of memoryUnits({ text: plain(base), lang: this.#lang }, written, from))
      if (isNew(unit)) this.#byBase.add(unit);
    if (source === undefined) return;
    for (const unit of memoryUnits({ text: plain(source), lang: this.#sourceLang }, written, from))
      if (isNew(unit)) this.#bySource.add(unit);
  }

  /** What was made of the same or a similar paragraph and of its sentences, the very same first. */
  find({ base, source, ...place }: MemoryQuery): readonly MemoryAnswer[] {
    const best = new Map<string, MemoryAnswer>();
    const ask = (memory: TranslationMemory, side: 'source' | 'target', words: string, isWhole: boolean) => {
      for (const match of memory.find(words)) {
        const { unit } = match;
        // What was proposed for the very paragraph is shown with it.
        if (Object.entries(place).every(([key, value]) => unit[key as keyof typeof place] === value))
          continue;
        const known = best.get(unit.target);
        if (!known || order(match, known) < 0)
          best.set(unit.target, { ...match, asked: { side, words, isWhole } });
      }
    };
    for (const [words, isWhole] of partsOf(base, this.#lang)) ask(this.#byBase, 'target', words, isWhole);
    for (const [words, isWhole] of partsOf(source ?? '', this.#sourceLang))
      ask(this.#bySource, 'source', words, isWhole);
    return [...best.values()].sort(order).slice(0, LIMIT);
  }
}

const order = (a: MemoryMatch, b: MemoryMatch): number =>
  Number(b.isExact) - Number(a.isExact) ||
  b.similarity - a.similarity ||
  (a.unit.time < b.unit.time ? 1 : a.unit.time > b.unit.time ? -1 : 0);

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A text as a whole and its sentences, where it has several. */
function partsOf(text: string, lang: string): readonly (readonly [words: string, isWhole: boolean])[] {
  if (text.trim() === '') return [];
  const spans = sentences(text, lang);
  const single = spans.map(({ start, end }) => [text.slice(start, end), false] as const);
  return [[text, true], ...(spans.length > 1 ? single : [])];
}
