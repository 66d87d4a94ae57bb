import { describe, expect, test } from 'vitest';
import { conventionsOf } from '../../../src/core/work/conventions.ts';
import { foreignApostrophes, foreignQuotes, unpairedQuotes } from '../../../src/core/work/quotation-check.ts';

const quotes = (lang: string, text: string) => foreignQuotes(text, conventionsOf(lang)!);
const apostrophes = (lang: string, text: string) => foreignApostrophes(text, conventionsOf(lang)!);

describe('quotation marks', () => {
  test.each([
    ['en', '“the ‘frontier’ models”, don’t'],
    ['de', '„die ‚Spitzenmodelle‘“ und »mehr«'],
    ['de-CH', '«die ‹Spitzenmodelle›»'],
    ['fr', '« les “modèles” »'],
    ['ru', '«модель „передовая“»'],
    ['fi', '”kärkimalli”'],
    ['ja', '「『時代』の記事」'],
    ['ko', '‘유럽판’이라는 “말”, 《타임》'],
    ['zh', '“欧洲 OpenAI”、《时代》'],
  ])('of %s are its own: %s', (lang, text) => {
    expect(quotes(lang, text)).toEqual([]);
  });

  test.each([
    ['ASCII marks', 'en', 'the "frontier" models', ['"']],
    ['English marks in German', 'de', '“Spitzenmodelle”', ['”']],
    ['German marks in French', 'fr', '„modèle“', ['„']],
    ['French marks in Japanese', 'ja', '«モデル»', ['«', '»']],
    ['corner brackets in simplified Chinese', 'zh', '「前沿」模型', ['「', '」']],
  ])('of another language are reported, each once: %s', (_name, lang, text, expected) => {
    expect(quotes(lang, text)).toEqual(expected);
  });

  test('are not what an inch mark is', () => {
    expect(quotes('en', 'a 6" screen')).toEqual([]);
    expect(quotes('en', 'the "class of 2024" left')).toEqual(['"']);
  });
});

describe('apostrophes', () => {
  test('are ’ in languages that have them', () => {
    expect(apostrophes('fr', 'l’IA n’est pas d’ici')).toEqual([]);
    expect(apostrophes('fr', "l'IA n´est pas d`ici")).toEqual(["'", '´', '`']);
    expect(apostrophes('en', "the developers' models")).toEqual(["'"]);
    expect(apostrophes('it', 'l‘IA')).toEqual(['‘']);
  });

  test('are no concern of a language without, nor are feet', () => {
    expect(apostrophes('ja', "O'Reilly社")).toEqual([]);
    expect(apostrophes('en', '5\' 3" tall')).toEqual([]);
  });
});

describe('quotation marks in pairs', () => {
  const unpaired = (lang: string, ...texts: string[]) => {
    const paragraphs = texts.map((text) => ({ text }));
    return unpairedQuotes(paragraphs, conventionsOf(lang)!).map((paragraph) => paragraphs.indexOf(paragraph));
  };

  test.each([
    ['en', '“I see no risk,” he said. “None.”'],
    ['de', '„Das ist ‚offen‘“, sagte er.'],
    ['fi', '”Ei”, hän sanoi, ”ei vielä.”'],
    ['la', '„Nihil“, inquit, “nihil”'],
    ['ja', '「はい」と『時代』'],
  ])('are in order in %s: %s', (lang, text) => {
    expect(unpaired(lang, text)).toEqual([]);
  });

  test('lack the opening or the closing one', () => {
    expect(unpaired('de', 'Er sagt: „Nein.', 'Dann ging er.')).toEqual([0]);
    expect(unpaired('fr', 'Il dit : Non ».')).toEqual([0]);
    expect(unpaired('fi', '”Ei, hän sanoi.')).toEqual([0]);
  });

  test('may run over several paragraphs', () => {
    expect(unpaired('de', 'Er sagte: „Nein.', 'Niemals.', 'Gut.“ Dann ging er.')).toEqual([]);
    expect(unpaired('en', 'He said: “No.', '“Never.', '“Well.”')).toEqual([]);
  });

  test('are missed once for each quotation that is never closed', () => {
    expect(unpaired('de', '„Eins.', 'Zwei.', '„Drei.“', '„Vier.', 'Fünf.')).toEqual([0, 3]);
  });
});
