import { describe, expect, test } from 'vitest';
import { findingsOf, inputOf, quotesIn, quotesOf } from './make.ts';

test.each([
  ['spacing/missing-after-mark', 'de', 'Das haben wir gebaut.Wir sind froh.', 'gebaut.Wir'],
  ['spacing/missing-after-mark', 'en', 'We came,we saw.', 'came,we'],
  [
    'spacing/joined-words',
    'de',
    'Ein Gesetz über künstliche IntelligenzAnstatt eines Verbots.',
    'IntelligenzAnstatt',
  ],
  ['spacing/beside-quotation-mark', 'de', 'Sie haben„viel“ gesagt.', 'haben„'],
  ['spacing/beside-quotation-mark', 'de', 'Das „Wort“steht hier.', '“steht'],
  ['spacing/beside-quotation-mark', 'en', 'They said“much” here.', 'said“'],
  ['spacing/beside-mark', 'de', 'Das ist alles .', ' .'],
  ['spacing/beside-mark', 'de', 'Das sind 10% davon.', '0%'],
  ['spacing/double', 'en', 'One  two.', '  '],
  ['word/doubled', 'en', 'It is the the end.', 'the the'],
  [
    'word/name-repeated',
    'de',
    'Mistral AI, bekannt als Mistral AI, wurde gegründet.',
    'Mistral AI, bekannt als Mistral AI',
  ],
  [
    'word/formal-pronoun',
    'de',
    'Das hilft, denn diese Entwickler kommen, wenn Sie die von ihnen gebauten Dinge nutzen.',
    'Sie',
  ],
  ['bracket/unbalanced', 'en', 'A word (and more.', '('],
  ['bracket/unbalanced', 'en', 'A word) and more.', ')'],
  ['bracket/foreign', 'de', '【Anmerkung】 Es folgt mehr.', '【Anmerkung】'],
  ['quotation/foreign', 'de', 'Er sagte "ja" dazu.', '"'],
  ['quotation/apostrophe', 'en', "It isn't so.", "'"],
  ['punctuation/foreign', 'de', 'Das ist alles。', '。'],
  ['punctuation/sequence', 'de', 'Bild |. Der Gründer', '|.'],
  ['sentence/lower-start', 'de', '【Anmerkung】haben wir gesagt.', 'haben'],
  ['script/mixed-in-word', 'ru', 'Это cлово здесь.', 'cлово'],
  ['script/foreign', 'de', 'Das Wort 训练数据集 steht hier im Satz und sagt nichts.', '训练数据集'],
  ['locale/number-format', 'de', 'Es sind 6.45 Millionen.', '6.45'],
  ['locale/currency-position', 'de', 'Es kostet $5.', '$5'],
  ['locale/currency-position', 'en', 'It costs 5€.', '5€'],
  ['locale/date-format', 'de', 'Am 24/12/2024 ist es so weit.', '24/12/2024'],
])('%s sees in %s: %s', (check, lang, text, quote) => {
  expect(quotesIn(check, lang, text)).toContain(quote);
});

test.each([
  ['spacing/missing-after-mark', 'de', 'Siehe www.Beispiel.de und z.B. Node.js.'],
  ['spacing/missing-after-mark', 'zh', '我们来了,看见了.Mistral'],
  ['spacing/joined-words', 'en', 'A MacBook.'],
  ['spacing/beside-quotation-mark', 'en', '“Yes,” she said, “it’s ‘so’.”'],
  ['spacing/beside-quotation-mark', 'fr', 'L’« OpenAI européen » est là.'],
  ['spacing/beside-quotation-mark', 'ko', '그는 “아니요”라고 말했다.'],
  ['word/doubled', 'de', 'Ich kenne die, die die Tür öffnen.'],
  ['word/doubled', 'en', 'New York York is no name.'],
  ['word/doubled', 'sa', 'पुनः पुनः वदति।'],
  ['word/formal-pronoun', 'de', 'Wenn Sie mit ihnen sprechen, sagen Sie es.'],
  ['bracket/unbalanced', 'en', 'a) first (so) :-)'],
  ['bracket/foreign', 'ko', '《타임》과 이야기했다.'],
  ['quotation/foreign', 'de', 'Er sagte „ja“.'],
  ['punctuation/sequence', 'en', 'And so on etc., and more… Right?!'],
  ['sentence/lower-start', 'en', 'iPhone sales grew.'],
  ['sentence/lower-start', 'de', 'Er fragte „warum?“ und ging.'],
  ['script/mixed-in-word', 'ru', 'Это API-интерфейс и 5 μm.'],
  ['locale/number-format', 'de', 'Version 3.1 und 6,45 Millionen.'],
  ['locale/currency-position', 'en', 'It costs $5 or €6.'],
  ['locale/date-format', 'de', 'Am 24.12.2024.'],
])('%s has nothing to say in %s of: %s', (check, lang, text) => {
  expect(quotesIn(check, lang, text)).toEqual([]);
});

