import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import type { CompareView } from '../../../src/app/compare-view/compare-view.ts';
import type { WordsChosen } from '../../../src/app/compare-view/view-events.ts';
import '../../../src/app/compare-view/compare-view.ts';
import { Comparisons } from '../../../src/app/comparisons.ts';
import type { Hit } from '../../../src/app/controllers/text-search.ts';
import { liveRange } from '../../../src/app/live-range.ts';
import { OpenedWork } from '../../../src/app/opened-work.ts';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { SEVERITIES } from '../../../src/core/mqm/typology.ts';
import { changeLanguage, inText, startI18n, t } from '../../../src/i18n/i18n.ts';
import { holdWorkers } from '../held-worker.ts';
import { litUp, meet, under } from './lit-up.ts';
import {
  all,
  change,
  correction,
  heard,
  mark,
  mount,
  one,
  openedWork,
  paragraphs,
  press,
  recordId,
  rendered,
  review,
  textOf,
  variant,
  withComparisons,
  withdrawal,
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
/** A paragraph's element, in the column of that number. */
const textIn = (view: CompareView, id: string, column = 0): HTMLElement =>
  cells(view, id)[column]!.querySelector('p')!;
/** Both ways to show highlights: painted over the text, and as elements in it. */
const WAYS = [
  ['painted', {}],
  ['as elements', { highlights: undefined }],
] as const;

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

  test('parts the paragraphs of a cell, and places marks behind the break', async () => {
    const lines = 'First line.\nSecond line.';
    const own = mark(1, lines, 'ne.\nSecond', { variant: 'en' });
    const { view } = await show(openedWork({ de: { p: 'Zwei Zeilen.' }, en: { p: lines } }, [own]));
    const text = one(view, 'p[data-variant="en"]');
    expect(text.textContent).toBe(lines);
    const gap = one(view, 'p[data-variant="en"] .break');
    expect(getComputedStyle(gap).display).toBe('block');
    const range = liveRange(text, { start: 8, end: 18 });
    expect(range.toString()).toBe('ne.\nSecond');
    expect(range.getBoundingClientRect().height).toBeGreaterThan(gap.getBoundingClientRect().height * 3);
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
    expect(cells(view, 'p').map(textOf)).toEqual([DE, t('compare.absent'), '–']);
    expect(all(view, '.head small').map(textOf)).toEqual([
      t('provenance.human'),
      `${t('provenance.human')} · ${t('compare.reference')}`,
      `${t('provenance.human')} · ${t('compare.unavailable')}`,
    ]);
  });

  test('says of a text that it is on its way, until it is there or could not be read', async () => {
    const opened = openedWork({ de: texts.de, en: texts.en }, [], {
      variants: [variant('de'), variant('en'), variant('fr')],
    });
    const { view } = await show(opened, { columns: ['de', 'fr'], loading: new Set(['fr']) });
    const shown = (): readonly unknown[] => [
      all(view, '.head').map((head) => head.getAttribute('aria-busy')),
      textOf(all(view, '.head small')[1]!),
      cells(view, 'p').map(textOf),
    ];
    const fact = (name: 'loading' | 'unavailable'): string =>
      `${t('provenance.human')} · ${t(`compare.${name}`)}`;
    expect(shown()).toEqual([['false', 'true'], fact('loading'), [DE, '…']]);
    await change(view, { loading: new Set() });
    expect(shown()).toEqual([['false', 'false'], fact('unavailable'), [DE, '–']]);
    const read = opened.withText('fr', paragraphs({ p: 'Plus de contrôle.' }));
    await change(view, { opened: read });
    expect(shown()).toEqual([['false', 'false'], t('provenance.human'), [DE, 'Plus de contrôle.']]);
  });

  test('shows text verbatim, whatever it looks like', async () => {
    const text = 'a<b>b</b>  künstliche IntelligenzAnstatt &amp; {{x}}';
    const { view } = await show(openedWork({ de: { p: text } }), { columns: ['de'] });
    expect(cells(view, 'p')[0]?.textContent.trim()).toBe(text);
    expect(all(view, '.cell b')).toEqual([]);
  });
});

