import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Hit, MOST_HITS, type SearchState } from '../../../src/app/controllers/text-search.ts';
import type { SearchBar } from '../../../src/app/search-bar/search-bar.ts';
import '../../../src/app/search-bar/search-bar.ts';
import { changeLanguage, startI18n, t } from '../../../src/i18n/i18n.ts';
import { change, heard, mount, one, press, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const hit: Hit = { variant: 'de', paragraph: 'p', span: { start: 0, end: 1 } };
const found = (count: number, given: Partial<SearchState> = {}): SearchState => ({
  query: 'word',
  running: false,
  hits: Array.from({ length: count }, () => hit),
  byPlace: new Map(),
  ...given,
});
const show = (state: SearchState, given: Partial<SearchBar> = {}): Promise<SearchBar> =>
  mount('lesart-search-bar', { state, ...given });

const input = (bar: SearchBar): HTMLInputElement => one(bar, 'input') as HTMLInputElement;
const button = (bar: SearchBar, label: string): HTMLButtonElement =>
  one(bar, `[aria-label="${label}"]`) as HTMLButtonElement;
const count = (bar: SearchBar): string => textOf(one(bar, 'output'));

/** How long a pause is, in milliseconds. */
const PAUSE = 120;

/** Until the test ends, time passes only when it is told to, by this. */
function stopTime(): (milliseconds: number) => void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return (milliseconds) => void vi.advanceTimersByTime(milliseconds);
}

