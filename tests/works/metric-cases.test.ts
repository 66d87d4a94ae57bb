import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bleu, bleuScore, type BleuOptions, type Smoothing } from '../../src/core/metric/bleu.ts';
import { chrf } from '../../src/core/metric/chrf.ts';
import { corpusStatistics, countReferences } from '../../src/core/metric/corpus.ts';
import { type Metric, sumStatistics } from '../../src/core/metric/metric.ts';
import { signature } from '../../src/core/metric/signature.ts';
import { ter } from '../../src/core/metric/ter.ts';
import type { Tokeniser } from '../../src/core/metric/tokenise.ts';

interface Case {
  readonly name: string;
  readonly metric: 'BLEU' | 'CHRF' | 'TER';
  readonly args: Readonly<Record<string, string | number | boolean>>;
  readonly hyp: readonly string[];
  /** By translator, then by segment. */
  readonly ref: readonly (readonly string[])[];
  readonly expected: number;
  readonly detail?: Readonly<Record<string, number | readonly number[]>>;
  readonly signature: string | null;
}

const file = new URL('../../../shared/reference/metric-cases.json', import.meta.url);
const cases = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] }).cases
  : [];

/** sacreBLEU's names of the options, and ours. */
const bleuOptions = ({ args }: Case): Partial<BleuOptions> => ({
  lowercase: args['lowercase'] === true,
  effectiveOrder: args['effective_order'] === true,
  ...(args['tokenize'] === undefined ? {} : { tokeniser: args['tokenize'] as Tokeniser }),
  ...(args['smooth_method'] === undefined ? {} : { smoothing: args['smooth_method'] as Smoothing }),
  ...(args['max_ngram_order'] === undefined ? {} : { maxOrder: Number(args['max_ngram_order']) }),
});

function metricOf(own: Case): Metric {
  const { metric, args } = own;
  if (metric === 'BLEU') return bleu(bleuOptions(own));
  if (metric === 'CHRF') {
    return chrf({
      charOrder: Number(args['char_order'] ?? 6),
      wordOrder: Number(args['word_order'] ?? 0),
      beta: Number(args['beta'] ?? 2),
      lowercase: args['lowercase'] === true,
      whitespace: args['whitespace'] === true,
      epsSmoothing: args['eps_smoothing'] === true,
    });
  }
  return ter({
    normalized: args['normalized'] === true,
    noPunct: args['no_punct'] === true,
    asianSupport: args['asian_support'] === true,
    caseSensitive: args['case_sensitive'] === true,
  });
}

describe.skipIf(!existsSync(file))('the scores of sacreBLEU 2.6 (metric-cases.json)', () => {
  test('are 43', () => {
    expect(cases).toHaveLength(43);
  });

  const titled = cases.map((own, index) => ({ ...own, title: `${index} ${own.metric} ${own.name}` }));
  test.each(titled)('are met to a millionth, with parts and signature: $title', (own) => {
    const metric = metricOf(own);
    const sums = sumStatistics(corpusStatistics(metric, own.hyp, own.ref));
    expect(Math.abs(metric.score(sums) - own.expected)).toBeLessThan(1e-6);
    if (own.signature !== null) {
      expect(signature(metric, { references: countReferences(own.ref), version: '2.6.0' })).toBe(
        own.signature,
      );
    }
    if (own.detail === undefined) return;
    if (own.metric === 'TER') {
      expect(sums).toEqual([own.detail['num_edits'], own.detail['ref_length'], 0]);
      return;
    }
    const { counts, totals, precisions, brevityPenalty, hypothesisLength, referenceLength } = bleuScore(
      sums,
      bleuOptions(own),
    );
    const { precisions: expected, bp, ...whole } = own.detail;
    expect({ counts, totals, sys_len: hypothesisLength, ref_len: referenceLength }).toEqual(whole);
    expect(brevityPenalty).toBeCloseTo(bp as number, 9);
    expect(precisions.map((value) => value.toFixed(9))).toEqual(
      (expected as readonly number[]).map((value) => value.toFixed(9)),
    );
  });
});
