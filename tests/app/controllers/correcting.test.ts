import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Correcting, acceptable } from '../../../src/app/controllers/correcting.ts';
import type { CorrectionDraft } from '../../../src/app/correction-events.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { readSetting, writeSetting } from '../../../src/app/settings.ts';
import { proposalsOf } from '../../../src/core/contribution/proposal.ts';
import { historyOf } from '../../../src/core/contribution/undo.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import { Drafts } from '../../../src/store/drafts.ts';
import { openedWork } from '../make.ts';
import { ownDatabase } from '../store/logs.ts';
import { ownDevice, ownSlug, readerLog } from './own-log.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const TEXTS = { p: 'Wir haben keine Kontrolle.', q: 'Keine Kontrolle mehr.' };
const BETTER = 'Wir haben kaum Kontrolle.';
const DRAFT: CorrectionDraft = {
  variant: 'de',
  paragraph: 'p',
  base: TEXTS.p,
  text: BETTER,
  reason: '',
  resolves: [],
  author: 'Ada',
};

/** Correcting in a work of the test's own, on a device of its own. */
function bench() {
  // The device's one database is the log's.
  const { indexedDB } = globalThis;
  const name = ownDatabase();
  ownDevice();
  const slug = ownSlug();
  const log = readerLog();
  log.turnTo(slug);
  const drafts = new Drafts({ name, factory: () => indexedDB });
  const correcting = new Correcting(log, drafts);
  onTestFinished(() => {
    correcting.close();
  });
  const base = openedWork({ de: TEXTS, en: { p: 'We have no control.' } }, [], { slug });
  const work = (): OpenedWork => base.withRecords(log.records);
  return {
    correcting,
    drafts,
    slug,
    work,
    records: () => log.records,
    propose: async (given: Partial<CorrectionDraft> = {}) => {
      const id = await correcting.propose(work(), { ...DRAFT, ...given });
      if (id === undefined) throw new Error('nothing was made');
      return id;
    },
    /** The proposals of a paragraph, as `text status authors`. */
    shown: (paragraph: 'p' | 'q' = 'p') =>
      proposalsOf(TEXTS[paragraph], work().corrections('de', paragraph), 'de').proposals.map(
        ({ correction, status, authors }) => `${correction.text} ${status} ${authors.join('+')}`,
      ),
    /** Takes the last action back. */
    undo: async (author: string) => {
      await log.add(historyOf(log.records, author).undo?.append ?? []);
    },
    as: (author: string) => {
      writeSetting('author', author);
    },
  };
}

describe('a proposal', () => {
  test('is kept with its base, reason and the marks that it resolves, and its name from now on', async () => {
    const { propose, records, slug } = bench();
    const mark = '018bcfe5-6800-7000-8000-000000000000';
    const id = await propose({ reason: ' Sense. ', resolves: [mark] });
    expect(readSetting('author')).toBe('Ada');
    expect(records()).toHaveLength(1);
    expect(records()[0]).toMatchObject({
      id,
      type: 'correction',
      author: 'Ada',
      work: slug,
      variant: 'de',
      paragraph: 'p',
      base: TEXTS.p,
      text: BETTER,
      reason: { en: 'Sense.' },
      resolves: [mark],
    });
  });

  test('has no reason and no marks where there are none, and the name of readers without', async () => {
    const { propose, records } = bench();
    await propose({ author: ' ' });
    expect(Object.keys(records()[0] ?? {})).not.toContain('reason');
    expect(Object.keys(records()[0] ?? {})).not.toContain('resolves');
    expect(records()[0]?.author).toBe(t('marking.nobody'));
  });

  test('clears its draft, and leaves others', async () => {
    const { propose, drafts, slug } = bench();
    const kept = { work: slug, variant: 'de', base: TEXTS.p, text: 'x', reason: '', resolves: {} };
    await drafts.write({ ...kept, paragraph: 'p' });
    await drafts.write({ ...kept, paragraph: 'q' });
    await propose();
    expect(await drafts.read({ ...kept, paragraph: 'p' })).toBeUndefined();
    expect((await drafts.read({ ...kept, paragraph: 'q' }))?.text).toBe('x');
  });

  test('is undone by one step', async () => {
    const { propose, shown, undo } = bench();
    await propose();
    await undo('Ada');
    expect(shown()).toEqual([]);
  });
});

describe('accepting with edits', () => {
  test('keeps both names, is accepted at once, and undone by one step', async () => {
    const { propose, shown, undo, as } = bench();
    const first = await propose();
    as('Bo');
    await propose({ text: `${BETTER} Ja.`, editedFrom: first });
    expect(shown()).toEqual([`${BETTER} proposed Ada`, `${BETTER} Ja. accepted Ada+Bo`]);
    await undo('Bo');
    expect(shown()).toEqual([`${BETTER} proposed Ada`]);
  });
});

describe('a verdict', () => {
  test.each(['accepted', 'rejected', 'changes-requested'] as const)(
    '%s is kept with its reason',
    async (verdict) => {
      const { propose, correcting, work, shown, records, as } = bench();
      const of = await propose();
      as('Bo');
      await correcting.review(work(), { of, verdict, reason: 'So.', author: '' });
      expect(shown()).toEqual([`${BETTER} ${verdict} Ada`]);
      expect(records().at(-1)).toMatchObject({ type: 'review', author: 'Bo', reason: { en: 'So.' } });
    },
  );

  test('settles a fork in one step', async () => {
    const { propose, correcting, work, shown, undo } = bench();
    const kept = await propose();
    const other = await propose({ text: 'Anders.' });
    for (const of of [kept, other])
      await correcting.review(work(), { of, verdict: 'accepted', reason: '', author: 'Ada' });
    expect(work().state.forks.size).toBe(1);
    await correcting.settle(work(), { kept, others: [other], author: 'Ada' });
    expect(shown()).toEqual([`${BETTER} accepted Ada`, 'Anders. rejected Ada']);
    await undo('Ada');
    expect(work().state.forks.size).toBe(1);
  });
});

