import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replaceFiles } from '../../src/cli/export-save.ts';
import { install, type Installed } from './lesart.ts';
import { accepted, correction, filesOf, GERMAN, logOf, placeWork, WORK } from './work-with-corrections.ts';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});

const CHAIN = [
  correction(1, 't', 'Haus', 'Häuser'),
  accepted(2, 1),
  correction(3, 't', 'Häuser', 'Die Häuser'),
  accepted(4, 3),
  correction(5, 'b', 'Eins, zwei.', 'Eins, zwei, drei.'),
];
const FORK = [
  correction(6, 'b', 'Eins, zwei.', 'Eins.'),
  accepted(7, 6),
  correction(8, 'b', 'Eins, zwei.', 'Zwei.'),
  accepted(9, 8),
];
const STALE = [
  correction(10, 'a', 'Das Haus war „rot“, & <klein>.', 'Ein Haus war „rot“, & <klein>.'),
  accepted(11, 10),
];
const apply = (...args: string[]) => lesart.run(['apply', ...args]);

describe('lesart apply', () => {
  test('puts accepted corrections into the files and touches nothing else', () => {
    placeWork(lesart, CHAIN);
    chmodSync(join(lesart.folder, WORK, 'de.md'), 0o640);
    const before = filesOf(lesart);
    expect(apply(WORK)).toEqual({
      code: 0,
      out: `${WORK}/de.md: t: applied (by Łukasz Żółć)\n${WORK}/de.md: t: applied (by Łukasz Żółć)\n2 corrections applied, 1 file, 0 there already, 0 not applied\n`,
      error: '',
    });
    expect(filesOf(lesart)).toEqual({ ...before, 'de.md': GERMAN.replace('Haus', 'Die Häuser') });
    expect(statSync(join(lesart.folder, WORK, 'de.md')).mode & 0o777).toBe(0o640);
  });

  test('does nothing the second time', () => {
    placeWork(lesart, CHAIN);
    apply();
    const after = filesOf(lesart);
    expect(apply()).toEqual({
      code: 0,
      out: '0 corrections applied, 0 files, 2 there already, 0 not applied\n',
      error: '',
    });
    expect(filesOf(lesart)).toEqual(after);
  });

  test('only says what it would do when asked to', () => {
    placeWork(lesart, CHAIN);
    const before = filesOf(lesart);
    expect(apply('--dry-run').out).toContain('2 corrections would be applied, 1 file, ');
    expect(filesOf(lesart)).toEqual(before);
  });

  test('leaves what is stale or in conflict, says so with a remedy, and ends with 1', () => {
    placeWork(lesart, [...CHAIN, ...FORK, ...STALE]);
    const { code, out } = lesart.run(['apply'], { env: { LANG: 'de_DE' } });
    expect(code).toBe(1);
    expect(out).toMatch(
      /de\.md: a: veraltet: Die Korrektur von Łukasz Żółć .*„Ein Haus war „rot“, & <klein>\.“ → /u,
    );
    expect(out.match(/de\.md: b: im Konflikt: .* → /gu)).toHaveLength(2);
    expect(out).toContain('2 Korrekturen eingetragen, 1 Datei, 0 schon da, 3 nicht eingetragen\n');
    expect(filesOf(lesart)['de.md']).toBe(GERMAN.replace('Haus', 'Die Häuser'));
  });

  test('takes one variant by its file, or the log', () => {
    const french = { variant: 'fr' };
    const records = [...CHAIN, correction(20, 't', 'Maisons', 'Les maisons', french), accepted(21, 20)];
    placeWork(lesart, records);
    expect(apply(`${WORK}/fr.md`).out).toContain('1 correction applied');
    expect(filesOf(lesart)['de.md']).toBe(GERMAN);
    expect(apply(`${WORK}/contributions.jsonl`).out).toContain(
      '2 corrections applied, 1 file, 1 there already',
    );
  });

  test('takes contributions from elsewhere, with the log that is there', () => {
    placeWork(lesart, CHAIN.slice(0, 1));
    lesart.write('mine.jsonl', logOf(CHAIN.slice(1, 2)));
    expect(apply('mine.jsonl').out).toContain('1 correction applied');
    expect(filesOf(lesart)['contributions.jsonl']).toBe(logOf(CHAIN.slice(0, 1)));
    lesart.write('other.jsonl', logOf(CHAIN).replaceAll('"demo"', '"other"'));
    expect(apply('other.jsonl')).toMatchObject({
      code: 2,
      error: expect.stringContaining('“other”') as string,
    });
  });

  test('writes nothing when a log cannot be read as a whole', () => {
    placeWork(lesart, CHAIN);
    lesart.write(join(WORK, 'contributions.jsonl'), `${logOf(CHAIN)}{"id":\n`);
    const { code, out, error } = apply();
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(
      /contributions\.jsonl:6: fault: .*\nNot all could be read, so nothing was written\.\n$/u,
    );
    expect(filesOf(lesart)['de.md']).toBe(GERMAN);
  });

  test('refuses other files and folders', () => {
    placeWork(lesart, []);
    lesart.write('x.txt', '');
    mkdirSync(join(lesart.folder, 'empty'), { recursive: true });
    expect(apply('x.txt')).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^x\.txt is neither a log/u) as string,
    });
    expect(apply('none.md').error).toBe('There is no file none.md.\n');
    expect(apply('empty').code).toBe(2);
  });
});

describe('files that are replaced together', () => {
  const place = (name: string) => join(lesart.folder, 'replaced', name);
  const seen = () =>
    Object.fromEntries(readdirSync(place('')).map((name) => [name, readFileSync(place(name), 'utf8')]));
  const start = () => {
    mkdirSync(place(''), { recursive: true });
    lesart.write('replaced/a', 'old a');
    lesart.write('replaced/b', 'old b');
  };

  test('are all as they were, and nothing else is left, when one has changed meanwhile', async () => {
    start();
    const all = [
      { file: place('a'), before: 'old a', content: 'new a' },
      { file: place('b'), before: 'older b', content: 'new b' },
    ];
    await expect(replaceFiles(all)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      args: { file: place('b') },
    });
    expect(seen()).toEqual({ a: 'old a', b: 'old b' });
  });

  test('are all as they were when one cannot be written', async () => {
    start();
    const all = [
      { file: place('a'), content: 'new a' },
      { file: place('none/b'), content: 'new b' },
    ];
    await expect(replaceFiles(all)).rejects.toMatchObject({
      code: 'not-writable',
      args: { reason: 'ENOENT' },
    });
    expect(seen()).toEqual({ a: 'old a', b: 'old b' });
  });

  test('are written where a link leads, and the link stays', async () => {
    start();
    rmSync(place('link'), { force: true });
    symlinkSync('a', place('link'));
    await replaceFiles([{ file: place('link'), before: 'old a', content: 'new a' }]);
    expect(seen()).toEqual({ a: 'new a', b: 'old b', link: 'new a' });
    expect(lstatSync(place('link')).isSymbolicLink()).toBe(true);
  });
});
