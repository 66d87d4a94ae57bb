import { describe, expect, test } from 'vitest';
import { readGlossary } from '../../../src/core/work/glossary.ts';
import { findingsOf, inputOf, quotesOf } from './make.ts';

/** What a check says of the German of a pair. */
function onPair(check: string, de: string | readonly string[], en: string | readonly string[]) {
  const input = inputOf({ de, en }, { reference: 'en' });
  return findingsOf(check, input)
    .filter(({ variant }) => variant === 'de')
    .map((finding) => ({ ...finding, quotes: quotesOf(finding, input) }));
}

describe('numbers', () => {
  test('that were changed are seen where they stand, with what was expected', () => {
    const [found, ...rest] = onPair('pair/number', 'Es kostet 54 Millionen.', 'It costs 45 million.');
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ quotes: ['54 Millionen'], expected: { args: { number: '45 million' } } });
    expect(found?.evidence).toMatchObject([{ variant: 'en', value: '45 million' }]);
  });

  test('that are missing are seen in the sentence that should have them', () => {
    const found = onPair('pair/number', 'Es beginnt. Wir haben Leute.', 'It begins. We have 15 people.');
    expect(found.map(({ quotes }) => quotes)).toEqual([['Wir haben Leute.']]);
  });

  test('that the reference does not have are seen', () => {
    const [found] = onPair('pair/number', 'Wir haben 700 Leute.', 'We have people.');
    expect(found).toMatchObject({ quotes: ['700'], expected: { code: 'pair/number-added' } });
  });

  test.each([
    ['1,5 %', '1.5%'],
    ['645 Millionen Dollar', '$645 million'],
    ['die 90er Jahre', 'the 1990s'],
    ['sechs Modelle in 12 Monaten', 'six models in twelve months'],
    ['zum dritten Mal', 'for the third time'],
    ['Llama 3.1 405B', 'Llama 3.1 405B'],
  ])('%s and %s are the same', (de, en) => {
    expect(onPair('pair/number', de, en)).toEqual([]);
  });

  test('in another currency are seen', () => {
    expect(onPair('pair/unit', 'Es kostet 5 Euro.', 'It costs $5.')).toMatchObject([
      { quotes: ['5'], expected: { args: { unit: 'USD', found: 'EUR' } } },
    ]);
    expect(onPair('pair/unit', 'Es kostet 5 US-Dollar.', 'It costs $5.')).toEqual([]);
  });

  test('with another bound are seen, “exactly” and none are alike', () => {
    expect(onPair('pair/number-bound', 'genau 6 Leute', 'more than 6 people')).toMatchObject([
      { quotes: ['6'], expected: { code: 'pair/bound-more' } },
    ]);
    expect(onPair('pair/number-bound', 'mehr als 6 Leute', '6 people')).toMatchObject([
      { expected: { code: 'pair/bound-none' } },
    ]);
    expect(onPair('pair/number-bound', 'genau 6 Leute', '6 people')).toEqual([]);
    expect(onPair('pair/number-bound', 'über 6 Leute', 'more than 6 people')).toEqual([]);
  });
});

test('names with capitals inside and addresses must be there, others may be translated', () => {
  const found = onPair(
    'pair/name',
    'Siehe hier bei dem Anbieter.',
    'See https://example.org/a at CoreWeave in France.',
  );
  expect(found.map(({ expected }) => expected.args['name'])).toEqual(['https://example.org/a', 'CoreWeave']);
});

describe('a question', () => {
  test('that became a statement is seen', () => {
    expect(onPair('pair/question', 'Das stimmt. Ja.', 'Is it true? Yes.')).toMatchObject([
      { quotes: ['Das stimmt.'] },
    ]);
  });

  test('that all the others have as well is the reference’s matter', () => {
    const input = inputOf(
      { de: 'Stimmt es?', fr: 'Est-ce vrai ?', es: '¿Es cierto?', en: 'Tell me whether it is true.' },
      { reference: 'en' },
    );
    expect(findingsOf('pair/question', input)).toEqual([]);
  });

  test('is one in Greek and in Japanese too', () => {
    const input = inputOf(
      { el: 'Είναι αλήθεια;', ja: '本当ですか。', en: 'Is it true?' },
      { reference: 'en' },
    );
    expect(findingsOf('pair/question', input)).toEqual([]);
  });
});

