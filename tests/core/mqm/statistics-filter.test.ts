import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/steps.ts';
import { statisticsSteps } from '../../../src/core/mqm/statistics.ts';
import { filterJudgements, type JudgementFilter } from '../../../src/core/mqm/statistics-filter.ts';
import { clean, judge } from './statistics-judge.ts';

const JUDGEMENTS = [
  judge(1, 'accuracy/mistranslation', 'major'),
  judge(1, 'style', 'minor', { rater: 'Bo' }),
  clean(2),
  judge(3, 'accuracy', 'critical', { system: 'B' }),
];

/** What is left, one letter of the annotator, the paragraph, and the error's severity. */
const left = (filter: JudgementFilter): readonly string[] =>
  filterJudgements(JUDGEMENTS, filter).map(
    ({ rater, number, error }) => `${rater.charAt(0)}${String(number)}${error ? ` ${error.severity}` : ''}`,
  );

describe('a filter of judgements', () => {
  test('that restricts nothing leaves all', () => {
    expect(filterJudgements(JUDGEMENTS, {})).toEqual(JUDGEMENTS);
  });

  test.each<[string, JudgementFilter, readonly string[]]>([
    ['a variant', { variants: ['B'] }, ['A3 critical']],
    ['an annotator', { annotators: ['Bo'] }, ['B1 minor']],
    ['a stretch of paragraphs, both ends included', { from: 2, to: 3 }, ['A2', 'A3 critical']],
    ['an open stretch', { from: 2 }, ['A2', 'A3 critical']],
    ['several at once', { variants: ['A'], annotators: ['Ada'], to: 1 }, ['A1 major']],
    ['a variant that is not there', { variants: ['C'] }, []],
  ])('leaves the judgements of %s', (_what, filter, expected) => {
    expect(left(filter)).toEqual(expected);
  });

  test.each<[string, JudgementFilter, readonly string[]]>([
    ['severity', { severities: ['minor'] }, ['A1', 'B1 minor', 'A2', 'A3']],
    ['category', { categories: ['style'] }, ['A1', 'B1 minor', 'A2', 'A3']],
    ['dimension, with all its kinds', { categories: ['accuracy'] }, ['A1 major', 'B1', 'A2', 'A3 critical']],
    ['kind alone', { categories: ['accuracy/mistranslation'] }, ['A1 major', 'B1', 'A2', 'A3']],
  ])('by %s leaves out errors, not that their paragraphs were judged', (_what, filter, expected) => {
    expect(left(filter)).toEqual(expected);
  });

  test('keeps means over all that was judged', () => {
    const major = filterJudgements(JUDGEMENTS, { variants: ['A'], severities: ['major'] });
    // (5 + 0) / 2 annotators in paragraph 1, none in paragraph 2.
    expect(finish(statisticsSteps(major, () => undefined)).variants).toEqual([
      { variant: 'A', segments: 2, errors: 1, perSegment: { wmt: 1.25, marot: 1.25 } },
    ]);
  });
});