describe.each(WAYS)('marks in the text, %s,', (_way, how) => {
  const log = [
    mark(1, DE, 'keine Kontrolle', { severity: 'critical' }),
    mark(2, DE, 'mehr', { severity: 'minor' }),
  ];
  const lines = (view: CompareView): readonly (readonly string[])[] => [
    under(view, 'critical'),
    under(view, 'minor'),
  ];

  test('underline their words by severity, and leave the text as it is', async () => {
    const { view } = await show(openedWork(texts, log), how);
    expect(lines(view)).toEqual([['keine Kontrolle'], ['mehr']]);
    expect(textIn(view, 'p').textContent).toBe(DE);
  });

  test('light up when they are active', async () => {
    const { view } = await show(openedWork(texts, log), { mark: recordId(2), ...how });
    expect(under(view, 'on')).toEqual(['mehr']);
    await change(view, { mark: recordId(1) });
    expect(under(view, 'on')).toEqual(['keine Kontrolle']);
    await change(view, { mark: undefined });
    expect(under(view, 'on')).toEqual([]);
    expect(lines(view)).toEqual([['keine Kontrolle'], ['mehr']]);
  });

  test('look the same in either comparator, those that a correction resolved too', async () => {
    const corrected = [...log, correction(3, DE, DE, { resolves: [recordId(2)] }), review(4, 3)];
    const { view } = await show(openedWork(texts, corrected), how);
    expect(lines(view)).toEqual([['keine Kontrolle'], ['mehr']]);
    await change(view, { comparator: 'correction' });
    expect(lines(view)).toEqual([['keine Kontrolle'], ['mehr']]);
  });

  test('are those of the shown severities; the others are plain text', async () => {
    const { view } = await show(openedWork(texts, log), { severities: ['minor'], ...how });
    expect(lines(view)).toEqual([[], ['mehr']]);
    await change(view, { severities: ['critical', 'neutral'] });
    expect(lines(view)).toEqual([['keine Kontrolle'], []]);
    await change(view, { severities: [] });
    expect(lines(view)).toEqual([[], []]);
    expect(textIn(view, 'p').textContent).toBe(DE);
  });

  test('that were rejected are not shown', async () => {
    const { view } = await show(openedWork(texts, [...log, review(3, 1, { verdict: 'rejected' })]), how);
    expect(lines(view)).toEqual([[], ['mehr']]);
  });

  test('are counted in their row’s header, each once, for who does not see them', async () => {
    const both = mark(3, DE, 'Wir', {
      spans: [anchorOf(DE, 0, 3), { ...anchorOf(texts.en.p, 0, 2), variant: 'en' }],
    });
    const { view } = await show(openedWork(texts, [...log, both]), how);
    const heard = (id: string): readonly string[] =>
      [...row(view, id).querySelectorAll('[role=rowheader] .sr')].map(textOf);
    expect(heard('p')).toEqual([t('compare.marked', { count: 3 })]);
    expect(heard('o')).toEqual([]);
    await change(view, { severities: ['critical'] });
    expect(heard('p')).toEqual([t('compare.marked', { count: 1 })]);
  });

  test('on a gap show a caret there that adds no text', async () => {
    const at = DE.indexOf('keine');
    const gap = mark(3, DE, '', { spans: [anchorOf(DE, at, at)], severity: 'major' });
    const { view } = await show(openedWork(texts, [...log, gap]), how);
    const caret = one(view, '.row mark.gap');
    expect([caret.textContent, caret.className, caret.dataset['marks']]).toEqual([
      '',
      'gap major',
      recordId(3),
    ]);
    expect(textIn(view, 'p').textContent).toBe(DE);
    expect(lines(view)).toEqual([['keine Kontrolle'], ['mehr']]);
    const before = document.createRange();
    before.setStart(textIn(view, 'p'), 0);
    before.setEndBefore(caret);
    expect(before.toString()).toBe('Wir haben ');
    await change(view, { mark: recordId(3) });
    expect(one(view, '.row mark.gap').classList.contains('on')).toBe(true);
  });

  test('have their search hits in them', async () => {
    const hit = { variant: 'de', paragraph: 'p', span: { start: 10, end: 15 } };
    const other = { variant: 'de', paragraph: 'p', span: { start: 0, end: 3 } };
    const { view } = await show(openedWork(texts, log), {
      found: new Map([['de/p', [other, hit]]]),
      hit,
      ...how,
    });
    expect([under(view, 'found'), under(view, 'here')]).toEqual([['Wir', 'keine'], ['keine']]);
  });
});

