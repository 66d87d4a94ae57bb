import { beforeAll, describe, expect, test } from 'vitest';
import '../../../src/app/status-line/status-line.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { inText, startI18n, t } from '../../../src/i18n/i18n.ts';
import {
  all,
  back,
  change,
  correction,
  mark,
  mount,
  one,
  openedWork,
  review,
  textOf,
  variant,
} from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const facts = async (opened: OpenedWork): Promise<readonly string[]> =>
  all(await mount('lesart-status-line', { opened }), 'footer > span').map(textOf);

describe('the status line', () => {
  test('counts paragraphs, and languages that are there among those that the page lists', async () => {
    const opened = openedWork({ de: { p: 'a', q: 'b' } }, [], {
      variants: [variant('de'), variant('en'), variant('ko', { status: 'planned' }), back],
    });
    const [paragraphs, variants] = await facts(opened);
    expect(paragraphs).toBe(t('status.paragraphs', { count: 2 }));
    expect(variants).toBe(t('status.variants', { there: 2, count: 3 }));
  });

  test('counts the subject’s marks by severity, the gravest first, and accepted corrections', async () => {
    const text = 'eins zwei drei vier';
    const log = [
      mark(1, text, 'eins', { severity: 'minor' }),
      mark(2, text, 'zwei', { severity: 'critical' }),
      mark(3, text, 'drei', { severity: 'minor' }),
      mark(4, text, 'vier'),
      review(5, 4, { verdict: 'rejected' }),
      mark(6, 'one', 'one', { variant: 'en' }),
      correction(7, text, 'x'),
      review(8, 7),
    ];
    const opened = openedWork({ de: { p: text }, en: { p: 'one' } }, log);
    const [, , marks, corrections] = await facts(opened);
    const name = (severity: 'critical' | 'minor'): string => inText(t(`mqm.severity.${severity}`));
    expect(marks).toBe(`${t('bar.marks', { count: 3 })}: 1 ${name('critical')} · 2 ${name('minor')}`);
    expect(corrections).toBe(t('status.corrections', { count: 1 }));
  });

  test('lists no severities where nothing is marked', async () => {
    const [, , marks] = await facts(openedWork({ de: { p: 'a' } }));
    expect(marks).toBe(t('bar.marks', { count: 0 }));
  });

  test('says how many entries the reader has on this device, and where they are when they are not saved', async () => {
    const line = await mount('lesart-status-line', { opened: openedWork({ de: { p: 'a' } }), own: 2 });
    const own = one(line, '.own');
    expect(textOf(own)).toBe(t('status.saved', { count: 2 }));
    await change(line, { troubled: true });
    expect(textOf(own)).toBe(t('status.kept', { count: 2 }));
    await change(line, { own: 1, troubled: false });
    expect(textOf(own)).toBe(t('status.saved', { count: 1 }));
  });

  test('calls nothing saved that is not on disk yet', async () => {
    const line = await mount('lesart-status-line', {
      opened: openedWork({ de: { p: 'a' } }),
      own: 2,
      saving: true,
    });
    expect(textOf(one(line, '.own'))).toBe(t('status.saving', { count: 2 }));
    await change(line, { troubled: true });
    expect(textOf(one(line, '.own'))).toBe(t('status.kept', { count: 2 }));
  });

  test('says nothing of entries to who has none, and tells a screen reader of the first', async () => {
    const line = await mount('lesart-status-line', {
      opened: openedWork({ de: { p: 'a' } }),
      troubled: true,
    });
    const own = one(line, '[role=status]');
    expect(own.textContent).toBe('');
    await change(line, { own: 1, troubled: false });
    // What is announced is the text of a region that was there before.
    expect(one(line, '[role=status]')).toBe(own);
    expect(textOf(own)).toBe(t('status.saved', { count: 1 }));
  });

  test('says nothing else: where the work comes from stands over the text', async () => {
    const opened = openedWork({ de: { p: 'a' } }, [], { source: { en: 'A page.' } });
    expect((await facts(opened)).filter((fact) => fact !== '')).toHaveLength(4);
    expect(textOf(one(await mount('lesart-status-line', { opened }), 'footer'))).not.toContain('A page.');
  });
});
