import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/core/problem.ts';
import { checkTexts } from '../../../src/core/work/validate.ts';

const variant = { lang: 'de', label: 'X', provenance: 'human', status: 'complete', listed: true };
const work = {
  slug: 'w',
  title: { en: 'T' },
  date: '2024-08-07',
  credit: '',
  source: { en: 'S' },
  subject: 'de',
  reference: 'en',
  variants: [
    { ...variant, id: 'de' },
    { ...variant, id: 'en' },
    { ...variant, id: 'fr', status: 'planned' },
  ],
};
const text = (...headers: string[]) => headers.map((header) => `<!-- ${header} -->\n${header}\n`).join('\n');
const sound = {
  'work.json': JSON.stringify(work),
  'de.md': text('a title', 'b paragraph', 'c paragraph'),
  'en.md': text('a title', 'b paragraph', 'c paragraph'),
};
const check = (changes: Record<string, string | undefined>, slug = 'w') => {
  const files = Object.entries({ ...sound, ...changes }).filter((entry): entry is [string, string] => {
    return entry[1] !== undefined;
  });
  return checkTexts(slug, { files: new Map(files) }).problems;
};
const said = (problems: readonly Problem[]) =>
  problems.map(({ code, file, line, args }) =>
    [`${file ?? ''}:${line ?? ''}`, code, args['id'] ?? args['name']]
      .filter((part) => part !== undefined)
      .join(' '),
  );
const workWith = (changes: object) => ({ 'work.json': JSON.stringify({ ...work, ...changes }) });

describe('checking the texts of a folder', () => {
  test('finds nothing in a sound one', () => {
    expect(check({})).toEqual([]);
  });

  test('goes no further without work.json or with one that cannot be read', () => {
    expect(said(check({ 'work.json': undefined }))).toEqual(['work.json: file-missing work.json']);
    expect(said(check({ 'work.json': '{' }))).toEqual(['work.json:1 json-invalid']);
  });

  test.each([
    ['a folder of another name', {}, 'v', ['work.json: slug-differs']],
    [
      'a complete variant without a file',
      { 'en.md': undefined },
      'w',
      ['work.json: variant-file-missing en'],
    ],
    ['a planned variant with one', { 'fr.md': sound['en.md'] }, 'w', ['fr.md: variant-file-unexpected fr']],
    ['a text that no variant has', { 'it.md': sound['en.md'] }, 'w', ['it.md: file-stray it.md']],
    [
      'a missing paragraph, at the one before it',
      { 'en.md': text('a title', 'c paragraph') },
      'w',
      ['en.md:1 paragraph-missing b'],
    ],
    [
      'a paragraph too many',
      { 'en.md': text('a title', 'b paragraph', 'x paragraph', 'c paragraph') },
      'w',
      ['en.md:7 paragraph-extra x'],
    ],
    [
      'a further paragraph of a row in another place',
      { 'en.md': text('a title', 'b paragraph', 'c paragraph', 'b._2 paragraph') },
      'w',
      ['en.md:10 paragraph-order-differs b._2'],
    ],
    [
      'another role',
      { 'en.md': text('a heading', 'b paragraph', 'c paragraph') },
      'w',
      ['en.md:1 paragraph-role-differs a'],
    ],
    [
      'another order, once',
      { 'en.md': text('c paragraph', 'b paragraph', 'a title') },
      'w',
      ['en.md:4 paragraph-order-differs b'],
    ],
    [
      'what a text’s reader reports',
      { 'de.md': `stray\n${sound['de.md']}` },
      'w',
      ['de.md:1 text-without-header'],
    ],
    ['an unknown subject', workWith({ subject: 'it' }), 'w', ['work.json:1 variant-unknown it']],
    [
      'a page that names paragraphs that are not there',
      workWith({
        page: { variant: 'de', gap: '', tight: [], prefix: {}, before: { y: '' }, barAfter: 'x' },
      }),
      'w',
      ['work.json: page-paragraph-unknown x', 'work.json: page-paragraph-unknown y'],
    ],
  ])('reports %s', (_name, changes, slug, expected) => {
    expect(said(check(changes, slug))).toEqual(expected);
  });

  test('takes rows with other numbers of paragraphs, and warns of one that is missing or stands alone', () => {
    const headers = ['a title', 'a._2 paragraph', 'b paragraph', 'c paragraph'];
    expect(check({ 'en.md': text(...headers) })).toEqual([]);
    expect(check({ 'de.md': text(...headers, 'c._2 caption') })).toEqual([]);
    const severities = (name: string, ...ids: string[]) =>
      check({ [name]: text(...ids) }).map(({ code, severity }) => `${severity} ${code}`);
    expect(severities('en.md', 'a title', 'c paragraph')).toEqual(['warning paragraph-missing']);
    expect(severities('de.md', 'a title', 'c paragraph')).toEqual(['warning paragraph-extra']);
  });

  test('leaves files alone that are no texts', () => {
    expect(check({ 'cover.png': '' })).toEqual([]);
  });
});
