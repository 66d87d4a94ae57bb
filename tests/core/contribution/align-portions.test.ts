import { describe, expect, test } from 'vitest';
import { shift } from '../../../src/core/contribution/align-edits.ts';
import { alignPortions } from '../../../src/core/contribution/align-portions.ts';
import { aligned, alignment, shown, textsOf } from './align-make.ts';

const COUNT = 6000;
const lines = (word: string): readonly string[] =>
  Array.from({ length: COUNT }, (_line, at) => `p${String(at)}: ${word} ${String(at)}`);
const texts = textsOf({ de: lines('Zeile'), en: lines('line') });

describe('a change as records', () => {
  test('is one where it is short', () => {
    const body = shift(aligned(texts), 'en', 'p5990', 'down', () => 'n1')!;
    expect(alignPortions(body)).toEqual([body]);
  });

  test('is several where it is long, each short enough for a line of a log, that say the same together', () => {
    const body = shift(aligned(texts), 'en', 'p0', 'down', () => 'n1')!;
    const portions = alignPortions(body);
    expect(portions.length).toBeGreaterThan(1);
    for (const portion of portions) expect(JSON.stringify(portion).length).toBeLessThan(300_000);
    const records = portions.map((portion, at) => alignment(at + 1, portion));
    expect(shown(aligned(texts, records))).toEqual(shown(aligned(texts, [alignment(1, body)])));
  });
});
