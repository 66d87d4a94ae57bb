import { beforeAll, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type {} from '../../../src/app/overview-view/overview-events.ts';
import '../../../src/app/overview-view/overview-view.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import type { OverviewView } from '../../../src/app/overview-view/overview-view.ts';
import type {} from '../../../src/app/texts-asked.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import {
  all,
  back,
  change,
  heard,
  mark,
  mount,
  one,
  openedWork,
  paragraphs,
  press,
  rendered,
  textOf,
  variant,
} from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const DE = '50 Leute mögen das.';
const LANGUAGES = ['de', 'en', 'fr', 'es', 'it', 'pt', 'id'];
const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(
    LANGUAGES.map((id) => [id, { p: `15 ${id}.`, q: 'wort '.repeat(30), r: 'wort '.repeat(30) }]),
  ),
  de: { p: DE, q: 'wort '.repeat(16), r: 'wort '.repeat(30) },
  'de-back': { p: '50 people like it.' },
};
const MARKS = [
  mark(1, DE, 'Leute'),
  mark(2, DE, '50', { severity: 'critical' }),
  mark(3, TEXTS['en']!['p']!, '15', { variant: 'en', severity: 'minor' }),
];

/** The view, once everything is compared. */
async function show(
  given: Partial<OverviewView> = {},
  opened: OpenedWork = openedWork(TEXTS, MARKS),
): Promise<OverviewView> {
  return compared(await mount('lesart-overview-view', { opened, ...given }));
}

async function compared(view: OverviewView): Promise<OverviewView> {
  await vi.waitFor(() => {
    expect(textOf(one(view, '[role=status]'))).toBe('');
  });
  await rendered(view);
  return view;
}

const rows = (view: OverviewView): readonly HTMLElement[] => all(view, 'tbody tr');
const labels = (view: OverviewView): readonly (string | undefined)[] =>
  all(view, 'thead th > span[lang]').map(textOf);
const cell = (view: OverviewView, row: number, column: string): HTMLElement => {
  const found = rows(view)[row]?.querySelectorAll('button')[labels(view).indexOf(column)];
  if (!found) throw new Error(`no cell ${String(row)} ${column}`);
  return found;
};
const says = (view: OverviewView, row: number, column: string): readonly [string, string | null] => {
  const button = cell(view, row, column);
  return [textOf(button), button.getAttribute('aria-label')];
};

describe('the overview', () => {
  test('is a table: paragraphs by variants, with a caption and scopes', async () => {
    const view = await show();
    expect(textOf(one(view, 'caption'))).toBe(
      t('overview.caption', { measure: 'Departures', first: 1, last: 3, total: 3 }),
    );
    expect(labels(view)).toEqual(['DE', 'EN', 'FR', 'ES', 'IT', 'PT', 'ID']);
    expect(new Set(all(view, 'thead th').map((head) => head.getAttribute('scope')))).toEqual(
      new Set(['col']),
    );
    expect(
      all(view, 'tbody th').map((head) => [head.getAttribute('scope'), textOf(head).slice(0, 4)]),
    ).toEqual([
      ['row', '1 50'],
      ['row', '2 wo'],
      ['row', '3 wo'],
    ]);
  });

  test('counts departures, and says whether a variant is alone', async () => {
    const view = await show();
    expect(says(view, 0, 'DE')).toEqual(['2', '2 departures']);
    expect(cell(view, 0, 'DE').classList).toContain('alone');
    expect(says(view, 0, 'EN')).toEqual(['', '0 departures']);
    const more = Object.fromEntries(
      ['ru', 'fi', 'el', 'la'].map((id) => [id, { p: '15 x.', q: 'wort', r: 'wort' }]),
    );
    const two = openedWork({ ...TEXTS, ...more, fr: TEXTS['de']! });
    const both = await show({}, two);
    expect(says(both, 0, 'FR')).toEqual(['2', '2 departures, at least one shared with others']);
    expect(cell(both, 0, 'FR').classList).toContain('together');
  });

  test('shows lengths by sign and number, the far ones as such', async () => {
    const view = await show({ measure: 'length' });
    const [text, spoken] = says(view, 1, 'DE');
    expect(text).toMatch(/^−\d+$/);
    expect(spoken).toBe(
      t('overview.outlier', { length: t('overview.shorter', { percent: Number(text.slice(1)) }) }),
    );
    expect([...cell(view, 1, 'DE').classList]).toEqual(expect.arrayContaining(['shorter', 'l3', 'far']));
    expect(says(view, 2, 'EN')).toEqual(['0', t('overview.usual')]);
  });

  test('counts marks by their gravest, back-translations with them', async () => {
    const view = await show({ measure: 'marks' });
    expect(labels(view)).toContain('Back');
    expect(says(view, 0, 'DE')).toEqual(['2', '2 marks, the gravest critical']);
    expect([...cell(view, 0, 'DE').classList]).toEqual(expect.arrayContaining(['critical', 'l2']));
    expect(says(view, 0, 'EN')).toEqual(['1', '1 mark, minor']);
    expect(says(view, 1, 'DE')).toEqual(['', '0 marks']);
  });

  test('switches what it shows, and tells', async () => {
    const view = await show();
    const chosen = heard(view, 'measure-chosen');
    one(view, 'fieldset label:nth-of-type(2) input').click();
    await rendered(view);
    expect(chosen.map(({ measure }) => measure)).toEqual(['marks']);
    expect(says(view, 0, 'DE')[0]).toBe('2');
    expect(textOf(one(view, 'caption'))).toContain('Marks');
  });

  test('has a legend for what it shows', async () => {
    const view = await show({ measure: 'marks' });
    expect(all(view, '.legend li').map(textOf)).toEqual(['2 critical', '2 major', '2 minor', '2 neutral']);
  });
});

