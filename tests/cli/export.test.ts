import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readDelimited } from '../../src/core/format/delimited.ts';
import { install, type Installed } from './lesart.ts';
import {
  accepted,
  comment,
  correction,
  filesOf,
  GERMAN,
  logOf,
  placeWork,
  WORK,
} from './work-with-corrections.ts';

const HOUSE = 'Das Haus ist „rot“, & <groß>.';
const RECORDS = [
  correction(1, 't', 'Haus', 'Häuser', { reason: { en: 'There are several' } }),
  accepted(2, 1),
  correction(3, 't', 'Häuser', 'Die „Häuser“ & <alle>', { author: 'Zoë' }),
  accepted(4, 3),
  correction(5, 'b', 'Eins, zwei.', 'Eins, zwei, drei.'),
  comment(6, 'b', 'Why -->?\nSo.'),
];
const NOW = 'Die „Häuser“ & <alle>';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});
beforeEach(() => {
  placeWork(lesart, RECORDS);
});
const exported = (to: string, ...more: string[]) => lesart.run(['export', WORK, '--to', to, ...more]);
const log = () => filesOf(lesart)['contributions.jsonl']!;
const has = (program: string) => spawnSync(program, ['--version']).status === 0;

describe('lesart export', () => {
  test('writes accepted corrections as commits that git am applies to a clone', () => {
    rmSync(join(lesart.folder, '.git'), { recursive: true, force: true });
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=S', '-c', 'user.email=s@example.org', '-c', 'core.autocrlf=false', ...args],
        {
          cwd: lesart.folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
    git('init', '-q');
    git('add', 'translations');
    git('commit', '-qm', 'first');
    expect(exported('patch', '--out', 'series.mbox')).toEqual({ code: 0, out: '', error: '' });
    git('am', '-q', 'series.mbox');
    expect(filesOf(lesart)['de.md']).toBe(GERMAN.replace('Haus', NOW));
    expect(git('log', '-2', '--format=%an|%aI|%s')).toBe(
      'Zoë|2026-01-02T00:00:03+00:00|Correct t in demo/de\nŁukasz Żółć|2026-01-02T00:00:01+00:00|Correct t in demo/de: There are several\n',
    );
    rmSync(join(lesart.folder, '.git'), { recursive: true, force: true });
  });

  test('says so when there is nothing to apply', () => {
    placeWork(lesart, []);
    expect(exported('patch')).toEqual({
      code: 1,
      out: '',
      error: 'There is no accepted correction to export, so nothing was written.\n',
    });
  });

  test.each(['csv', 'tsv'])(
    'writes %s with a line a paragraph and the corrected text of each variant',
    (to) => {
      const { rows } = readDelimited(exported(to).out, to === 'csv' ? ',' : '\t');
      expect(rows).toEqual([
        ['id', 'role', 'en', 'de', 'fr'],
        ['t', 'title', 'Houses', NOW, 'Maisons'],
        ['a', 'paragraph', 'The house is "red", & <big>.', HOUSE, 'La maison est rouge.'],
        ['b', 'list-item', 'One, two.', 'Eins, zwei.', 'Un, deux.'],
      ]);
      const { rows: chosen } = readDelimited(exported(to, '--variant', 'fr').out, to === 'csv' ? ',' : '\t');
      expect(chosen[0]).toEqual(['id', 'role', 'en', 'fr']);
    },
  );

  test('writes the corrected variant as text and as Markdown', () => {
    expect(exported('txt').out).toBe(`${NOW}\n\n${HOUSE}\n\nEins, zwei.\n`);
    expect(exported('md').out).toContain('# Die „Häuser“ \\& \\<alle\\>\n');
  });

  test('writes a catalogue of gettext with comments, where an open proposal is fuzzy', () => {
    const { out } = exported('po');
    expect(out).toContain(
      '# Cy: Why -->?\n# So.\n#. list-item\n#: de.md\n#, fuzzy\nmsgctxt "b"\nmsgid "One, two."\nmsgstr "Eins, zwei."\n',
    );
    expect(out).toContain('msgid "The house is \\"red\\", & <big>."\n');
  });

  test.skipIf(!has('msgfmt'))('writes a catalogue that msgfmt accepts', () => {
    exported('po', '--out', 'a.po');
    const { status, stderr } = spawnSync('msgfmt', ['-c', '--statistics', '-o', '/dev/null', 'a.po'], {
      cwd: lesart.folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    expect([status, stderr]).toEqual([0, '2 translated messages, 1 fuzzy translation.\n']);
  });

  test('writes a page that shows what was changed and said, as text', () => {
    const { out } = exported('html');
    expect(out).toContain('<title>A &#60;demo&#62;</title>');
    expect(out).toContain('<del>Haus</del><ins>Die „Häuser“ &#38; &#60;alle&#62;</ins>');
    expect(out).toContain(
      '<li>Proposal by Łukasz Żółć: Eins, zwei, drei.</li><li>Cy: Why --&#62;?\nSo.</li>',
    );
    expect(out).not.toContain('<script');
  });

  test('writes packages to a file only, a book with its type first and uncompressed', () => {
    expect(exported('docx')).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('--out') as string,
    });
    expect(exported('epub', '--out', 'a.epub').code).toBe(0);
    const bytes = readFileSync(join(lesart.folder, 'a.epub'));
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect(lesart.run(['export', WORK, '--out', 'a.docx']).code).toBe(0);
    const table = strFromU8(unzipSync(readFileSync(join(lesart.folder, 'a.docx')))['word/document.xml']!);
    expect(table).toContain('w:author="Zoë" w:date="2026-01-02T00:00:03Z"><w:r>');
    expect(table).toContain('<w:delText xml:space="preserve">Haus</w:delText>');
  });

  test('names what it cannot do', () => {
    expect(lesart.run(['export', WORK]).error).toMatch(
      /^Say what to export to: --to with one of patch, xliff, /u,
    );
    expect(lesart.run(['export']).error).toMatch(/^Say which work to export\./u);
    expect(exported('txt', '--variant', 'xx').error).toBe(
      'There is no variant “xx”; it is one of en, de, fr.\n',
    );
    expect(exported('txt', '--out', 'no/such/file').error).toBe('no/such/file cannot be written (ENOENT).\n');
  });
});

describe('lesart import', () => {
  const imported = (file: string, ...more: string[]) => lesart.run(['import', file, '--into', WORK, ...more]);
  const added = () =>
    log()
      .slice(logOf(RECORDS).length)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test.each(['xliff', 'xliff12', 'tmx', 'po', 'csv', 'tsv'])(
    'finds nothing new in %s that was not changed',
    (to) => {
      exported(to, '--out', 'a.xml');
      const { code, out } = imported('a.xml');
      expect([code, out.replace(/\d+ there/u, 'n there')]).toEqual([
        0,
        '0 proposals, 0 other records, n there already\n',
      ]);
      expect(log()).toBe(logOf(RECORDS));
    },
  );

  test.each(['xliff', 'xliff12', 'tmx', 'po', 'csv', 'tsv'])(
    'makes proposals of what was changed in %s, once',
    (to) => {
      const { out: text } = exported(to);
      // The first occurrence in XLIFF 2.1 is what the text was before; there the translation is the last.
      const last = text.lastIndexOf('Das Haus ist');
      lesart.write('a.xml', `${text.slice(0, last)}Das Haus war${text.slice(last + 12)}`);
      expect(imported('a.xml', '--author', 'Eve')).toMatchObject({ code: 0, error: '' });
      expect(added()).toMatchObject([
        {
          type: 'correction',
          author: 'Eve',
          work: 'demo',
          variant: 'de',
          paragraph: 'a',
          base: HOUSE,
          text: 'Das Haus war „rot“, & <groß>.',
        },
      ]);
      expect(lesart.run(['validate', WORK]).out).not.toContain('contributions.jsonl');
      const once = log();
      expect(imported('a.xml').out).toMatch(/^0 proposals, /u);
      expect(log()).toBe(once);
    },
  );

  test('finds the variant of another program’s file by its language', () => {
    const unit = '<trans-unit id="a"><source>x</source><target>La maison est bleue.</target></trans-unit>';
    lesart.write(
      'a.xlf',
      `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="x" source-language="en" target-language="fr" datatype="plaintext"><body>${unit}</body></file></xliff>`,
    );
    expect(imported('a.xlf').code).toBe(0);
    expect(added()).toMatchObject([{ variant: 'fr', author: 'a.xlf', base: 'La maison est rouge.' }]);
  });

  test('begins a new line in a log that does not end with one', () => {
    const text = exported('xliff12').out.replace('„rot“', '„blau“');
    lesart.write(join(WORK, 'contributions.jsonl'), logOf(RECORDS).trimEnd());
    lesart.write('a.xlf', text);
    expect(imported('a.xlf').out).toMatch(/^1 proposal, /u);
    expect(log().startsWith(logOf(RECORDS))).toBe(true);
  });

  test('imports nothing of a file with a fault, and names the place', () => {
    const text = exported('xliff12').out.replace('„rot“', '„blau“');
    lesart.write('a.xlf', text.slice(0, -20));
    const { code, out, error } = imported('a.xlf');
    expect([code, out]).toEqual([1, '']);
    expect(error).toMatch(/^a\.xlf:\d+: fault: .*\nNot all could be read, so nothing was imported\.\n$/u);
    expect(log()).toBe(logOf(RECORDS));
    expect(lesart.run(['import', 'a.xlf']).error).toMatch(/^Say with --into which work/u);
  });
});
