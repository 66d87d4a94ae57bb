import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WordAligner } from '../../src/core/align/words.ts';
import { readVariant } from '../../src/core/work/variant-file.ts';
import { accuracyOf, readSample } from './word-alignment/sample.ts';

const PAIRS = [
  ['de', 'en', 0.24],
  ['fr', 'en', 0.21],
  ['zh', 'de', 0.53],
] as const;
const LEAST = 0.4;

const textsOf = (variant: string): ReadonlyMap<string, string> => {
  const file = `translations/works/mistral-interview/${variant}.md`;
  return new Map(readVariant(readFileSync(file, 'utf8'), file).value.map(({ id, text }) => [id, text]));
};
const texts = new Map(['de', 'en', 'fr', 'zh'].map((id) => [id, textsOf(id)]));
const rows = [...texts.get('de')!.keys()];
const textOf = (variant: string, row: string): string => texts.get(variant)?.get(row) ?? '';

describe('words linked from the first work alone', () => {
  const aligner = new WordAligner(
    new Map([...texts.keys()].map((id) => [id, { lang: id, rows: rows.map((row) => textOf(id, row)) }])),
    0,
  );
  test.each(PAIRS)('%s–%s are as right as they were', (source, target, most) => {
    const sample = readSample(`tests/works/word-alignment/${source}-${target}.txt`);
    expect(sample).toHaveLength(60);
    const steps = aligner.links(source, target);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const { aer, links } = accuracyOf(sample, aligner, [source, target], rows, textOf, step.value, LEAST);
    expect(links).toBeGreaterThan(300);
    expect(aer).toBeLessThan(most);
  });
});
