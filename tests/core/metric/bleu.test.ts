import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bleu, bleuScore } from '../../../src/core/metric/bleu.ts';
import { sentenceScore } from '../../../src/core/metric/corpus.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
const sentence = words.map((list) => list.join(' '));

describe('BLEU', () => {
  test('is the geometric mean of the precisions', () => {
    // Of `a b c d e` against `a b c d x`: 4/5, 3/4, 2/3, 1/2.
    expect(sentenceScore(bleu(), 'a b c d e', ['a b c d x'])).toBeCloseTo(100 * (1 / 5) ** 0.25, 9);
  });

  test('lowers the score of a text that is too short', () => {
    // All n-grams match; four words instead of five.
    expect(sentenceScore(bleu(), 'a b c d', ['a b c d e'])).toBeCloseTo(100 * Math.exp(1 - 5 / 4), 9);
  });

  test('counts a word no more often than a reference has it', () => {
    const statistics = bleu().statistics('the the the the', ['the cat the', 'the']);
    expect(statistics).toEqual([4, 3, 2, 0, 0, 0, 4, 3, 2, 1]);
  });

  test('takes the closest reference length, of two equally close the shorter', () => {
    const lengthFor = (...references: string[]) => bleu().statistics('a b c d', references)[1];
    expect(lengthFor('a', 'a b c d e')).toBe(5);
    expect(lengthFor('a b c d e', 'a b c')).toBe(3);
    expect(lengthFor('a b c', 'a b c d e')).toBe(3);
  });

  // One of three words, no bigram of two, no trigram of one; four-grams there are none.
  const sums = [3, 3, 1, 0, 0, 0, 3, 2, 1, 0];
  test.each([
    ['exp' as const, [100 / 3, 100 / 2 / 2, 100 / 4, 0]],
    ['floor' as const, [100 / 3, 10 / 2, 10, 0]],
    ['add-k' as const, [100 / 3, 100 / 3, 100 / 2, 100]],
    ['none' as const, [100 / 3, 0, 0, 0]],
  ])('smooths by %s', (smoothing, precisions) => {
    const found = bleuScore(sums, { smoothing }).precisions;
    for (const [index, precision] of precisions.entries()) expect(found[index]).toBeCloseTo(precision, 9);
  });

  test('smooths with the value that is given', () => {
    expect(bleuScore(sums, { smoothing: 'floor', smoothingValue: 0.5 }).precisions[2]).toBeCloseTo(50, 9);
  });

  test('is 0 for sentences shorter than four words, unless the order is effective', () => {
    expect(sentenceScore(bleu(), 'a b', ['a b'])).toBe(0);
    expect(sentenceScore(bleu({ effectiveOrder: true }), 'a b', ['a b'])).toBeCloseTo(100, 9);
  });

  test('is 0 when nothing matches or nothing is there', () => {
    expect(sentenceScore(bleu(), 'x y', ['a b'])).toBe(0);
    expect(sentenceScore(bleu(), '', ['a b'])).toBe(0);
    expect(sentenceScore(bleu(), 'a b', [''])).toBe(0);
  });

  test('ignores case when asked to', () => {
    expect(sentenceScore(bleu({ lowercase: true }), 'A B C ÄD', ['a b c äd'])).toBeCloseTo(100, 9);
  });

  test('is 100 for an identical text of four words or more, and from 0 to 100 always', () => {
    fc.assert(
      fc.property(sentence, fc.array(sentence, { minLength: 1, maxLength: 3 }), (hypothesis, references) => {
        const score = sentenceScore(bleu(), hypothesis, references);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        const long = `${hypothesis} a b c d`;
        expect(sentenceScore(bleu(), long, [...references, long])).toBeCloseTo(100, 9);
      }),
    );
  });

  test('does not heed the order of the references', () => {
    fc.assert(
      fc.property(sentence, fc.array(sentence, { minLength: 2, maxLength: 4 }), (hypothesis, references) => {
        const turned = bleu().statistics(hypothesis, references.toReversed());
        expect(turned).toEqual(bleu().statistics(hypothesis, references));
      }),
    );
  });
});
