import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contribution } from '../../src/core/contribution/record.ts';
import { install, type Installed } from './lesart.ts';
import { accepted, correction, filesOf, GERMAN, id, placeWork, WORK } from './work-with-corrections.ts';

const HOUSE = 'Das Haus ist „rot“, & <groß>.';
const french = (n: number, paragraph: string, base: string, text: string, given: object = {}) =>
  correction(n, paragraph, base, text, { variant: 'fr', author: '鈴木 Ädä', ...given });
const join2 = { action: id(11) };

/** A paragraph that is parted, one that gets another behind it, two that are joined, one that is removed. */
const RECORDS: readonly Contribution[] = [
  correction(1, 'a', HOUSE, 'Das Haus ist „rot“,\n& <groß>.\nÜbrigens: 日本。'),
  accepted(2, 1),
  correction(3, 'a._2', '& <groß>.', '& <größer>.'),
  accepted(4, 3),
  correction(5, 't', 'Haus', 'Haus\nEin Vorspann.'),
  accepted(6, 5),
  correction(7, 'b', 'Eins, zwei.', ''),
  accepted(8, 7),
  french(11, 'a', 'La maison est rouge.', 'La maison est rouge : un, deux.', join2),
  accepted(12, 11),
  french(13, 'b', 'Un, deux.', '', join2),
  accepted(14, 13),
];
const windows = (text: string) => text.replace(/\n/gu, '\r\n');
const GERMAN_NOW = windows(
  [
    '<!-- t title -->\nHaus\n',
    '<!-- t._2 paragraph -->\nEin Vorspann.\n',
    '<!-- a paragraph -->\nDas Haus ist „rot“,\n',
    '<!-- a._2 paragraph -->\n& <größer>.\n',
    '<!-- a._3 paragraph -->\nÜbrigens: 日本。\n',
  ].join('\n'),
);
const FRENCH_NOW = '<!-- t title -->\nMaisons\n\n<!-- a paragraph -->\nLa maison est rouge : un, deux.\n';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});
const run = (...args: string[]) => lesart.run(args);
const git = (...args: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=S', '-c', 'user.email=s@example.org', '-c', 'core.autocrlf=false', ...args],
    { cwd: lesart.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
const clone = () => {
  rmSync(join(lesart.folder, '.git'), { recursive: true, force: true });
  git('init', '-q');
  git('add', 'translations');
  git('commit', '-qm', 'first');
};

describe('paragraphs that are parted, joined, put in and removed', () => {
  test('arrive by git am as by lesart apply, and the folder is sound', () => {
    placeWork(lesart, RECORDS);
    clone();
    expect(run('export', WORK, '--to', 'patch', '--out', 'series.mbox')).toEqual({
      code: 0,
      out: '',
      error: '',
    });
    git('am', '-q', 'series.mbox');
    rmSync(join(lesart.folder, '.git'), { recursive: true, force: true });
    const byGit = filesOf(lesart);
    expect([byGit['de.md'], byGit['fr.md']]).toEqual([GERMAN_NOW, FRENCH_NOW]);
    const { code, out } = run('validate', WORK);
    expect([code, /is missing here|has no paragraph|contributions/u.test(out)]).toEqual([0, false]);
    expect(run('apply', WORK).out).toBe('0 corrections applied, 0 files, 6 there already, 0 not applied\n');

    placeWork(lesart, RECORDS);
    expect(run('apply', WORK)).toMatchObject({ code: 0, error: '' });
    expect(filesOf(lesart)).toEqual(byGit);
  });

  test('leave what is joined alone until all of it is accepted', () => {
    placeWork(lesart, RECORDS.slice(0, -1));
    const { code, out } = run('apply', `${WORK}/fr.md`);
    expect([code, filesOf(lesart)['fr.md']]).toEqual([
      1,
      '<!-- t title -->\nMaisons\n\n<!-- a paragraph -->\nLa maison est rouge.\n\n<!-- b list-item -->\nUn, deux.\n',
    ]);
    expect(out).toContain('fr.md: a: not applied: 鈴木 Ädä joined paragraphs');
  });

  test('may empty a file, which git am takes as well', () => {
    const all: readonly Contribution[] = [
      ['t', 'Haus'],
      ['a', HOUSE],
      ['b', 'Eins, zwei.'],
    ].flatMap(([paragraph, base], index) => [
      correction(2 * index + 1, paragraph!, base!, ''),
      accepted(2 * index + 2, 2 * index + 1),
    ]);
    placeWork(lesart, all);
    expect(filesOf(lesart)['de.md']).toBe(GERMAN);
    clone();
    run('export', WORK, '--to', 'patch', '--out', 'series.mbox');
    git('am', '-q', 'series.mbox');
    rmSync(join(lesart.folder, '.git'), { recursive: true, force: true });
    expect(filesOf(lesart)['de.md']).toBe('');
    expect(run('validate', WORK).code).toBe(0);
  });

  test('are paragraphs in every format to read', () => {
    placeWork(lesart, RECORDS);
    const exported = (to: string) => run('export', WORK, '--to', to).out;
    expect(exported('txt')).toBe(
      'Haus\n\nEin Vorspann.\n\nDas Haus ist „rot“,\n\n& <größer>.\n\nÜbrigens: 日本。\n',
    );
    expect(exported('md')).toContain('<!-- a._2 -->\n\n\\& \\<größer\\>.\n');
    expect(exported('html')).toContain('<ins>¶</ins></p><p>');
    run('export', WORK, '--out', 'a.docx');
    const table = strFromU8(unzipSync(readFileSync(join(lesart.folder, 'a.docx')))['word/document.xml']!);
    expect(table).toMatch(/<w:rPr><w:ins w:id="\d+" w:author="Łukasz Żółć"/u);
    run('export', WORK, '--out', 'a.epub');
    const book = unzipSync(readFileSync(join(lesart.folder, 'a.epub')));
    expect(strFromU8(book['EPUB/chapter-001.xhtml']!)).toContain('<h2>Haus</h2><p>Ein Vorspann.</p></div>');
  });

  test('have a line each in a table, which runs nothing in a spreadsheet if that is asked for', () => {
    placeWork(lesart, [correction(1, 'b', 'Eins, zwei.', "=1+1\n-2\n'=3"), accepted(2, 1)]);
    const table = (...args: string[]) => run('export', WORK, '--to', 'csv', ...args).out;
    expect(table()).toContain(
      'b,list-item,"One, two.",=1+1,"Un, deux."\r\nb._2,list-item,,-2,\r\nb._3,list-item,,\'=3,\r\n',
    );
    expect(table('--safe-cells')).toContain(
      "'=1+1,\"Un, deux.\"\r\nb._2,list-item,,'-2,\r\nb._3,list-item,,''=3,\r\n",
    );
    expect(table('--safe-cells')).not.toContain("'b");
  });

  test.each(['xliff', 'xliff12', 'tmx'])('come back from %s as they were', (to) => {
    placeWork(lesart, RECORDS);
    run('apply', WORK);
    const before = filesOf(lesart);
    run('export', WORK, '--to', to, '--out', 'a.xml');
    expect(run('import', 'a.xml', '--into', WORK)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^0 proposals, 0 other records, /u) as string,
    });
    expect(filesOf(lesart)).toEqual(before);
  });
});
