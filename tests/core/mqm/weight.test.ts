import { describe, expect, test } from 'vitest';
import { marotWeight, RULES, wmtWeight } from '../../../src/core/mqm/weight.ts';
import { annotate } from './annotate.ts';

const CASES: readonly [label: string, wmt: number, marot: number][] = [
  ['Major Accuracy/Mistranslation', 5, 5],
  ['Minor Accuracy/Mistranslation', 1, 1],
  ['Neutral Style/Awkward', 0, 0],
  ['Critical Accuracy/Mistranslation', 0, 5],
  ['Minor Fluency/Punctuation', 0.1, 0.1],
  ['Major Fluency/Punctuation', 5, 5],
  ['Minor Punctuation', 1, 0.1],
  ['Minor Fluency/Spelling', 1, 1],
  ['Major Non-translation!', 25, 25],
  ['Major Non-translation', 25, 25],
  ['Minor Non-translation!', 25, 25],
  ['Major Source error', 5, 0],
  ['Minor Source issue', 1, 0],
  ['Critical Source error', 0, 0],
  ['Major Accuracy/Source language fragment', 5, 5],
  ['Major Accuracy/Creative Reinterpretation', 5, 0],
  ['Trivial Style/Awkward', 0, 0.1],
  ['major Accuracy/Omission', 0, 5],
  ['minor fluency/punctuation', 0, 0.1],
  ['Major non-translation!', 5, 25],
  ['Unheard Style', 0, 0],
  ['No-error No-error', 0, 0],
  ['no_error No-error', 0, 0],
];

describe('the weights of', () => {
  test.each(CASES)('%s are %d by WMT and %d by Marot', (label, wmt, marot) => {
    expect(wmtWeight(annotate(label)).weight).toBe(wmt);
    expect(marotWeight(annotate(label)).weight).toBe(marot);
  });

  test('every label come with a rule that is listed', () => {
    for (const [label] of CASES) {
      expect(RULES).toContain(wmtWeight(annotate(label)).rule);
      expect(RULES).toContain(marotWeight(annotate(label)).rule);
    }
  });
});

test('the first rule of Marot that fits decides', () => {
  expect(marotWeight(annotate('Minor Source issue/Punctuation')).rule).toBe('marot-trivial');
  expect(marotWeight(annotate('Critical Non-translation!')).rule).toBe('marot-non-translation');
});