describe('length', () => {
  const english = Array.from(
    { length: 12 },
    (_, index) => `${'A sentence of some length, as usual. '.repeat(3)}${index}`,
  );
  const german = Array.from(
    { length: 12 },
    (_, index) => `${'Ein Satz von einiger Länge, wie stets. '.repeat(3)}${index}`,
  );

  test('is measured by what is usual for the two texts', () => {
    expect(onPair('pair/length', german, english)).toEqual([]);
    const short = german.map((text, index) => (index === 5 ? 'Ein kurzer Satz nur.' : text));
    expect(onPair('pair/length', short, english)).toMatchObject([
      { paragraph: 'p6', expected: { code: 'pair/shorter' } },
    ]);
  });

  test('says nothing of texts too short to know', () => {
    expect(onPair('pair/length', ['Kurz.'], [english[0] ?? ''])).toEqual([]);
  });
});

test('a list item that became a paragraph is seen', () => {
  const input = inputOf({ de: 'Ein Punkt' }, { reference: 'en' });
  const list = inputOf({ en: 'An item' }, { role: 'list-item' });
  const found = findingsOf('pair/structure', { ...input, texts: [...input.texts, ...list.texts] });
  expect(found).toMatchObject([{ variant: 'de', expected: { args: { expected: 'list-item' } } }]);
});

describe('terms', () => {
  const glossary = readGlossary(
    'term\tsense\tde\nfoundation model\tgeneral\tBasismodell\nfrontier model\tbest\tSpitzenmodell',
  ).value;
  const onTerms = (check: string, de: string, en: string) =>
    findingsOf(check, inputOf({ de, en }, { reference: 'en', glossary })).map(
      ({ expected }) => expected.args,
    );

  test('of the glossary must be rendered as it says', () => {
    expect(onTerms('term/glossary', 'Ein grundlegendes Ding.', 'A foundation model.')).toMatchObject([
      { term: 'foundation model', expected: 'Basismodell' },
    ]);
    expect(onTerms('term/glossary', 'Die Basismodelle.', 'The foundation models.')).toEqual([]);
  });

  test('are not made one', () => {
    expect(onTerms('term/confused', 'Ein Spitzenmodell.', 'A foundation model.')).toMatchObject([
      { term: 'foundation model', instead: 'frontier model' },
    ]);
    expect(onTerms('term/glossary', 'Ein Spitzenmodell.', 'A foundation model.')).toEqual([]);
  });

  test('that are forbidden are found as they stand', () => {
    const forbidding = readGlossary('term\tsense\tde\nfunding\t\tFinanzierung | !Spenden').value;
    const found = (de: string, en = 'The funding.') =>
      findingsOf('term/forbidden', inputOf({ de, en }, { reference: 'en', glossary: forbidding }));
    expect(found('Die Finanzierung durch Spenden.')).toMatchObject([
      {
        spans: [{ start: 23, end: 30 }],
        expected: { code: 'term/forbidden', args: { found: 'Spenden', expected: 'Finanzierung' } },
      },
    ]);
    expect(found('Die Spendenaktion.')).toEqual([]);
    expect(found('Die Spenden.', 'The gifts.')).toEqual([]);
  });

  test('are compared without a glossary too', () => {
    const en = [
      'The developer sleeps.',
      'A developer eats.',
      'This developer runs.',
      'Our developer sings.',
      'One developer works.',
    ];
    const de = [
      'Der Entwickler schläft.',
      'Ein Entwickler isst.',
      'Dieser Entwickler rennt.',
      'Unser Entwickler singt.',
      'Ein Programmierer arbeitet.',
    ];
    expect(onPair('term/inconsistent', de, en)).toMatchObject([
      { paragraph: 'p5', expected: { args: { term: 'developer' } } },
    ]);
  });
});
