import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../../src/core/align/units.ts';

describe('lines', () => {
  test('stay as they are, empty ones too, so that their numbers stay', () => {
    expect(unitsOf('a\r\n\nb\n', 'de', 'line').units).toEqual(['a', '', 'b']);
    expect(unitsOf('', 'de', 'line').units).toEqual([]);
  });
});

describe('paragraphs', () => {
  test('stand between blank lines, whatever their own lines', () => {
    expect(unitsOf('eins\nzwei\n \n\ndrei\n', 'de', 'paragraph').units).toEqual(['eins zwei', 'drei']);
  });

  test('are lines where there is no blank line', () => {
    expect(unitsOf('eins\nzwei', 'de', 'paragraph').units).toEqual(['eins', 'zwei']);
  });
});

describe('sentences', () => {
  test('know which of them begin a paragraph', () => {
    expect(unitsOf('Dr. Müller kam. Er sah.\n\nEr ging.', 'de', 'sentence')).toEqual({
      lang: 'de',
      units: ['Dr. Müller kam.', 'Er sah.', 'Er ging.'],
      paragraphs: [0, 2],
    });
  });

  test.each([
    ['hu', 'Ld. pl. a 3. fejezetet. Ez volt dr. Kovács.', 2],
    ['nl', 'Dhr. De Vries kwam o.a. gisteren. Hij ging.', 2],
    ['sv', 'Det gäller t.ex. Sverige. Ja.', 2],
    ['da', 'Den 7. august kom hr. Jensen. Han gik.', 2],
    ['pl', 'To jest np. Kraków. Tak.', 2],
    ['cs', 'Např. Praha je velká. Ano.', 2],
    ['uk', 'Див. Київ. Так.', 2],
    ['tr', 'Dr. Yılmaz geldi. Gitti.', 2],
    ['ro', 'Dl. Popescu a venit. A plecat.', 2],
    ['ca', 'El Sr. Puig ve. Marxa.', 2],
  ])('do not end at an abbreviation: %s, %s', (lang, text, count) => {
    expect(unitsOf(text, lang, 'sentence').units).toHaveLength(count);
  });
});
