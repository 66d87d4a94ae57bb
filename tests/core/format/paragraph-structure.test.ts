import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { Contribution, Correction } from '../../../src/core/contribution/record.ts';
import { applyAccepted } from '../../../src/core/format/accepted-corrections.ts';
import { correctionSeries } from '../../../src/core/format/correction-series.ts';
import { editVariant } from '../../../src/core/format/variant-edit.ts';
import { readVariant } from '../../../src/core/work/variant-file.ts';
import { correction, id, review } from '../contribution/make.ts';

const block = (own: string, text: string, role = 'paragraph') => `<!-- ${own} ${role} -->\n${text}\n`;
const file = (...blocks: readonly string[]) => blocks.join('\n');
const [P, Q, R] = [block('p', 'One. Two.'), block('q', 'Three.'), block('r', 'Four.')];
const FILE = file(P, Q, R);

const windows = (text: string) => text.replace(/\n/gu, '\r\n');
const sourceOf = (source: string, order = source) => ({
  variant: 'de',
  lang: 'en',
  source,
  paragraphs: readVariant(source, '').value,
  order: readVariant(order, '').value,
});
/** The nth record and its acceptance. */
const accepted = (
  n: number,
  paragraph: string,
  base: string,
  text: string,
  given: Partial<Correction> = {},
): readonly Contribution[] => [correction(n, { paragraph, base, text, ...given }), review(n + 1, n)];
const applied = (records: readonly Contribution[], source = FILE, order = FILE) => {
  const from = sourceOf(source, order);
  const { text, accepted: all } = applyAccepted(from, fold(records));
  return { text, all, from, fates: all.map(({ fate }) => fate) };
};
/** What the commits of a series make of the file, one after the other. */
const edited = ({ all, from }: ReturnType<typeof applied>) =>
  correctionSeries(from, all, { path: 'a', lang: 'en', titleOf: () => '', byId: new Map() });

