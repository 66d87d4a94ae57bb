import { beforeAll, describe, expect, test } from 'vitest';
import { Comparisons } from '../../../src/app/comparisons.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import '../../../src/app/work-apparatus/work-apparatus.ts';
import type { WorkApparatus } from '../../../src/app/work-apparatus/work-apparatus.ts';
import { diffTexts } from '../../../src/core/compare/diff.ts';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import type { Mark } from '../../../src/core/contribution/record.ts';
import { startI18n, t } from '../../../src/i18n/i18n.ts';
import { holdWorkers } from '../held-worker.ts';
import {
  all,
  back,
  change,
  comment,
  correction,
  heard,
  mark,
  mount,
  one,
  openedWork,
  press,
  recordId,
  rendered,
  review,
  textOf,
  variant,
  withComparisons,
} from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const DE = 'Wir haben keine Kontrolle mehr.';
const BACK = 'We no longer have control.';
const EN = 'We still have control.';
const texts = { de: { o: 'Oben.', p: DE }, en: { o: 'Above.', p: EN }, 'de-back': { p: BACK } };

/** The apparatus on paragraph `p`; `arrive` answers what it asked to be compared. */
async function show(
  opened: OpenedWork,
  given: Partial<WorkApparatus> = {},
): Promise<{ apparatus: WorkApparatus; arrive: () => Promise<void> }> {
  const workers = holdWorkers();
  const comparisons = new Comparisons();
  const apparatus = await mount(
    'lesart-work-apparatus',
    { opened, paragraph: 'p', columns: ['de', 'en'], ...given },
    withComparisons(comparisons),
  );
  const arrive = async (): Promise<void> => {
    const settled = new Promise((resolve) => {
      comparisons.addEventListener('settled', resolve, { once: true });
    });
    workers.answer();
    await settled;
    await rendered(apparatus);
  };
  return { apparatus, arrive };
}

const section = (apparatus: WorkApparatus, comparator: 'meaning' | 'correction'): HTMLElement =>
  one(apparatus, `section[data-comparator=${comparator}]`);
const diffIn = (apparatus: WorkApparatus, comparator: 'meaning' | 'correction') =>
  section(apparatus, comparator).querySelector('lesart-diff-text');

describe('the apparatus', () => {
  test('belongs to the paragraph by its number, and steps to its neighbours', async () => {
    const { apparatus } = await show(openedWork(texts));
    expect(textOf(one(apparatus, 'h2'))).toBe(t('apparatus.heading', { number: 2 }));
    const steps = heard(apparatus, 'paragraph-stepped');
    one(apparatus, `[aria-label="${t('apparatus.next')}"]`).click();
    one(apparatus, `[aria-label="${t('apparatus.previous')}"]`).click();
    expect(steps.map(({ step }) => step)).toEqual([1, -1]);
  });

  test('puts the chosen comparator first, the other after the marks', async () => {
    const { apparatus } = await show(openedWork(texts));
    const order = (): readonly (string | undefined)[] =>
      all(apparatus, 'section').map((part) => part.dataset['comparator']);
    expect(order()).toEqual(['meaning', undefined, 'correction']);
    await change(apparatus, { comparator: 'correction' });
    expect(order()).toEqual(['correction', undefined, 'meaning']);
  });
});

describe('the choice of comparator', () => {
  const radios = (apparatus: WorkApparatus): HTMLElement[] => all(apparatus, '[role=radio]');

  test('is a radio group with the chosen one checked and the only stop', async () => {
    const { apparatus } = await show(openedWork(texts), { comparator: 'correction' });
    expect(radios(apparatus).map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'true']);
    expect(radios(apparatus).map(({ tabIndex }) => tabIndex)).toEqual([-1, 0]);
  });

  test('is made by a click', async () => {
    const { apparatus } = await show(openedWork(texts));
    const chosen = heard(apparatus, 'comparator-chosen');
    radios(apparatus)[1]?.click();
    expect(chosen.map(({ comparator }) => comparator)).toEqual(['correction']);
  });

  test.each(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'])(
    'is made by %s, round and round, and the focus goes with it',
    async (key) => {
      const { apparatus } = await show(openedWork(texts));
      apparatus.addEventListener('comparator-chosen', (event) => {
        apparatus.comparator = event.comparator;
      });
      radios(apparatus)[0]?.focus();
      press(radios(apparatus)[0]!, key);
      await expect.poll(() => apparatus.shadowRoot?.activeElement).toBe(radios(apparatus)[1]);
      expect(apparatus.comparator).toBe('correction');
      press(radios(apparatus)[1]!, key);
      expect(apparatus.comparator).toBe('meaning');
    },
  );
});

