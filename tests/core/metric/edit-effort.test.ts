import { describe, expect, test } from 'vitest';
import { editEffort, metricsOf, textMetricSteps } from '../../../src/core/metric/edit-effort.ts';

const context = { lang: 'de', version: 'lesart-0.1.0' };

describe('the metrics of a text', () => {
  test('are four, each with its paragraphs and its signature', () => {
    const found = metricsOf(['eins zwei drei vier', 'fünf'], ['eins zwei drei vier', 'sechs'], context);
    expect(found.map(({ name }) => name)).toEqual(['BLEU', 'chrF2', 'chrF2++', 'TER']);
    expect(found.map(({ higherIsBetter }) => higherIsBetter)).toEqual([true, true, true, false]);
    for (const { name, paragraphs, signature } of found) {
      expect(paragraphs[0]).toBeCloseTo(name === 'TER' ? 0 : 100, 9);
      expect(signature).toMatch(/^nrefs:1\|.*\|version:lesart-0\.1\.0$/);
    }
    expect(found[3]).toMatchObject({ score: 20, paragraphs: [0, 100] });
    // Half of the paragraphs are wrong: what a sample of them says depends on which it draws.
    expect(found[3]!.interval.halfWidth).toBeGreaterThan(0);
  });

  test('say how far they have come', () => {
    const texts = Array.from({ length: 90 }, (_, at) => `Satz ${at}`);
    const shares = [...textMetricSteps(texts, texts, context)].map(({ done, total }) => done / total);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(1);
  });

  test('cut Chinese and Japanese without spaces, and say so', () => {
    const settings = (lang: string) =>
      metricsOf(['我很好'], ['我不好'], { ...context, lang }).map(({ signature }) => signature);
    expect(settings('zh-Hans')[0]).toContain('tok:zh');
    expect(settings('ja')[0]).toContain('tok:char');
    expect(settings('zh')[3]).toContain('norm:yes|punct:yes|asian:yes');
    expect(settings('ko')[0]).toContain('tok:13a');
    expect(metricsOf(['我很好'], ['我不好'], { ...context, lang: 'zh' })[3]?.score).toBeCloseTo(100 / 3, 9);
  });

  test('are none for no paragraphs, and refused for unlike numbers of them', () => {
    expect(metricsOf([], [], context)).toEqual([]);
    expect(() => metricsOf(['a'], [], context)).toThrow(RangeError);
  });
});

test('the effort of correcting is the edits in per cent of the corrected words', () => {
  expect(editEffort(['b a c', 'd'], ['a b c', 'd e'], 'de')).toEqual({
    edits: 2,
    words: 5,
    rate: 40,
    cut: 0,
  });
});
