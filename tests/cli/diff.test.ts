import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textDiff } from '../../src/cli/diff-text.ts';
import { diffTexts } from '../../src/core/compare/diff.ts';
import { install, type Installed, ROOT } from './lesart.ts';

const OLD = 'Wir haben die Kontrolle über <b>unsere</b> Daten.\n';
const NEW = 'Wir haben keine Kontrolle über <b>unsere</b> Daten.\n';
const reference = join(ROOT, '../shared/reference/mlqe-dev');

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
  lesart.write('old.txt', OLD);
  lesart.write('new.txt', NEW);
});
afterAll(() => {
  lesart.remove();
});
const compare = (...options: string[]) => lesart.run(['diff', 'old.txt', 'new.txt', ...options]);

describe('lesart diff', () => {
  test('writes what changed in the words', () => {
    expect(compare()).toEqual({
      code: 0,
      out: 'Wir haben [-die-]{+keine+} Kontrolle über <b>unsere</b> Daten.\n',
      error: '',
    });
  });

  test('writes an equal text as it is and ends with 0', () => {
    expect(lesart.run(['diff', 'old.txt', 'old.txt'])).toEqual({ code: 0, out: OLD, error: '' });
  });

  test('compares by sentences and by characters', () => {
    expect(compare('--unit', 'sentence').out).toBe(`[-${OLD.trim()}-]{+${NEW.trim()}+}\n`);
    lesart.write('a.txt', 'Haus');
    lesart.write('b.txt', 'Maus');
    expect(lesart.run(['diff', 'a.txt', 'b.txt', '--unit=char']).out).toBe('[-H-]{+M+}aus\n');
  });

  test.each([
    ['old', ['-', 'new.txt'], OLD],
    ['new', ['old.txt', '-'], NEW],
  ])('reads the %s text from standard input', (_name, files, input) => {
    expect(lesart.run(['diff', ...files], { input }).out).toBe(compare().out);
  });

  test('marks a phrase that moved with the number of its move', () => {
    const first = 'Eines Tages im frühen Sommer kam ein Brief an.';
    const second = 'Er handelte von ganz anderen Dingen, die niemand kannte.';
    lesart.write('a.txt', `${first} ${second}\n`);
    lesart.write('b.txt', `${second} ${first}\n`);
    const { out } = lesart.run(['diff', 'a.txt', 'b.txt', '--lang', 'de']);
    const gone = /\[-1<(.+)>-\]/.exec(out)?.[1]?.trim();
    const come = /\{\+1<(.+)>\+\}/.exec(out)?.[1]?.trim();
    expect(gone).toBe(come);
    expect([first, second]).toContain(gone);
  });

  test('writes JSON whose hunks cover both texts', () => {
    const { code, out } = compare('--format', 'json', '--lang', 'de');
    const result = JSON.parse(out) as {
      hunks: { kind: string; old: [number, number]; new: [number, number]; text: string }[];
    };
    expect(code).toBe(0);
    expect(result).toMatchObject({
      unit: 'word',
      lang: 'de',
      old: 'old.txt',
      new: 'new.txt',
      bounded: false,
    });
    const textOf = (kind: string) =>
      result.hunks.filter((hunk) => hunk.kind !== kind).map(({ text }) => text);
    expect([textOf('insert').join(''), textOf('delete').join('')]).toEqual([OLD, NEW]);
    for (const { kind, old, new: inserted, text } of result.hunks) {
      expect(kind === 'insert' ? NEW.slice(...inserted) : OLD.slice(...old)).toBe(text);
    }
  });

  test('writes a page that stands alone and hands no markup of the text on', () => {
    const { code, out } = compare('--format', 'html', '--lang', 'de');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(out).toContain(
      'Wir haben <del>die</del><ins>keine</ins> Kontrolle über &#60;b&#62;unsere&#60;/b&#62; Daten.',
    );
    expect(out).not.toMatch(/<script|<link|\bsrc=|\bhref=|\bon\w+=/);
  });

  test('escapes whatever a file’s name or text could break out with', () => {
    const name = lesart.write('<x> & "y".txt', '</main><script>alert(1)</script>\u0000" \'');
    const { out } = lesart.run(['diff', name, 'new.txt', '--format', 'html']);
    expect(out).toContain('<title>&#60;x&#62; &#38; &#34;y&#34;.txt → new.txt</title>');
    expect(out).not.toContain('<script>');
    expect(out).not.toContain('\u0000');
  });

  test('tags pre-tokenised lines', () => {
    lesart.write('mt.txt', 'das Haus ist rot\nJa .\n\n');
    lesart.write('pe.txt', 'Das Haus war sehr rot\r\nJa\n\n');
    expect(lesart.run(['diff', 'mt.txt', 'pe.txt', '--format', 'tags'])).toEqual({
      code: 0,
      out: 'OK BAD OK OK BAD BAD OK OK OK\nOK OK OK BAD OK\nOK\n',
      error: '',
    });
  });

  test('names both counts when the lines to tag are not as many', () => {
    lesart.write('mt.txt', 'a\nb\n');
    lesart.write('pe.txt', 'a');
    expect(lesart.run(['diff', 'mt.txt', 'pe.txt', '--format', 'tags'])).toEqual({
      code: 2,
      out: '',
      error: 'mt.txt has 2 lines and pe.txt has 1; tags need as many lines in both.\n',
    });
  });

  test.skipIf(!existsSync(reference))('agrees with every tag of shared/reference/mlqe-dev', () => {
    const { code, out } = lesart.run([
      'diff',
      join(reference, 'dev.mt'),
      join(reference, 'dev.pe'),
      '--format',
      'tags',
    ]);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual(
      readFileSync(join(reference, 'dev.tags'), 'utf8').trimEnd().split('\n'),
    );
  });

  test('ignores a byte order mark', () => {
    lesart.write('bom.txt', `\uFEFF${OLD}`);
    expect(lesart.run(['diff', 'bom.txt', 'old.txt']).out).toBe(OLD);
  });

  test.each([
    ['a missing file', ['old.txt'], 'Two files are needed, OLD and NEW. See “lesart diff --help”.\n'],
    ['a file that is not there', ['old.txt', 'no.txt'], 'There is no file no.txt.\n'],
    ['a folder', ['old.txt', '.'], '. is a folder, not a file.\n'],
    ['one text too many', ['old.txt', 'new.txt', 'x'], 'That is one argument too many: “x”.'],
    ['standard input twice', ['-', '-'], 'Only one of the two texts can come from standard input.'],
    ['a tag that is none', ['old.txt', 'new.txt', '--lang', 'de_DE'], '“de_DE” is not a language tag;'],
    [
      'an unknown unit',
      ['old.txt', 'new.txt', '--unit', 'line'],
      '--unit cannot be “line”; it is one of word, char,',
    ],
    ['an unknown format', ['old.txt', 'new.txt', '--format', 'pdf'], '--format cannot be “pdf”;'],
  ])('ends with 2 for %s', (_name, args, message) => {
    const { code, out, error } = lesart.run(['diff', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
  });

  test.each([
    ['a stray byte', [0x61, 0xff], 1],
    ['a sequence cut off', [0x61, 0xc3, 0xa4, 0xe2, 0x82], 3],
    ['an overlong form', [0xc0, 0xaf], 0],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1],
    ['a point past Unicode', [0x61, 0x62, 0xf4, 0x90, 0x80, 0x80], 2],
  ])('names the byte that is not UTF-8: %s', (_name, bytes, position) => {
    lesart.write('bytes.txt', Buffer.from(bytes));
    const { code, error } = lesart.run(['diff', 'old.txt', 'bytes.txt']);
    expect(code).toBe(2);
    expect(error).toBe(`bytes.txt is not UTF-8: byte ${position} does not belong there. Save it as UTF-8.\n`);
  });

  test('refuses a text beyond its bound', () => {
    const input = Buffer.alloc(64 * 1024 * 1024 + 1, 'a ');
    const { code, error } = lesart.run(['diff', 'old.txt', '-'], { input });
    expect(code).toBe(2);
    expect(error).toBe('standard input is larger than 64 MiB; compare it in parts.\n');
  });

  test('says it in German', () => {
    const { error } = lesart.run(['diff', 'old.txt', 'no.txt'], { env: { LC_ALL: 'de_DE.UTF-8' } });
    expect(error).toBe('Die Datei no.txt gibt es nicht.\n');
  });
});

describe('the text form', () => {
  const change = diffTexts('alt\n', 'neu\u001b[2J\n', { lang: 'de' });

  test('has colours where they are wanted', () => {
    const { hunks } = diffTexts('alt', 'neu', { lang: 'de' });
    expect(hunks.map(({ kind }) => kind)).toEqual(['delete', 'insert']);
    expect(textDiff(diffTexts('alt', 'neu', { lang: 'de' }), { hasColour: true, isTerminal: true })).toBe(
      '\u001b[31m[-alt-]\u001b[0m\u001b[32m{+neu+}\u001b[0m\n',
    );
  });

  test('shows control characters on a terminal and keeps them in a pipe', () => {
    expect(textDiff(change, { hasColour: false, isTerminal: true })).toContain('␛[2J');
    expect(textDiff(change, { hasColour: false, isTerminal: false })).toContain('\u001b[2J');
  });
});
