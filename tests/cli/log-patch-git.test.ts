import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { canonical } from '../../src/core/contribution/canonical.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import { logSeries } from '../../src/core/format/log-patch.ts';
import { mailPatches } from '../../src/core/format/mail-patch.ts';
import { accepted, comment, correction, logOf } from './work-with-corrections.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const PATH = 'log ü.jsonl';

/** The log after git has applied the patch to a clone that has it as it was, and the commits' authors. */
function applied(log: string | undefined, records: readonly Contribution[], isOne = false) {
  const folder = mkdtempSync(join(tmpdir(), 'lesart-log-'));
  folders.push(folder);
  const who = ['-c', 'user.name=S', '-c', 'user.email=s@example.org', '-c', 'core.autocrlf=false'];
  const git = (...args: string[]) =>
    execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  git('init', '-q');
  writeFileSync(join(folder, 'other'), '');
  if (log !== undefined) writeFileSync(join(folder, PATH), log);
  git('add', '-A');
  git('commit', '-qm', 'first');
  const titleOf = (made: readonly Contribution[]) => `${String(made.length)} records`;
  const mbox = mailPatches(logSeries(log ?? '', records, { path: PATH, titleOf, isOne }));
  writeFileSync(join(folder, '.git', 'mbox'), mbox);
  git('am', '-q', join('.git', 'mbox'));
  return {
    log: readFileSync(join(folder, PATH), 'utf8'),
    commits: git('log', '--reverse', '--format=%an|%s|%b', '--skip=0', 'HEAD').trim().split('\n').slice(1),
  };
}

const OLD = [1, 2, 3, 4, 5].map((n) => comment(n, 'b', `„${String(n)}“ — 日本`));
const NEW = [
  correction(11, 'a', 'x', 'ö', { author: 'Łukasz Żółć' }),
  accepted(12, 11),
  correction(13, 'b', 'y', 'line\nbreak', { author: 'Zoë' }),
];

describe('records as a patch to the log of a work', () => {
  test('are added by git am, a commit for each action, by who made it', () => {
    const { log, commits } = applied(logOf(OLD), NEW);
    expect(log).toBe(logOf([...OLD, ...NEW]));
    expect(commits.filter((line) => line !== '')).toEqual([
      'Łukasz Żółć|1 records|',
      'Bo|1 records|',
      'Zoë|1 records|',
    ]);
  });

  test('may be one commit, which names the other authors', () => {
    const { log, commits } = applied(logOf(OLD), NEW, true);
    expect(log).toBe(logOf([...OLD, ...NEW]));
    expect(commits.join('\n')).toBe(
      'Łukasz Żółć|3 records|Co-authored-by: Bo <reader@lesart.invalid>\nCo-authored-by: Zoë <reader@lesart.invalid>',
    );
  });

  test.each([
    ['no log yet', undefined],
    ['a log of one line', logOf(OLD.slice(0, 1))],
    ['a last line without an end', logOf(OLD).trimEnd()],
  ])('fit a work with %s', (_what, log) => {
    expect(applied(log, NEW).log).toBe(`${log === undefined ? '' : `${log.trimEnd()}\n`}${logOf(NEW)}`);
  });

  test('that are there already are left out, with the line ends of Windows too', () => {
    const lines = [...OLD, NEW[0]!].map(canonical).join('\r\n');
    expect(logSeries(`${lines}\r\n`, NEW, { path: PATH, titleOf: () => 't', isOne: false })).toHaveLength(2);
    expect(logSeries(logOf(NEW), NEW, { path: PATH, titleOf: () => 't', isOne: true })).toEqual([]);
  });
});