describe('the meaning', () => {
  test('is compared in the worker and shown when it arrives, from back-translation to reference', async () => {
    const { apparatus, arrive } = await show(openedWork(texts));
    const diff = diffIn(apparatus, 'meaning');
    expect(diff?.outcome).toEqual({ state: 'running' });
    await arrive();
    expect(diff?.outcome).toEqual({
      state: 'done',
      value: diffTexts(BACK, EN, { lang: 'en', newLang: 'en' }),
    });
    expect([diff?.oldLang, diff?.newLang]).toEqual(['en', 'en']);
  });

  test('has both texts to be read by themselves, each in its language', async () => {
    const { apparatus } = await show(openedWork(texts));
    const shown = [...section(apparatus, 'meaning').querySelectorAll<HTMLElement>('details dd')];
    expect(shown.map((text) => [text.lang, textOf(text)])).toEqual([
      ['en', BACK],
      ['en', EN],
    ]);
  });

  test('is explained by the labels of subject and reference and by the reference’s provenance', async () => {
    const { apparatus } = await show(
      openedWork(texts, [], {
        variants: [
          variant('de', { label: 'Deutsch' }),
          variant('en', { label: 'English', provenance: 'reconstructed' }),
          back,
        ],
      }),
    );
    expect(textOf(section(apparatus, 'meaning').querySelector('.key')!)).toBe(
      t('apparatus.meaningKey', {
        subject: 'Deutsch',
        reference: 'English',
        provenance: t('provenance.reconstructed'),
      }),
    );
  });

  test('is said to be missing where there is no back-translation', async () => {
    const { apparatus } = await show(openedWork({ de: texts.de, en: texts.en }));
    expect(textOf(section(apparatus, 'meaning'))).toContain(t('apparatus.noMeaning'));
    expect(diffIn(apparatus, 'meaning')).toBeNull();
  });
});

describe('the correction', () => {
  const corrected = 'Wir haben volle Kontrolle.';

  test('is shown as a diff of the paragraph, with its reason, author, state and reviewer', async () => {
    const log = [
      correction(1, DE, corrected, { author: 'Ada', reason: { en: 'The opposite was said.' } }),
      review(2, 1, { author: 'Grace' }),
    ];
    const { apparatus, arrive } = await show(openedWork(texts, log));
    await arrive();
    expect(diffIn(apparatus, 'correction')?.outcome).toEqual({
      state: 'done',
      value: diffTexts(DE, corrected, { lang: 'de', newLang: 'de' }),
    });
    const part = section(apparatus, 'correction');
    expect(textOf(part)).toContain('The opposite was said.');
    expect(textOf(part.querySelector('.meta')!)).toBe(`Ada · ${t('correction.accepted')} (Grace)`);
    expect(part.querySelector('.stale')).toBeNull();
  });

  test('is said to be stale when the text has changed since', async () => {
    const { apparatus } = await show(openedWork(texts, [correction(1, `Früher: ${DE}`, corrected)]));
    expect(textOf(section(apparatus, 'correction').querySelector('.stale')!)).toBe(t('apparatus.stale'));
  });

  test('is said to be missing where there is none, and where it was rejected', async () => {
    const rejected = [correction(1, DE, corrected), review(2, 1, { verdict: 'rejected' })];
    for (const log of [[], rejected]) {
      const { apparatus } = await show(openedWork(texts, log));
      expect(textOf(section(apparatus, 'correction'))).toContain(t('apparatus.noCorrection'));
    }
  });
});

