import { align, type AlignedBead, type AlignOptions } from '../../../src/core/align/align.ts';
import type { Bead } from '../../../src/core/align/bead.ts';
import type { AlignText } from '../../../src/core/align/lexed-text.ts';

export function atOnce<T>(steps: Generator<number, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

export const text = (units: readonly string[], lang = 'und', paragraphs?: readonly number[]): AlignText => ({
  lang,
  units,
  ...(paragraphs && { paragraphs }),
});

export function aligned(
  source: readonly string[],
  target: readonly string[],
  options?: AlignOptions,
): readonly AlignedBead[] {
  return atOnce(align(text(source), text(target), options));
}

/** `0:0 1,2:1 :2`, as short as can be compared. */
export function written(beads: readonly Bead[]): string {
  const range = (start: number, end: number) =>
    Array.from({ length: end - start }, (_, offset) => start + offset).join(',');
  return beads
    .map((bead) => `${range(bead.sourceStart, bead.sourceEnd)}:${range(bead.targetStart, bead.targetEnd)}`)
    .join(' ');
}

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];

/** A word for each number. */
export function word(number: number): string {
  let rest = number;
  let made = '';
  do {
    made += ONSETS[rest % ONSETS.length]! + VOWELS[Math.floor(rest / ONSETS.length) % VOWELS.length]!;
    rest = Math.floor(rest / (ONSETS.length * VOWELS.length));
  } while (rest > 0);
  return made;
}

/** Sentences of five to sixteen words drawn from a vocabulary as in prose (few words often, many seldom). */
export function prose(count: number, seed: number): string[] {
  let state = seed;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 5 + Math.floor(12 * next()) }, () =>
      word(Math.floor(20000 ** next())),
    );
    const [first = ''] = words;
    return `${[first.charAt(0).toUpperCase() + first.slice(1), ...words.slice(1)].join(' ')}.`;
  });
}

/** The sentence in another language: each word by a word that looks nothing like it. */
export const translated = (sentence: string): string =>
  sentence.replace(
    /\p{L}+/gu,
    (found) =>
      `${Array.from(found.toLowerCase(), (letter) => CIPHER.get(letter) ?? letter)
        .reverse()
        .join('')}`,
  );

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const GEORGIAN = 'აბგდევზთიკლმნოპჟრსტუფქღყშჩ';
const CIPHER = new Map(Array.from(LATIN, (letter, at) => [letter, GEORGIAN[at]!]));
