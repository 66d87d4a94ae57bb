import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { CompareView } from '../../../src/app/compare-view/compare-view.ts';
import '../../../src/app/compare-view/compare-view.ts';
import { Comparisons } from '../../../src/app/comparisons.ts';
import { OpenedWork } from '../../../src/app/opened-work.ts';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { startI18n, t } from '../../../src/i18n/i18n.ts';
import { holdWorkers } from '../held-worker.ts';
import {
  all,
  change,
  correction,
  heard,
  mark,
  mount,
  one,
  openedWork,
  recordId,
  rendered,
  review,
  textOf,
  variant,
  withComparisons,
  work,
} from '../make.ts';

beforeAll(async () => {
  // Wide enough for columns side by side.
  await page.viewport(1000, 800);
  await startI18n(['en']);
});

const DE = 'Wir haben keine Kontrolle mehr.';
const texts = {
  de: { o: 'Oben.', p: DE, u: 'Unten.' },
  en: { o: 'Above.', p: 'We lost control.', u: 'Below.' },
};

/** The view, 500 pixels high; `arrive` answers what it asked to be compared. */
async function show(
  opened: OpenedWork,
  given: Partial<CompareView> = {},
): Promise<{ view: CompareView; arrive: () => Promise<void> }> {
  const workers = holdWorkers();
  const comparisons = new Comparisons();
  const host = withComparisons(comparisons);
  host.style.cssText = 'display:grid;grid-template:500px/700px';
  const view = await mount('lesart-compare-view', { opened, columns: ['de', 'en'], ...given }, host);
  const arrive = async (): Promise<void> => {
    const settled = new Promise((resolve) => {
      comparisons.addEventListener('settled', resolve, { once: true });
    });
    workers.answer();
    await settled;
    await rendered(view);
  };
  return { view, arrive };
}

const row = (view: CompareView, id: string): HTMLElement => one(view, `.row[data-row="${id}"]`);
const cells = (view: CompareView, id: string): HTMLElement[] => [
  ...row(view, id).querySelectorAll<HTMLElement>('.cell'),
];
const marks = (view: CompareView): HTMLElement[] => all(view, 'mark');

