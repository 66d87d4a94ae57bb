import { describe, expect, test } from 'vitest';
import { findCognates } from '../../../src/core/align/cognates.ts';
import { lexText } from '../../../src/core/align/lexed-text.ts';
import { atOnce, text } from './make.ts';

/** The words of the other text that a word is like. */
function cognatesOf(word: string, others: string): string[] {
  const from = atOnce(lexText(text([word])));
  const to = atOnce(lexText(text([others])));
  const { rows, types } = atOnce(findCognates(from, to));
  return Array.from(types.subarray(rows[0], rows[1]), (type) => to.vocabulary[type]!);
}

describe('a word', () => {
  test.each([
    ['Everest', 'Mont Everest', ['everest']],
    ['8125', '8125 m', ['8125']],
    ['8,125', '8.125 m', ['8125']],
    ['Parlament', 'le parlement est', ['parlement']],
    ['Греция', 'Griechenland ist schön', ['griechenland']],
    ['Мистраль', 'von Mistral', ['mistral']],
    ['Ευρώπη', 'in Europa hier', ['europa']],
    ['?', 'Ja ?', ['?']],
  ])('%s meets its like in “%s”', (word, others, expected) => {
    expect(cognatesOf(word, others)).toEqual(expected);
  });

  test('meets nothing where nothing is like it', () => {
    expect(cognatesOf('Brot', 'du pain noir')).toEqual([]);
  });

  test('that is there itself does not meet words that only look like it', () => {
    expect(cognatesOf('Computer', 'computer computing')).toEqual(['computer']);
  });
});
