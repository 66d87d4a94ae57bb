import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeThreeWay, mergedText } from '../../../src/core/contribution/three-way.ts';

const BASE = 'Wir haben keine Kontrolle mehr darüber, was die anderen tun.';
const merge = (current: string, proposed: string, base = BASE) =>
  mergeThreeWay(base, current, proposed, 'de');

describe('a proposal on a text that changed since', () => {
  test('is merged where the two changes do not touch', () => {
    const pieces = merge(
      BASE.replace('Wir haben', 'Sie haben'),
      BASE.replace('die anderen tun', 'die anderen damit anfangen'),
    );
    expect(mergedText(pieces)).toBe(
      'Sie haben keine Kontrolle mehr darüber, was die anderen damit anfangen.',
    );
  });

  test('is a conflict where both changed the same words, with all three wordings', () => {
    const pieces = merge(BASE.replace('keine', 'wenig'), BASE.replace('keine', 'jede'));
    expect(mergedText(pieces)).toBeUndefined();
    expect(pieces.filter((piece) => typeof piece !== 'string')).toEqual([
      { base: 'keine', current: 'wenig', proposed: 'jede' },
    ]);
  });

  test('counts a change once that both made alike', () => {
    const both = BASE.replace('keine', 'die');
    expect(mergedText(merge(both, `${both} Ja.`))).toBe(`${both} Ja.`);
  });

  const text = fc
    .array(fc.constantFrom('wir', 'haben', 'keine', 'Kontrolle', ',', 'mehr', 'Dr.'), { maxLength: 12 })
    .map((words) => words.join(' '));

  test('is itself on a text that did not change, and the text when it proposes nothing', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergedText(merge(base, other, base))).toBe(other);
        expect(mergedText(merge(other, base, base))).toBe(other);
      }),
    );
  });

  test('gives each side back when its side of every conflict is taken and the other changed nothing else', () => {
    fc.assert(
      fc.property(text, text, text, (base, current, proposed) => {
        const mirrored = merge(proposed, current, base);
        const joined = (side: 'current' | 'proposed', pieces: ReturnType<typeof merge>) =>
          pieces.map((piece) => (typeof piece === 'string' ? piece : piece[side])).join('');
        // The two sides play the same part: exchanged, they give the same texts.
        const pieces = merge(current, proposed, base);
        expect(joined('current', pieces)).toBe(joined('proposed', mirrored));
      }),
    );
  });

  // node-diff3 took half a minute for it: the spaces are all alike.
  test('is merged in a paragraph of 2,000 words', () => {
    const words = Array.from({ length: 2_000 }, (_each, n) =>
      n % 3 === 0 ? 'und' : `Wort${String(n % 700)}`,
    );
    const edited = (word: string, every: number, from: number) =>
      words.map((old, n) => (n % every === from ? word : old)).join(' ');
    const text = mergedText(merge(edited('heute', 50, 7), edited('morgen', 50, 31), words.join(' ')));
    expect(text?.split(' ').filter((word) => word === 'heute')).toHaveLength(40);
    expect(text?.split(' ').filter((word) => word === 'morgen')).toHaveLength(40);
  });

  test('of a text too long to be a paragraph is one conflict', () => {
    const long = 'ja '.repeat(12_000);
    expect(mergeThreeWay(long, `${long}x`, `y${long}`, 'de')).toHaveLength(1);
  });
});
