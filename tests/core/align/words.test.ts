import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordAligner } from '../../../src/core/align/words.ts';
import type { WordLinks } from '../../../src/core/align/word-links.ts';
import { WordModel } from '../../../src/core/align/word-model.ts';
import { withPivots } from '../../../src/core/align/word-pivots.ts';
import { stemOf, WordText } from '../../../src/core/align/word-text.ts';

function done<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The links of every row. */
function learnWords(source: WordText, target: WordText): readonly (WordLinks | undefined)[] {
  const model = new WordModel(source, target);
  done(model.learn());
  return Array.from({ length: source.length }, (_, row) => model.links(row));
}

const GERMAN = ['Der Hund bellt laut.', 'Die Katze schläft.', 'Der Hund schläft.', 'Die Katze bellt nie.'];
const ENGLISH = ['The dog barks loudly.', 'The cat sleeps.', 'The dog sleeps.', 'The cat never barks.'];

/** The surest counterpart of each word, in words. */
function read(links: WordLinks, source: string, target: string): Record<string, string> {
  const words = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
  const [from, to] = [words(source), words(target)];
  return Object.fromEntries(
    from.flatMap((word, at) => {
      const entries = Array.from({ length: links.starts[at + 1]! - links.starts[at]! }, (_, entry) => ({
        other: to[links.targets[links.starts[at]! + entry]!]!,
        probability: links.probabilities[links.starts[at]! + entry]!,
      })).sort((a, b) => b.probability - a.probability);
      return entries[0] ? [[word, entries[0].other]] : [];
    }),
  );
}

describe('words that say the same', () => {
  test('are found from the texts alone', () => {
    const links = learnWords(new WordText(GERMAN, 'de'), new WordText(ENGLISH, 'en'));
    expect(read(links[0]!, GERMAN[0]!, ENGLISH[0]!)).toMatchObject({ Hund: 'dog', bellt: 'barks' });
    expect(read(links[1]!, GERMAN[1]!, ENGLISH[1]!)).toMatchObject({ Katze: 'cat', schläft: 'sleeps' });
    expect(read(links[3]!, GERMAN[3]!, ENGLISH[3]!)).toMatchObject({ Katze: 'cat' });
  });

  test('are the same either way round', () => {
    const aligner = new WordAligner(
      new Map([
        ['de', { lang: 'de', rows: GERMAN }],
        ['en', { lang: 'en', rows: ENGLISH }],
      ]),
    );
    const there = done(aligner.links('de', 'en'));
    const back = done(aligner.links('en', 'de'));
    for (const row of GERMAN.keys()) {
      const pairs = (links: WordLinks, turned: boolean): readonly string[] =>
        Array.from({ length: links.starts.length - 1 }, (_, at) =>
          [...links.targets.slice(links.starts[at], links.starts[at + 1])].map((other) =>
            turned ? `${other}-${at}` : `${at}-${other}`,
          ),
        )
          .flat()
          .sort();
      expect(pairs(there(row)!, false)).toEqual(pairs(back(row)!, true));
    }
  });

  test('are none where one side has no text, and where a row is too long to look at', () => {
    const long = 'wort '.repeat(500);
    const links = learnWords(new WordText(['', 'eins', long], 'de'), new WordText(['one', '', long], 'en'));
    expect(links).toEqual([undefined, undefined, undefined]);
  });

  test('have probabilities, whatever the texts', () => {
    const row = fc.array(fc.constantFrom('a', 'bb', '12', 'wort', '语言', '.', 'αβγ'), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, row), { maxLength: 5 }), (rows) => {
        const source = new WordText(
          rows.map(([own]) => own.join(' ')),
          'de',
        );
        const target = new WordText(
          rows.map(([, own]) => own.join(' ')),
          'en',
        );
        for (const links of learnWords(source, target))
          for (const probability of links?.probabilities ?? []) {
            expect(probability).toBeGreaterThan(0);
            expect(probability).toBeLessThanOrEqual(1.0001);
          }
      }),
      { numRuns: 50 },
    );
  });

  test('a third language can supply what two texts leave open', () => {
    const links = (targets: readonly number[], probabilities: readonly number[]): WordLinks => ({
      starts: Int32Array.of(0, targets.length),
      targets: Int32Array.from(targets),
      probabilities: Float32Array.from(probabilities),
    });
    const open = links([0, 1], [0.4, 0.4]);
    const sure = withPivots(open, [{ there: links([0], [1]), on: links([1], [1]) }], 2);
    expect(Array.from(sure.probabilities, (value) => Math.round(100 * value))).toEqual([20, 70]);
  });
});

test('words are counted without endings and accents, numbers by their digits', () => {
  expect(stemOf('Häuser')).toBe(stemOf('Haus').slice(0, 4));
  expect(stemOf('Ελλάδα')).toBe(stemOf('Ελλάδας'));
  expect(stemOf('1.000')).toBe(stemOf('1,000'));
  expect(stemOf('人工智能')).toBe('人工智能');
});

test('a row beyond those that are learnt from has links too, also of words that were never met', () => {
  const model = new WordModel(
    new WordText([...GERMAN, 'Der Vogel bellt 1234.'], 'de'),
    new WordText([...ENGLISH, 'The bird barks 1234.'], 'en'),
    60,
  );
  done(model.learn());
  const links = model.links(4)!;
  const linked = (from: number, to: number): boolean =>
    links.targets.slice(links.starts[from], links.starts[from + 1]).includes(to);
  expect(linked(2, 2)).toBe(true);
  expect(linked(3, 3)).toBe(true);
  for (const probability of links.probabilities) {
    expect(probability).toBeGreaterThan(0);
    expect(probability).toBeLessThanOrEqual(1.0001);
  }
});