function type(bar: SearchBar, text: string): void {
  input(bar).value = text;
  input(bar).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

describe('the search bar says', () => {
  test('which hit of how many the reader stands at', async () => {
    expect(count(await show(found(7), { at: 2 }))).toBe(t('search.place', { at: 3, total: '7' }));
  });

  test('in which language the hit stands when that has no column', async () => {
    expect(count(await show(found(7), { at: 0, where: 'Latina' }))).toBe(
      `${t('search.place', { at: 1, total: '7' })} · Latina`,
    );
  });

  test('that the number grows while the search runs', async () => {
    expect(count(await show(found(7, { running: true }), { at: 0 }))).toBe(
      t('search.place', { at: 1, total: '7…' }),
    );
  });

  test('how many there are before the reader stands at one', async () => {
    const bar = await show(found(7));
    expect(count(bar)).toBe(t('search.matches', { count: 7, total: '7' }));
    await change(bar, { state: found(1) });
    expect(count(bar)).toBe(t('search.matches', { count: 1, total: '1' }));
    await change(bar, { state: found(7, { running: true }) });
    expect(count(bar)).toBe(t('search.matches', { count: 7, total: '7…' }));
  });

  test('its numbers as the reader’s language writes them', async () => {
    const bar = await show(found(1234), { at: 1233 });
    expect(count(bar)).toBe(t('search.place', { at: '1,234', total: '1,234' }));
    onTestFinished(() => changeLanguage('en'));
    await changeLanguage('de');
    await rendered(bar);
    expect(count(bar)).toBe(t('search.place', { at: '1.234', total: '1.234' }));
  });

  test('that nothing was found only when all is searched', async () => {
    const bar = await show(found(0, { running: true }));
    expect(count(bar)).toBe(t('search.running'));
    await change(bar, { state: found(0) });
    expect(count(bar)).toBe(t('search.none'));
  });

  test('nothing where nothing is searched for', async () => {
    expect(count(await show(found(0, { query: '  ' })))).toBe('');
  });

  test('that there are more than it counted where it stopped counting', async () => {
    const total = t('search.moreThan', { number: '10,000' });
    expect(MOST_HITS).toBe(10_000);
    const bar = await show(found(MOST_HITS), { at: 0 });
    expect(count(bar)).toBe(t('search.place', { at: 1, total }));
    await change(bar, { at: -1 });
    expect(count(bar)).toBe(t('search.matches', { count: MOST_HITS, total }));
    await change(bar, { state: found(MOST_HITS - 1) });
    expect(count(bar)).toBe(t('search.matches', { count: MOST_HITS - 1, total: '9,999' }));
  });
});

describe('the search bar', () => {
  test('tells a query when typing pauses, not with every letter', async () => {
    const pass = stopTime();
    const bar = await show(found(0, { query: '' }));
    const queries = heard(bar, 'query-changed');
    for (const text of ['a', 'ab', 'abc']) {
      type(bar, text);
      pass(PAUSE - 1);
    }
    expect(queries).toEqual([]);
    pass(1);
    expect(queries.map(({ query }) => query)).toEqual(['abc']);
    pass(10 * PAUSE);
    expect(queries).toHaveLength(1);
  });

  test('tells by Enter at once, and once, what was typed and not told yet; the next Enter goes on', async () => {
    const pass = stopTime();
    const bar = await show(found(3), { text: 'wor' });
    const queries = heard(bar, 'query-changed');
    const steps = heard(bar, 'hit-stepped');
    type(bar, 'word');
    expect(press(input(bar), 'Enter').defaultPrevented).toBe(true);
    expect(queries.map(({ query }) => query)).toEqual(['word']);
    pass(10 * PAUSE);
    expect(queries).toHaveLength(1);
    expect(steps).toEqual([]);
    await change(bar, { text: 'word' });
    press(input(bar), 'Enter');
    expect(steps.map(({ step }) => step)).toEqual([1]);
    expect(queries).toHaveLength(1);
  });

  test('begins with the query that it is given, chosen whole, so that typing replaces it', async () => {
    const bar = await show(found(3), { text: 'word' });
    const queries = heard(bar, 'query-changed');
    bar.focus();
    await bar.updateComplete;
    await userEvent.keyboard('x');
    await expect.poll(() => queries.map(({ query }) => query)).toEqual(['x']);
  });

  test('goes on where the text ends when typing had begun before it was there', async () => {
    const bar = await show(found(3), { text: 'word' });
    const queries = heard(bar, 'query-changed');
    bar.resume();
    await bar.updateComplete;
    await userEvent.keyboard('s');
    await expect.poll(() => queries.map(({ query }) => query)).toEqual(['words']);
  });

  test('goes on by Enter and its button, back by Shift+Enter and its button', async () => {
    const bar = await show(found(3), { text: 'word' });
    const steps = heard(bar, 'hit-stepped');
    press(input(bar), 'Enter');
    press(input(bar), 'Shift+Enter');
    button(bar, t('search.next')).click();
    button(bar, t('search.previous')).click();
    expect(steps.map(({ step }) => step)).toEqual([1, -1, 1, -1]);
  });

  test('has nowhere to go without hits', async () => {
    const bar = await show(found(0));
    expect([t('search.next'), t('search.previous')].map((label) => button(bar, label).disabled)).toEqual([
      true,
      true,
    ]);
    await change(bar, { state: found(1) });
    expect(button(bar, t('search.next')).disabled).toBe(false);
  });

  test('closes by Escape and by its button', async () => {
    const bar = await show(found(1));
    let closed = 0;
    bar.addEventListener('search-closed', () => (closed += 1));
    expect(press(input(bar), 'Escape').defaultPrevented).toBe(true);
    button(bar, t('search.close')).click();
    expect(closed).toBe(2);
  });

  test('tells no query any more once it is closed', async () => {
    const pass = stopTime();
    const bar = await show(found(1));
    const queries = heard(bar, 'query-changed');
    type(bar, 'word');
    press(input(bar), 'Escape');
    bar.remove();
    pass(PAUSE);
    expect(queries).toEqual([]);
  });

  test('leaves Enter and Escape to an input method that is composing', async () => {
    const bar = await show(found(1));
    const queries = heard(bar, 'query-changed');
    const steps = heard(bar, 'hit-stepped');
    type(bar, 'wo');
    const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true });
    input(bar).dispatchEvent(event);
    expect([...steps, ...queries]).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
  });

  test('keeps Enter and Escape from the page and leaves it all other keys', async () => {
    const bar = await show(found(1));
    const reached = heard(document.body, 'keydown');
    for (const key of ['Enter', 'Escape', 'F3']) press(input(bar), key);
    expect(reached.map(({ key }) => key)).toEqual(['F3']);
  });
});
