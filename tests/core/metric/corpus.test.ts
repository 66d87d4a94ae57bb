import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bleu } from '../../../src/core/metric/bleu.ts';
import { chrf } from '../../../src/core/metric/chrf.ts';
import { corpusScore, countReferences, sentenceScore } from '../../../src/core/metric/corpus.ts';
import { signature } from '../../../src/core/metric/signature.ts';
import { ter } from '../../../src/core/metric/ter.ts';

const METRICS = [bleu({ effectiveOrder: true }), chrf(), chrf({ wordOrder: 2 }), ter()];

describe('a corpus', () => {
  test('weighs segments by their length, not alike', () => {
    // One edit in nine words.
    const score = corpusScore(ter(), ['a', 'a b c d e f g h'], [['x', 'a b c d e f g h']]);
    expect(score).toBeCloseTo(100 / 9, 9);
  });

  test('may have segments that one translator left out', () => {
    const references = [
      ['a b', undefined],
      ['a x', 'c d'],
    ];
    expect(corpusScore(ter(), ['a b', 'c d'], references)).toBe(0);
    expect(countReferences(references)).toBe('var');
    expect(
      countReferences([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toBe(2);
  });

  test('takes an empty reference for one', () => {
    expect(corpusScore(ter(), ['a b', 'c'], [['', 'c']])).toBe(200);
  });

  test('is refused when it is empty, uneven or without reference', () => {
    expect(() => corpusScore(ter(), [], [[]])).toThrow(RangeError);
    expect(() => corpusScore(ter(), ['a', 'b'], [['a']])).toThrow(RangeError);
    expect(() => corpusScore(ter(), ['a', 'b'], [['a', undefined]])).toThrow(RangeError);
  });

  const sentence = fc
    .array(fc.constantFrom('a', 'b', 'cd', 'e.'), { maxLength: 8 })
    .map((list) => list.join(' '));
  test.each(METRICS.map((metric) => [metric.name, metric] as const))(
    'of one segment has the score of the segment, and of a segment twice too: %s',
    (_, metric) => {
      fc.assert(
        fc.property(sentence, sentence, (hypothesis, reference) => {
          const score = sentenceScore(metric, hypothesis, [reference]);
          expect(corpusScore(metric, [hypothesis], [[reference]])).toBe(score);
          const twice = corpusScore(metric, [hypothesis, hypothesis], [[reference, reference]]);
          // Smoothing depends on how many n-grams there are.
          if (metric.name !== 'BLEU') expect(twice).toBeCloseTo(score, 9);
        }),
      );
    },
  );
});

describe('a signature', () => {
  test('says what is needed to compute the score again', () => {
    const context = { references: 2, version: 'lesart-0.1.0' } as const;
    expect(signature(bleu(), context)).toBe(
      'nrefs:2|case:mixed|eff:no|tok:13a|smooth:exp|version:lesart-0.1.0',
    );
    expect(signature(ter({ noPunct: true }), { ...context, randomisation: 100, seed: 0 })).toBe(
      'nrefs:2|ar:100|seed:0|case:lc|tok:tercom|norm:no|punct:no|asian:no|version:lesart-0.1.0',
    );
    expect(signature(chrf(), { ...context, references: 'var', bootstrap: 1000, seed: 1 })).toBe(
      'nrefs:var|bs:1000|seed:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:lesart-0.1.0',
    );
  });

  test.each([
    ['exp' as const, undefined, 'smooth:exp'],
    ['none' as const, undefined, 'smooth:none'],
    ['floor' as const, undefined, 'smooth:floor[0.10]'],
    ['add-k' as const, 2, 'smooth:add-k[2.00]'],
  ])('names the smoothing %s with its value', (smoothing, value, expected) => {
    const metric = bleu({ smoothing, ...(value === undefined ? {} : { smoothingValue: value }) });
    expect(signature(metric, { references: 1, version: '1' })).toContain(expected);
  });
});
