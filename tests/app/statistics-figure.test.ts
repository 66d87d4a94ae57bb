import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { BarsAlongText, GroupedBars } from '../../src/app/statistics-view/chart.ts';
import { SCORER_PATTERNS } from '../../src/app/statistics-view/patterns.ts';
import '../../src/app/statistics-view/statistics-figure.ts';
import type { StatisticsFigure } from '../../src/app/statistics-view/statistics-figure.ts';
import { loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import { all, change, heard, mount, one, textOf } from './make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const TABLE = { caption: 'Scores', columns: [{ label: 'Name' }], rows: [{ cells: ['Ada'] }] };

const grouped: GroupedBars = {
  kind: 'grouped',
  label: 'Scores by name',
  values: 'Score',
  names: 'Name',
  legend: [
    { pattern: SCORER_PATTERNS.wmt, label: 'WMT' },
    { pattern: SCORER_PATTERNS.marot, label: 'Marot' },
  ],
  bars: [
    { name: 'Ada', value: 3, pattern: SCORER_PATTERNS.wmt, text: '3.00', title: 'Ada, WMT: 3' },
    { name: 'Ada', value: 4, pattern: SCORER_PATTERNS.marot, text: '4.00', title: 'Ada, Marot: 4' },
  ],
};

const place = (from: number, to: number, paragraph: string) => ({ from, to, value: 1, title: '', paragraph });
const along: BarsAlongText = {
  kind: 'along',
  label: 'Scores along the text',
  values: 'WMT',
  names: 'Paragraph',
  legend: [],
  pattern: SCORER_PATTERNS.wmt,
  panels: [{ name: 'DE', bars: [place(1, 1, 'first'), place(9, 10, 'last')] }],
  from: 1,
  to: 10,
};

async function show(
  given: Partial<StatisticsFigure>,
): Promise<{ figure: StatisticsFigure; svg: SVGElement }> {
  const figure = await mount('lesart-statistics-figure', { table: TABLE, fileName: 'w-scores', ...given });
  await vi.waitUntil(() => figure.shadowRoot?.querySelector('.plot svg'));
  return { figure, svg: figure.shadowRoot!.querySelector<SVGElement>('.plot svg')! };
}

/** The files that are offered from now on. */
function offered(): readonly { readonly name: string; readonly text: Promise<string> }[] {
  const files: { name: string; text: Promise<string> }[] = [];
  const blobs: Blob[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, text: blobs.at(-1)!.text() });
  });
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:made';
  });
  onTestFinished(() => {
    click.mockRestore();
    make.mockRestore();
  });
  return files;
}

const button = (figure: StatisticsFigure, label: string): HTMLElement =>
  all(figure, '.tools button').find((found) => textOf(found) === label)!;
const words = (svg: Element): readonly string[] =>
  [...svg.querySelectorAll('text')].map((found) => found.textContent.trim());

describe('a plot', () => {
  test('has titles of its axes, a legend, and its values beside the bars', async () => {
    const { svg } = await show({ chart: grouped });
    expect(words(svg)).toEqual(
      expect.arrayContaining(['Score', 'Name', 'WMT', 'Marot', 'Ada', '3.00', '4.00']),
    );
    expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).toEqual(['img', 'Scores by name']);
  });

  test('tells its bars apart by texture, not by colour alone', async () => {
    const { svg } = await show({ chart: grouped });
    const fills = [...svg.querySelectorAll('rect:has(title)')].map((bar) => bar.getAttribute('fill'));
    expect(fills).toEqual(['url(#wmt)', 'url(#marot)']);
    const textures = ['wmt', 'marot'].map((id) => svg.querySelector(`#${id}`)?.childElementCount);
    expect(textures).toEqual([1, 2]);
  });

  test('brings no style of its own, which the page’s policy would refuse', async () => {
    const { svg } = await show({ chart: grouped });
    expect(svg.querySelectorAll('style, [style]')).toHaveLength(0);
    expect(svg.hasAttribute('style')).toBe(false);
  });

  test('is drawn anew for another width and other values', async () => {
    const { figure, svg } = await show({ chart: grouped });
    figure.style.width = '300px';
    await expect.poll(() => figure.shadowRoot?.querySelector('svg')?.getAttribute('width')).toBe('300');
    expect(figure.shadowRoot?.querySelector('svg')).not.toBe(svg);
    await change(figure, { chart: { ...grouped, values: 'Points' } });
    expect(words(figure.shadowRoot!.querySelector('svg')!)).toContain('Points');
  });

  test('has its table below it, folded, with a caption', async () => {
    const { figure } = await show({ chart: grouped });
    expect(textOf(one(figure, 'details summary'))).toBe(t('statistics.table'));
    const table = one(figure, 'details lesart-statistics-table');
    expect(textOf(one(table, 'caption'))).toBe('Scores');
  });

  test('leads to the paragraph of the nearest bar', async () => {
    const { svg } = await show({ chart: along });
    const activated = heard(document.body, 'paragraph-activated');
    const { left, width, top } = svg.getBoundingClientRect();
    for (const share of [0.05, 0.4, 0.95])
      svg.dispatchEvent(
        new MouseEvent('click', {
          clientX: left + width * share,
          clientY: top + 60,
          bubbles: true,
          composed: true,
        }),
      );
    expect(activated.map(({ paragraph }) => paragraph)).toEqual(['first', 'first', 'last']);
  });

  test('that leads nowhere stays where it is', async () => {
    const { svg } = await show({ chart: grouped });
    const activated = heard(document.body, 'paragraph-activated');
    svg.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(activated).toEqual([]);
  });
});

describe('a figure as a file', () => {
  test('is a drawing that stands alone, in the light page’s colours', async () => {
    document.documentElement.style.setProperty('--accent', 'rgb(1, 2, 3)');
    document.documentElement.dataset['theme'] = 'dark';
    onTestFinished(() => {
      document.documentElement.style.removeProperty('--accent');
      delete document.documentElement.dataset['theme'];
    });
    const { figure } = await show({ chart: grouped });
    const files = offered();
    button(figure, t('statistics.svg')).click();
    expect(files.map(({ name }) => name)).toEqual(['w-scores.svg']);
    const text = await files[0]!.text;
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    expect(drawn.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(text).not.toContain('var(--accent)');
    expect(drawn.querySelector('#wmt rect')?.getAttribute('fill')).toBe('#010203');
    expect(drawn.querySelector('rect')?.getAttribute('width')).toBe('100%');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  test('is its table as comma-separated values', async () => {
    const { figure } = await show({ chart: grouped });
    const files = offered();
    button(figure, t('statistics.csv')).click();
    expect([files[0]?.name, await files[0]?.text]).toEqual(['w-scores.csv', 'Name\r\nAda\r\n']);
  });
});

test('a figure without a plot is its table, unfolded', async () => {
  const figure = await mount('lesart-statistics-figure', { table: TABLE, fileName: 'w' });
  expect(all(figure, '.plot, details')).toEqual([]);
  expect(all(figure, 'lesart-statistics-table')).toHaveLength(1);
  expect(all(figure, '.tools button').map(textOf)).toEqual([t('statistics.csv')]);
});