describe('the view', () => {
  test('has a row a paragraph and a cell a column, in their orders', async () => {
    const { view } = await show(openedWork(texts), { columns: ['en', 'de'] });
    expect(all(view, '.row').map(({ dataset }) => dataset['row'])).toEqual(['o', 'p', 'u']);
    expect(cells(view, 'p').map(textOf)).toEqual(['We lost control.', DE]);
    expect(all(view, '.head strong').map(textOf)).toEqual(['EN', 'DE']);
  });

  test('follows other columns, and leaves out one that the work does not have', async () => {
    const { view } = await show(openedWork(texts));
    await change(view, { columns: ['xx', 'en'] });
    expect(all(view, '.head strong').map(textOf)).toEqual(['EN']);
    expect(cells(view, 'p').map(textOf)).toEqual(['We lost control.']);
  });

  test('gives every cell its language and direction', async () => {
    const { view } = await show(openedWork({ ...texts, ar: { p: 'فقدنا السيطرة.' } }), {
      columns: ['de', 'ar'],
    });
    expect(cells(view, 'p').map(({ lang, dir }) => [lang, dir])).toEqual([
      ['de', 'ltr'],
      ['ar', 'rtl'],
    ]);
  });

  test('is a table to a screen reader, with all its rows counted', async () => {
    const { view } = await show(openedWork(texts));
    const table = one(view, '[role=table]');
    expect(table.getAttribute('aria-rowcount')).toBe('4');
    expect(table.getAttribute('aria-colcount')).toBe('3');
    expect(all(view, '.row').map((each) => each.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4']);
  });

  test('says over each column where its text comes from, how many marks it has, and which is the reference', async () => {
    const { view } = await show(
      openedWork(texts, [mark(1, DE, 'keine')], {
        variants: [variant('de', { provenance: 'machine' }), variant('en', { provenance: 'reconstructed' })],
      }),
    );
    expect(all(view, '.head small').map(textOf)).toEqual([
      `${t('provenance.machine')} · ${t('bar.marks', { count: 1 })}`,
      `${t('provenance.reconstructed')} · ${t('compare.reference')}`,
    ]);
  });

  test('explains over each column, when it is asked, what its provenance means, with its note', async () => {
    const { view } = await show(
      openedWork(texts, [], {
        variants: [
          variant('de', { provenance: 'machine', note: { en: 'Translated in a browser.' } }),
          variant('en'),
        ],
      }),
    );
    const notes = all(view, '.head .note');
    expect(notes.map(textOf)).toEqual([
      `${t('provenanceMeans.machine')} Translated in a browser.`,
      t('provenanceMeans.human'),
    ]);
    one(view, '.head button').click();
    expect(notes.map((note) => note.matches(':popover-open'))).toEqual([true, false]);
  });

  test('numbers the rows, names questions and answers by a letter, and links each to itself', async () => {
    const opened = new OpenedWork(
      work(),
      new Map([
        [
          'de',
          [
            { id: 'q1', role: 'question', text: 'Warum?' },
            { id: 'x', role: 'paragraph', text: 'Darum.' },
          ],
        ],
      ]),
      [],
    );
    const { view } = await show(opened, { columns: ['de'] });
    const links = all(view, '.gutter a');
    expect(links.map(textOf)).toEqual([`${t('role.letter.question')}1`, '2']);
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['?p=q1', '?p=x']);
    expect(row(view, 'q1').classList.contains('question')).toBe(true);
  });

  test('tells a paragraph without a counterpart from a text that could not be read', async () => {
    const opened = openedWork({ de: texts.de, en: { o: 'Above.' } }, [], {
      variants: [variant('de'), variant('en'), variant('fr')],
    });
    const { view } = await show(opened, { columns: ['de', 'en', 'fr'] });
    expect(cells(view, 'p').map(textOf)).toEqual([DE, t('compare.absent'), t('compare.unavailable')]);
  });

  test('shows text verbatim, whatever it looks like', async () => {
    const text = 'a<b>b</b>  künstliche IntelligenzAnstatt &amp; {{x}}';
    const { view } = await show(openedWork({ de: { p: text } }), { columns: ['de'] });
    expect(cells(view, 'p')[0]?.textContent.trim()).toBe(text);
    expect(all(view, '.cell b')).toEqual([]);
  });
});

describe('marks in the text', () => {
  const log = [
    mark(1, DE, 'keine Kontrolle', { severity: 'critical' }),
    mark(2, DE, 'mehr', { severity: 'minor' }),
  ];

  test('underline their words, with the class of their severity', async () => {
    const { view } = await show(openedWork(texts, log));
    expect(marks(view).map((each) => [each.textContent, each.className, each.dataset['marks']])).toEqual([
      ['keine Kontrolle', 'critical', recordId(1)],
      ['mehr', 'minor', recordId(2)],
    ]);
    expect(cells(view, 'p').map(textOf)[0]).toBe(DE);
  });

  test('light up when they are active', async () => {
    const { view } = await show(openedWork(texts, log), { mark: recordId(2) });
    expect(marks(view).map(({ className }) => className)).toEqual(['critical', 'minor on']);
  });

  test('that a correction resolved are shown so by the correction comparator only', async () => {
    const corrected = [...log, correction(3, DE, 'x', { resolves: [recordId(2)] }), review(4, 3)];
    const { view } = await show(openedWork(texts, corrected));
    const isResolved = (): readonly boolean[] =>
      marks(view).map(({ classList }) => classList.contains('resolved'));
    expect(isResolved()).toEqual([false, false]);
    await change(view, { comparator: 'correction' });
    expect(isResolved()).toEqual([false, true]);
  });

  test('that were rejected are not shown', async () => {
    const { view } = await show(openedWork(texts, [...log, review(3, 1, { verdict: 'rejected' })]));
    expect(marks(view).map(textOf)).toEqual(['mehr']);
  });

  test('that lie over each other share the piece in which both stand', async () => {
    const { view } = await show(
      openedWork(texts, [
        mark(1, DE, 'keine Kontrolle mehr', { severity: 'major' }),
        mark(2, DE, 'Kontrolle', { severity: 'minor' }),
      ]),
    );
    expect(marks(view).map((each) => [each.textContent, each.className])).toEqual([
      ['keine ', 'major'],
      ['Kontrolle', 'major minor'],
      [' mehr', 'major'],
    ]);
    expect(marks(view)[1]?.dataset['marks']).toBe(`${recordId(2)} ${recordId(1)}`);
  });

  test('have their search hits and changed words in them', async () => {
    const hit = { variant: 'de', paragraph: 'p', span: { start: 10, end: 15 } };
    const other = { variant: 'de', paragraph: 'p', span: { start: 0, end: 3 } };
    const { view } = await show(openedWork(texts, log), { found: new Map([['de/p', [other, hit]]]), hit });
    expect(all(view, '.found').map((each) => [each.textContent, each.className])).toEqual([
      ['Wir', 'found'],
      ['keine', 'critical found here'],
    ]);
  });
});

describe('what was changed', () => {
  test('is tinted when the comparison arrives', async () => {
    const { view, arrive } = await show(
      openedWork(texts, [correction(1, DE, DE.replace('keine', 'volle'))]),
      {
        comparator: 'correction',
      },
    );
    expect(all(view, '.touched')).toEqual([]);
    await arrive();
    expect(all(view, '.touched').map(textOf)).toEqual(['keine']);
  });

  test('is tinted in the reference of the active row only', async () => {
    const both = {
      ...texts,
      'de-back': { o: 'At the top.', p: 'We have no control any more.', u: 'Below.' },
    };
    const { view, arrive } = await show(openedWork(both), { active: 'p' });
    await arrive();
    const tinted = (id: string): number => cells(view, id)[1]?.querySelectorAll('.touched').length ?? 0;
    expect([tinted('o'), tinted('p')]).toEqual([0, 1]);
    await change(view, { active: 'o' });
    expect([tinted('o'), tinted('p')]).toEqual([1, 0]);
  });
});

describe('a click', () => {
  test('on a row chooses its paragraph', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(document.body, 'paragraph-activated');
    cells(view, 'u')[1]?.click();
    expect(chosen.map(({ paragraph, origin }) => [paragraph, origin])).toEqual([['u', 'text']]);
  });

  test('on a row’s number chooses it too, and does not leave the page', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(view, 'paragraph-activated');
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    row(view, 'p').querySelector('a')?.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(chosen.map(({ paragraph }) => paragraph)).toEqual(['p']);
  });

  test('on a mark chooses the mark and not the paragraph alone', async () => {
    const { view } = await show(openedWork(texts, [mark(1, DE, 'keine')]));
    const paragraphs = heard(view, 'paragraph-activated');
    const chosen = heard(document.body, 'mark-activated');
    marks(view)[0]?.click();
    expect(chosen.map(({ mark: id, paragraph, origin }) => [id, paragraph, origin])).toEqual([
      [recordId(1), 'p', 'text'],
    ]);
    expect(paragraphs).toEqual([]);
  });

  test('on overlapping marks begins with the innermost and goes on from one to the next, round and round', async () => {
    const { view } = await show(
      openedWork(texts, [mark(1, DE, DE), mark(2, DE, 'keine Kontrolle mehr'), mark(3, DE, 'Kontrolle')]),
    );
    const chosen = heard(view, 'mark-activated');
    for (let clicks = 0; clicks < 4; clicks += 1) {
      marks(view)
        .find(({ textContent }) => textContent === 'Kontrolle')
        ?.click();
      await change(view, { mark: chosen.at(-1)?.mark });
    }
    expect(chosen.map(({ mark: id }) => id)).toEqual([3, 2, 1, 3].map(recordId));
  });

  test('on overlapping marks reaches each of them, though one has two spans there', async () => {
    const spans = [anchorOf(DE, 0, 15), anchorOf(DE, 10, 25)];
    const { view } = await show(openedWork(texts, [mark(1, DE, 'keine', { spans }), mark(2, DE, DE)]));
    const chosen = heard(view, 'mark-activated');
    for (let clicks = 0; clicks < 3; clicks += 1) {
      marks(view)
        .find(({ textContent }) => textContent === 'keine')
        ?.click();
      await change(view, { mark: chosen.at(-1)?.mark });
    }
    expect(chosen.map(({ mark: id }) => id)).toEqual([1, 2, 1].map(recordId));
  });

  test('that ends a selection of text chooses nothing', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(view, 'paragraph-activated');
    // A selection in the page stands for the reader's: browsers differ in what they tell of shadow roots.
    const passage = document.body.appendChild(document.createElement('p'));
    passage.textContent = 'selected';
    onTestFinished(() => {
      getSelection()?.removeAllRanges();
      passage.remove();
    });
    getSelection()?.selectAllChildren(passage);
    cells(view, 'u')[0]?.click();
    expect(chosen).toEqual([]);
    getSelection()?.removeAllRanges();
    cells(view, 'u')[0]?.click();
    expect(chosen).toHaveLength(1);
  });

  test('beside the rows chooses nothing', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(view, 'paragraph-activated');
    one(view, '.heads').click();
    expect(chosen).toEqual([]);
  });
});