describe('an accepted correction', () => {
  test('of several lines parts a paragraph', () => {
    const { text, fates } = applied(accepted(1, 'p', 'One. Two.', 'One.\nTwo.'));
    expect([text, fates]).toEqual([file(block('p', 'One.'), block('p._2', 'Two.'), Q, R), ['applied']]);
  });

  test('without text removes a paragraph, the first and the last one too', () => {
    const without = (paragraph: string, base: string) => applied(accepted(1, paragraph, base, '')).text;
    expect(without('q', 'Three.')).toBe(file(P, R));
    expect(without('p', 'One. Two.')).toBe(file(Q, R));
    expect(without('r', 'Four.')).toBe(file(P, Q));
    expect(applied([...accepted(1, 'q', 'Three.', ''), ...accepted(3, 'r', 'Four.', '')]).text).toBe(P);
  });

  test('is there already once the file has it, whatever was done to the parts since', () => {
    const split = accepted(1, 'p', 'One. Two. Three.', 'One.\nTwo.\nThree.');
    const start = file(block('p', 'One. Two. Three.'), Q);
    const now = applied(split, start).text;
    expect(applied(split, now)).toMatchObject({ text: now, fates: ['present'] });
    const more = [
      ...split,
      ...accepted(3, 'p._2', 'Two.', '2.'),
      ...accepted(5, 'p._3', 'Three.', ''),
      ...accepted(7, 'p', 'One.', '1.\n1½.'),
    ];
    const done = applied(more, start);
    expect(done.fates).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(done.text).toBe(file(block('p', '1.'), block('p._4', '1½.'), block('p._2', '2.'), Q));
    expect(applied(more, now).text).toBe(done.text);
    expect(applied(more, done.text)).toMatchObject({
      text: done.text,
      fates: ['present', 'present', 'present', 'present'],
    });
    const removal = accepted(1, 'q', 'Three.', '');
    expect(applied(removal, file(P, R))).toMatchObject({ fates: ['present'] });
    expect(applied(removal, file(P, R), file(P, R))).toMatchObject({ fates: ['present'] });
  });

  test('may correct as a whole what was parted, before and after the file has it', () => {
    const split = accepted(1, 'p', 'One. Two.', 'One.\nTwo.');
    const now = applied(split).text;
    const more = [...split, ...accepted(3, 'p', 'One.\nTwo.', 'One.\nTwo!\nMore.')];
    const expected = file(block('p', 'One.'), block('p._2', 'Two!'), block('p._3', 'More.'), Q, R);
    for (const source of [FILE, now]) expect(applied(more, source).text).toBe(expected);
    expect(applied(more, expected).fates).toEqual(['present', 'present']);
    const back = [...split, ...accepted(3, 'p', 'One.\nTwo.', 'One. Two.')];
    for (const source of [FILE, now]) expect(applied(back, source).text).toBe(FILE);
  });

  test('takes the first numbers that are free, and puts its lines where they belong', () => {
    const source = file(P, block('p._2', 'Old.'), block('p._4', 'Older.'), Q);
    expect(applied(accepted(1, 'p', 'One. Two.', 'a\nb\nc'), source).text).toBe(
      file(
        block('p', 'a'),
        block('p._3', 'b'),
        block('p._5', 'c'),
        block('p._2', 'Old.'),
        block('p._4', 'Older.'),
        Q,
      ),
    );
  });

  test('puts a paragraph behind a heading, not a second one', () => {
    const source = file(block('p', 'Head', 'heading'), Q);
    expect(applied(accepted(1, 'p', 'Head', 'Head\nText'), source).text).toContain(
      '<!-- p._2 paragraph -->\nText',
    );
    const item = file(block('p', 'a b', 'list-item'), Q);
    expect(applied(accepted(1, 'p', 'a b', 'a\nb'), item).text).toContain('<!-- p._2 list-item -->\nb');
  });

  test('may bring a paragraph back that was removed', () => {
    const records = [...accepted(1, 'q', 'Three.', ''), ...accepted(3, 'q', '', 'Three!')];
    for (const source of [FILE, file(P, R)])
      expect(applied(records, source).text).toBe(file(P, block('q', 'Three!'), R));
  });

  test('is left when its base is gone, and says so', () => {
    expect(applied(accepted(1, 'p', 'Other.', 'One.\nTwo.')).fates).toEqual(['conflict']);
    expect(applied(accepted(1, 'q', 'Three, once.', '')).fates).toEqual(['conflict']);
    expect(applied(accepted(1, 'x._2', 'a', 'b')).fates).toEqual(['homeless']);
    const fork = [...accepted(1, 'p', 'One. Two.', 'One.\nTwo.'), ...accepted(3, 'p', 'One. Two.', '')];
    expect(applied(fork)).toMatchObject({ text: FILE, fates: ['conflict', 'conflict'] });
  });
});

describe('paragraphs that are joined', () => {
  const together = { action: id(1) };
  const join = [
    ...accepted(1, 'p', 'One. Two.', 'One. Two. Three.', together),
    ...accepted(3, 'q', 'Three.', '', together),
  ];
  const JOINED = file(block('p', 'One. Two. Three.'), R);

  test('are one, once and for all', () => {
    expect(applied(join)).toMatchObject({ text: JOINED, fates: ['applied', 'applied'] });
    expect(applied(join, JOINED)).toMatchObject({ text: JOINED, fates: ['present', 'present'] });
  });

  test('stay as they are when one of the corrections is not accepted, or cannot be applied', () => {
    expect(applied(join.slice(0, 3))).toMatchObject({ text: FILE, fates: ['partial'] });
    const changed = FILE.replace('Two.', '2.');
    expect(applied(join, changed)).toMatchObject({ text: changed, fates: ['stale', 'partial'] });
  });

  test('are joined with the text that a reviewer made of it', () => {
    const edit = { editedFrom: id(1), author: 'Bo' };
    const records = [
      ...join.filter((record) => record.id !== id(2)),
      ...accepted(5, 'p', 'One. Two.', 'One, two, three.', edit),
    ];
    expect(applied(records).text).toBe(file(block('p', 'One, two, three.'), R));
  });

  test('may be parts of one row', () => {
    const source = file(block('p', 'One.'), block('p._2', 'Two.'), Q, R);
    const records = [
      ...accepted(1, 'p', 'One.', 'One. Two.', together),
      ...accepted(3, 'p._2', 'Two.', '', together),
    ];
    expect(applied(records, source).text).toBe(FILE);
  });
});

