import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sentences } from '../../src/core/segment/sentences.ts';
import { random } from './texts.ts';

/** A made-up book in two languages: paragraphs of the first work in random order, with some left out on one side. */
export interface Book {
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** By unit: which of the book's paragraphs it belongs to. */
  readonly sourceParagraphs: Int32Array;
  readonly targetParagraphs: Int32Array;
}

const WORK = 'translations/works/mistral-interview';
/** One paragraph in so many is missing on one side. */
const MISSING = 0.04;
/** One chapter in so many has a passage that only one side has. */
const PASSAGE = 0.2;
const PASSAGE_LENGTH = 25;
const CHAPTER = 150;
/** Words that occur so often in the work or less are other words in every chapter, as a book's vocabulary grows. */
const RARE = 3;

const PARAGRAPH = /<!-- (\S+) \S+ -->\n([^\n]+)/gu;

function paragraphsOf(root: string, lang: string): Map<string, readonly string[]> {
  const text = readFileSync(join(root, WORK, `${lang}.md`), 'utf8');
  return new Map(
    Array.from(text.matchAll(PARAGRAPH), ([, id, line]) => [
      id!,
      sentences(line!, lang).map(({ start, end }) => line!.slice(start, end)),
    ]),
  );
}

const WORD = /\p{L}[\p{L}\p{M}]+/gu;

function countWords(paragraphs: Iterable<readonly string[]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph) {
      for (const [word] of sentence.matchAll(WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'so', 'ti', 've', 'zu'];
const suffix = (chapter: number): string =>
  Array.from(String(chapter), (digit) => SYLLABLES[Number(digit)]!).join('');

/** A book of about so many sentences on the source side. */
export function makeBook(
  root: string,
  languages: readonly [string, string],
  size: number,
  seed: number,
  { grows = true } = {},
): Book {
  const next = random(seed);
  const sideOf = (lang: string): Side => {
    const paragraphs = paragraphsOf(root, lang);
    return { paragraphs, counts: countWords(paragraphs.values()), units: [], of: [] };
  };
  const source = sideOf(languages[0]);
  const target = sideOf(languages[1]);
  const ids = [...source.paragraphs.keys()];
  const write = (side: Side, id: string, number: number): void => {
    const chapter = Math.floor(number / CHAPTER);
    for (const sentence of side.paragraphs.get(id) ?? []) {
      side.units.push(
        grows
          ? sentence.replace(WORD, (word) => (side.counts.get(word)! <= RARE ? word + suffix(chapter) : word))
          : sentence,
      );
      side.of.push(number);
    }
  };
  let passage = 0;
  let passageSide = source;
  for (let number = 0; source.units.length < size; number++) {
    const id = ids[Math.floor(next() * ids.length)]!;
    if (number % CHAPTER === 0 && next() < PASSAGE) {
      passage = PASSAGE_LENGTH;
      passageSide = next() < 0.5 ? source : target;
    }
    const chance = next();
    if (passage > 0) {
      passage--;
      write(passageSide, id, number);
    } else {
      if (chance >= MISSING / 2) write(source, id, number);
      if (chance < 1 - MISSING / 2) write(target, id, number);
    }
  }
  return {
    source: source.units,
    target: target.units,
    sourceParagraphs: Int32Array.from(source.of),
    targetParagraphs: Int32Array.from(target.of),
  };
}

interface Side {
  readonly paragraphs: ReadonlyMap<string, readonly string[]>;
  readonly counts: ReadonlyMap<string, number>;
  readonly units: string[];
  readonly of: number[];
}
