import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementOf, segmentAlpha } from '../../../src/core/mqm/agreement.ts';
import type { Annotation } from '../../../src/core/mqm/annotation.ts';
import { spanAgreement } from '../../../src/core/mqm/span-agreement.ts';
import { annotate, noError, span } from './annotate.ts';

const by = (rater: string, start: number, end: number, label = 'Major Accuracy/Mistranslation') =>
  annotate(label, { rater, target: [span(start, end)] });

describe('two annotators’ spans', () => {
  test('agree fully when they are the same', () => {
    const marks = [by('a', 0, 4), by('b', 0, 4), by('a', 6, 9), by('b', 6, 9)];
    expect(spanAgreement(marks, 'a', 'b')).toMatchObject({ precision: 1, recall: 1, f1: 1 });
  });

  test('get credit for the share of each that the other covers', () => {
    // 5 characters in common: half of a's 10, all of b's 5.
    const { precision, recall, f1 } = spanAgreement([by('a', 0, 10), by('b', 5, 10)], 'a', 'b');
    expect([precision, recall]).toEqual([0.5, 1]);
    expect(f1).toBeCloseTo(2 / 3, 12);
  });

  test('are paired one to one, the largest overlap first', () => {
    const marks = [by('a', 0, 10), by('b', 0, 4), by('b', 4, 10)];
    const { precision, recall, pairs } = spanAgreement(marks, 'a', 'b');
    expect([precision, recall, pairs.length]).toEqual([0.6, 0.5, 1]);
  });

  test('on different texts have nothing in common', () => {
    const source = annotate('Major Accuracy/Omission', { rater: 'b', source: [span(0, 4)] });
    expect(spanAgreement([by('a', 0, 4), source], 'a', 'b')).toMatchObject({
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });

  test('count only on segments that both rated, one without errors among them', () => {
    const alone = { ...by('a', 0, 4), segment: '2' };
    const marks = [by('a', 0, 4), noError({ rater: 'b' }), alone];
    expect(spanAgreement(marks, 'a', 'b')).toMatchObject({
      segments: 1,
      marks: { one: 1, other: 0 },
      precision: 0,
      f1: 0,
    });
  });

  test('have no F1 where neither marked anything', () => {
    const { f1, segments } = spanAgreement([noError({ rater: 'a' }), noError({ rater: 'b' })], 'a', 'b');
    expect([f1, segments]).toEqual([undefined, 1]);
  });

  const mark = fc
    .record({
      rater: fc.constantFrom('a', 'b'),
      segment: fc.constantFrom('1', '2'),
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ rater, segment, start, length }): Annotation => ({
      ...by(rater, start, start + length),
      segment,
    }));

  test('exchange precision and recall when the annotators are exchanged', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 16 }), (marks) => {
        const one = spanAgreement(marks, 'a', 'b');
        const other = spanAgreement(marks, 'b', 'a');
        expect(one.precision ?? -1).toBeCloseTo(other.recall ?? -1, 9);
        expect(one.recall ?? -1).toBeCloseTo(other.precision ?? -1, 9);
        expect(one.f1 ?? -1).toBeCloseTo(other.f1 ?? -1, 9);
      }),
    );
  });

  test('stay between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 16 }), (marks) => {
        const { precision = 0, recall = 0, f1 = 0 } = spanAgreement(marks, 'a', 'b');
        for (const share of [precision, recall, f1]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});

describe('agreement on what is marked', () => {
  const marks = [
    by('a', 0, 4, 'Major Accuracy/Mistranslation'),
    by('b', 0, 4, 'Minor accuracy/mistranslation'),
    by('a', 6, 9, 'Minor Accuracy/Omission'),
    by('b', 6, 9, 'Minor Accuracy/Addition'),
    by('a', 12, 15, 'Minor Style/Awkward'),
    by('b', 12, 15, 'Minor Style/Unnatural or awkward'),
    by('a', 18, 20, 'Minor Terminology'),
    by('b', 18, 20, 'Major Style/Awkward'),
  ];

  test('is the share of the pairs with the same category, dimension and severity', () => {
    expect(agreementOf(marks, 'a', 'b')).toMatchObject({
      f1: 1,
      sameCategory: 0.5,
      sameDimension: 0.75,
      sameSeverity: 0.5,
    });
  });

  test('comes with alphas over the pairs', () => {
    const { categoryAlpha, severityAlpha } = agreementOf(marks, 'a', 'b');
    expect(categoryAlpha).toBeGreaterThan(0);
    expect(severityAlpha).toBeLessThan(0.5);
  });

  test('says nothing where there is no pair', () => {
    expect(agreementOf([by('a', 0, 4), by('b', 5, 9)], 'a', 'b')).not.toHaveProperty('sameCategory');
  });
});

test('the alpha of all annotators goes by the worst error in each segment', () => {
  const marks = (worst: string) => [
    by('a', 0, 4, 'Minor Style'),
    by('a', 5, 6, 'Major Style'),
    by('b', 0, 4, worst),
    noError({ rater: 'a', segment: '2' }),
    noError({ rater: 'b', segment: '2' }),
    noError({ rater: 'a', segment: '3' }),
  ];
  expect(segmentAlpha(marks('Major Style'))).toBe(1);
  expect(segmentAlpha(marks('Minor Style'))).toBeLessThan(1);
});
