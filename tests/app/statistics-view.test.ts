import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { OpenedWork } from '../../src/app/opened-work.ts';
import type {} from '../../src/app/statistics-view/filter-changed.ts';
import type { StatisticsFilter } from '../../src/app/statistics-view/statistics-filter.ts';
import '../../src/app/statistics-view/statistics-view.ts';
import type { StatisticsView } from '../../src/app/statistics-view/statistics-view.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import { changeLanguage, loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import { all, change, heard, mark, mount, one, openedWork, recordId, rendered, textOf } from './make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const DE = 'Wir haben keine Kontrolle mehr.';
const texts = {
  de: { o: DE, p: DE, q: DE },
  fr: { o: DE, p: DE, q: DE },
  // Four and two words.
  en: { o: 'One two three four.', p: 'One two.', q: 'Three.' },
};
const MAJOR = mark(1, DE, 'keine', { paragraph: 'o' });
const CRITICAL = mark(2, DE, 'Kontrolle', { paragraph: 'p', severity: 'critical' });
const MINOR = mark(3, DE, 'Wir', { paragraph: 'p', severity: 'minor', category: 'style' });
/** Another annotator marks half of what the first did. */
const OTHER = mark(4, DE, 'kei', { paragraph: 'o', author: 'Bo' });
const FRENCH = mark(5, DE, 'haben', { paragraph: 'o', variant: 'fr', severity: 'minor' });
const rating = (n: number, paragraph: string, score: number): Contribution => ({
  id: recordId(n),
  type: 'rating',
  author: 'Ada',
  time: new Date(1_700_000_000_000 + n).toISOString(),
  work: 'w',
  variant: 'de',
  paragraph,
  score,
});

/** The view, once everything was counted. */
async function show(log: readonly Contribution[], filter: StatisticsFilter = {}): Promise<StatisticsView> {
  return counted(await mount('lesart-statistics-view', { opened: openedWork(texts, log), filter }));
}

async function counted(view: StatisticsView): Promise<StatisticsView> {
  await vi.waitUntil(() => view.shadowRoot?.querySelector('.empty, #agreement + :not([hidden])') !== null);
  await vi.waitUntil(() => !textOf(one(view, '.page')).includes(t('statistics.counting')));
  await rendered(view);
  return view;
}

/** The rows of a section's table, as they are read. */
function rowsOf(view: StatisticsView, section: string): readonly (readonly string[])[] {
  const figure = view.shadowRoot!.querySelector(`[aria-labelledby="${section}"] lesart-statistics-figure`)!;
  const table = one(figure, 'lesart-statistics-table');
  return all(table, 'tbody tr').map((row) => [...row.children].map(textOf));
}

const said = (view: StatisticsView, section: string): string =>
  textOf(one(view, `[aria-labelledby="${section}"]`));
const sums = (view: StatisticsView): readonly string[] => all(view, '.sums dd').map(textOf);