describe('painted highlights', () => {
  const log = [mark(1, DE, 'keine Kontrolle mehr'), mark(2, DE, 'Kontrolle', { severity: 'minor' })];

  test('leave each text one text node, whatever lies on it', async () => {
    const hit = { variant: 'de', paragraph: 'p', span: { start: 0, end: 6 } };
    const { view } = await show(openedWork(texts, log), {
      mark: recordId(2),
      found: new Map([['de/p', [hit]]]),
    });
    const nodes = [...textIn(view, 'p').childNodes].filter((node) => !(node instanceof Comment));
    expect(nodes.map((node) => [node.nodeType, node.nodeValue])).toEqual([[Node.TEXT_NODE, DE]]);
  });

  test('of another view stay when one goes, and come back when it comes back', async () => {
    const [first, second] = [await show(openedWork(texts, log)), await show(openedWork(texts, log))];
    const home = first.view.parentElement!;
    first.view.remove();
    expect([litUp(first.view), under(second.view, 'major')]).toEqual([{}, ['keine Kontrolle mehr']]);
    home.append(first.view);
    await rendered(first.view);
    expect(under(first.view, 'major')).toEqual(['keine Kontrolle mehr']);
  });

  test('follow their words to another column, and go with their row', async () => {
    const { view } = await show(openedWork(texts, log));
    await change(view, { columns: ['en', 'de'] });
    expect(under(view, 'major')).toEqual(['keine Kontrolle mehr']);
    await change(view, { columns: ['en'] });
    expect(litUp(view)).toEqual({});
  });

  test('are painted on screen and near it, wherever the reader goes', async () => {
    const long = Object.fromEntries(
      Array.from({ length: 60 }, (_row, n) => [`p${String(n)}`, `${'Absatz '.repeat(60)}${String(n)}.`]),
    );
    const log = Object.entries(long).map(([paragraph, text], n) =>
      mark(n, text, `${String(n)}.`, { paragraph }),
    );
    const { view } = await show(openedWork({ de: long }, log), { columns: ['de'] });
    expect(under(view, 'major').slice(0, 3)).toEqual(['0.', '1.', '2.']);
    expect(under(view, 'major').length).toBeLessThan(30);
    for (const id of ['p59', 'p30', 'p31', 'p0']) {
      await view.reveal(id, 'map');
      await expect.poll(() => under(view, 'major')).toContain(`${id.slice(1)}.`);
    }
    expect(under(view, 'major')).not.toContain('59.');
  });

  test('are elements on paper, and painted again after it', async () => {
    const { view } = await show(openedWork(texts, log));
    window.dispatchEvent(new Event('beforeprint'));
    expect(all(view, '.row mark').map(({ textContent }) => textContent)).toEqual([
      'keine ',
      'Kontrolle',
      ' mehr',
    ]);
    expect(litUp(view)).toEqual({});
    window.dispatchEvent(new Event('afterprint'));
    await rendered(view);
    expect(all(view, '.row mark')).toEqual([]);
    expect(under(view, 'minor')).toEqual(['Kontrolle']);
  });
});

test('marks that lie over each other share the piece in which both stand, where they are elements', async () => {
  const { view } = await show(
    openedWork(texts, [
      mark(1, DE, 'keine Kontrolle mehr', { severity: 'major' }),
      mark(2, DE, 'Kontrolle', { severity: 'minor' }),
    ]),
    { highlights: undefined },
  );
  const pieces = all(view, '.row mark');
  expect(pieces.map((each) => [each.textContent, each.className])).toEqual([
    ['keine ', 'major'],
    ['Kontrolle', 'major minor'],
    [' mehr', 'major'],
  ]);
  expect(pieces[1]?.dataset['marks']).toBe(`${recordId(2)} ${recordId(1)}`);
});

