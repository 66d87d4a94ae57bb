import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/steps.ts';
import { agreementSteps } from '../../../src/core/mqm/statistics-agreement.ts';
import { clean, judge } from './statistics-judge.ts';

const by = (rater: string, start: number, end: number) =>
  judge(1, 'accuracy/mistranslation', 'major', { rater, target: [{ start, end }] });

describe('agreement', () => {
  test('is given for every pair of annotators who judged a paragraph both', () => {
    // Bo covers half of Ada's ten characters with all of his five: precision 1/2, recall 1.
    const judgements = [by('Bo', 0, 5), by('Ada', 0, 10), clean(2, { rater: 'Cy' })];
    const { annotators, pairs } = finish(agreementSteps(judgements));
    expect(annotators).toEqual(['Ada', 'Bo', 'Cy']);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({ one: 'Ada', other: 'Bo', segments: 1, precision: 0.5, recall: 1 });
    expect(pairs[0]?.f1).toBeCloseTo(2 / 3, 12);
  });

  test('of one annotator is none', () => {
    expect(finish(agreementSteps([by('Ada', 0, 5)]))).toEqual({ annotators: ['Ada'], pairs: [] });
  });

  test('of all is by the worst error of each paragraph', () => {
    const same = [by('Ada', 0, 5), by('Bo', 0, 5), clean(2, { rater: 'Ada' }), clean(2, { rater: 'Bo' })];
    expect(finish(agreementSteps(same)).alpha).toBe(1);
    // Two values twice each, in every unit both: observed 2 · 8, expected 32 / 3 (distance (4 − 2)² = 4).
    const second = judge(2, 'style', 'major', { rater: 'Bo' });
    const crossed = [by('Ada', 0, 5), clean(1, { rater: 'Bo' }), clean(2, { rater: 'Ada' }), second];
    expect(finish(agreementSteps(crossed)).alpha).toBeCloseTo(-0.5, 12);
  });

  test('is worked out pair by pair', () => {
    const steps = agreementSteps([by('Ada', 0, 5), by('Bo', 0, 5), by('Cy', 0, 5)]);
    expect([steps.next(), steps.next(), steps.next()].map(({ value }) => value)).toEqual([
      { done: 0, total: 3 },
      { done: 1, total: 3 },
      { done: 2, total: 3 },
    ]);
  });
});