describe('the statistics of a work', () => {
  test('score each variant by both rules, per paragraph and per 100 words of the reference', async () => {
    const view = await show([MAJOR, CRITICAL, MINOR]);
    // Paragraph o: 5; p: WMT 0 + 1, Marot 5 + 1. Six words.
    expect(rowsOf(view, 'variants')).toEqual([['DE', '2', '3', '3.00', '5.50', '100.00', '183.33']]);
    expect(sums(view)).toEqual(['3', '2', '1', '1']);
  });

  test('score each paragraph, and lead to it', async () => {
    const view = await show([MAJOR, CRITICAL, MINOR]);
    expect(rowsOf(view, 'paragraphs')).toEqual([
      ['1', 'DE', '1', '1', '5.00', '5.00', '125.00', '125.00'],
      ['2', 'DE', '1', '2', '1.00', '6.00', '50.00', '300.00'],
    ]);
    const activated = heard(view, 'paragraph-activated');
    const table = one(all(view, 'lesart-statistics-figure')[2]!, 'lesart-statistics-table');
    all(table, '.place')[1]?.click();
    expect(activated.map(({ paragraph }) => paragraph)).toEqual(['p']);
  });

  test('count errors by category and severity', async () => {
    const view = await show([MAJOR, CRITICAL, MINOR]);
    const mistranslation = `${t('mqm.category.accuracy')} · ${t('mqm.category.accuracy/mistranslation')}`;
    // Neutral, minor, major, critical.
    expect(rowsOf(view, 'categories').map((row) => row.slice(0, 7))).toEqual([
      [mistranslation, 'DE', '2', '0', '0', '1', '1'],
      [t('mqm.category.style'), 'DE', '1', '0', '1', '0', '0'],
    ]);
  });

  test('explain row by row why the two scorers differ', async () => {
    const view = await show([MAJOR, CRITICAL, MINOR]);
    expect(said(view, 'difference')).toContain(
      t('statistics.differenceOf', { variant: 'DE', wmt: '3.00', marot: '5.50', difference: '+2.50' }),
    );
    expect(rowsOf(view, 'difference')).toEqual([
      [
        'Critical Accuracy/Mistranslation',
        'DE',
        '1',
        '0.0',
        t('mqm.rule.wmt-otherwise'),
        '5.0',
        t('mqm.rule.marot-critical'),
        '2.50',
      ],
    ]);
    expect(said(await show([MAJOR]), 'difference')).toContain(t('statistics.noDifference'));
  });

  test('show ratings from 0 to 100 where there are some', async () => {
    const view = await show([MAJOR, rating(7, 'o', 80), rating(8, 'q', 100)]);
    expect(rowsOf(view, 'variants')[0]?.at(-1)).toBe('90.0');
    expect(rowsOf(view, 'paragraphs').map((row) => row.at(-1))).toEqual(['80.0', '100.0']);
  });

  test('say how far two annotators agree', async () => {
    const view = await show([MAJOR, OTHER]);
    // Of Ada’s five characters Bo has three: precision 3/5, recall 1, F1 3/4.
    expect(rowsOf(view, 'agreement')).toEqual([
      [
        t('statistics.pairName', { one: 'Ada', other: 'Bo' }),
        ...['1', '1', '1', '0.60', '1.00', '0.75', '100', '100', '100', '1.00', '1.00'],
      ],
    ]);
  });

  test('say why they say nothing of agreement', async () => {
    expect(said(await show([MAJOR]), 'agreement')).toContain(t('statistics.oneAnnotator', { name: 'Ada' }));
    const apart = await show([MAJOR, mark(9, DE, 'Wir', { author: 'Bo', paragraph: 'p' })]);
    expect(said(apart, 'agreement')).toContain(t('statistics.noCommon', { number: 2 }));
  });

  test('speak another language when it changes', async () => {
    const view = await show([MAJOR]);
    await changeLanguage('de');
    await rendered(view);
    expect(textOf(one(view, 'h2'))).toBe('Statistik');
    expect(rowsOf(view, 'variants')[0]).toContain('5,00');
    await changeLanguage('en');
  });

  test('are counted anew when a mark is added', async () => {
    const view = await show([MAJOR]);
    await change(view, { opened: openedWork(texts, [MAJOR, MINOR]) });
    await expect.poll(() => sums(view)[0]).toBe('2');
  });
});

describe('a work without marks', () => {
  test('says so', async () => {
    const view = await show([]);
    expect(textOf(one(view, '.empty'))).toBe(t('statistics.none'));
    expect(all(view, 'section')).toEqual([]);
  });
});

describe('filters', () => {
  const filters = (view: StatisticsView): HTMLElement => one(view, 'lesart-statistics-filters');
  const tick = (view: StatisticsView, label: string): void => {
    const found = all(filters(view), '.options label').find((option) => textOf(option).startsWith(label));
    found?.querySelector('input')?.click();
  };

  test('ask for what is ticked, added to what was', async () => {
    const view = await show([MAJOR, MINOR, FRENCH], { variants: ['de'] });
    const asked = heard(view, 'filter-changed');
    tick(view, t('mqm.severity.minor'));
    tick(view, 'FR');
    tick(view, 'DE');
    expect(asked.map(({ filter }) => filter)).toEqual([
      { variants: ['de'], severities: ['minor'] },
      { variants: ['de', 'fr'] },
      {},
    ]);
  });

  test('ask for a stretch of paragraphs; what is outside the work is none', async () => {
    const view = await show([MAJOR]);
    const asked = heard(view, 'filter-changed');
    const [from, to] = all(filters(view), 'input[type=number]') as HTMLInputElement[];
    const enter = (input: HTMLInputElement | undefined, value: string): void => {
      input!.value = value;
      input!.dispatchEvent(new Event('change'));
    };
    enter(from, '2');
    enter(to, '99');
    enter(to, '3');
    expect(asked.map(({ filter }) => filter)).toEqual([{ from: 2 }, {}, {}]);
    expect(to?.max).toBe('3');
  });

  test('leave out errors, and keep that their paragraphs were judged', async () => {
    const view = await show([MAJOR, MINOR, CRITICAL], { severities: ['minor'] });
    expect(rowsOf(view, 'variants')[0]?.slice(0, 4)).toEqual(['DE', '2', '1', '0.50']);
  });

  test('may take paragraphs without marks for judged', async () => {
    const view = await show([MAJOR], { unmarked: 'clean' });
    expect(rowsOf(view, 'variants')[0]?.slice(0, 4)).toEqual(['DE', '3', '1', '1.67']);
    expect(textOf(one(view, '.page'))).toContain(t('statistics.judgedAll'));
  });

  test('that match nothing say so and can be cleared', async () => {
    const view = await show([MAJOR], { severities: ['neutral'], per: 'words' });
    expect(textOf(one(view, '.empty p'))).toBe(t('statistics.noMatch'));
    const asked = heard(view, 'filter-changed');
    one(view, '.empty button').click();
    expect(asked.map(({ filter }) => filter)).toEqual([{ per: 'words' }]);
    await change(view, { filter: {} });
    await expect.poll(() => sums(view)[0]).toBe('1');
  });

  test('turn the plot along the text to the other scorer', async () => {
    const view = await show([MAJOR]);
    const asked = heard(view, 'filter-changed');
    all(view, '.head button')[1]?.click();
    expect(asked.map(({ filter }) => filter)).toEqual([{ scorer: 'marot' }]);
  });
});

