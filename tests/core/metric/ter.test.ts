import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceScore } from '../../../src/core/metric/corpus.ts';
import { Beam } from '../../../src/core/metric/ter-beam.ts';
import { EditTable } from '../../../src/core/metric/ter-table.ts';
import { tokeniseForTer } from '../../../src/core/metric/ter-tokenise.ts';
import { countEdits, ter, TER_DEFAULTS } from '../../../src/core/metric/ter.ts';

const edits = (hypothesis: string, reference: string): number =>
  countEdits(hypothesis.split(' '), reference.split(' ')).edits;

describe('TER', () => {
  test.each([
    ['a b c', 'a b c', 0],
    ['a b c', 'a x c', 1],
    ['a b c', 'a c', 1],
    ['a c', 'a b c', 1],
    // A block that moves is one edit, whatever its length.
    ['c d e a b', 'a b c d e', 1],
    ['a d b c', 'a b c d', 1],
    // Two blocks, and a word that is replaced.
    ['d e a b x c', 'a b c d e f', 3],
    // The example of Snover et al. 2006: a shift, two replacements, an insertion.
    [
      'this week the saudis denied information published in the new york times',
      'saudi arabia denied this week information published in the american new york times',
      4,
    ],
  ])('makes %j into %j with %d edits', (hypothesis, reference, expected) => {
    expect(edits(hypothesis, reference)).toBe(expected);
  });

  test('is the edits in per cent of the words of the reference', () => {
    expect(sentenceScore(ter(), 'a b x', ['a b c d'])).toBe(50);
    expect(sentenceScore(ter(), 'a b c d e f', ['x'])).toBe(600);
  });

  test('takes the edits of the nearest reference and the mean length of all', () => {
    expect(ter().statistics('a b c', ['a b c', 'x y z v w'])).toEqual([0, 4, 0]);
  });

  test('knows what is empty', () => {
    expect(sentenceScore(ter(), '', [''])).toBe(0);
    expect(sentenceScore(ter(), 'a', [''])).toBe(100);
    expect(sentenceScore(ter(), '', ['a b'])).toBe(100);
  });

  test('does not shift farther than 50 words', () => {
    const filler = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');
    expect(edits(`x ${filler(49)}`, `${filler(49)} x`)).toBe(1);
    expect(edits(`x ${filler(60)}`, `${filler(60)} x`)).toBe(2);
  });

  const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 14 });
  test('is 0 for identical texts only, and never more edits than without shifts', () => {
    fc.assert(
      fc.property(sentence, sentence, (hypothesis, reference) => {
        expect(countEdits(hypothesis, hypothesis)).toEqual({ edits: 0, isCut: false });
        const found = countEdits(hypothesis, reference).edits;
        expect(found === 0).toBe(hypothesis.join(' ') === reference.join(' '));
        expect(found).toBeLessThanOrEqual(levenshtein(hypothesis, reference));
        expect(found).toBeGreaterThanOrEqual(Math.abs(hypothesis.length - reference.length));
      }),
    );
  });

  test('does not heed the order of the references', () => {
    const references = fc.array(
      sentence.map((words) => words.join(' ')),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(sentence, references, (words, all) => {
        const hypothesis = words.join(' ');
        expect(ter().statistics(hypothesis, all.toReversed())).toEqual(ter().statistics(hypothesis, all));
      }),
    );
  });
});

describe('the table behind it', () => {
  const ids = fc.array(fc.nat(4), { minLength: 1, maxLength: 60 });

  test('gives the distance of a variation as if it were computed anew', () => {
    fc.assert(
      fc.property(ids, ids, fc.nat(), fc.array(fc.nat(4), { maxLength: 5 }), (words, wanted, at, change) => {
        const reference = Int32Array.from(wanted);
        const beam = new Beam(reference, words.length);
        const table = new EditTable(beam, Int32Array.from(words));
        const start = at % words.length;
        const end = Math.min(words.length, start + change.length);
        const varied = Int32Array.from(words);
        varied.set(change.slice(0, end - start), start);
        expect(table.distanceOf(varied, start, end)).toBe(new EditTable(beam, varied).distance);
        expect(beam.distance(varied)).toBe(new EditTable(beam, varied).distance);
      }),
    );
  });

  test('agrees with the whole table where the beam covers it', () => {
    const short = fc.array(fc.nat(4), { maxLength: 20 });
    fc.assert(
      fc.property(short, short, (words, wanted) => {
        const beam = new Beam(Int32Array.from(wanted), words.length);
        expect(beam.distance(Int32Array.from(words))).toBe(levenshtein(words, wanted));
      }),
    );
  });

  test('reaches the end however different the lengths are', () => {
    const distance = (words: number, wanted: number) =>
      new Beam(new Int32Array(wanted).fill(1), words).distance(new Int32Array(words));
    expect(distance(1, 5000)).toBe(5000);
    expect(distance(3, 1000)).toBe(1000);
    expect(distance(5000, 1)).toBe(5000);
  });
});

describe('a segment that is too long', () => {
  const words = (count: number, kinds: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * 7919) % kinds}`);

  test('ends the search for shifts after a thousand tries, and says so', () => {
    const text = words(2000, 13);
    const found = countEdits(text.toReversed(), text);
    expect(found.isCut).toBe(true);
    expect(found.edits).toBeGreaterThan(0);
    expect(found.edits).toBeLessThanOrEqual(2000);
  });

  test('is compared without shifts when its table would not fit, and says so', () => {
    const text = words(350_000, 1009);
    expect(countEdits(['x', ...text], text)).toEqual({ edits: 1, isCut: true });
  });
});

describe('Tercom’s words', () => {
  const tokens = (text: string, options = {}) =>
    tokeniseForTer(text, { ...TER_DEFAULTS, ...options }).join(' ');

  test.each([
    ['So, „ja“!', {}, 'so, „ja“!'],
    ['So', { caseSensitive: true }, 'So'],
    ['So, 3.5 (ja)!', { noPunct: true }, 'so 35 ja'],
    ["Peter's Hut, 3.5 &amp; 1-2.", { normalized: true }, "peter 's hut , 3.5 & 1 - 2 ."],
    ['日本は3つ、', { normalized: true }, '日本は3つ、'],
    ['日本は3つ、', { normalized: true, asianSupport: true }, '日 本 は3つ 、'],
    ['日本、！', { noPunct: true, asianSupport: true }, '日本'],
    ['日本、', { asianSupport: true }, '日本、'],
  ])('%j with %j: %j', (text, options, expected) => {
    expect(tokens(text, options)).toBe(expected);
  });

  test('of a reference are normalised twice, as in sacreBLEU', () => {
    // Once leaves `john's`, which the second time is followed by a space.
    const statistics = ter({ normalized: true }).statistics("It is John's.", ["It is John's."]);
    expect(statistics).toEqual([2, 5, 0]);
    expect(ter().statistics("It is John's.", ["It is John's."])).toEqual([0, 3, 0]);
  });
});

function levenshtein<T>(one: readonly T[], other: readonly T[]): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, word] of one.entries()) {
    const cells = [row + 1];
    for (const [column, own] of other.entries()) {
      const pair = above[column]! + (own === word ? 0 : 1);
      cells.push(Math.min(pair, above[column + 1]! + 1, cells[column]! + 1));
    }
    above = cells;
  }
  return above.at(-1)!;
}
