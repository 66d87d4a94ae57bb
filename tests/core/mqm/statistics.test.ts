import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/steps.ts';
import { statisticsSteps } from '../../../src/core/mqm/statistics.ts';
import type { Judgement } from '../../../src/core/mqm/statistics-judgements.ts';
import { clean, judge } from './statistics-judge.ts';

// Paragraph 1 of A: Ada finds a major and a minor error (6), Bo a critical one (WMT 0, Marot 5).
// Paragraph 2 of A: Ada finds none. Paragraph 1 of B: Bo finds a minor punctuation error (0.1).
const ONE = judge(1, 'accuracy/mistranslation', 'major', { rater: 'Ada' });
const JUDGEMENTS: readonly Judgement[] = [
  ONE,
  judge(1, 'style', 'minor', { rater: 'Ada' }),
  judge(1, 'accuracy/mistranslation', 'critical', { rater: 'Bo' }),
  clean(2, { rater: 'Ada' }),
  judge(1, 'linguistic-conventions/punctuation', 'minor', { rater: 'Bo', system: 'B' }),
];
const words = (paragraph: string): number | undefined => ({ p1: 10, p2: 30 })[paragraph];

const statisticsOf = (judgements: readonly Judgement[], wordsOf: (paragraph: string) => number | undefined) =>
  finish(statisticsSteps(judgements, wordsOf));

describe('statistics', () => {
  const { variants, annotators, paragraphs, categories, differences } = statisticsOf(JUDGEMENTS, words);

  test('score a variant by both scorers, per paragraph and per 100 words, the best first', () => {
    // A: paragraph 1 is (6+0)/2 = 3 by WMT and (6+5)/2 = 5.5 by Marot; paragraph 2 is 0; 40 words.
    expect(variants).toEqual([
      {
        variant: 'B',
        segments: 1,
        errors: 1,
        perSegment: { wmt: 0.1, marot: 0.1 },
        perHundredWords: { wmt: 1, marot: 1 },
      },
      {
        variant: 'A',
        segments: 2,
        errors: 3,
        perSegment: { wmt: 1.5, marot: 2.75 },
        perHundredWords: { wmt: 7.5, marot: 13.75 },
      },
    ]);
  });

  test('score an annotator over what they judged in all variants', () => {
    // Bo: 0 and 0.1 by WMT, 5 and 0.1 by Marot, each over 10 words.
    expect(annotators).toEqual([
      {
        annotator: 'Ada',
        segments: 2,
        errors: 2,
        perSegment: { wmt: 3, marot: 3 },
        perHundredWords: { wmt: 15, marot: 15 },
      },
      {
        annotator: 'Bo',
        segments: 2,
        errors: 2,
        perSegment: { wmt: 0.05, marot: 2.55 },
        perHundredWords: { wmt: 0.5, marot: expect.closeTo(25.5, 12) as number },
      },
    ]);
  });

  test('score each paragraph of each variant, in text order', () => {
    expect(
      paragraphs.map(({ variant, number, annotators: count, errors, perSegment }) => [
        variant,
        number,
        count,
        errors,
        perSegment.wmt,
        perSegment.marot,
      ]),
    ).toEqual([
      ['A', 1, 2, 3, 3, 5.5],
      ['B', 1, 1, 1, 0.1, 0.1],
      ['A', 2, 1, 0, 0, 0],
    ]);
    expect(paragraphs[0]).toMatchObject({ paragraph: 'p1', perHundredWords: { wmt: 30, marot: 55 } });
  });

  test('count the errors of a category by severity, with its share of the variant’s score', () => {
    // Two annotators, two paragraphs: a major error of one of them is 5/2/2.
    expect(categories[0]).toEqual({
      variant: 'A',
      category: 'accuracy/mistranslation',
      errors: 2,
      severities: { major: 1, critical: 1 },
      perSegment: { wmt: 1.25, marot: 2.5 },
      perHundredWords: { wmt: 6.25, marot: 12.5 },
    });
    const ofA = categories.filter(({ variant }) => variant === 'A');
    expect(ofA.reduce((sum, { perSegment }) => sum + perSegment.marot, 0)).toBeCloseTo(2.75, 12);
    expect(ofA.reduce((sum, { perHundredWords }) => sum + perHundredWords!.marot, 0)).toBeCloseTo(13.75, 12);
  });

  test('say which errors make the two scorers differ', () => {
    expect(differences.map(({ system, severity, difference }) => [system, severity, difference])).toEqual([
      ['A', 'Critical', 1.25],
    ]);
  });

  test('have no score per 100 words where no words are known', () => {
    const unknown = statisticsOf(JUDGEMENTS, () => undefined);
    expect(unknown.variants.map(({ perHundredWords }) => perHundredWords)).toEqual([undefined, undefined]);
    expect(unknown.categories.every((row) => !('perHundredWords' in row))).toBe(true);
  });

  test('leave paragraphs of unknown length out of the score per 100 words alone', () => {
    const { variants: some } = statisticsOf(JUDGEMENTS, (paragraph) => (paragraph === 'p2' ? 30 : undefined));
    const ofA = some.find(({ variant }) => variant === 'A')!;
    expect(ofA.perSegment.wmt).toBe(1.5);
    expect(ofA.perHundredWords).toEqual({ wmt: 0, marot: 0 });
  });

  test('average ratings over annotators, then over the paragraphs that have one', () => {
    const rated = [
      clean(1, { rater: 'Ada', esa: 80 }),
      clean(1, { rater: 'Bo', esa: 60 }),
      clean(2, { rater: 'Ada', esa: 100 }),
      clean(3, { rater: 'Ada' }),
    ];
    const found = statisticsOf(rated, words);
    expect(found.variants[0]?.esa).toBe(85);
    expect(found.annotators.map(({ esa }) => esa)).toEqual([90, 60]);
    expect(found.paragraphs.map(({ esa }) => esa)).toEqual([70, 100, undefined]);
  });

  test('take an annotator’s last rating of a paragraph', () => {
    const rated = [clean(1, { esa: 20 }), clean(1, { esa: 70 })];
    expect(statisticsOf(rated, words).variants[0]).toMatchObject({ segments: 1, esa: 70 });
  });

  test('rest after some hundred paragraphs', () => {
    const many = Array.from({ length: 1000 }, (_value, at) => clean(at));
    const steps = [...statisticsSteps(many, words)];
    expect(steps.map(({ done }) => done)).toEqual([0, 300, 600, 900, 0]);
  });

  test('of nothing are empty', () => {
    const found = statisticsOf([], words);
    expect([found.variants, found.annotators, found.paragraphs, found.categories]).toEqual([[], [], [], []]);
  });
});
