import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairSentences } from '../../../src/core/compare/pair-sentences.ts';
import { sentences } from '../../../src/core/segment/sentences.ts';

const pairs = (a: string, b: string) =>
  pairSentences({ text: a, lang: 'de' }, { text: b, lang: 'en' }).map((pair) => ({
    a: pair.a.map(({ start, end }) => a.slice(start, end)).join(' '),
    b: pair.b.map(({ start, end }) => b.slice(start, end)).join(' '),
  }));

test('as many sentences are paired by position, whatever their length', () => {
  expect(pairs('Eins. Ein sehr viel längerer Satz.', 'A sentence that is long. Two.')).toEqual([
    { a: 'Eins.', b: 'A sentence that is long.' },
    { a: 'Ein sehr viel längerer Satz.', b: 'Two.' },
  ]);
});

test('a sentence that was translated as two is paired with both', () => {
  expect(
    pairs(
      'Kurz. Wir bauen ein Modell, das sehr groß ist, und wir geben es danach allen Leuten. Das ist das Ende.',
      'Short. We build a model that is very large. Afterwards we give it to all people. That is the end.',
    ).map(({ b }) => b),
  ).toEqual([
    'Short.',
    'We build a model that is very large. Afterwards we give it to all people.',
    'That is the end.',
  ]);
});

test('a text without sentences is paired as a whole', () => {
  expect(pairs('', 'One. Two.')).toEqual([{ a: '', b: 'One. Two.' }]);
});

test('every sentence is in one pair, in order', () => {
  const text = fc
    .array(
      fc.constantFrom('Ja.', 'Ein Satz mit Wörtern.', 'Noch einer, der länger ist als alle anderen zuvor.'),
      {
        maxLength: 9,
      },
    )
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const result = pairSentences({ text: a, lang: 'de' }, { text: b, lang: 'de' });
      expect(result.flatMap((pair) => pair.a)).toEqual(sentences(a, 'de'));
      expect(result.flatMap((pair) => pair.b)).toEqual(sentences(b, 'de'));
    }),
  );
});
