import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { linePatch } from '../../src/core/format/line-patch.ts';
import { type MailPatch, mailPatches } from '../../src/core/format/mail-patch.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A repository with some files committed, as somebody else's clone of the project. */
function repository(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'lesart-git-'));
  folders.push(folder);
  const git = (...given: readonly string[]): string =>
    execFileSync(
      'git',
      ['-c', 'user.name=Someone', '-c', 'user.email=s@example.org', '-c', 'core.autocrlf=false', ...given],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
  git('init', '-q');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git('add', '-A');
  git('commit', '-qm', 'first', '--allow-empty');
  return {
    git,
    am: (mbox: string) => {
      writeFileSync(join(folder, '.git', 'series.mbox'), mbox);
      git('am', '-q', join(folder, '.git', 'series.mbox'));
    },
    read: (path: string): string => readFileSync(join(folder, path), 'utf8'),
  };
}

const patch = (given: Partial<MailPatch> & Pick<MailPatch, 'diff'>): MailPatch => ({
  name: 'Ada Lovelace',
  time: '2026-01-02T03:04:05.000Z',
  subject: 'Correct paragraph a07',
  ...given,
});

const PATH = 'translations/works/mistral-interview/de.md';
const LONG = Array.from({ length: 5000 }, (_, line) => `wort ${String(line)}\n`).join('');
const OLD =
  '<!-- a01 answer -->\nWir haben keine Kontrolle.\n\n<!-- a02 answer -->\nEins.\n\n<!-- a03 answer -->\nZwei.\n';

describe('a patch in mail form', () => {
  test('is applied by git am to a clean clone, with its author, date and message', () => {
    const repo = repository({ [PATH]: OLD });
    const next = OLD.replace('keine Kontrolle', 'Kontrolle');
    repo.am(
      mailPatches([
        patch({
          name: 'Łukasz Żółć (Lesart)',
          email: 'l@example.org',
          subject: 'Korrigiert „a01“: die Verneinung war verdreht, und zwar gründlich',
          body: 'Warum?\n--- weil\nFrom here on',
          diff: linePatch(PATH, OLD, next),
        }),
      ]),
    );
    expect(repo.read(PATH)).toBe(next);
    expect(repo.git('log', '-1', '--format=%an|%ae|%aI|%s|%b').trim()).toBe(
      'Łukasz Żółć (Lesart)|l@example.org|2026-01-02T03:04:05+00:00|Korrigiert „a01“: die Verneinung war verdreht, und zwar gründlich|Warum?\n --- weil\n From here on',
    );
  });

  test('may be a series, each on the one before, also with names that git quotes', () => {
    const paths = [PATH, 'translations/works/日本/ja "neu".md'] as const;
    const repo = repository({ [paths[0]]: OLD, [paths[1]]: 'いち。\n' });
    const one = OLD.replace('Eins', 'Eins und eins');
    const two = one.replace('Zwei', 'Zwei.\n\n<!-- a04 answer -->\nDrei');
    repo.am(
      mailPatches([
        patch({ diff: linePatch(PATH, OLD, one) }),
        patch({ name: 'Zoë', diff: linePatch(PATH, one, two) }),
        patch({ diff: linePatch(paths[1], 'いち。\n', '一。\n') }),
      ]),
    );
    expect([repo.read(PATH), repo.read(paths[1])]).toEqual([two, '一。\n']);
    expect(repo.git('log', '-3', '--format=%an').trim().split('\n')).toEqual([
      'Ada Lovelace',
      'Zoë',
      'Ada Lovelace',
    ]);
  });

  test.each([
    ['line ends of Windows', 'eins\r\nzwei\r\ndrei\r\n', 'eins\r\nZWEI\r\ndrei\r\n'],
    ['no end of line at the end', 'eins\nzwei', 'eins\nzwei\ndrei'],
    ['an end of line that is new', 'eins\nzwei', 'eins\nzwei\n'],
    [
      'a line of 100,000 characters',
      `${'wort '.repeat(20_000)}\nzwei\n`,
      `${'wort '.repeat(20_000)}ende\nzwei\n`,
    ],
    [
      'two changes in a long file',
      LONG,
      LONG.replace('\nwort 2000\n', '\nzwei\ndrei\n').replace('\nwort 3500\n', '\n'),
    ],
    ['a first and a last line', LONG, `neu\n${LONG.slice(0, -10)}`],
    ['a file that is new', '', 'neu\n'],
  ])('keeps %s', (_what, before, after) => {
    const repo = repository(before === '' ? {} : { 'a.md': before });
    repo.am(mailPatches([patch({ diff: linePatch('a.md', before, after) })]));
    expect(repo.read('a.md')).toBe(after);
  });

  test('is empty where nothing changed', () => {
    expect(linePatch('a.md', OLD, OLD)).toBe('');
  });

  test('of any edit gives the edited file', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', '', 'ä–ö', '-- x', 'From y', '\\z'), {
      minLength: 1,
      maxLength: 12,
    });
    const text = fc.tuple(lines, fc.boolean()).map(([all, ends]) => all.join('\n') + (ends ? '\n' : 'x'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const repo = repository({ 'a.md': before });
        repo.am(mailPatches([patch({ diff: linePatch('a.md', before, after) })]));
        expect(repo.read('a.md')).toBe(after);
      }),
      { numRuns: 25 },
    );
  });
});
