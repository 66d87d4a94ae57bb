import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/core/compare/diff.ts';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { applyReplacement, seemsResolved } from '../../../src/core/contribution/replacement.ts';
import { mark } from './make.ts';

const TEXT = 'Wir haben keine Kontrolle mehr darüber.';
const at = (words: string, text = TEXT) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const marked = (words: string, replacement: string, text = TEXT) => {
  const { start, end } = at(words, text);
  return mark(1, { spans: [anchorOf(text, start, end)], replacement });
};

describe('taking over a mark’s better words', () => {
  test('puts them where the marked ones stand, also where the text around them has changed', () => {
    const own = marked('keine Kontrolle', 'kaum Einfluss');
    expect(applyReplacement(TEXT, own, 'de')).toBe('Wir haben kaum Einfluss mehr darüber.');
    expect(applyReplacement(`Leider: ${TEXT}`, own, 'de')).toBe(
      'Leider: Wir haben kaum Einfluss mehr darüber.',
    );
  });

  test('changes nothing where the marked words are others now, or there are no better ones', () => {
    const own = marked('keine Kontrolle', 'kaum Einfluss');
    expect(applyReplacement(TEXT.replace('keine', 'keinerlei'), own, 'de')).toBeUndefined();
    expect(applyReplacement('Etwas ganz anderes.', own, 'de')).toBeUndefined();
    expect(applyReplacement(TEXT, mark(1, { spans: own.spans }), 'de')).toBeUndefined();
  });

  test('is for the stretch of the variant that is corrected', () => {
    const own = marked('keine', 'kaum');
    const both = { ...own, spans: [{ ...own.spans[0]!, variant: 'en' }] };
    expect(applyReplacement(TEXT, both, 'de')).toBeUndefined();
  });

  test('deletes the words where the better ones are none', () => {
    expect(applyReplacement(TEXT, marked(' mehr', ''), 'de')).toBe('Wir haben keine Kontrolle darüber.');
  });

  test('fills a gap with the spaces that the words need, and none in a script without', () => {
    const gap = (text: string, start: number, replacement: string) =>
      applyReplacement(text, mark(1, { spans: [anchorOf(text, start, start)], replacement }), 'de');
    expect(gap(TEXT, 9, 'leider')).toBe('Wir haben leider keine Kontrolle mehr darüber.');
    expect(gap(TEXT, 10, 'leider')).toBe('Wir haben leider keine Kontrolle mehr darüber.');
    expect(gap(TEXT, TEXT.length - 1, ', ach')).toBe('Wir haben keine Kontrolle mehr darüber, ach.');
    expect(gap('私は学生です。', 2, '今')).toBe('私は今学生です。');
  });
});

describe('a mark seems resolved', () => {
  const resolved = (span: { start: number; end: number }, next: string, text = TEXT) =>
    seemsResolved(diffTexts(text, next, { lang: 'de' }), span, 'de');

  test('when its words are gone or changed, not when others are', () => {
    expect(resolved(at('keine Kontrolle'), TEXT.replace('keine', 'kaum'))).toBe(true);
    expect(resolved(at('keine Kontrolle'), TEXT.replace('mehr', 'länger'))).toBe(false);
    expect(resolved(at('keine Kontrolle'), TEXT)).toBe(false);
  });

  test('when words came into its gap', () => {
    const gap = { start: 9, end: 9 };
    expect(resolved(gap, TEXT.replace('haben', 'haben leider'))).toBe(true);
    expect(resolved(gap, TEXT.replace('mehr', 'mehr so recht'))).toBe(false);
  });

  test('for a whole paragraph only when more than a word or two changed', () => {
    const long = Array.from({ length: 40 }, (_each, n) => `Wort${String(n)}`).join(' ');
    const whole = { start: 0, end: long.length };
    expect(resolved(whole, long.replace('Wort7', 'Ding'), long)).toBe(false);
    expect(resolved(whole, 'Ganz neu gesagt.', long)).toBe(true);
  });
});