describe('the file of a variant', () => {
  test('keeps every other byte, oddities among them', () => {
    const odd =
      '\uFEFFstray\r\n<!-- p  paragraph -->\n\r\n\n  a b  \r\n  \nstray too\n\n\n<!-- q date -->\nc\nd\n\n\n<!-- r nonsense -->\ne';
    expect(editVariant(odd, new Map([['p', '']]))).toBe(
      '\uFEFFstray\r\nstray too\n\n\n<!-- q date -->\nc\nd\n\n\n<!-- r nonsense -->\ne',
    );
    expect(editVariant(odd, new Map([['q', '']]))).toBe(odd.replace('<!-- q date -->\nc\nd\n\n', ''));
    expect(editVariant(odd, new Map([['r', '']]))).toBe(odd.replace('\n<!-- r nonsense -->\ne', ''));
    expect(editVariant(odd, new Map([['r', 'e\nf']]))).toBe(`${odd}\r\n\r\n<!-- r._2 paragraph -->\r\nf\r\n`);
    expect(editVariant(odd, new Map([['q', 'x\ny']]))).toBe(
      odd.replace('c\nd\n', 'x\n').replace('<!-- r n', '<!-- q._2 date -->\r\ny\r\n\r\n<!-- r n'),
    );
    expect(editVariant(P, new Map([['p', '']]))).toBe('');
  });

  test('is the same whether corrections are applied at once or one by one, and takes each once', () => {
    const step = fc.record({
      paragraph: fc.constantFrom('p', 'q', 'r', 'p._2', 'q._2'),
      lines: fc.array(fc.constantFrom('a', 'ä.', '日本', 'x y'), { maxLength: 3 }),
      isInsertion: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.boolean(), (steps, isWindows) => {
        const start = isWindows ? windows(FILE) : FILE;
        // Each is made from what the ones before made of the file.
        const records: Contribution[] = [];
        let now = start;
        for (const [index, { paragraph, lines, isInsertion }] of steps.entries()) {
          const base = readVariant(now, '').value.find((one) => one.id === paragraph)?.text;
          if (base === undefined) continue;
          const said = lines.map((line) => `${line} ${String(index)}`);
          const text = [...(isInsertion ? [base] : []), ...said].join('\n');
          if (text === base) continue;
          records.push(...accepted(2 * index + 1, paragraph, base, text));
          now = editVariant(now, new Map([[paragraph, text]]), readVariant(start, '').value);
        }
        const all = applied(records, start);
        expect(readVariant(all.text, '').problems).toEqual([]);
        const diffs = edited(all).map(({ diff }) => diff);
        expect(diffs.every((diff) => diff !== '')).toBe(true);
        expect(diffs).toHaveLength(all.fates.filter((fate) => fate === 'applied').length);
        if (isWindows) expect(/(?<!\r)\n/u.test(all.text)).toBe(false);
        // Where two disagree a person decides first.
        if (all.fates.includes('conflict')) return;
        const again = applied(records, all.text);
        expect(again.text).toBe(all.text);
        expect(again.fates).not.toContain('applied');
        const ids = (from: typeof all, wanted: string) =>
          from.all.filter(({ fate }) => fate === wanted).map(({ correction: one }) => one.id);
        expect(ids(again, 'present')).toEqual(expect.arrayContaining(ids(all, 'applied')));
      }),
      { numRuns: 300 },
    );
  });
});
