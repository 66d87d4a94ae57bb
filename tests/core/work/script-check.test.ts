import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conventionsOf } from '../../../src/core/work/conventions.ts';
import { foreignScript } from '../../../src/core/work/script-check.ts';

const look = (lang: string, text: string) => foreignScript(text, conventionsOf(lang)!);
const nothing = { isWhole: false, words: [], mixed: [] };

describe('the script of a paragraph', () => {
  test.each([
    ['ru', 'Mistral AI и Google Cloud Platform предлагают open source.'],
    ['ru', 'Will Henshall'],
    ['el', 'Η Mistral AI, γνωστή ως η «ευρωπαϊκή OpenAI».'],
    ['sa', 'मिस्ट्राल् लार्ज् २ (Mistral Large 2) प्रकाशितवती।'],
    ['ja', 'Mistral AIは「Llama 3.1 405B」のパラメーター数。'],
    ['ja', '二〇二四年八月七日'],
    ['ko', '미스트랄 AI는 지난 1년 사이 美 기업과 계약했다.'],
    ['zh', 'Mistral AI 联合创始人 Arthur Mensch 在接受《时代》杂志独家专访时说。'],
    ['fr', 'Academic Toutiao (学术头条) a établi une traduction.'],
    ['fr', 'Une tension de 5 kΩ, une longueur de 3 μm et l’angle α.'],
    ['fr', '« спутник » veut dire compagnon de route.'],
    ['de', '2024-08-07'],
  ])('in %s may be as in “%s”', (lang, text) => {
    expect(look(lang, text)).toEqual(nothing);
  });

  test.each([
    ['a Latin paragraph in Russian', 'ru', 'In a sense, AI changes nothing about software.'],
    ['Cyrillic in French', 'fr', 'Сама технология регулированию не поддаётся.'],
    ['Chinese in Korean', 'ko', '开源模型没有风险，我只看到好处。'],
    ['Chinese in Japanese', 'ja', '开源模型没有风险，我只看到好处。'],
    ['Chinese with a name in Japanese', 'ja', 'Mistral AI 没有变，他们只是想拥有领先模型。'],
    ['Japanese in Chinese', 'zh', 'メンシュさんはオープンソースモデルにリスクはないという。'],
    ['German in Sanskrit', 'sa', 'Das ist eine Frage des Ökosystems.'],
  ])('is reported as a whole: %s', (_name, lang, text) => {
    expect(look(lang, text)).toEqual({ ...nothing, isWhole: true });
  });

  test('names words in a script that the language does not take in', () => {
    expect(look('fr', 'Le modèle est открытым et neutre, dit-il.').words).toEqual(['открытым']);
    expect(look('zh', '这个模型は开源的，任何人都可以使用它。').words).toEqual([]);
    expect(look('ja', 'このモデルは открытый код であり、誰でも使える。').words).toEqual(['открытый код']);
  });

  test('names words that mix letters of look-alike scripts, whole', () => {
    const latin = '\u0063';
    const cyrillic = '\u0441';
    expect(look('ru', `Он со${cyrillic}нователь и глава.`).mixed).toEqual([]);
    expect(look('ru', `Он со${latin}нователь и глава.`).mixed).toEqual([`со${latin}нователь`]);
    expect(look('en', `A ${cyrillic}loud provider.`).mixed).toEqual([`${cyrillic}loud`]);
    expect(look('ru', 'IT-компания и ИИ-приложения').mixed).toEqual([]);
  });

  test('is told of any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ko', 'ru', 'sa', 'ja', 'el', 'fr', 'zh'),
        fc.string({ unit: 'binary' }),
        (lang, text) => {
          const { words, mixed } = look(lang, text);
          for (const word of [...words, ...mixed]) expect(text).toContain(word);
        },
      ),
    );
  });
});
