import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { install, type Installed, ROOT } from './lesart.ts';

const WORK = 'works/mistral-interview';
let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});
beforeEach(() => {
  rmSync(join(lesart.folder, 'works'), { recursive: true, force: true });
  cpSync(join(ROOT, 'translations/works/mistral-interview'), join(lesart.folder, WORK), { recursive: true });
});

const read = (name: string) => readFileSync(join(lesart.folder, WORK, name), 'utf8');
function change(name: string, from: string, to: string) {
  const text = read(name);
  expect(text).toContain(from);
  lesart.write(join(WORK, name), text.replace(from, to));
}
const german = { env: { LESART_LANG: 'de' } };

describe('lesart validate', () => {
  test('finds no fault in the works that ship', () => {
    const { code, out, error } = lesart.run(['validate', join(ROOT, 'translations/works')]);
    expect(out).toMatch(/^1 work: 0 faults, \d+ warnings?\n$/m);
    expect([code, error]).toEqual([0, '']);
  });

  test('takes one work or a folder of works', () => {
    expect(lesart.run(['validate', WORK]).out).toContain('1 work:');
    cpSync(join(lesart.folder, WORK), join(lesart.folder, 'works/other'), { recursive: true });
    const { code, out } = lesart.run(['validate', 'works']);
    expect(code).toBe(1);
    expect(out).toContain(
      'works/other/work.json: fault: the work is called “mistral-interview”, its folder “other” → give both the same name\n',
    );
    expect(out).toContain('2 works: 1 fault, ');
  });

  test('looks at translations/works by itself', () => {
    const { code, error } = lesart.run(['validate']);
    expect([code, error]).toEqual([2, 'There is no folder translations/works.\n']);
  });

  test('follows no link out of the folder', () => {
    lesart.write('elsewhere.txt', 'a secret line\n');
    rmSync(join(lesart.folder, WORK, 'de.md'));
    symlinkSync(join(lesart.folder, 'elsewhere.txt'), join(lesart.folder, WORK, 'de.md'));
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(1);
    expect(out).toContain(
      'works/mistral-interview/de.md: fault: de.md is a link to another file → put the file itself',
    );
    expect(out).not.toContain('secret');
  });

  test('prints a fault a line with its file, line and remedy', () => {
    change('de.md', '<!-- n01 paragraph -->', '<!-- n01 absatz -->');
    const line = read('de.md').split('\n').indexOf('<!-- n01 absatz -->') + 1;
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(1);
    expect(out).toContain(
      `works/mistral-interview/de.md:${line}: fault: paragraph “n01” has the unknown role “absatz” → use one of title, `,
    );
    expect(out).toMatch(/1 work: 1 fault, \d+ warnings?\n$/);
  });

  test('says the same in German', () => {
    change('de.md', '<!-- n01 paragraph -->', '<!-- n01 absatz -->');
    const { code, out } = lesart.run(['validate', WORK], german);
    expect(code).toBe(1);
    expect(out).toContain(
      ': Fehler: der Absatz „n01“ hat die unbekannte Rolle „absatz“ → eine der Rollen title, ',
    );
    expect(out).toMatch(/1 Werk: 1 Fehler, \d+ Hinweise?\n$/);
  });

  test('names line and column of broken JSON', () => {
    change('work.json', '"slug": "mistral-interview",', '"slug": "mistral-interview"');
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(1);
    expect(out).toContain(
      'works/mistral-interview/work.json:3: fault: not valid JSON at column 3: "title": {',
    );
  });

  test('does not fail for a warning', () => {
    change('work.json', '"date":', '"colour": "red",\n  "date":');
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(0);
    expect(out).toContain(
      ': warning: colour is not known and is ignored → check the spelling, or take it out\n',
    );
  });

  test('reports a file that is not UTF-8, and not that it is missing as well', () => {
    lesart.write(join(WORK, 'de.md'), Buffer.from([0x61, 0x62, 0xe4, 0x63]));
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(1);
    expect(out).toContain(
      'de.md: fault: the file is not UTF-8: byte 2 does not belong there → save the file as UTF-8\n',
    );
    expect(out).toContain('1 work: 1 fault, ');
  });

  test('reports bad lines of a log by number', () => {
    lesart.write(join(WORK, 'contributions.jsonl'), '\n{"id": 7}\nno JSON\n');
    const { out } = lesart.run(['validate', WORK]);
    expect(out).toContain('contributions.jsonl:2: fault: author is missing → add it\n');
    expect(out).toContain('contributions.jsonl:2: fault: id is 7, expected string → ');
    expect(out).toContain('contributions.jsonl:3: fault: not valid JSON at column 1: no JSON → ');
  });

  test('holds the variants to the glossary of their work', () => {
    lesart.write(join(WORK, 'glossary.tsv'), 'term\tsense\ten\nopen source\t\tfree software\n');
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(0);
    expect(out).toMatch(/en\.md:\d+: warning: paragraph “n02” has no rendering of “open source”; /);
  });

  test('prints text from a file so that a terminal does not obey it', () => {
    change('de.md', '<!-- n01 paragraph -->', '<!-- n01 \u001b]0;owned\u0007 -->');
    expect(lesart.run(['validate', WORK]).out).toContain('role “␛]0;owned␇”');
  });

  test('gives the same as JSON', () => {
    change('de.md', '<!-- n01 paragraph -->', '<!-- n01 absatz -->');
    const { code, out } = lesart.run(['validate', WORK, '--json'], german);
    expect(code).toBe(1);
    const result = JSON.parse(out) as { faults: number; problems: object[] };
    expect(result.faults).toBe(1);
    expect(result.problems).toContainEqual(
      expect.objectContaining({
        folder: WORK,
        file: 'de.md',
        code: 'unknown-role',
        severity: 'fault',
        message: 'der Absatz „n01“ hat die unbekannte Rolle „absatz“',
      }),
    );
  });

  test('reports a folder without work.json among works', () => {
    mkdirSync(join(lesart.folder, 'works/empty'));
    const { code, out } = lesart.run(['validate', 'works']);
    expect(code).toBe(1);
    expect(out).toContain(
      'works/empty/work.json: fault: work.json is missing → add the file to the work’s folder\n',
    );
  });

  test.each([
    ['a folder that is not there', 'nowhere', 'There is no folder nowhere.\n'],
    ['a file', join(WORK, 'de.md'), `${join(WORK, 'de.md')} is a file, not a folder.\n`],
    ['a folder without works', 'bare', 'There is no work in bare: neither work.json nor folders of works.\n'],
  ])('ends with 2 for %s', (_name, folder, message) => {
    mkdirSync(join(lesart.folder, 'bare'), { recursive: true });
    expect(lesart.run(['validate', folder])).toEqual({ code: 2, out: '', error: message });
  });
});
