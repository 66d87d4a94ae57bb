import { describe, expect, test } from 'vitest';
import type { WordLinks } from '../../../src/core/align/word-links.ts';
import { WordText } from '../../../src/core/align/word-text.ts';
import { linkedWords } from '../../../src/core/compare/linked-words.ts';
import { meaning } from '../../../src/core/compare/meaning.ts';

const DE = 'Wir geben die Kontrolle heute auf. Das ist alles.';
const BACK = 'We give up control today. That is all.';

/** Links by words: `from to probability`. */
function linksOf(...pairs: readonly (readonly [string, string, number])[]): WordLinks {
  const words = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
  const [from, to] = [words(BACK), words(DE)];
  const starts = [0];
  const targets: number[] = [];
  const probabilities: number[] = [];
  for (const word of from) {
    for (const [own, other, probability] of pairs) {
      if (own !== word) continue;
      targets.push(to.indexOf(other));
      probabilities.push(probability);
    }
    starts.push(targets.length);
  }
  return {
    starts: Int32Array.from(starts),
    targets: Int32Array.from(targets),
    probabilities: Float32Array.from(probabilities),
  };
}

const shown = (reference: string, links: WordLinks): readonly string[] => {
  const naming = linkedWords(links, new WordText([BACK], 'en').row(0), new WordText([DE], 'de').row(0));
  const reading = meaning(
    { text: DE, lang: 'de' },
    { text: BACK, lang: 'en' },
    { text: reference, lang: 'en' },
    naming,
  );
  return reading.spans.map(({ start, end, exact }) => (exact ? '!' : '') + DE.slice(start, end));
};

const SENTENCE = 'Wir geben die Kontrolle heute auf.';

describe('a changed stretch', () => {
  test('is carried to the words that it is surely linked with', () => {
    expect(shown(BACK.replace('control', 'power'), linksOf(['control', 'Kontrolle', 0.9]))).toEqual([
      '!Kontrolle',
    ]);
  });

  test('is carried to its sentence where the links are guessed', () => {
    expect(shown(BACK.replace('control', 'power'), linksOf(['control', 'Kontrolle', 0.4]))).toEqual([
      SENTENCE,
    ]);
  });

  test('is carried to its sentence where most of its words have no link', () => {
    const links = linksOf(['control', 'Kontrolle', 0.9]);
    expect(shown(BACK.replace('give up control', 'own that'), links)).toEqual([SENTENCE]);
  });

  test('is carried to the parts of a verb that stand apart', () => {
    const links = linksOf(['give', 'geben', 0.9], ['up', 'auf', 0.8]);
    expect(shown(BACK.replace('give up', 'retain'), links)).toEqual(['!geben', '!auf']);
  });

  test('takes the word between two of its own with them', () => {
    const links = linksOf(['give', 'geben', 0.9], ['up', 'geben', 0.8], ['control', 'Kontrolle', 0.9]);
    expect(shown(BACK.replace('give up control', 'rule'), links)).toEqual(['!geben die Kontrolle']);
  });

  test('is not carried into another sentence', () => {
    expect(shown(BACK.replace('control', 'power'), linksOf(['control', 'alles', 0.9]))).toEqual([SENTENCE]);
  });

  test('that lacks words of the reference is carried to its sentence', () => {
    expect(shown(BACK.replace('today', 'today alone'), linksOf(['today', 'heute', 0.9]))).toEqual([SENTENCE]);
  });

  test('stands beside its sentence where that lacks words too', () => {
    const links = linksOf(['today', 'heute', 0.9]);
    expect(shown('We give all up control now. That is all.', links)).toEqual([SENTENCE, '!heute']);
  });
});