describe('the active row', () => {
  test('is the current one and the only stop; without one the first row is the stop', async () => {
    const { view } = await show(openedWork(texts));
    const stops = (): readonly (string | undefined)[] =>
      all(view, '.row[tabindex="0"]').map(({ dataset }) => dataset['row']);
    expect(stops()).toEqual(['o']);
    expect(all(view, '[aria-current]')).toEqual([]);
    await change(view, { active: 'p' });
    expect(stops()).toEqual(['p']);
    expect(all(view, '[aria-current=true]')).toEqual([row(view, 'p')]);
  });

  test('takes the focus when the reader comes by keys, and not when by the map', async () => {
    const { view } = await show(openedWork(texts), { active: 'p' });
    await view.reveal('p', 'map');
    expect(view.shadowRoot?.activeElement).toBeNull();
    await view.reveal('p', 'keys');
    expect(view.shadowRoot?.activeElement).toBe(row(view, 'p'));
  });
});

describe('a long work', () => {
  const COUNT = 1000;
  const long = Object.fromEntries(
    Array.from({ length: COUNT }, (_row, n) => [
      `p${String(n)}`,
      `Absatz ${String(n)} `.repeat(1 + (n % 40)),
    ]),
  );
  const opened = openedWork({ de: long, en: long });
  const scroller = (view: CompareView): HTMLElement => one(view, '.scroller');
  const isOnScreen = (view: CompareView, id: string): boolean => {
    const found = all(view, `.row[data-row="${id}"]`)[0]?.getBoundingClientRect();
    const { top, bottom } = scroller(view).getBoundingClientRect();
    return found !== undefined && found.bottom > top && found.top < bottom;
  };

  test('of 1,000 rows has few of them rendered, from its beginning to its end', async () => {
    const { view } = await show(opened);
    await expect.poll(() => scroller(view).scrollHeight).toBeGreaterThan(20_000);
    for (const index of [0, 500, COUNT - 1]) {
      await view.reveal(`p${String(index)}`, 'map');
      await expect.poll(() => isOnScreen(view, `p${String(index)}`)).toBe(true);
      expect(all(view, '.row').length).toBeLessThan(60);
    }
    expect(one(view, '[role=table]').getAttribute('aria-rowcount')).toBe(String(COUNT + 1));
  });

  test('puts the focus on a far row when the reader comes there by keys', async () => {
    const { view } = await show(opened, { active: 'p800' });
    await expect.poll(() => scroller(view).scrollHeight).toBeGreaterThan(20_000);
    await view.reveal('p800', 'keys');
    expect(view.shadowRoot?.activeElement).toBe(row(view, 'p800'));
    await expect.poll(() => isOnScreen(view, 'p800')).toBe(true);
  });

  test('stays where it is when a paragraph is asked for that it does not have', async () => {
    const { view } = await show(opened);
    await expect.poll(() => scroller(view).scrollHeight).toBeGreaterThan(20_000);
    await view.reveal('gone', 'keys');
    expect(scroller(view).scrollTop).toBe(0);
    expect(view.shadowRoot?.activeElement).toBeNull();
  });

  test('tells which rows are on screen, and again when others are', async () => {
    const { view } = await show(opened);
    await expect.poll(() => scroller(view).scrollHeight).toBeGreaterThan(20_000);
    const moves = heard(view, 'view-moved');
    await view.reveal('p500', 'map');
    await expect
      .poll(() => {
        const [first = -1, last = -1] = moves.at(-1)?.seen ?? [];
        return first <= 500 && 500 <= last;
      })
      .toBe(true);
  });
});

describe('columns that come and go', () => {
  test('leave the active row where it stands', async () => {
    const long = Object.fromEntries(
      Array.from({ length: 60 }, (_row, n) => [`p${String(n)}`, `Absatz ${String(n)} `.repeat(40)]),
    );
    const { view } = await show(openedWork({ de: long, en: long, fr: long }), {
      active: 'p30',
      columns: ['de'],
    });
    await view.reveal('p30', 'map');
    const top = (): number => Math.round(row(view, 'p30').getBoundingClientRect().top);
    const before = top();
    const height = row(view, 'p30').offsetHeight;
    await change(view, { columns: ['de', 'en'] });
    expect(row(view, 'p30').offsetHeight).not.toBe(height);
    await expect.poll(top).toBe(before);
    await change(view, { columns: ['de'] });
    await expect.poll(top).toBe(before);
  });
});
