import type { ReactiveControllerHost } from 'lit';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Hit, MOST_HITS, TextSearch } from '../../../src/app/controllers/text-search.ts';
import { openedWork } from '../make.ts';

const requestUpdate = vi.fn();
const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate,
  updateComplete: Promise.resolve(true),
};

beforeEach(() => {
  requestUpdate.mockClear();
});

/** Until the test ends, every look at the clock finds the search's turn over. */
function slow(): void {
  let now = 0;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000));
  onTestFinished(() => {
    spy.mockRestore();
  });
}

const places = (hits: readonly Hit[]): readonly string[] =>
  hits.map(({ variant, paragraph, span }) => `${variant}/${paragraph}:${String(span.start)}`);

const opened = openedWork({
  de: { p: 'Ein Modell und noch ein MODELL.', q: 'Nichts.', r: 'Modelle' },
  en: { p: 'A model, modelled.', q: 'Our model.', r: 'None.' },
});
const COLUMNS = ['de', 'en'];

describe('a search', () => {
  test('finds every place, whatever the case, row by row and in a row by variant', async () => {
    const search = new TextSearch(host);
    await search.start(opened, 'mODEL', COLUMNS);
    expect(places(search.state.hits)).toEqual(['de/p:4', 'de/p:24', 'en/p:2', 'en/p:9', 'en/q:4', 'de/r:0']);
    expect(search.state.running).toBe(false);
    expect(search.state.query).toBe('mODEL');
  });

  test('takes the variants in the order that it is given, and no others', async () => {
    const search = new TextSearch(host);
    await search.start(opened, 'model', ['en', 'de']);
    expect(places(search.state.hits).slice(0, 4)).toEqual(['en/p:2', 'en/p:9', 'de/p:4', 'de/p:24']);
    await search.start(opened, 'model', ['en']);
    expect(new Set(search.state.hits.map(({ variant }) => variant))).toEqual(new Set(['en']));
  });

  test('knows the hits of each place, the very ones of its list', async () => {
    const search = new TextSearch(host);
    await search.start(opened, 'model', COLUMNS);
    expect([...search.state.byPlace.keys()]).toEqual(['de/p', 'en/p', 'en/q', 'de/r']);
    expect([...search.state.byPlace.values()].flat()).toEqual(search.state.hits);
    expect(search.state.byPlace.get('de/p')?.[1]).toBe(search.state.hits[1]);
  });

  test('takes the query’s signs as they are, and any white space between its words', async () => {
    const signs = openedWork({ de: { p: 'a.c abc (1+1) x\u00a0\u00a0y' } });
    const search = new TextSearch(host);
    const find = async (query: string): Promise<readonly string[]> => {
      await search.start(signs, query, ['de']);
      return places(search.state.hits);
    };
    expect(await find('a.c')).toEqual(['de/p:0']);
    expect(await find('(1+')).toEqual(['de/p:8']);
    expect(await find(' x y ')).toEqual(['de/p:14']);
  });

  test('finds composed letters by letters and signs that are typed apart', async () => {
    const search = new TextSearch(host);
    await search.start(openedWork({ de: { p: 'Für Größe' } }), 'gro\u0308ße', ['de']);
    expect(places(search.state.hits)).toEqual(['de/p:4']);
  });

  test('for nothing finds nothing and forgets what was found before', async () => {
    const search = new TextSearch(host);
    await search.start(opened, 'model', COLUMNS);
    await search.start(opened, '  ', COLUMNS);
    expect(search.state).toEqual({ query: '', running: false, hits: [], byPlace: new Map() });
  });

  test('lets the page have its turn, and shows what it has found until then', async () => {
    slow();
    const search = new TextSearch(host);
    const done = search.start(opened, 'model', COLUMNS);
    expect([places(search.state.hits), search.state.running]).toEqual([['de/p:4', 'de/p:24'], true]);
    expect(requestUpdate).toHaveBeenCalledOnce();
    await done;
    expect([search.state.hits.length, search.state.running]).toEqual([6, false]);
  });

  test('stops when another begins, and never shows its own hits again', async () => {
    slow();
    const search = new TextSearch(host);
    const shown: string[] = [];
    requestUpdate.mockImplementation(() => shown.push(search.state.query));
    const older = search.start(opened, 'model', COLUMNS);
    const newer = search.start(opened, 'none', COLUMNS);
    await Promise.all([older, newer]);
    requestUpdate.mockReset();
    expect(places(search.state.hits)).toEqual(['en/r:0']);
    expect(shown.lastIndexOf('model')).toBeLessThan(shown.indexOf('none'));
  });

  test('stops when the query is emptied', async () => {
    slow();
    const search = new TextSearch(host);
    const older = search.start(opened, 'model', COLUMNS);
    await search.start(opened, '', COLUMNS);
    await older;
    expect(search.state.hits).toEqual([]);
  });

  test('stops when its element leaves the page', async () => {
    slow();
    const search = new TextSearch(host);
    const started = search.start(opened, 'model', COLUMNS);
    search.hostDisconnected();
    requestUpdate.mockClear();
    await started;
    expect(requestUpdate).not.toHaveBeenCalled();
    expect(search.state.hits).toHaveLength(2);
  });

  test('stops at a number that helps nobody, before it has been through all texts', async () => {
    const text = 'a '.repeat(MOST_HITS / 4);
    const many = openedWork({
      de: Object.fromEntries(Array.from({ length: 10 }, (_row, n) => [`p${String(n)}`, text])),
    });
    const search = new TextSearch(host);
    await search.start(many, 'a', ['de']);
    expect(search.state.hits).toHaveLength(MOST_HITS);
    expect([...search.state.byPlace.keys()]).toEqual(['de/p0', 'de/p1', 'de/p2', 'de/p3']);
    expect(search.state.running).toBe(false);
  });
});

