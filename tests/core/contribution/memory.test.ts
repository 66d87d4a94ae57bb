import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MemoryUnit, TranslationMemory, memoryUnits } from '../../../src/core/contribution/memory.ts';
import { wordEdits } from '../../../src/core/contribution/word-edits.ts';

const from = {
  work: 'w',
  variant: 'de',
  paragraph: 'p',
  author: 'Ada',
  time: '2024-08-07T00:00:00.000Z',
};
const unit = (source: string, target = `<${source}>`): MemoryUnit => ({ ...from, source, target });
const memory = (...sources: readonly string[]) =>
  new TranslationMemory(
    'en',
    sources.map((source) => unit(source)),
  );
const found = (own: TranslationMemory, source: string, threshold?: number) =>
  own.find(source, threshold === undefined ? {} : { threshold }).map(({ unit: each }) => each.source);

describe('the memory of corrected sentences', () => {
  test('knows the very same sentence again, whatever the white space', () => {
    expect(memory('We lost control.', 'We won.').find('  We lost\ncontrol. ')).toMatchObject([
      { unit: { source: 'We lost control.', target: '<We lost control.>' }, similarity: 1, isExact: true },
    ]);
  });

  test('knows a similar one by the share of words that are the same', () => {
    const [match] = memory('We have lost all control of it.').find('We have lost some control of it.');
    expect(match?.similarity).toBeCloseTo(6 / 7);
    expect(match?.isExact).toBe(false);
  });

  test('leaves out what is less alike than it is asked for', () => {
    const own = memory('We have lost all control of it.');
    expect(found(own, 'They lost it all.')).toEqual([]);
    expect(found(own, 'We have lost some control of it.', 0.9)).toEqual([]);
  });

  test('puts the same before the similar and the more alike first, as many as are asked for', () => {
    const own = memory('one two three four five', 'one two three four six', 'one two three four FIVE!');
    expect(found(own, 'one two three four six')).toEqual([
      'one two three four six',
      'one two three four FIVE!',
      'one two three four five',
    ]);
    expect(own.find('one two three four six', { limit: 1 })).toHaveLength(1);
    expect(own.find('one two three four five!').map(({ isExact }) => isExact)).toEqual([false, false, false]);
  });

  test('keeps several renderings of one source, and the same one once', () => {
    const own = new TranslationMemory('en', [
      unit('Yes.', 'Ja.'),
      unit('Yes.', 'Doch.'),
      unit('Yes.', 'Ja.'),
    ]);
    expect(own.size).toBe(2);
    expect(own.find('Yes.').map(({ unit: { target } }) => target)).toEqual(['Doch.', 'Ja.']);
  });

  test('finds nothing for nothing', () => {
    expect(memory('We won.', '').find('')).toEqual([]);
    expect(memory('').size).toBe(0);
  });

  test('finds all that a comparison with every entry finds', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), words, (all, asked) => {
        const sources = [...new Set(all.map((each) => each.join(' ')))];
        const alike = sources.filter((source) => {
          const own = source.split(' ');
          const longest = Math.max(own.length, asked.length);
          return (wordEdits(own, asked, longest) ?? longest) <= 0.25 * longest + 1e-9;
        });
        const matches = memory(...sources).find(asked.join(' '), { limit: 100 });
        expect(matches.map(({ unit: each }) => each.source).sort()).toEqual(alike.sort());
      }),
    );
  });
});

describe('edits between two lists of words', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
  /** Levenshtein as it is defined. */
  const plain = (a: readonly string[], b: readonly string[]): number => {
    if (a.length === 0 || b.length === 0) return a.length + b.length;
    const kept = plain(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
    return Math.min(kept, plain(a.slice(1), b) + 1, plain(a, b.slice(1)) + 1);
  };
  const few = words.map((all) => all.slice(0, 5));

  test('are as many as by the definition, up to the most that are asked for', () => {
    fc.assert(
      fc.property(few, few, fc.nat(6), (a, b, most) => {
        const edits = plain(a, b);
        expect(wordEdits(a, b, most)).toBe(edits > most ? undefined : edits);
      }),
    );
  });
});

describe('a corrected paragraph', () => {
  test('is remembered as a whole and by the sentences that have one of the source each', () => {
    const units = memoryUnits(
      { text: 'We won. They lost.', lang: 'en' },
      { text: 'Wir gewannen. Sie verloren.', lang: 'de' },
      from,
    );
    expect(units.map(({ source, target }) => [source, target])).toEqual([
      ['We won. They lost.', 'Wir gewannen. Sie verloren.'],
      ['We won.', 'Wir gewannen.'],
      ['They lost.', 'Sie verloren.'],
    ]);
  });

  test('of one sentence is one unit', () => {
    expect(memoryUnits({ text: 'We won.', lang: 'en' }, { text: 'Sieg.', lang: 'de' }, from)).toHaveLength(1);
  });
});
