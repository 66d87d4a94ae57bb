import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { applyAccepted } from '../../../src/core/format/accepted-corrections.ts';
import { correctionSeries } from '../../../src/core/format/correction-series.ts';
import { editVariant, fitsVariant } from '../../../src/core/format/variant-edit.ts';
import { ROLES } from '../../../src/core/work/model.ts';
import { readVariant, writeVariant } from '../../../src/core/work/variant-file.ts';
import { correction, id, review } from '../contribution/make.ts';

const FILE = '<!-- p paragraph -->\na text\n\n<!-- q paragraph -->\nanother\n';

const sourceOf = (source: string, order = readVariant(source, '').value) => ({
  variant: 'de',
  lang: 'en',
  source,
  paragraphs: readVariant(source, '').value,
  order,
});
const applied = (
  records: readonly Contribution[],
  source = FILE,
  order?: ReturnType<typeof sourceOf>['order'],
) => applyAccepted(sourceOf(source, order), fold(records));
const fates = (records: readonly Contribution[], source?: string) =>
  applied(records, source).accepted.map(({ correction: { id: own }, fate }) => [own, fate]);

describe('the accepted corrections of a variant', () => {
  test('stand in its file, each on the one before', () => {
    const records = [
      correction(1, { text: 'one text' }),
      review(2, 1),
      correction(3, { base: 'one text', text: 'one text more' }),
      review(4, 3),
    ];
    expect(applied(records).text).toBe(FILE.replace('a text', 'one text more'));
    expect(fates(records)).toEqual([
      [id(1), 'applied'],
      [id(3), 'applied'],
    ]);
  });

  test('leave the file as it is while they are only proposed, or were rejected', () => {
    const records = [
      correction(1),
      correction(2, { text: 'b text' }),
      review(3, 2),
      review(4, 2, { author: 'Bo', verdict: 'rejected' }),
    ];
    expect(applied(records)).toEqual({ text: FILE, accepted: [] });
  });

  test('are there already once the file has them', () => {
    const records = [
      correction(1),
      review(2, 1),
      correction(3, { base: 'the text', text: 'the end' }),
      review(4, 3),
    ];
    const { text } = applied(records);
    expect(applied(records, text).text).toBe(text);
    expect(fates(records, text)).toEqual([
      [id(1), 'present'],
      [id(3), 'present'],
    ]);
  });

  test('are in conflict when two make different texts of one', () => {
    const records = [correction(1), review(2, 1), correction(3, { text: 'their text' }), review(4, 3)];
    expect(applied(records).text).toBe(FILE);
    expect(fates(records).map(([, fate]) => fate)).toEqual(['conflict', 'conflict']);
  });

  test('are stale when made from another text and the changes do not touch, else in conflict', () => {
    const base = 'the old house stands on a hill';
    const source = FILE.replace('a text', 'the old house stands on a mountain');
    const accept = (text: string) => fates([correction(1, { base, text }), review(2, 1)], source);
    expect(accept('the new house stands on a hill')).toEqual([[id(1), 'stale']]);
    expect(accept('the old house stands on a rock')).toEqual([[id(1), 'conflict']]);
  });

  test('are not applied when the file cannot hold them, nor when there is no such paragraph', () => {
    for (const text of ['two\n\nlines', 'two\n', ' ', '<!-- x -->', 'two\n<!-- x -->'])
      expect(fates([correction(1, { text }), review(2, 1)])).toEqual([[id(1), 'unfit']]);
    expect(fates([correction(1, { paragraph: 'gone' }), review(2, 1)])).toEqual([[id(1), 'homeless']]);
  });

  test('may be the first text of a paragraph that only the subject has', () => {
    const order = readVariant(FILE.replace('<!-- q', '<!-- n heading -->\nNew\n\n<!-- q'), '').value;
    const records = [correction(1, { paragraph: 'n', base: '', text: 'Neu' }), review(2, 1)];
    expect(applied(records, FILE, order).text).toBe(
      FILE.replace('<!-- q', '<!-- n heading -->\nNeu\n\n<!-- q'),
    );
  });

  test('are commits of their authors, with their reasons as messages', () => {
    const reason = 'Because it is so, and for a reason that takes more room than a line of subject has';
    const records = [
      correction(1, { text: 'one text', reason: { en: 'Number' } }),
      review(2, 1, { author: 'Bo' }),
      correction(3, {
        base: 'one text',
        text: 'no text',
        author: 'Cy',
        editedFrom: id(1),
        reason: { en: reason },
      }),
      review(4, 3, { author: 'Cy' }),
    ];
    const corrections = records.filter((record) => record.type === 'correction');
    const source = sourceOf(FILE);
    const series = correctionSeries(source, applyAccepted(source, fold(records)).accepted, {
      path: 'works/w/de.md',
      lang: 'en',
      titleOf: ({ paragraph }) => `Correct ${paragraph}`,
      byId: new Map(corrections.map((one) => [one.id, one])),
    });
    expect(series.map(({ name, subject, body }) => [name, subject, body])).toEqual([
      ['Ada', 'Correct p: Number', `Reviewed-by: Bo <reader@lesart.invalid>\nLesart-correction: ${id(1)}`],
      [
        'Cy',
        'Correct p',
        `${reason}\n\nCo-authored-by: Ada <reader@lesart.invalid>\nReviewed-by: Cy <reader@lesart.invalid>\nLesart-correction: ${id(3)}`,
      ],
    ]);
    expect(series.map(({ diff }) => /^-(?!-).*\n\+.*$/mu.exec(diff)?.[0])).toEqual([
      '-a text\n+one text',
      '-one text\n+no text',
    ]);
  });
});

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(fitsVariant);
const paragraphs = fc.uniqueArray(
  fc.record({ id: fc.stringMatching(/^[a-z]\d{0,3}$/u), role: fc.constantFrom(...ROLES), text }),
  { selector: ({ id: own }) => own, minLength: 1, maxLength: 8 },
);