describe('a cell', () => {
  test('opens its place: the variant’s column beside the others, then the paragraph', async () => {
    const view = await show({ columns: ['de', 'en'] });
    const heardInOrder: string[] = [];
    const columns = heard(document.body, 'columns-asked');
    const turned = heard(document.body, 'paragraph-activated');
    view.addEventListener('columns-asked', ({ type }) => heardInOrder.push(type));
    view.addEventListener('paragraph-activated', ({ type }) => heardInOrder.push(type));
    cell(view, 1, 'FR').click();
    cell(view, 0, 'EN').click();
    expect(columns.map((event) => event.columns)).toEqual([
      ['de', 'en', 'fr'],
      ['de', 'en'],
    ]);
    expect(turned.map(({ paragraph }) => paragraph)).toEqual(['q', 'p']);
    expect(heardInOrder.slice(0, 2)).toEqual(['columns-asked', 'paragraph-activated']);
  });

  test('is one stop for Tab, and arrows go along, to the ends and no further', async () => {
    const view = await show();
    const stops = (): readonly HTMLElement[] => all(view, 'tbody button[tabindex="0"]');
    expect(stops()).toEqual([cell(view, 0, 'DE')]);
    stops()[0]?.focus();
    const after = async (key: string): Promise<HTMLElement> => {
      const focused = view.shadowRoot!.activeElement!;
      expect(press(focused, key).defaultPrevented).toBe(true);
      await rendered(view);
      expect(stops()).toEqual([view.shadowRoot!.activeElement]);
      return stops()[0]!;
    };
    expect(await after('ArrowRight')).toBe(cell(view, 0, 'EN'));
    expect(await after('ArrowDown')).toBe(cell(view, 1, 'EN'));
    expect(await after('End')).toBe(cell(view, 1, 'ID'));
    expect(await after('ArrowRight')).toBe(cell(view, 1, 'ID'));
    expect(await after('Home')).toBe(cell(view, 1, 'DE'));
    expect(await after('Control+End')).toBe(cell(view, 2, 'ID'));
    expect(await after('PageUp')).toBe(cell(view, 0, 'ID'));
  });

  test('is opened by Enter', async () => {
    const view = await show();
    const turned = heard(view, 'paragraph-activated');
    cell(view, 2, 'EN').focus();
    await userEvent.keyboard('{Enter}');
    expect(turned.map(({ paragraph }) => paragraph)).toEqual(['r']);
  });
});

describe('a long work', () => {
  const ids = Array.from({ length: 450 }, (_row, index) => `p${String(index + 1)}`);
  const long = (): OpenedWork =>
    openedWork(
      Object.fromEntries(
        ['de', 'en'].map((id) => [id, Object.fromEntries(ids.map((p) => [p, `Text ${p}`]))]),
      ),
    );
  const shownIds = (view: OverviewView): readonly [number, string | undefined] => [
    rows(view).length,
    rows(view)[0]?.querySelector('.number')?.textContent ?? undefined,
  ];

  test('has pages, and begins at the page of the active paragraph', async () => {
    const view = await show({ measure: 'marks', active: 'p250' }, long());
    expect(shownIds(view)).toEqual([200, '201']);
    expect(all(view, '[aria-current]').map((row) => textOf(row.querySelector('.number')!))).toEqual(['250']);
    const [previous, next] = all(view, '.pages button');
    next?.click();
    await rendered(view);
    expect(shownIds(view)).toEqual([50, '401']);
    expect(next).toHaveProperty('disabled', true);
    previous?.click();
    await rendered(view);
    previous?.click();
    await rendered(view);
    expect(shownIds(view)).toEqual([200, '1']);
  });

  test('goes from page to page by arrows, and to any paragraph by its number', async () => {
    const view = await show({ measure: 'marks', active: 'p200' }, long());
    const stop = one(view, 'tbody button[tabindex="0"]');
    stop.focus();
    press(stop, 'ArrowDown');
    await rendered(view);
    expect(shownIds(view)).toEqual([200, '201']);
    expect(view.shadowRoot?.activeElement).toBe(cell(view, 0, 'DE'));
    const field = one(view, 'input[type=number]') as HTMLInputElement;
    field.value = '420';
    one(view, '.pages button[type=submit]').click();
    await rendered(view);
    expect(shownIds(view)).toEqual([50, '401']);
    expect(view.shadowRoot?.activeElement).toBe(cell(view, 19, 'DE'));
  });
});

describe('texts that are not there', () => {
  const variants = [...LANGUAGES.map((id) => variant(id)), back];
  const few = (): OpenedWork => openedWork({ de: TEXTS['de']!, en: TEXTS['en']! }, MARKS, { variants });

  test('are asked for when something is to be compared, not for marks', async () => {
    const asked = heard(document.body, 'texts-asked');
    const view = await mount('lesart-overview-view', { opened: few(), measure: 'marks' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual([]);
    await change(view, { measure: 'length' });
    await vi.waitFor(() => {
      expect(asked.map((event) => event.variants)).toEqual([['fr', 'es', 'it', 'pt', 'id', back.id]]);
    });
    expect(cell(view, 0, 'FR').getAttribute('aria-label')).toBe(t('overview.unloaded'));
    expect(textOf(one(view, '[role=status]'))).toContain(t('overview.missing', { count: 6 }));
  });

  test('are compared when they come', async () => {
    const view = await mount('lesart-overview-view', { opened: few() });
    const all = ['fr', 'es', 'it', 'pt', 'id', back.id].reduce(
      (opened, id) => opened.withText(id, paragraphs(TEXTS[id]!)),
      few(),
    );
    await change(view, { opened: all });
    await compared(view);
    expect(says(view, 0, 'DE')).toEqual(['2', '2 departures']);
  });
});