describe.each(WAYS)('the pointer, where marks are %s,', (_way, how) => {
  const both = mark(1, DE, 'Wir', {
    spans: [anchorOf(DE, 0, 3), anchorOf(DE, 10, 15), { ...anchorOf(texts.en.p, 0, 2), variant: 'en' }],
  });
  const point = (view: CompareView, words: string): void => {
    meet(textIn(view, 'p'), words, 'pointermove');
  };

  test('on a mark lights up all its words, in every column, and no others', async () => {
    const { view } = await show(openedWork(texts, [both, mark(2, DE, 'mehr')]), how);
    expect(under(view, 'pointed')).toEqual([]);
    point(view, 'keine');
    expect(under(view, 'pointed')).toEqual(['Wir', 'keine', 'We']);
    point(view, 'mehr');
    expect(under(view, 'pointed')).toEqual(['mehr']);
  });

  test('on marks that lie over each other lights up the innermost', async () => {
    const { view } = await show(
      openedWork(texts, [mark(1, DE, 'keine Kontrolle mehr'), mark(2, DE, 'Kontrolle')]),
      how,
    );
    point(view, 'Kontrolle');
    expect(under(view, 'pointed').join('')).toBe('Kontrolle');
    point(view, 'keine ');
    expect(under(view, 'pointed').join('')).toBe('keine Kontrolle mehr');
  });

  test('beside the marks, or off the text, lights up none', async () => {
    const { view } = await show(openedWork(texts, [both]), how);
    point(view, 'Wir');
    point(view, 'haben');
    expect(under(view, 'pointed')).toEqual([]);
    point(view, 'Wir');
    expect(under(view, 'pointed')).not.toEqual([]);
    one(view, '.scroller').dispatchEvent(new PointerEvent('pointerleave'));
    expect(under(view, 'pointed')).toEqual([]);
  });

  test('tells when it comes to a mark and when it leaves it, once each', async () => {
    const { view } = await show(openedWork(texts, [both]), how);
    const told = heard(document.body, 'mark-pointed');
    for (const words of ['haben', 'Wir', 'Wir', 'keine', 'Kontrolle', 'mehr']) point(view, words);
    expect(told.map((event) => event.mark)).toEqual([recordId(1), undefined]);
  });

  test('on a caret lights it up', async () => {
    const gap = mark(2, DE, '', { spans: [anchorOf(DE, 10, 10)] });
    const { view } = await show(openedWork(texts, [gap]), how);
    const told = heard(view, 'mark-pointed');
    one(view, '.row .gap').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    expect(told.map((event) => event.mark)).toEqual([recordId(2)]);
    expect(one(view, '.row .gap').classList.contains('pointed')).toBe(true);
  });

  test('on a sample in the legend lights up none', async () => {
    const { view } = await show(openedWork(texts, [both]), how);
    one(view, '.legend mark').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    expect(under(view, 'pointed')).toEqual([]);
  });

  test('elsewhere on the page lights up its mark here too', async () => {
    const { view } = await show(openedWork(texts, [both]), how);
    const told = heard(view, 'mark-pointed');
    view.pointed = recordId(1);
    expect(under(view, 'pointed')).toEqual(['Wir', 'keine', 'We']);
    await change(view, { active: 'p' });
    expect(under(view, 'pointed')).toEqual(['Wir', 'keine', 'We']);
    view.pointed = undefined;
    expect([under(view, 'pointed'), told]).toEqual([[], []]);
  });
});