describe('a paragraph in the file of a variant', () => {
  test('is replaced, and all else stays, also with the line ends of Windows', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), text, fc.boolean(), (given, n, put, isWindows) => {
        const chosen = given[n % given.length]!;
        const file = (all: typeof given) => {
          const written = writeVariant(all);
          return isWindows ? `\uFEFF${written.replace(/\n/gu, '\r\n')}` : written;
        };
        const expected = file(given.map((one) => (one === chosen ? { ...one, text: put } : one)));
        expect(editVariant(file(given), new Map([[chosen.id, put]]))).toBe(expected);
      }),
    );
  });

  test('is put where it belongs when the file lacks it', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(fc.nat(), { maxLength: 4 }), (given, numbers) => {
        const missing = new Set(numbers.map((n) => given[n % given.length]!));
        const kept = given.filter((one) => !missing.has(one));
        const texts = new Map([...missing].map(({ id: own, text: put }) => [own, put]));
        expect(editVariant(writeVariant(kept), texts, given)).toBe(writeVariant(given));
      }),
    );
  });

  test('takes the place of a text on several lines, or of none', () => {
    const put = new Map([['p', 'one']]);
    expect(editVariant('<!-- p paragraph -->\na\nb\n\n<!-- q date -->\nc', put)).toBe(
      '<!-- p paragraph -->\none\n\n<!-- q date -->\nc',
    );
    expect(editVariant('<!-- p paragraph -->\n\n<!-- q date -->\nc', put)).toBe(
      '<!-- p paragraph -->\none\n\n<!-- q date -->\nc',
    );
    expect(editVariant('<!-- p paragraph -->', put)).toBe('<!-- p paragraph -->\none\n');
    expect(() => editVariant(FILE, new Map([['p', 'a\n\nb']]))).toThrow(RangeError);
    expect(() => editVariant(FILE, new Map([['x', 'a']]))).toThrow(RangeError);
  });
});
