import { beforeAll, describe, expect, test } from 'vitest';
import type { ReaderLog } from '../../../src/app/controllers/reader-log.ts';
import { Reviewing } from '../../../src/app/controllers/reviewing.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { readSetting, writeSetting } from '../../../src/app/settings.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import { CHECKS } from '../../../src/core/check/registry.ts';
import { findAll } from '../../../src/core/check/run.ts';
import { checkInput } from '../../../src/core/check/work-input.ts';
import { historyOf } from '../../../src/core/contribution/undo.ts';
import type { Mark } from '../../../src/core/contribution/record.ts';
import { startI18n, t } from '../../../src/i18n/i18n.ts';
import { openedWork } from '../make.ts';
import { ownDevice, ownSlug, readerLog } from './own-log.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const TEXT = 'Wir  haben haben keine Kontrolle.';

interface Bench {
  readonly reviewing: Reviewing;
  readonly log: ReaderLog;
  /** The work with what was contributed so far. */
  readonly work: () => OpenedWork;
  readonly finding: (check: string) => Finding;
}

/** A work of the test's own, on a device of its own. */
function bench(author?: string): Bench {
  ownDevice();
  if (author !== undefined) writeSetting('author', author);
  const slug = ownSlug();
  const log = readerLog();
  log.turnTo(slug);
  const base = openedWork({ de: { p: TEXT }, en: { p: 'We have no control.' } }, [], { slug });
  const findings = findAll(checkInput(base.work, base.texts), CHECKS);
  return {
    reviewing: new Reviewing(log),
    log,
    work: () => base.withRecords(log.records),
    finding: (check) => {
      const found = findings.find((each) => each.check === check);
      if (!found) throw new Error(`no finding of ${check}`);
      return found;
    },
  };
}

describe('a mark made of a finding', () => {
  test('stands on its words, in the category of its check, with the comment, under the reader’s name', async () => {
    const { reviewing, log, work, finding } = bench('Ada');
    const id = await reviewing.mark(work(), finding('word/doubled'), 'major', ' Twice. ');
    const [placed] = work().marksIn('de', 'p');
    expect(placed?.id).toBe(id);
    expect(placed?.mark).toMatchObject({
      author: 'Ada',
      category: CHECKS.find((check) => check.id === 'word/doubled')?.category,
      severity: 'major',
      explanation: { en: 'Twice.' },
    });
    expect(placed?.spans.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['haben haben']);
    expect(log.records).toHaveLength(1);
  });

  test('has no comment where the reader took it away', async () => {
    const { reviewing, log, work, finding } = bench('Ada');
    await reviewing.mark(work(), finding('word/doubled'), 'minor', '  ');
    expect(log.records[0]).not.toHaveProperty('explanation');
  });

  test('keeps what could stand in its place', async () => {
    const { reviewing, log, work, finding } = bench('Ada');
    const double: Finding = { ...finding('spacing/double'), suggestion: ' x' };
    await reviewing.mark(work(), double, 'minor', '');
    expect((log.records[0] as Mark).replacement).toBe(' x');
  });

  test('takes the whole paragraph where the finding has no place', async () => {
    const { reviewing, work, finding } = bench('Ada');
    await reviewing.mark(work(), { ...finding('word/doubled'), spans: [] }, 'minor', '');
    expect(work().marksIn('de', 'p')[0]?.spans).toEqual([{ start: 0, end: TEXT.length }]);
  });

  test('is not made where the paragraph is gone', async () => {
    const { reviewing, log, work, finding } = bench('Ada');
    const gone: Finding = { ...finding('word/doubled'), paragraph: 'gone' };
    expect(await reviewing.mark(work(), gone, 'minor', '')).toBeUndefined();
    expect(log.records).toEqual([]);
  });

  test('bears the name for readers without one, which they keep', async () => {
    const { reviewing, log, work, finding } = bench();
    await reviewing.mark(work(), finding('word/doubled'), 'minor', '');
    expect(log.records[0]?.author).toBe(t('marking.nobody'));
    expect(readSetting('author')).toBe(t('marking.nobody'));
  });
});

describe('a dismissal', () => {
  test('names the finding by its key', async () => {
    const { reviewing, work, finding } = bench('Ada');
    const found = finding('word/doubled');
    await reviewing.dismiss(work(), found);
    expect(work().state.dismissals.get(found.key)).toMatchObject([
      { type: 'dismissal', author: 'Ada', variant: 'de', paragraph: 'p', finding: found.key },
    ]);
  });

  test('is taken back by the reader', async () => {
    const { reviewing, work, finding } = bench('Ada');
    const found = finding('word/doubled');
    await reviewing.dismiss(work(), found);
    expect(await reviewing.restore(work(), found)).toBe(true);
    expect(work().state.dismissals.get(found.key)).toBeUndefined();
    expect(await reviewing.restore(work(), found)).toBe(false);
  });

  test('of somebody else is not the reader’s to take back', async () => {
    const { reviewing, log, work, finding } = bench('Ada');
    const found = finding('word/doubled');
    await reviewing.dismiss(work(), found);
    writeSetting('author', 'Bo');
    expect(await reviewing.restore(work(), found)).toBe(false);
    expect(log.records).toHaveLength(1);
  });

  test('is one step of the reader’s history', async () => {
    const { reviewing, log, work, finding } = bench('Ada');
    const found = finding('word/doubled');
    await reviewing.dismiss(work(), found);
    const { undo } = historyOf(log.records, 'Ada');
    expect(undo?.action.map(({ type }) => type)).toEqual(['dismissal']);
    await log.add(undo?.append ?? []);
    expect(work().state.dismissals.get(found.key)).toBeUndefined();
  });
});