describe('the significance of a difference', () => {
  const tester = (view: StatisticsView): HTMLElement => one(view, 'lesart-significance-test');
  const status = (view: StatisticsView): string => textOf(one(tester(view), '[role=status]'));

  test('needs two variants', async () => {
    expect(said(await show([MAJOR]), 'significance')).toContain(t('statistics.oneVariant', { name: 'DE' }));
  });

  test('is tested when it is asked for', async () => {
    const view = await show([MAJOR, FRENCH]);
    expect(all(tester(view), 'select').map((select) => (select as HTMLSelectElement).value)).toEqual([
      'fr',
      'de',
    ]);
    one(tester(view), '.start').click();
    await vi.waitUntil(() => tester(view).shadowRoot?.querySelector('[role=status]'));
    const table = one(one(tester(view), '[role=status]'), 'lesart-statistics-table');
    // One paragraph, 1 against 5: both exchanges are as far apart.
    expect(all(table, 'tbody tr').map((row) => [...row.children].map(textOf).slice(0, 4))).toEqual([
      ['WMT', '−4.00', '1.0000', t('statistics.exact')],
      ['Marot', '−4.00', '1.0000', t('statistics.exact')],
    ]);
  });

  test('asks for the variants that are chosen, and forgets what it found for others', async () => {
    const view = await show([MAJOR, FRENCH, mark(9, DE, 'Wir', { variant: 'en', paragraph: 'q' })]);
    one(tester(view), '.start').click();
    await vi.waitUntil(() => tester(view).shadowRoot?.querySelector('[role=status]'));
    const asked = heard(view, 'filter-changed');
    const [first] = all(tester(view), 'select') as HTMLSelectElement[];
    first!.value = 'en';
    first!.dispatchEvent(new Event('change'));
    const pair = asked[0]?.filter.pair;
    expect(pair?.[0]).toBe('en');
    await change(view, { filter: { pair: ['en', 'de'] } });
    await rendered(tester(view));
    expect(all(tester(view), '[role=status]')).toEqual([]);
    one(tester(view), '.start').click();
    await vi.waitUntil(() => tester(view).shadowRoot?.querySelector('[role=status]'));
    expect(status(view)).toBe(t('statistics.nothingPaired'));
  });

  test('of a variant against itself is not tested', async () => {
    const view = await show([MAJOR, FRENCH], { pair: ['de', 'de'] });
    expect(one(tester(view), '.start').hasAttribute('disabled')).toBe(true);
    expect(textOf(tester(view).shadowRoot!.lastElementChild!)).toBe(t('statistics.sameVariant'));
  });

  test('can be given up', async () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_value, at) => [`p${String(at)}`, DE]));
    const marks = Object.keys(many).flatMap((paragraph, at) => [
      mark(at, DE, 'Wir', { paragraph }),
      mark(1000 + at, DE, 'Wir', { paragraph, variant: 'fr', severity: at % 2 ? 'minor' : 'major' }),
      mark(2000 + at, DE, 'Wir', { paragraph, variant: at % 3 ? 'fr' : 'de', severity: 'minor' }),
    ]);
    const opened: OpenedWork = openedWork({ de: many, fr: many, en: many }, marks);
    const view = await counted(await mount('lesart-statistics-view', { opened }));
    one(tester(view), '.start').click();
    await rendered(tester(view));
    one(tester(view), '.cancel').click();
    await rendered(tester(view));
    expect(all(tester(view), 'progress, [role=status]')).toEqual([]);
    expect(all(tester(view), '.start')).toHaveLength(1);
  });
});