describe('a name that only looks like joined words', () => {
  test('is known from another variant', () => {
    const alone = inputOf({ de: 'Wir nutzen CoreWeave.', en: 'We use it.' });
    expect(findingsOf('spacing/joined-words', alone)).toHaveLength(1);
    const known = inputOf({
      de: 'Wir nutzen CoreWeave.',
      en: 'We use CoreWeave.',
      fi: 'Käytämme CoreWeavea.',
    });
    expect(findingsOf('spacing/joined-words', known)).toEqual([]);
  });
});

describe('a sentence without an end', () => {
  const ended = ['Eins ist da.', 'Zwei ist da.', 'Drei ist da.', 'Vier ist da.'];

  test('is seen among paragraphs that have one', () => {
    expect(quotesIn('sentence/end-missing', 'de', [...ended, 'Und hier bricht es ab'])).toEqual(['ab']);
  });

  test('is none where paragraphs have no ends', () => {
    expect(quotesIn('sentence/end-missing', 'de', ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf ist da.'])).toEqual(
      [],
    );
  });

  test('is none where the reference has none either', () => {
    const input = inputOf(
      { de: [...ended, 'Kein Ende'], en: ['A.', 'B.', 'C.', 'D.', 'No end'] },
      { reference: 'en' },
    );
    expect(findingsOf('sentence/end-missing', input).filter(({ variant }) => variant === 'de')).toEqual([]);
  });
});

test('a list item that ends otherwise than its neighbours is seen, the last one is free to end the sentence', () => {
  const input = inputOf({ de: ['Eins;', 'Zwei;', 'Drei ist es.', 'Vier;', 'Fünf.'] }, { role: 'list-item' });
  const [found, ...rest] = findingsOf('sentence/list-end-differs', input);
  expect(rest).toEqual([]);
  expect(found?.paragraph).toBe('p3');
  expect(found === undefined ? [] : quotesOf(found, input)).toEqual(['es.']);
});

test('a quotation that nobody closes is seen, one over several paragraphs is not', () => {
  expect(findingsOf('quotation/unpaired', inputOf({ de: ['Er sagte „ja und ging.', 'Mehr.'] }))).toHaveLength(
    1,
  );
  expect(findingsOf('quotation/unpaired', inputOf({ de: ['„Ja.', '„Und mehr.“'] }))).toEqual([]);
});

test('words that were left as they are in the reference are seen', () => {
  const input = inputOf(
    {
      de: 'Das Modell ist a more abstract way of defining software geworden.',
      en: 'It is a more abstract way of defining software now.',
    },
    { reference: 'en' },
  );
  const [found] = findingsOf('language/untranslated', input);
  expect(found === undefined ? [] : quotesOf(found, input)).toEqual([
    'a more abstract way of defining software',
  ]);
});

describe('the wrong language', () => {
  const long = (word: string) => `${`${word} `.repeat(40)}.`;
  const identifier = {
    knows: (lang: string) => lang !== 'sa',
    identify: (text: string) => (text.includes('oui') ? 'fr' : text.includes('ja') ? 'de' : undefined),
  };

  test('is seen in a paragraph of a text that is else in its language', () => {
    const input = inputOf({ de: [long('ja'), long('ja'), long('ja'), long('oui')] }, { identifier });
    expect(findingsOf('language/wrong', input).map(({ paragraph }) => paragraph)).toEqual(['p4']);
  });

  test('is said once of a whole text', () => {
    const input = inputOf({ de: [long('oui'), long('oui'), long('oui')] }, { identifier });
    expect(findingsOf('language/wrong', input).map(({ paragraph }) => paragraph)).toEqual(['p1']);
  });

  test('is never said of a language that the identifier does not know', () => {
    const input = inputOf({ sa: [long('oui'), long('oui'), long('oui')] }, { identifier });
    expect(findingsOf('language/wrong', input)).toEqual([]);
  });
});