describe('over the text', () => {
  const log = [
    mark(1, DE, 'keine Kontrolle', { severity: 'critical' }),
    mark(2, DE, 'mehr', { severity: 'minor' }),
    mark(3, DE, 'Wir', { severity: 'minor' }),
    mark(4, texts.en.p, 'lost', { variant: 'en', severity: 'neutral' }),
  ];
  const samples = (view: CompareView): HTMLElement[] => all(view, '.legend button');

  test('it says where the work comes from, in the reader’s language where it can', async () => {
    const opened = openedWork(texts, [], { source: { en: 'A page.', de: 'Eine Seite.' } });
    const { view } = await show(opened);
    const source = (): readonly string[] => {
      const words = one(view, '.lead p span');
      return [words.lang, textOf(words)];
    };
    expect(source()).toEqual(['en', 'A page.']);
    onTestFinished(() => changeLanguage('en'));
    await changeLanguage('de');
    await rendered(view);
    expect(source()).toEqual(['de', 'Eine Seite.']);
  });

  test('each severity of the subject’s marks has a sample and their number, the gravest first', async () => {
    const { view } = await show(openedWork(texts, log));
    const name = (severity: 'critical' | 'minor'): string => inText(t(`mqm.severity.${severity}`));
    expect(samples(view).map(textOf)).toEqual([`${name('critical')} 1`, `${name('minor')} 2`]);
    expect(all(view, '.legend mark').map(({ className }) => className)).toEqual(['critical', 'minor']);
    expect(textOf(one(view, '.lead p'))).toContain(t('lead.how'));
  });

  test('nothing is explained that a work without marks does not have', async () => {
    const { view } = await show(openedWork(texts));
    expect(all(view, '.legend')).toEqual([]);
    expect(textOf(one(view, '.lead'))).not.toContain(t('lead.how'));
  });

  test('the tint is explained as the chosen comparator has it', async () => {
    const { view } = await show(openedWork(texts, log));
    expect(textOf(one(view, '.legend .shifted'))).toBe(t('lead.meaning'));
    await change(view, { comparator: 'correction' });
    expect(textOf(one(view, '.legend .shifted'))).toBe(t('lead.correction'));
  });

  test('a severity is switched off, and on again, by its sample; all are shown by none being named', async () => {
    const { view } = await show(openedWork(texts, log));
    const changes = heard(view, 'severities-changed');
    const click = async (at: number): Promise<void> => {
      samples(view)[at]?.click();
      await change(view, { severities: changes.at(-1)?.severities ?? SEVERITIES });
    };
    await click(0);
    await click(1);
    await click(0);
    await click(1);
    expect(changes.map(({ severities }) => severities)).toEqual([
      ['neutral', 'minor', 'major'],
      ['neutral', 'major'],
      ['neutral', 'major', 'critical'],
      undefined,
    ]);
  });

  test('a severity that is switched off keeps its sample, which says so', async () => {
    const { view } = await show(openedWork(texts, log), { severities: ['minor'] });
    expect(samples(view).map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    expect(samples(view)).toHaveLength(2);
  });
});

describe('a row is rendered again', () => {
  const three = {
    de: { ...texts.de, u: 'Unten steht mehr.' },
    en: texts.en,
    fr: { o: 'En haut.', p: 'Plus de contrôle.', u: 'En bas.' },
  };
  const log = [mark(1, DE, 'keine'), mark(2, three.de.u, 'mehr', { paragraph: 'u' })];
  const hitIn = (paragraph: string, start = 0): Hit => ({
    variant: 'de',
    paragraph,
    span: { start, end: start + 3 },
  });
  const [here, there] = [hitIn('p'), hitIn('u')];
  const FOUND = new Map([
    ['de/p', [here]],
    ['de/u', [there]],
  ]);

  /** The view, and which rows it has rendered since it was last asked. Only rendering reads the French text:
   * no comparator compares it. */
  async function watched(
    given: Partial<CompareView> = {},
    shown = openedWork(three, log),
  ): Promise<{ view: CompareView; again: () => readonly string[]; arrive: () => Promise<void> }> {
    let rows = new Set<string>();
    for (const { id, cells: own } of shown.rows)
      for (const paragraph of own.get('fr') ?? []) {
        const { text } = paragraph;
        Object.defineProperty(paragraph, 'text', {
          get: () => {
            rows.add(id);
            return text;
          },
        });
      }
    const { view, arrive } = await show(shown, { columns: ['de', 'en', 'fr'], ...given });
    const again = (): readonly string[] => {
      const seen = [...rows].sort();
      rows = new Set();
      return seen;
    };
    expect(again()).toEqual(['o', 'p', 'u']);
    return { view, again, arrive };
  }

  /** Where highlights are elements, a row shows them by rendering. */
  const inText = { highlights: undefined };

  test('not when its mark is chosen, or is chosen no more', async () => {
    const { view, again } = await watched();
    await change(view, { mark: recordId(2) });
    expect(under(view, 'on')).toEqual(['mehr']);
    await change(view, { mark: undefined });
    expect([under(view, 'on'), again()]).toEqual([[], []]);
  });

  test('when its mark is chosen, or is chosen no more, where marks are elements', async () => {
    const { view, again } = await watched(inText);
    await change(view, { mark: recordId(1) });
    expect(again()).toEqual(['p']);
    await change(view, { mark: recordId(2) });
    expect(again()).toEqual(['p', 'u']);
    expect(all(view, '.row mark').map(({ className }) => className)).toEqual(['major', 'major on']);
    await change(view, { mark: undefined });
    expect(again()).toEqual(['u']);
  });

  test('when its mark on a gap is chosen', async () => {
    const gap = mark(3, DE, '', { spans: [anchorOf(DE, 10, 10)] });
    const { view, again } = await watched({}, openedWork(three, [...log, gap]));
    await change(view, { mark: recordId(3) });
    expect(again()).toEqual(['p']);
    expect(under(view, 'major')).toEqual(['keine', 'mehr']);
  });

  test('not when the pointer is on its mark', async () => {
    const { view, again } = await watched();
    meet(textIn(view, 'p'), 'keine', 'pointermove');
    await rendered(view);
    expect([under(view, 'pointed'), again()]).toEqual([['keine'], []]);
  });

  test('when it becomes the active one, or is it no more', async () => {
    const { view, again } = await watched({ active: 'o' });
    await change(view, { active: 'p' });
    expect(again()).toEqual(['o', 'p']);
    expect(all(view, '.row.active').map(({ dataset }) => dataset['row'])).toEqual(['p']);
  });

  test('not when something is found in it, and not when the reader comes to it', async () => {
    const { view, again } = await watched();
    await change(view, { found: FOUND, hit: there });
    expect([under(view, 'found'), under(view, 'here')]).toEqual([['Wir', 'Unt'], ['Unt']]);
    expect(again()).toEqual([]);
  });

  test('when something is found in it, and when the reader comes to it or leaves it there, where that is elements', async () => {
    const { view, again } = await watched(inText);
    await change(view, { found: FOUND });
    expect(again()).toEqual(['p', 'u']);
    await change(view, { hit: here });
    expect(again()).toEqual(['p']);
    await change(view, { hit: there });
    expect(again()).toEqual(['p', 'u']);
    expect(all(view, '.found').map(({ className }) => className)).toEqual(['found', 'found here']);
    // The same places, in a map of their own: what was found elsewhere came after them.
    await change(view, { found: new Map([...FOUND, ['de/o', [hitIn('o')]]]) });
    expect(again()).toEqual(['o']);
  });

  test('not when its comparison arrives', async () => {
    const changed = correction(3, DE, DE.replace('keine', 'volle'));
    const { view, again, arrive } = await watched(
      { comparator: 'correction' },
      openedWork(three, [...log, changed]),
    );
    expect(under(view, 'touched')).toEqual([]);
    await arrive();
    expect([under(view, 'touched'), again()]).toEqual([['keine'], []]);
    await change(view, { highlights: undefined });
    expect([under(view, 'touched'), again()]).toEqual([['keine'], ['o', 'p', 'u']]);
  });

  test('whichever it is, when the columns change; when severities do, for the number of its marks only', async () => {
    const { view, again } = await watched();
    await change(view, { columns: ['fr', 'de'] });
    expect(again()).toEqual(['o', 'p', 'u']);
    await change(view, { severities: ['minor'] });
    expect(again()).toEqual(['p', 'u']);
    await change(view, { comparator: 'correction', loading: new Set(['fr']) });
    expect(again()).toEqual([]);
  });

  test('in the reader’s language when that changes', async () => {
    const { view } = await show(openedWork({ de: texts.de, en: { o: 'Above.' } }));
    const [, missing] = cells(view, 'p');
    expect(textOf(missing!)).toBe(t('compare.absent'));
    const english = t('compare.absent');
    onTestFinished(() => changeLanguage('en'));
    await changeLanguage('de');
    await rendered(view);
    expect(textOf(missing!)).toBe(t('compare.absent'));
    expect(t('compare.absent')).not.toBe(english);
  });

  test('not at all when nothing of it changed: its nodes are left alone', async () => {
    const { view, again } = await watched();
    const observer = new MutationObserver(() => undefined);
    observer.observe(row(view, 'o'), {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    await change(view, { mark: recordId(1), active: 'p', found: FOUND, hit: here });
    // It was the only stop while no row was active.
    expect(again()).toEqual(['o', 'p']);
    observer.takeRecords();
    await change(view, { mark: recordId(2), active: 'u', found: new Map(FOUND), hit: there });
    expect(again()).toEqual(['p', 'u']);
    view.requestUpdate();
    await rendered(view);
    expect(again()).toEqual([]);
    expect(observer.takeRecords()).toEqual([]);
    observer.disconnect();
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
    expect(under(view, 'touched')).toEqual([]);
    await arrive();
    expect(under(view, 'touched')).toEqual(['keine']);
  });

  test('is tinted in the reference of the active row only', async () => {
    const both = {
      ...texts,
      'de-back': { o: 'At the top.', p: 'We have no control any more.', u: 'Below.' },
    };
    const { view, arrive } = await show(openedWork(both), { active: 'p' });
    await arrive();
    for (const [token, colour] of Object.entries({ accent: 'blue', paper: 'white', raised: 'white' }))
      view.style.setProperty(`--${token}`, colour);
    const [words, element] = [under(view, 'unsaid'), textIn(view, 'o', 1)];
    expect(words).not.toEqual([]);
    const ground = (id: string): string =>
      getComputedStyle(textIn(view, id, 1), '::highlight(unsaid)').backgroundColor;
    const [plain, tinted] = [ground('o'), ground('p')];
    expect(tinted).not.toBe(plain);
    await change(view, { active: 'o' });
    expect([ground('o'), ground('p')]).toEqual([tinted, plain]);
    expect([under(view, 'unsaid'), textIn(view, 'o', 1)]).toEqual([words, element]);
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
    meet(textIn(view, 'p'), 'keine', 'click');
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
      meet(textIn(view, 'p'), 'Kontrolle', 'click');
      await change(view, { mark: chosen.at(-1)?.mark });
    }
    expect(chosen.map(({ mark: id }) => id)).toEqual([3, 2, 1, 3].map(recordId));
  });

  test('on overlapping marks reaches each of them, though one has two spans there', async () => {
    const spans = [anchorOf(DE, 0, 15), anchorOf(DE, 10, 25)];
    const { view } = await show(openedWork(texts, [mark(1, DE, 'keine', { spans }), mark(2, DE, DE)]));
    const chosen = heard(view, 'mark-activated');
    for (let clicks = 0; clicks < 3; clicks += 1) {
      meet(textIn(view, 'p'), 'keine', 'click');
      await change(view, { mark: chosen.at(-1)?.mark });
    }
    expect(chosen.map(({ mark: id }) => id)).toEqual([1, 2, 1].map(recordId));
  });

  test('that ends a selection of text chooses nothing', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(view, 'paragraph-activated');
    onTestFinished(() => getSelection()?.removeAllRanges());
    getSelection()?.selectAllChildren(cells(view, 'p')[0]!);
    cells(view, 'u')[0]?.click();
    expect(chosen).toEqual([]);
    getSelection()?.removeAllRanges();
    cells(view, 'u')[0]?.click();
    expect(chosen).toHaveLength(1);
  });

  test('chooses a row while something outside the view is selected', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(view, 'paragraph-activated');
    const passage = document.body.appendChild(document.createElement('p'));
    passage.textContent = 'selected';
    onTestFinished(() => {
      getSelection()?.removeAllRanges();
      passage.remove();
    });
    getSelection()?.selectAllChildren(passage);
    cells(view, 'u')[0]?.click();
    expect(chosen).toHaveLength(1);
  });

  test('beside the rows chooses nothing', async () => {
    const { view } = await show(openedWork(texts));
    const chosen = heard(view, 'paragraph-activated');
    one(view, '.heads').click();
    one(view, '.lead p').click();
    expect(chosen).toEqual([]);
  });

  test('on a sample in the legend chooses no mark', async () => {
    const { view } = await show(openedWork(texts, [mark(1, DE, 'keine')]));
    const chosen = [heard(view, 'mark-activated'), heard(view, 'paragraph-activated')];
    one(view, '.legend mark').click();
    expect(chosen.flat()).toEqual([]);
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

describe('words to mark', () => {
  const chosen = (view: CompareView): string => under(view, 'chosen').join(' … ');
  const scroller = (view: CompareView): HTMLElement => one(view, '.scroller');
  /** Presses keys where the keyboard is. */
  const type = async (view: CompareView, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      press(view.shadowRoot?.activeElement ?? document.body, key);
      await rendered(view);
    }
  };
  const words = ({ ranges }: WordsChosen, opened: OpenedWork): string =>
    ranges
      .map(
        ({ variant: id, paragraph, span }) =>
          `${id}/${paragraph}: ${opened.paragraph(id, paragraph)?.text.slice(span.start, span.end) ?? ''}`,
      )
      .join(' + ');
  const select = (node: Node): void => {
    onTestFinished(() => getSelection()?.removeAllRanges());
    getSelection()?.selectAllChildren(node);
  };
  const paragraph = (view: CompareView, id: string, column = 0): HTMLElement =>
    cells(view, id)[column]!.querySelector('p')!;

  test('begin with the first of the active row, in its first column that has it, and have the keyboard', async () => {
    const { view } = await show(openedWork({ de: { o: 'Oben.' }, en: texts.en }), { active: 'p' });
    await view.startMarking();
    await rendered(view);
    expect(chosen(view)).toBe('We');
    expect(view.shadowRoot?.activeElement).toBe(scroller(view));
  });

  test('begin in the first row on screen where none is active', async () => {
    const { view } = await show(openedWork(texts));
    await view.startMarking();
    await rendered(view);
    expect(chosen(view)).toBe('Oben');
  });

  test('are none in a view without columns', async () => {
    const { view } = await show(openedWork(texts), { columns: [], active: 'p' });
    await view.startMarking();
    await rendered(view);
    expect(chosen(view)).toBe('');
  });

  test('are chosen by keys, through marks, and told with a place beside them; then none is chosen', async () => {
    const opened = openedWork(texts, [mark(1, DE, 'keine Kontrolle')]);
    const { view } = await show(opened, { active: 'p' });
    const told = heard(view, 'words-chosen');
    await view.startMarking();
    await type(view, 'ArrowRight', 'Shift+ArrowRight');
    expect(chosen(view)).toBe('haben keine');
    expect(cells(view, 'p').map(textOf)[0]).toBe(DE);
    const piece = liveRange(textIn(view, 'p'), { start: 4, end: 15 }).getBoundingClientRect();
    await type(view, 'Enter');
    expect(told.map((event) => words(event, opened))).toEqual(['de/p: haben keine']);
    expect([told[0]?.beside.left, told[0]?.beside.bottom]).toEqual([piece.left, piece.bottom]);
    expect(chosen(view)).toBe('');
  });

  test('are left by Escape, for the row', async () => {
    const { view } = await show(openedWork(texts), { active: 'p' });
    const told = heard(view, 'words-chosen');
    await view.startMarking();
    await type(view, 'Escape');
    expect([chosen(view), told]).toEqual(['', []]);
    expect(view.shadowRoot?.activeElement).toBe(row(view, 'p'));
  });

  test('that are selected have a button beside them; they are told and selected no more when it is pressed', async () => {
    const opened = openedWork(texts);
    const { view } = await show(opened);
    const told = heard(view, 'words-chosen');
    expect(all(view, '.markit')).toEqual([]);
    select(paragraph(view, 'p', 1));
    await expect.poll(() => all(view, '.markit')).toHaveLength(1);
    const beside = paragraph(view, 'p', 1).getBoundingClientRect();
    one(view, '.markit').click();
    expect(told.map((event) => words(event, opened))).toEqual(['en/p: We lost control.']);
    expect(told[0]?.beside.bottom).toBeLessThanOrEqual(beside.bottom);
    expect(told[0]?.beside.top).toBeGreaterThanOrEqual(beside.top);
    await expect.poll(() => all(view, '.markit')).toEqual([]);
    expect(getSelection()?.rangeCount).toBe(0);
  });

  test('that are selected lose their button when they are selected no more', async () => {
    const { view } = await show(openedWork(texts));
    select(paragraph(view, 'p'));
    await expect.poll(() => all(view, '.markit')).toHaveLength(1);
    getSelection()?.removeAllRanges();
    await expect.poll(() => all(view, '.markit')).toEqual([]);
  });

  test('that are selected are taken rather than those of the active row', async () => {
    const opened = openedWork(texts);
    const { view } = await show(opened, { active: 'p' });
    const told = heard(view, 'words-chosen');
    select(paragraph(view, 'u'));
    await view.startMarking();
    await rendered(view);
    expect(told.map((event) => words(event, opened))).toEqual(['de/u: Unten.']);
    expect(chosen(view)).toBe('');
  });

  test('that are selected in a column’s head have no button', async () => {
    const { view } = await show(openedWork(texts));
    select(paragraph(view, 'p'));
    await expect.poll(() => all(view, '.markit')).toHaveLength(1);
    select(one(view, '.head strong'));
    await expect.poll(() => all(view, '.markit')).toEqual([]);
  });

  test('are a mark in their row as soon as the work has it', async () => {
    const opened = openedWork(texts);
    const { view } = await show(opened);
    expect(under(view, 'major')).toEqual([]);
    await change(view, { opened: opened.withRecords([mark(1, DE, 'keine')]) });
    expect(under(view, 'major')).toEqual(['keine']);
    await change(view, { opened: opened.withRecords([mark(1, DE, 'keine'), withdrawal(2, 1)]) });
    expect(under(view, 'major')).toEqual([]);
  });
});
