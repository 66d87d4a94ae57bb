import { describe, expect, test } from 'vitest';
import { conventionsOf } from '../../../src/core/work/conventions.ts';
import { matcherOf } from '../../../src/core/work/glossary-match.ts';

const has = (lang: string, text: string, rendering: string) =>
  matcherOf(text, conventionsOf(lang)!.inflection)(rendering);

describe('a rendering in a text', () => {
  test.each([
    ['ru', 'из открытых языковых моделей', 'языковая модель'],
    ['ru', 'модели с полностью открытым кодом', 'модель с открытым кодом'],
    ['el', 'με παρόχους υπηρεσιών cloud', 'πάροχος cloud'],
    ['fi', 'mitä tekoälyekosysteemistä puuttuu', 'ekosysteemi'],
    ['fi', 'avoimen lähdekoodin malleihin', 'avoimen lähdekoodin malli'],
    ['la', 'ut vim sibi necessariam computandi accipiat', 'vis computandi'],
    ['it', 'i modelli linguistici', 'modello linguistico'],
    ['fr', 'l’IA générative', 'IA générative'],
    ['es', 'las API cerradas', 'API'],
    ['de', 'die Geschäftsmodelle', 'Geschäftsmodell'],
    ['id', 'platformnya untuk pengembang', 'platform pengembang'],
    ['ko', '오픈소스모델을 공개했다', '오픈소스 모델'],
    ['ja', 'AIエコシステムには', 'エコシステム'],
    ['zh', '通用AI模型', '通用 AI 模型'],
    ['sa', 'कृत्रिमबुद्धिमत्तापारितन्त्रे', 'पारितन्त्रम्'],
    ['sa', 'विकासकानुमितिः', 'अनुमितिः'],
    ['ru', 'в си', 'си'],
  ])('is found in %s: %s', (lang, text, rendering) => {
    expect(has(lang, text, rendering)).toBe(true);
  });

  test.each([
    ['another word', 'ru', 'языковой барьер', 'языковая модель'],
    ['words far apart', 'fr', 'un modèle que l’on a pu voir hier dans le langage', 'modèle de langage'],
    ['an abbreviation as a word', 'fr', 'ce que j’ai dit', 'AI'],
    ['a part of a longer word', 'it', 'lo smodello', 'modello'],
    ['a short word', 'ru', 'в коде', 'си'],
    ['other letters', 'ja', '資源', '計算資源'],
  ])('is not: %s', (_name, lang, text, rendering) => {
    expect(has(lang, text, rendering)).toBe(false);
  });
});
