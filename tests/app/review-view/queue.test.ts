import { describe, expect, test } from 'vitest';
import { FindingQueue, filtered, forkEntries, strayEntries } from '../../../src/app/review-view/queue.ts';
import { checkInput } from '../../../src/core/check/work-input.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import { CHECKS } from '../../../src/core/check/registry.ts';
import { findAll } from '../../../src/core/check/run.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { type Texts, correction, mark, openedWork, recordId, review, withdrawal } from '../make.ts';

const DE = { o: 'Es ist ist aus.', p: 'Wir  haben keine Kontrolle.', q: 'Es waren (zehn Leute.' };
const EN = { o: 'It is over.', p: 'We have lost the the control.', q: 'There were ten people.' };
const TEXTS: Readonly<Record<string, Texts>> = { en: EN, de: DE };

const work = (log: readonly Contribution[] = []): OpenedWork => openedWork(TEXTS, log);
const all = (opened: OpenedWork): readonly Finding[] =>
  findAll(checkInput(opened.work, opened.texts), CHECKS);
const entriesOf = (opened: OpenedWork) => new FindingQueue().entries(all(opened), opened);
const named = (entries: readonly { finding: Finding }[]) =>
  entries.map(({ finding: { check, variant } }) => `${variant} ${check}`);

const dismissal = (n: number, finding: string): Contribution => ({
  id: recordId(n),
  type: 'dismissal',
  author: 'Ada',
  time: new Date(1_700_000_000_000 + n).toISOString(),
  work: 'w',
  variant: 'de',
  paragraph: 'o',
  finding,
});
const DOUBLED = 'word%2Fdoubled/de/o/ist%20ist';

describe('the queue of findings', () => {
  test('has those of the subject first, each part from the surest on', () => {
    const entries = entriesOf(work());
    const subject = entries.filter(({ variant }) => variant === 'de');
    expect(subject.length).toBeGreaterThan(2);
    expect(entries.slice(0, subject.length)).toEqual(subject);
    for (const part of [subject, entries.slice(subject.length)]) {
      const confidences = part.map(({ finding }) => finding.confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    }
  });

  test('is the same whether findings come at once or by and by', () => {
    const opened = work();
    const findings = all(opened);
    const queue = new FindingQueue();
    const expected = entriesOf(opened);
    for (let count = 0; count <= findings.length; count += 1) queue.entries(findings.slice(0, count), opened);
    expect(queue.entries(findings, opened)).toEqual(expected);
    // Begun anew, it forgets what it had.
    expect(queue.entries([], opened)).toEqual([]);
    expect(queue.entries(findings, opened)).toEqual(expected);
  });

  test('keeps the entries that it gave, until something was contributed', () => {
    const opened = work();
    const findings = all(opened);
    const queue = new FindingQueue();
    const [first] = queue.entries(findings, opened);
    expect(queue.entries([...findings], opened)[0]).toBe(first);
    const later = opened.withRecords([dismissal(1, first?.key ?? '')]);
    expect(queue.entries(findings, later)[0]).toMatchObject({ key: first?.key, standing: 'dismissed' });
  });
});

describe('a finding', () => {
  const doubled = (log: readonly Contribution[]) => entriesOf(work(log)).find(({ key }) => key === DOUBLED);

  test('is open as long as nobody has said anything of it', () => {
    expect(doubled([])).toMatchObject({ standing: 'open', isTouched: false });
  });

  test('is dismissed by a record of its key, and open again when that was taken back', () => {
    expect(doubled([dismissal(1, DOUBLED)])?.standing).toBe('dismissed');
    expect(doubled([dismissal(1, DOUBLED), withdrawal(2, 1)])?.standing).toBe('open');
  });

  test('is a mark once its words are marked in its category', () => {
    const made = mark(1, DE.o, 'ist ist', {
      paragraph: 'o',
      category: 'linguistic-conventions/grammar',
    });
    const category = CHECKS.find(({ id }) => id === 'word/doubled')?.category ?? 'other';
    expect(doubled([{ ...made, category }])).toMatchObject({ standing: 'marked', isTouched: true });
    expect(doubled([{ ...made, category }, review(2, 1, { verdict: 'rejected' })])?.standing).toBe('open');
  });

  test('is touched where another mark stands on some of its words', () => {
    const touching = mark(1, DE.o, 'ist aus', { paragraph: 'o' });
    expect(doubled([touching])).toMatchObject({ standing: 'open', isTouched: true });
    const beside = mark(1, DE.o, 'aus', { paragraph: 'o' });
    expect(doubled([beside])).toMatchObject({ standing: 'open', isTouched: false });
  });
});

describe('a filter', () => {
  const entries = entriesOf(work([dismissal(1, DOUBLED), mark(2, DE.p, 'Wir  haben', { paragraph: 'p' })]));
  const shown = (...args: Parameters<typeof filtered> extends [unknown, infer F] ? [F] : never) =>
    filtered(entries, ...args);

  test('hides what is settled, unless it is asked for', () => {
    expect(shown({}).some(({ key }) => key === DOUBLED)).toBe(false);
    expect(shown({ settled: true }).some(({ key }) => key === DOUBLED)).toBe(true);
  });

  test('shows a family, a check, a variant or a confidence alone', () => {
    expect(new Set(shown({ family: 'surface' }).map(({ finding }) => finding.family))).toEqual(
      new Set(['surface']),
    );
    expect(named(shown({ check: 'spacing/double' }))).toEqual(['de spacing/double']);
    expect(named(shown({ variant: 'en' }))).toContain('en word/doubled');
    expect(shown({ variant: 'en' }).every(({ variant }) => variant === 'en')).toBe(true);
    expect(shown({ confidence: 0.9 }).every(({ finding }) => finding.confidence >= 0.9)).toBe(true);
  });

  test('leaves out what is marked already', () => {
    expect(named(shown({}))).toContain('de spacing/double');
    expect(named(shown({ unmarked: true }))).not.toContain('de spacing/double');
  });

  test('shows a check that is off by default only where it is switched on', () => {
    const two = openedWork({ en: { p: 'One. Two. Three.' }, de: { p: 'Eins, zwei, drei.' } }, []);
    const found = entriesOf(two);
    expect(named(found)).toContain('de pair/sentence-count');
    expect(named(filtered(found, {}))).not.toContain('de pair/sentence-count');
    expect(named(filtered(found, { extra: ['pair/sentence-count'] }))).toContain('de pair/sentence-count');
  });
});

test('accepted corrections that differ, and marks without their words, stand in reading order', () => {
  const fork = (n: number, paragraph: string, base: string) => [
    correction(n, base, `${base} A`, { paragraph }),
    correction(n + 1, base, `${base} B`, { paragraph }),
    review(n + 2, n),
    review(n + 3, n + 1),
  ];
  const lost = (n: number, paragraph: string) =>
    mark(n, 'Worte, die hier niemals standen', 'Worte', { paragraph });
  const opened = work([...fork(1, 'q', DE.q), ...fork(11, 'o', DE.o), lost(21, 'q'), lost(22, 'p')]);
  expect(forkEntries(opened).map(({ paragraph }) => paragraph)).toEqual(['o', 'q']);
  expect(strayEntries(opened).map(({ paragraph }) => paragraph)).toEqual(['p', 'q']);
});