describe('the first hit', () => {
  test('is told once, when all is searched', async () => {
    slow();
    const search = new TextSearch(host);
    const told = vi.fn(() => [search.state.running, search.state.hits.length]);
    const done = search.start(opened, 'model', COLUMNS, told);
    expect(search.state.hits).not.toEqual([]);
    expect(told).not.toHaveBeenCalled();
    await done;
    expect(told.mock.calls).toEqual([[]]);
    expect(told).toHaveReturnedWith([false, 6]);
  });

  test.each(['nowhere to be found', '  '])('of %j is not told: there is none', async (query) => {
    const told = vi.fn();
    await new TextSearch(host).start(opened, query, COLUMNS, told);
    expect(told).not.toHaveBeenCalled();
  });

  test('of a search that another one ended is not told', async () => {
    slow();
    const search = new TextSearch(host);
    const [older, newer] = [vi.fn(), vi.fn()];
    await Promise.all([
      search.start(opened, 'model', COLUMNS, older),
      search.start(opened, 'none', COLUMNS, newer),
    ]);
    expect(older).not.toHaveBeenCalled();
    expect(newer).toHaveBeenCalledOnce();
  });
});

describe('a step from hit to hit', () => {
  const searched = async (query = 'model'): Promise<TextSearch> => {
    const search = new TextSearch(host);
    await search.start(opened, query, COLUMNS);
    return search;
  };
  const step = (search: TextSearch, by: 1 | -1, fromRow = 0): string =>
    places([search.step(opened, by, fromRow)!])[0] ?? '';

  test('stands at none at first', async () => {
    const search = await searched();
    expect([search.at, search.hit]).toEqual([-1, undefined]);
  });

  test('begins with the first hit at or after the row, and goes round', async () => {
    const search = await searched();
    const forward = Array.from({ length: 7 }, () => step(search, 1, 1));
    expect(forward).toEqual(['en/q:4', 'de/r:0', 'de/p:4', 'de/p:24', 'en/p:2', 'en/p:9', 'en/q:4']);
    expect(search.at).toBe(4);
    expect(search.hit).toBe(search.state.hits[4]);
  });

  test('begins with the first of all where none stands after the row', async () => {
    const search = await searched('noch');
    expect(step(search, 1, 2)).toBe('de/p:15');
  });

  test('goes back, from the first hit to the last', async () => {
    const search = await searched();
    expect(step(search, 1)).toBe('de/p:4');
    expect(step(search, -1)).toBe('de/r:0');
    expect(step(search, -1)).toBe('en/q:4');
  });

  test('goes nowhere without hits', async () => {
    const search = await searched('nowhere to be found');
    expect(search.step(opened, 1, 0)).toBeUndefined();
    expect(search.at).toBe(-1);
  });

  test('begins anew with a new query', async () => {
    const search = await searched();
    step(search, 1);
    await search.start(opened, 'none', COLUMNS);
    expect([search.at, search.hit]).toEqual([-1, undefined]);
  });

  test('back begins with the last of all', async () => {
    expect(step(await searched(), -1, 1)).toBe('de/r:0');
  });
});
