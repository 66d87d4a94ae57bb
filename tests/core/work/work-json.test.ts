import { describe, expect, test } from 'vitest';
import { readWork } from '../../../src/core/work/work-json.ts';
import { faultlessWork } from '../../../src/core/work/work-schema.ts';

const variant = {
  id: 'de',
  lang: 'de',
  label: 'Deutsch',
  provenance: 'machine',
  status: 'complete',
  listed: true,
};
const work = {
  slug: 'w',
  title: { en: 'Title' },
  date: '2024-08-07',
  credit: 'N. N.',
  source: { en: 'Source' },
  subject: 'de',
  reference: 'en',
  variants: [variant, { ...variant, id: 'en', lang: 'en', label: 'English', note: { en: 'Note' } }],
};
const read = (changes: object) => readWork(JSON.stringify({ ...work, ...changes }, null, 1));
const found = (changes: object) => read(changes).problems.map(({ code, args }) => [code, args['path']]);

describe('reading work.json', () => {
  test('reads a work', () => {
    expect(read({})).toEqual({ value: work, problems: [] });
  });

  test('ignores a byte order mark', () => {
    expect(readWork(`\uFEFF${JSON.stringify(work)}`).problems).toEqual([]);
  });

  test('names line and column of a syntax fault', () => {
    const { value, problems } = readWork('{\n  "slug": "w"\n  "date": 1 }');
    expect(value).toBeUndefined();
    expect(problems).toEqual([
      {
        code: 'json-invalid',
        severity: 'fault',
        args: { column: 3, near: '"date": 1 }' },
        file: 'work.json',
        line: 3,
      },
    ]);
  });

  test('names the path and the line of what is wrong', () => {
    const changed = {
      variants: [variant, { ...variant, id: 'en', lang: 'no tag', listed: 'yes' }],
    };
    const json = JSON.stringify({ ...work, ...changed }, null, 1);
    const lineOf = (text: string) => json.slice(0, json.indexOf(text)).split('\n').length;
    expect(readWork(json).problems).toMatchObject([
      { code: 'language-invalid', args: { path: 'variants[1].lang' }, line: lineOf('"no tag"') },
      {
        code: 'value-invalid',
        args: { path: 'variants[1].listed', received: '"yes"' },
        line: lineOf('"yes"'),
      },
    ]);
  });

  test('points at the object when something is missing from it', () => {
    const { problems } = readWork('{\n "slug": "w" }');
    expect(problems).toContainEqual({
      code: 'value-missing',
      severity: 'fault',
      args: { path: 'title' },
      file: 'work.json',
      line: 1,
    });
  });

  test('names the whole text when it is no object', () => {
    expect(readWork('[]').problems).toMatchObject([{ code: 'value-missing' }, {}, {}, {}, {}, {}, {}, {}]);
    expect(readWork('7').problems).toMatchObject([{ code: 'value-invalid', args: { path: '$' } }]);
  });

  test.each([
    ['a day that does not exist', { date: '2024-02-30' }, [['date-invalid', 'date']]],
    ['an id with a slash', { slug: 'a/b' }, [['id-invalid', 'slug']]],
    ['a title in no language', { title: {} }, [['value-invalid', 'title']]],
    ['a title in a language that is none', { title: { '??': 'x' } }, [['language-invalid', 'title.??']]],
    ['no variants', { variants: [] }, [['value-invalid', 'variants']]],
    ['an unknown subject', { subject: 'fr' }, [['variant-unknown', 'subject']]],
    ['an unknown reference', { reference: 'fr' }, [['variant-unknown', 'reference']]],
    [
      'two variants of one id',
      { variants: [...work.variants, variant] },
      [['variant-repeated', 'variants[2]']],
    ],
    [
      'a back-translation of nothing',
      { variants: [...work.variants, { ...variant, id: 'back', provenance: 'back-translation' }] },
      [['variant-of-missing', 'variants[2]']],
    ],
    [
      'a back-translation of an unknown variant',
      { variants: [...work.variants, { ...variant, id: 'back', provenance: 'back-translation', of: 'fr' }] },
      [['variant-unknown', 'variants[2].of']],
    ],
  ])('reports %s', (_name, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  test('warns of keys it does not know, at any depth, and leaves them out', () => {
    const { value, problems } = read({
      colour: 'red',
      variants: [{ ...variant, flag: 1 }, work.variants[1]],
    });
    expect(problems.map(({ code, severity, args }) => [code, severity, args['path']])).toEqual([
      ['key-unknown', 'warning', 'variants[0].flag'],
      ['key-unknown', 'warning', 'colour'],
    ]);
    expect(value).toEqual(work);
  });

  test('reports a key that stands there twice, since one of the two would be lost', () => {
    const json = JSON.stringify(work).replace('"slug":"w"', '"slug":"v","slug":"w"');
    expect(readWork(json).problems).toMatchObject([{ code: 'key-repeated', args: { path: 'slug' } }]);
  });

  test('refuses a file beyond its bound', () => {
    expect(readWork(' '.repeat(2 ** 20 + 1)).problems).toMatchObject([{ code: 'file-too-large' }]);
  });
});

describe('reading a work.json that has no fault', () => {
  const json = (changes: object): string => JSON.stringify({ ...work, ...changes }, null, 2);

  test('gives what the thorough reading gives', () => {
    const tricky = { credit: 'says "a": "b" and ends in \\', title: { en: '"x" : y', de: '{"z":1}' } };
    for (const changes of [{}, tricky])
      expect(faultlessWork(json(changes))).toEqual(readWork(json(changes)).value);
  });

  test.each([
    ['a syntax fault', '{'],
    ['a wrong value', json({ date: 'soon' })],
    ['an unknown key', json({ colour: 'red' })],
    ['an unknown key deep inside', json({ variants: [{ ...variant, colour: 'red' }, work.variants[1]] })],
    ['a key that stands twice', json({}).replace('"slug"', '"credit": "",\n  "slug"')],
    ['a variant that is nowhere', json({ subject: 'xx' })],
  ])('leaves %s to it', (_name, text) => {
    expect(faultlessWork(text)).toBeUndefined();
    expect(readWork(text).problems).not.toEqual([]);
  });
});
