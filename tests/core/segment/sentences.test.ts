import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentences } from '../../../src/core/segment/sentences.ts';

const split = (text: string, lang: string) =>
  sentences(text, lang).map(({ start, end }) => text.slice(start, end));

/** `¦` marks where the sentences part. */
const expectSplit = (marked: string, lang: string) => {
  const expected = marked.split(/\s*¦\s*/);
  expect(split(marked.replace(/¦/g, ''), lang)).toEqual(expected);
};

describe('sentences', () => {
  test('end where a line ends, whatever stands there', () => {
    expect(split('Siehe S.\n7 Seiten weiter, z.\nB. hier', 'de')).toEqual([
      'Siehe S.',
      '7 Seiten weiter, z.',
      'B. hier',
    ]);
    expect(split('「はい\nいいえ」と', 'ja')).toEqual(['「はい', 'いいえ」と']);
  });

  test.each([
    ['de', 'Das sagt Dr. Müller. ¦ Es gilt z. B. für Autos, d. h. für alle. ¦ So ist es bzw. bleibt es.'],
    ['de', 'Vgl. Abb. 3 und Nr. 7. ¦ Das ist Prof. Dr. Schmidt.'],
    ['de', 'Am 7. August 2024 begann das 21. Jahrhundert nicht. ¦ Es waren 12. ¦ Dann kam keiner.'],
    ['de', 'Modelle, Daten usw. sind offen. ¦ Modelle, Daten usw. ¦ Danach kam nichts.'],
    [
      'en',
      'Mr. Mensch of Mistral Inc. met J. P. Smith, e.g. in Paris. ¦ He left at 5 p.m. and slept. ¦ So did I. ¦ No. ¦ I did not.',
    ],
    ['fr', 'M. Dupont cite p.ex. cela. ¦ Voir vol. 3 et fig. 2. ¦ C’est de l’art. ¦ Il part.'],
    ['es', 'El Sr. García vive en EE.UU. desde ayer. ¦ Ud. sabe.'],
    ['ru', 'Это было в 2024 г. в Париже, т.е. недавно. ¦ Он ушёл.'],
    ['el', 'Τα μοντέλα, π.χ. αυτό, είναι ανοιχτά. ¦ Τέλος.'],
    ['fi', 'Se on esim. tämä. ¦ Päivä oli 7. elokuuta. ¦ Loppu.'],
    ['it', 'Il dott. Rossi cita, p.es. questo. ¦ Fine.'],
    ['pt', 'O Sr. Silva chegou. ¦ Fim.'],
    ['id', 'Bpk. Budi datang. ¦ Selesai.'],
    ['la', 'Cn. Pompeius venit. ¦ M. Tullius abiit.'],
    ['zh', '我看不到风险。¦我只看到好处！¦真的吗？'],
    ['ko', '그는 말했다. ¦ 끝났다.'],
    ['sa', 'रामः गच्छति। ¦ सीता तिष्ठति।'],
    ['xx', 'Dr. No came. ¦ He left.'],
  ])('part in %s: %s', (lang, marked) => {
    expectSplit(marked, lang);
  });

  test.each([
    ['de', '„Stimmt das?“ fragte er. ¦ „Ja.“ ¦ Er ging.'],
    ['en', '“Is it so?” he asked. ¦ “Yes.” ¦ He left.'],
    ['ja', '彼は「そうです。私は行きます。」と言った。¦そして帰った。'],
  ])('go on after a quotation in %s: %s', (lang, marked) => {
    expectSplit(marked, lang);
  });

  test('end at a line end whatever stands before it', () => {
    expect(split('Das ist Dr.\nMüller', 'de')).toEqual(['Das ist Dr.', 'Müller']);
  });

  test('do not join for ever after a Japanese quotation that was never closed', () => {
    const text = '「始まり。' + 'これは文です。'.repeat(80);
    expect(split(text, 'ja').length).toBeGreaterThan(40);
  });

  test('a number with a decimal point or a version is no end', () => {
    expectSplit('Llama 3.1 costs 2.5 million. ¦ It is big.', 'en');
  });

  test('have no white space around them, are in order, and leave out nothing but white space', () => {
    const parts = [
      'Dr.',
      'z. B.',
      'A',
      'b',
      '.',
      '?',
      '“',
      '」',
      '「',
      ' ',
      '\n',
      '7.',
      '。',
      '😀',
      '\u0301',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts), { maxLength: 40 }),
        fc.constantFrom('de', 'en', 'ja', 'zh', 'ru'),
        (list, lang) => {
          const text = list.join('');
          let end = 0;
          for (const span of sentences(text, lang)) {
            expect(text.slice(end, span.start).trim()).toBe('');
            const sentence = text.slice(span.start, span.end);
            expect(sentence).toBe(sentence.trim());
            expect(sentence).not.toBe('');
            end = span.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});
