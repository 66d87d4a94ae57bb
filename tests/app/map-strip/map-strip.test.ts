import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type MapRow, type MapStrip, binOf, bins, gravest } from '../../../src/app/map-strip/map-strip.ts';
import { inText, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, change, heard, mount, one, press, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const row = (number: number, given: Partial<MapRow> = {}): MapRow => ({
  id: `p${String(number)}`,
  number,
  counts: {},
  found: false,
  ...given,
});
const rows = (count: number, given: Readonly<Record<number, Partial<MapRow>>> = {}): readonly MapRow[] =>
  Array.from({ length: count }, (_row, index) => row(index + 1, given[index + 1]));

const slider = (map: MapStrip): HTMLElement => one(map, '[role=slider]');
const severity = (name: 'critical' | 'major' | 'minor' | 'neutral'): string =>
  inText(t(`mqm.severity.${name}`));

describe('bins', () => {
  const cases = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 200 }));
  const range = (count: number): readonly number[] => Array.from({ length: count }, (_item, index) => index);

  test('hold every row once, in order', () => {
    fc.assert(
      fc.property(cases, ([count, most]) => {
        expect(bins(range(count), most).flat()).toEqual(range(count));
      }),
    );
  });

  test('are as many as the rows and never more than the bound, none of them empty', () => {
    fc.assert(
      fc.property(cases, ([count, most]) => {
        const shared = bins(range(count), most);
        expect(shared).toHaveLength(Math.min(count, most));
        expect(shared.every((bin) => bin.length > 0)).toBe(true);
      }),
    );
  });

  test('are found by a row without being made', () => {
    fc.assert(
      fc.property(cases, ([count, most]) => {
        const found = range(count).map((row) => binOf(row, count, most));
        expect(found).toEqual(bins(range(count), most).flatMap((bin, index) => bin.map(() => index)));
        expect([binOf(-1, count, most), binOf(count, count, most)]).toEqual([-1, -1]);
      }),
    );
  });

  test('differ by one row at most', () => {
    fc.assert(
      fc.property(cases, ([count, most]) => {
        const sizes = bins(range(count), most).map((bin) => bin.length);
        if (count > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('the gravest severity of rows is that of any of them, or none', () => {
  expect(gravest([row(1, { counts: { minor: 3 } }), row(2, { counts: { critical: 1 } })])).toBe('critical');
  expect(gravest([row(1, { counts: { neutral: 1 } })])).toBe('neutral');
  expect(gravest([row(1)])).toBeUndefined();
  expect(gravest([])).toBeUndefined();
});

describe('the map', () => {
  test('has a cell a row, coloured by its gravest error, with what was found and where the reader is', async () => {
    const map = await mount('lesart-map-strip', {
      rows: rows(4, { 2: { counts: { minor: 1, major: 2 } }, 3: { found: true } }),
      active: 3,
    });
    expect(all(map, '.cell').map(({ className }) => className.trim().split(/\s+/).sort())).toEqual([
      ['cell'],
      ['cell', 'major'],
      ['cell', 'found'],
      ['cell', 'here'],
    ]);
  });

  test('keeps to a bounded number of cells, however long the work is', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(31_000), active: 30_999 });
    const cells = all(map, '.cell');
    expect(cells.length).toBeGreaterThan(50);
    expect(cells.length).toBeLessThanOrEqual(160);
    expect(cells.at(-1)?.classList.contains('here')).toBe(true);
  });

  test('says in words which paragraph it is and which errors it has, the gravest first', async () => {
    const map = await mount('lesart-map-strip', {
      rows: rows(3, { 2: { counts: { minor: 1, critical: 2 } } }),
      active: 1,
    });
    const strip = slider(map);
    expect(strip.getAttribute('aria-valuetext')).toBe(
      `${t('map.paragraph', { number: 2 })}: 2 ${severity('critical')}, 1 ${severity('minor')}`,
    );
    expect(
      ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map((name) => strip.getAttribute(name)),
    ).toEqual(['1', '2', '3']);
    await change(map, { active: 0 });
    expect(strip.getAttribute('aria-valuetext')).toBe(
      `${t('map.paragraph', { number: 1 })}: ${t('map.clean')}`,
    );
  });

  test('says of a cell that several paragraphs share which they are, and all their errors', async () => {
    const given = { 1: { counts: { major: 1 } }, 2: { counts: { major: 2 } } };
    const map = await mount('lesart-map-strip', { rows: rows(320, given), active: 1 });
    expect(slider(map).getAttribute('aria-valuetext')).toBe(
      `${t('map.paragraphs', { first: 1, last: 2 })}: 3 ${severity('major')}`,
    );
  });

  test('follows new rows', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(3) });
    await change(map, { rows: rows(5) });
    expect(all(map, '.cell')).toHaveLength(5);
    expect(slider(map).getAttribute('aria-valuemax')).toBe('5');
  });

  test('marks the rows that are on screen by their share of the whole', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(10), seen: [2, 4] });
    const { insetBlockStart, blockSize } = one(map, '.window').style;
    expect([insetBlockStart, blockSize]).toEqual(['20%', '30%']);
  });

  test('moves the frame with the rows on screen, and renders nothing for it', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(10), seen: [0, 1] });
    const cell = all(map, '.cell')[3]!;
    cell.className = 'untouched';
    await change(map, { seen: [5, 9] });
    const { insetBlockStart, blockSize } = one(map, '.window').style;
    expect([insetBlockStart, blockSize]).toEqual(['50%', '50%']);
    expect(cell.className).toBe('untouched');
    expect(all(map, '.cell').filter((other) => other !== cell)).toHaveLength(9);
  });

  test('lights up the cell of the row that is pointed at, wherever that is, and no other', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(320), pointed: 'p4' });
    const lit = (): readonly number[] =>
      all(map, '.cell').flatMap((cell, index) => (cell.classList.contains('pointed') ? [index] : []));
    expect(lit()).toEqual([1]);
    await change(map, { pointed: 'p320' });
    expect(lit()).toEqual([159]);
    for (const none of ['nowhere', undefined]) {
      await change(map, { pointed: none });
      expect(lit()).toEqual([]);
    }
  });

  test('makes a click a place that Back leaves again, and no step of an arrow', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(5), active: 1 });
    const chosen = heard(map, 'paragraph-activated');
    all(map, '.cell')[3]?.click();
    press(slider(map), 'ArrowDown');
    press(slider(map), 'ArrowUp');
    expect(chosen.map(({ jump }) => jump)).toEqual([true, false, false]);
  });

  test('goes to the cell that was clicked: to its first paragraph with an error, else to its first', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(320, { 4: { counts: { minor: 1 } } }) });
    const chosen = heard(map, 'paragraph-activated');
    all(map, '.cell')[0]?.querySelector('i')?.click();
    all(map, '.cell')[1]?.click();
    expect(chosen.map(({ paragraph, origin }) => [paragraph, origin])).toEqual([
      ['p1', 'map'],
      ['p4', 'map'],
    ]);
  });

  test('takes a paragraph that has none of an error for one without', async () => {
    const given = { 1: { counts: { major: 0 } }, 2: { counts: { minor: 1 } } };
    const map = await mount('lesart-map-strip', { rows: rows(320, given) });
    const chosen = heard(map, 'paragraph-activated');
    all(map, '.cell')[0]?.click();
    expect(chosen.map(({ paragraph }) => paragraph)).toEqual(['p2']);
  });

  test('explains the cell under the pointer until the pointer leaves', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(4, { 3: { counts: { major: 1 } } }) });
    all(map, '.cell')[2]?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await rendered(map);
    expect(textOf(one(map, '.hint'))).toBe(`${t('map.paragraph', { number: 3 })}: 1 ${severity('major')}`);
    slider(map).dispatchEvent(new PointerEvent('pointerleave'));
    await rendered(map);
    expect(all(map, '.hint')).toEqual([]);
  });

  test('shows nothing and breaks nothing in a work without rows', async () => {
    const map = await mount('lesart-map-strip', { rows: [] });
    const chosen = heard(map, 'paragraph-activated');
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) press(slider(map), key);
    expect(all(map, '.cell')).toEqual([]);
    expect(chosen).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('has one stop in the map', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(5) });
    await userEvent.keyboard('{Tab}');
    expect(map.shadowRoot?.activeElement).toBe(slider(map));
    expect(all(map, '[tabindex]')).toEqual([slider(map)]);
  });

  test.each([
    ['ArrowDown', 2, 'p4'],
    ['ArrowUp', 2, 'p2'],
    ['Home', 2, 'p1'],
    ['End', 2, 'p5'],
    ['ArrowDown', 4, 'p5'],
    ['ArrowUp', 0, 'p1'],
  ])('%s from row %i goes to %s', async (key, active, paragraph) => {
    const map = await mount('lesart-map-strip', { rows: rows(5), active });
    const chosen = heard(map, 'paragraph-activated');
    expect(press(slider(map), key).defaultPrevented).toBe(true);
    expect(chosen.map((event) => [event.paragraph, event.origin])).toEqual([[paragraph, 'map']]);
  });

  test('goes from cell to cell where paragraphs share cells', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(320), active: 1 });
    const chosen = heard(map, 'paragraph-activated');
    press(slider(map), 'ArrowDown');
    expect(chosen.map(({ paragraph }) => paragraph)).toEqual(['p3']);
  });

  test('keeps its keys from the page and leaves it all others', async () => {
    const map = await mount('lesart-map-strip', { rows: rows(5) });
    const reached = heard(document.body, 'keydown');
    press(slider(map), 'ArrowDown');
    press(slider(map), 'n');
    expect(reached.map(({ key }) => key)).toEqual(['n']);
  });
});