describe('the marks', () => {
  const log = [
    mark(1, DE, 'mehr'),
    mark(2, DE, 'Kontrolle'),
    mark(3, EN, 'still', { variant: 'en' }),
    mark(4, 'Oben.', 'Oben', { paragraph: 'o' }),
  ];

  test('are those of the paragraph in the shown variants, variant by variant, in text order', async () => {
    const { apparatus } = await show(openedWork(texts, log));
    const cards = [...apparatus.shadowRoot!.querySelectorAll('lesart-mark-card')];
    expect(cards.map(({ placed, textLang }) => [placed.id, textLang])).toEqual([
      [recordId(2), 'de'],
      [recordId(1), 'de'],
      [recordId(3), 'en'],
    ]);
    expect(all(apparatus, 'h3').map(textOf)).toContain(t('apparatus.marks', { count: 3 }));
    await change(apparatus, { columns: ['en'] });
    expect(all(apparatus, 'lesart-mark-card')).toHaveLength(1);
  });

  test('with spans in two shown variants have one card', async () => {
    const spans = [anchorOf(DE, 0, 3), { ...anchorOf(EN, 0, 2), variant: 'en' }];
    const { apparatus } = await show(openedWork(texts, [mark(1, DE, 'Wir', { spans })]));
    expect(all(apparatus, 'lesart-mark-card')).toHaveLength(1);
    expect(all(apparatus, 'h3').map(textOf)).toContain(t('apparatus.marks', { count: 1 }));
  });

  test('with spans in two shown variants stand where the first of them has them', async () => {
    const spans = [anchorOf(DE, 0, 3), { ...anchorOf(EN, 0, 2), variant: 'en' }];
    const { apparatus } = await show(openedWork(texts, [mark(5, DE, 'Wir', { spans }), ...log]));
    const cards = [...apparatus.shadowRoot!.querySelectorAll('lesart-mark-card')];
    expect(cards.map(({ placed, textLang }) => [placed.id, textLang])).toEqual([
      [recordId(5), 'de'],
      [recordId(2), 'de'],
      [recordId(1), 'de'],
      [recordId(3), 'en'],
    ]);
  });

  test('light up one by one', async () => {
    const { apparatus } = await show(openedWork(texts, log), { mark: recordId(1) });
    const cards = [...apparatus.shadowRoot!.querySelectorAll('lesart-mark-card')];
    expect(cards.map(({ on }) => on)).toEqual([false, true, false]);
  });

  test('are said to be none', async () => {
    const { apparatus } = await show(openedWork(texts));
    expect(all(apparatus, '.empty').map(textOf)).toContain(t('apparatus.noMarks'));
  });

  test('tell the page when one is chosen', async () => {
    const { apparatus } = await show(openedWork(texts, log));
    const chosen = heard(document.body, 'mark-activated');
    one(apparatus, 'lesart-mark-card').shadowRoot?.querySelector('button')?.click();
    expect(chosen.map(({ mark: id }) => id)).toEqual([recordId(2)]);
  });

  test('are those of the shown severities, and are counted so', async () => {
    const minor = mark(5, DE, 'Wir', { severity: 'minor' });
    const { apparatus } = await show(openedWork(texts, [...log, minor]), { severities: ['minor'] });
    const ids = (): readonly string[] =>
      [...apparatus.shadowRoot!.querySelectorAll('lesart-mark-card')].map(({ placed }) => placed.id);
    expect(ids()).toEqual([recordId(5)]);
    expect(all(apparatus, 'h3').map(textOf)).toContain(t('apparatus.marks', { count: 1 }));
    await change(apparatus, { severities: ['minor', 'major'] });
    expect(ids()).toEqual([5, 2, 1, 3].map(recordId));
    await change(apparatus, { severities: [] });
    expect(all(apparatus, '.empty').map(textOf)).toContain(t('apparatus.noMarks'));
  });

  test('that are the reader’s own have buttons, the others none', async () => {
    const log = [mark(1, DE, 'keine'), mark(2, DE, 'Kontrolle', { author: 'Grace' })];
    const isOwn = ({ author }: Mark): boolean => author === 'Grace';
    const { apparatus } = await show(openedWork(texts, log), { isOwn });
    const owned = () =>
      [...apparatus.shadowRoot!.querySelectorAll('lesart-mark-card')]
        .filter(({ own }) => own)
        .map(({ placed }) => placed.id);
    expect(owned()).toEqual([recordId(2)]);
    await change(apparatus, { isOwn: () => false });
    expect(owned()).toEqual([]);
  });

  test('can be added to by a button, marks or no marks', async () => {
    const { apparatus } = await show(openedWork(texts));
    let asked = 0;
    apparatus.addEventListener('marking-asked', () => (asked += 1));
    const add = one(apparatus, 'button.mark');
    expect(textOf(add)).toBe(`${t('compare.mark')} M`);
    add.click();
    await change(apparatus, { opened: openedWork(texts, [mark(1, DE, 'keine')]) });
    one(apparatus, 'button.mark').click();
    expect(asked).toBe(2);
  });
});