describe('accepting all of one author', () => {
  test('accepts the fresh ones of every paragraph in one step, and tells how many', async () => {
    const { propose, correcting, work, shown, undo, as } = bench();
    await propose();
    await propose({ paragraph: 'q', base: TEXTS.q, text: 'Kaum Kontrolle mehr.' });
    as('Cy');
    await propose({ text: 'Cy meint es anders.' });
    as('Bo');
    expect(acceptable(work(), 'Ada')).toHaveLength(2);
    expect(await correcting.acceptAll(work(), { of: 'Ada', author: 'Bo' })).toBe(2);
    expect(shown()).toEqual([`${BETTER} accepted Ada`, 'Cy meint es anders. proposed Cy']);
    expect(shown('q')).toEqual(['Kaum Kontrolle mehr. accepted Ada']);
    await undo('Bo');
    expect([...shown(), ...shown('q')].some((each) => each.includes('accepted'))).toBe(false);
  });

  test('adds nothing where there is nothing to accept', async () => {
    const { correcting, work, records } = bench();
    expect(await correcting.acceptAll(work(), { of: 'Ada', author: 'Bo' })).toBe(0);
    expect(records()).toEqual([]);
  });
});

describe('paragraphs that are joined', () => {
  const JOINED = `${BETTER} ${TEXTS.q}`;
  const also = [{ variant: 'de', paragraph: 'q', base: TEXTS.q, text: '' }];
  const both = (of: ReturnType<typeof bench>) => [...of.shown(), ...of.shown('q')];

  test('are one action: one has both texts, the other none', async () => {
    const made = bench();
    await made.propose({ text: JOINED, also });
    expect(both(made)).toEqual([`${JOINED} proposed Ada`, ' proposed Ada']);
    await made.undo('Ada');
    expect(both(made)).toEqual([]);
  });

  test.each(['accepted', 'rejected'] as const)('are %s together, from either of them', async (verdict) => {
    for (const paragraph of ['p', 'q'] as const) {
      const made = bench();
      await made.propose({ text: JOINED, also });
      const [folded] = made.work().corrections('de', paragraph);
      const given = { of: folded!.correction.id, verdict, reason: '', author: 'Ada' };
      await made.correcting.review(made.work(), given);
      expect(both(made)).toEqual([`${JOINED} ${verdict} Ada`, ` ${verdict} Ada`]);
    }
  });

  test('are accepted with edits together, and parted again by them', async () => {
    for (const [given, other] of [
      [{ also }, 'accepted'],
      [{}, 'accepted'],
      [{ also: [] }, 'proposed'],
    ] as const) {
      const made = bench();
      const first = await made.propose({ text: JOINED, also });
      made.as('Bo');
      await made.propose({ text: `${JOINED} Ja.`, editedFrom: first, ...given });
      expect(both(made)).toEqual([
        `${JOINED} proposed Ada`,
        `${JOINED} Ja. accepted Ada+Bo`,
        ` ${other} Ada`,
      ]);
    }
  });

  test('are no part of what is accepted of an author where one of them cannot be', async () => {
    const made = bench();
    await made.propose({ text: JOINED, also });
    expect(acceptable(made.work(), 'Ada')).toHaveLength(2);
    await made.propose({ paragraph: 'q', base: TEXTS.q, text: 'Anders.' });
    expect(acceptable(made.work(), 'Ada')).toEqual([]);
  });

  test('let go of the draft of the paragraph that was begun with', async () => {
    const { propose, drafts, slug } = bench();
    const kept = { work: slug, variant: 'de', base: TEXTS.p, text: 'x', reason: '', resolves: {} };
    await drafts.write({ ...kept, paragraph: 'p' });
    await drafts.write({ ...kept, paragraph: 'q' });
    await propose({ text: JOINED, also, begun: 'q' });
    expect(await drafts.read({ ...kept, paragraph: 'q' })).toBeUndefined();
    expect((await drafts.read({ ...kept, paragraph: 'p' }))?.text).toBe('x');
  });
});

test('a remark stands beside its proposal', async () => {
  const { propose, correcting, work } = bench();
  const of = await propose();
  await correcting.comment(work(), { of, text: 'Sicher?', author: 'Ada' });
  expect(
    work()
      .state.replies.get(of)
      ?.map(({ text }) => text),
  ).toEqual([{ en: 'Sicher?' }]);
});

test('the same change elsewhere is one action, a proposal a paragraph', async () => {
  const { correcting, work, shown, undo } = bench();
  await correcting.proposeElsewhere(
    work(),
    'de',
    [
      { paragraph: 'p', base: TEXTS.p, text: BETTER },
      { paragraph: 'q', base: TEXTS.q, text: 'Kaum Kontrolle mehr.' },
    ],
    { author: 'Ada', reason: 'As there.' },
  );
  expect([...shown(), ...shown('q')]).toEqual([
    `${BETTER} proposed Ada`,
    'Kaum Kontrolle mehr. proposed Ada',
  ]);
  await undo('Ada');
  expect([...shown(), ...shown('q')]).toEqual([]);
});
