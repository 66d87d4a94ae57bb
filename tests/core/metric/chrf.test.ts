import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chrf } from '../../../src/core/metric/chrf.ts';
import { sentenceScore } from '../../../src/core/metric/corpus.ts';

const sentence = fc
  .array(fc.constantFrom('a', 'bc', 'cab', 'b.', '(c', 'ß'), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));

describe('chrF', () => {
  test('is the F score of mean precision and mean recall, recall counting double', () => {
    // `ab` against `abc`. Characters: 2 of 2, 2 of 3; pairs: 1 of 1, 1 of 2; `ab` has no longer ones.
    const precision = 1;
    const recall = (2 / 3 + 1 / 2) / 2;
    const expected = (100 * 5 * precision * recall) / (4 * precision + recall);
    expect(sentenceScore(chrf(), 'ab', ['abc'])).toBeCloseTo(expected, 9);
  });

  test('weighs precision and recall alike when beta is 1', () => {
    const recall = (2 / 3 + 1 / 2) / 2;
    expect(sentenceScore(chrf({ beta: 1 }), 'ab', ['abc'])).toBeCloseTo((200 * recall) / (1 + recall), 9);
  });

  test('leaves white space out, or counts it', () => {
    expect(sentenceScore(chrf(), 'a b', ['ab'])).toBe(100);
    expect(sentenceScore(chrf({ whitespace: true }), 'a b', ['ab'])).toBeLessThan(100);
  });

  test('counts every order with epsilon smoothing', () => {
    // Both have one- and two-grams only: two of six orders match.
    expect(sentenceScore(chrf({ epsSmoothing: true }), 'ab', ['ab'])).toBeCloseTo(100 / 3, 9);
  });

  test('counts words too as chrF++, with a sign cut off at one end', () => {
    // Per order hypothesis, reference, matches; the last is that of words: `(so` `)` and `so` `)`.
    const statistics = chrf({ charOrder: 1, wordOrder: 1 }).statistics('(so)', ['so)']);
    expect(statistics).toEqual([4, 3, 3, 2, 2, 1]);
  });

  test('takes code points for characters', () => {
    expect(chrf({ charOrder: 1 }).statistics('😀😀', ['😀'])).toEqual([2, 1, 1]);
  });

  test('takes the reference with the best score', () => {
    expect(sentenceScore(chrf(), 'abc', ['xyz', 'abc'])).toBe(100);
  });

  test('is 0 where nothing is there', () => {
    expect(sentenceScore(chrf(), '', ['abc'])).toBe(0);
    expect(sentenceScore(chrf(), 'abc', [''])).toBe(0);
  });

  test('is called by its beta and its orders', () => {
    expect(chrf({ wordOrder: 2 }).name).toBe('chrF2++');
    expect(chrf({ beta: 3 }).name).toBe('chrF3');
  });

  test('is 100 for identical texts, from 0 to 100 always, whatever the order of references', () => {
    const references = fc.array(sentence, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sentence, references, fc.constantFrom(0, 2), (hypothesis, others, wordOrder) => {
        const metric = chrf({ wordOrder });
        expect(sentenceScore(metric, hypothesis, [hypothesis])).toBeCloseTo(100, 9);
        const score = sentenceScore(metric, hypothesis, others);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        expect(sentenceScore(metric, hypothesis, others.toReversed())).toBe(score);
      }),
    );
  });
});