describe('a chosen mark', () => {
  const log = [
    mark(1, DE, 'mehr'),
    mark(2, DE, 'Kontrolle'),
    mark(3, EN, 'still', { variant: 'en' }),
    mark(4, 'Oben.', 'Oben', { paragraph: 'o' }),
  ];
  /** Which sections stand in which order; the marks have no comparator. */
  const order = (apparatus: WorkApparatus): readonly string[] =>
    all(apparatus, 'section').map(({ dataset }) => dataset['comparator'] ?? 'marks');
  /** The apparatus in a panel too low for all of it. */
  const low = async (given: Partial<WorkApparatus> = {}): Promise<WorkApparatus> => {
    const { apparatus } = await show(openedWork(texts, log), given);
    apparatus.style.blockSize = '150px';
    expect(apparatus.scrollHeight).toBeGreaterThan(2 * apparatus.clientHeight);
    return apparatus;
  };
  const isSeen = (apparatus: WorkApparatus, n: number): boolean => {
    const view = apparatus.getBoundingClientRect();
    const card = [...apparatus.shadowRoot!.querySelectorAll('lesart-mark-card')]
      .find(({ placed }) => placed.id === recordId(n))!
      .getBoundingClientRect();
    return card.top < view.bottom && card.bottom > one(apparatus, '.top').getBoundingClientRect().bottom;
  };

  test('puts the marks before everything else, in either comparator, while it is chosen', async () => {
    const { apparatus } = await show(openedWork(texts, log), { mark: recordId(1) });
    expect(order(apparatus)).toEqual(['marks', 'meaning', 'correction']);
    await change(apparatus, { comparator: 'correction' });
    expect(order(apparatus)).toEqual(['marks', 'correction', 'meaning']);
    await change(apparatus, { mark: undefined });
    expect(order(apparatus)).toEqual(['correction', 'marks', 'meaning']);
  });

  test('puts nothing first where it has no card: in another paragraph, column or severity', async () => {
    const { apparatus } = await show(openedWork(texts, log), { mark: recordId(4) });
    expect(order(apparatus)).toEqual(['meaning', 'marks', 'correction']);
    await change(apparatus, { mark: recordId(3), columns: ['de'] });
    expect(order(apparatus)).toEqual(['meaning', 'marks', 'correction']);
    await change(apparatus, { mark: recordId(1), severities: ['minor'] });
    expect(order(apparatus)).toEqual(['meaning', 'marks', 'correction']);
  });

  test('has its card brought on screen, and so has the next one', async () => {
    const apparatus = await low();
    for (const n of [3, 2, 3]) {
      await change(apparatus, { mark: recordId(n) });
      await expect.poll(() => isSeen(apparatus, n)).toBe(true);
    }
  });

  test('has its card brought on screen when the reader comes to it from another paragraph', async () => {
    const apparatus = await low({ paragraph: 'o' });
    await change(apparatus, { paragraph: 'p', mark: recordId(3) });
    await expect.poll(() => isSeen(apparatus, 3)).toBe(true);
  });

  test('leaves the panel where it is when it is chosen no more', async () => {
    const apparatus = await low({ mark: recordId(3) });
    apparatus.scrollTop = 60;
    await change(apparatus, { mark: undefined });
    expect(apparatus.scrollTop).toBeGreaterThan(0);
  });

  test('alone moves the panel: another paragraph is read from its top', async () => {
    const apparatus = await low();
    apparatus.scrollTop = 60;
    await change(apparatus, { comparator: 'correction' });
    expect(apparatus.scrollTop).toBeGreaterThan(0);
    await change(apparatus, { paragraph: 'o' });
    expect(apparatus.scrollTop).toBe(0);
  });
});

describe('the notes', () => {
  test('say of which variant they are and how sure', async () => {
    const log = [comment(1, { variant: 'en', certainty: 'likely', text: { en: 'From the headline.' } })];
    const { apparatus } = await show(openedWork(texts, log));
    expect(textOf(one(apparatus, '.note'))).toBe(`EN · ${t('certainty.likely')}. From the headline.`);
  });

  test('are left out where there are none', async () => {
    const { apparatus } = await show(openedWork(texts, [comment(1, { paragraph: 'o' })]));
    expect(all(apparatus, 'h3').map(textOf)).not.toContain(t('apparatus.notes'));
  });
});
