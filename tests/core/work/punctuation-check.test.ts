import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conventionsOf } from '../../../src/core/work/conventions.ts';
import { endsSentence, foreignMarks, markSpacing } from '../../../src/core/work/punctuation-check.ts';

const marks = (lang: string, text: string) =>
  foreignMarks(text, conventionsOf(lang)!).map(({ mark, expected }) => `${mark} ${expected}`);
const spacing = (lang: string, text: string) => markSpacing(text, conventionsOf(lang)!);

describe('marks of a sentence', () => {
  test.each([
    ['ja', '規制の対象は、技術ではない。「3.1」と言う？'],
    ['zh', '近日，Mistral AI 发布了 Llama 3.1。问：为什么？'],
    ['sa', 'ए.ऐ. इति प्रसिद्धा संस्था। किं तत्?'],
    ['el', 'Τι κάνετε; «Τίποτα.»'],
    ['es', '¿Por qué? ¡No! ¿Qué dice!? Seguro (?).'],
    ['fr', 'Academic Toutiao (学术头条，北京) l’a dit.'],
    ['en', 'The mark “अस्ति।” ends it.'],
    ['ko', '왜 바꿨습니까? 네.'],
  ])('of %s are its own: %s', (lang, text) => {
    expect(marks(lang, text)).toEqual([]);
  });

  test.each([
    ['a Western full stop in Japanese', 'ja', 'AIは何も変えない.', ['. 。']],
    ['a Western comma in Chinese', 'zh', '近日,公司发布了模型。', [', ，']],
    ['a full stop in Sanskrit', 'sa', 'तटस्थं साधनम् अस्ति.', ['. ।']],
    ['a question mark in Greek', 'el', 'Τι κάνετε?', ['? ;']],
    ['ideographic marks in German', 'de', 'Das ist offen。 Ja，gut.', ['。 .', '， ,']],
    ['a daṇḍa in English', 'en', 'That is all।', ['। .']],
    ['a Spanish question that does not open', 'es', 'Por qué? ¿Y cómo?', ['? ¿…?']],
  ])('of another writing are reported: %s', (_name, lang, text, expected) => {
    expect(marks(lang, text)).toEqual(expected);
  });
});

describe('spaces beside marks', () => {
  test.each([
    [
      'fr',
      'Q\u00a0: Pourquoi\u202f? «\u00a0Non\u202f!\u00a0» dit-il\u202f; à 10:30, sur https://mistral.ai\u202f?!',
    ],
    ['fr-CA', 'Pourquoi? Non!'],
    ['de', 'Warum? „Nein!“; siehe .NET und … nun'],
    ['ru', 'Он сказал: «Нет!»'],
    ['sa', 'तत् अस्ति । किम् ?'],
    ['ja', 'はい 。'],
  ])('are right in %s: %s', (lang, text) => {
    expect(spacing(lang, text)).toEqual([]);
  });

  test.each([
    ['missing before a French mark', 'fr', 'Pourquoi? Non!', ['Pourquoi?', 'Non!']],
    ['breaking before a French mark', 'fr', 'Pourquoi ?', ['Pourquoi ?']],
    ['missing inside French quotation marks', 'fr', '«Non\u00a0»', ['«N']],
    ['before a French comma', 'fr', 'Non , merci', ['Non ,']],
    ['before an English mark', 'en', 'Why ? No .', ['Why ?', 'No .']],
    ['inside Russian quotation marks', 'ru', '« Нет »', ['« Н', 'Нет »']],
  ])('are reported when %s', (_name, lang, text, expected) => {
    expect(spacing(lang, text)).toEqual(expected);
  });

  test('are looked at in any text without throwing', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a «»“”;:!?.,\u00a0]*$/));
    fc.assert(
      fc.property(fc.constantFrom('fr', 'ru', 'la', 'fi', 'sa', 'ja'), text, (lang, any) => {
        for (const place of spacing(lang, any)) expect(any).toContain(place);
      }),
    );
  });
});

describe('the end of a sentence', () => {
  test.each(['So.', '„So.“', 'はい。」', 'अस्ति।', 'Así (¿no?)', 'key points:', 'Well…', 'Τι;', 'and then—'])(
    'is there in %s',
    (text) => {
      expect(endsSentence(text)).toBe(true);
    },
  );

  test.each(['So', 'der Kunde,', 'in the U.S', '“News”', ''])('is not there in “%s”', (text) => {
    expect(endsSentence(text)).toBe(false);
  });
});
