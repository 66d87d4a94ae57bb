import { beforeAll, describe, expect, test, vi } from 'vitest';
import { confirm } from '../../../src/core/contribution/align-edits.ts';
import { alignmentOf } from '../../../src/core/contribution/alignment.ts';
import type {} from '../../../src/app/texts-asked.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { all, change, heard, one, openedWork, press, rendered, textOf, work, variant } from '../make.ts';
import { TEXTS, cell, does, estimated, focused, news, record, rows, show } from './make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const button = (view: Element, name: string): HTMLButtonElement =>
  one(view, `.tools .${name}`) as HTMLButtonElement;

describe('the alignment', () => {
  test('stands row by row, every text in its language', async () => {
    const { view } = await show();
    expect(rows(view)).toEqual([
      '1: Eins ist da.: One is here.',
      '2: Zwei kam. Drei auch.: Two came.',
      '3: Vier.: Three too.',
      '4: Fünf.: Four.',
    ]);
    expect(cell(view, 0, 0).lang).toBe('de');
    expect(cell(view, 0, 1).lang).toBe('en');
    expect(one(view, 'table').getAttribute('role')).toBe('grid');
    expect(textOf(one(view, '.tally'))).toBe('4 rows · ✓ 0 confirmed · 0 doubtful');
  });

  test('says how sure each row is by a number and words, and who confirmed it', async () => {
    const log = [estimated({ p1: 0.41, p2: 0.999 })];
    const from = alignmentOf(['de', 'en'], openedWork(TEXTS).texts, log);
    const { view } = await show([...log, record(2, confirm(from, 'p3')!)]);
    const heads = all(view, 'tbody th').map(textOf);
    expect(heads[0]).toBe('1 41 %41 % sure, doubtful');
    // Nothing that a machine says is quite sure.
    expect(heads[1]).toBe('2 99 %99 % sure');
    expect(heads[2]).toBe('3 ✓ Adaconfirmed by Ada');
    expect(heads[3]).toBe('4 not judged');
    expect(textOf(one(view, '.tally'))).toBe('4 rows · ✓ 1 confirmed · 1 doubtful');
  });

  test('asks for the texts that are not there, once', async () => {
    const opened = openedWork(TEXTS, [], { variants: [variant('de'), variant('en'), variant('fr')] });
    const asked = heard(document.body, 'texts-asked');
    const { view } = await show([], {}, opened);
    await rendered(view);
    await change(view, { columns: ['de'] });
    expect(asked.map(({ variants }) => variants)).toEqual([['fr']]);
    // Whole rows are neither joined nor aligned without them.
    expect(one(view, '.realign').matches(':disabled')).toBe(true);
    cell(view, 0, 0).focus();
    await rendered(view);
    expect(button(view, 'merge').disabled).toBe(true);
    expect(button(view, 'shiftDown').disabled).toBe(false);
  });

  test('asks for the reader’s name until there is one, and keeps changes under it', async () => {
    const { view, names } = await show([], { author: '' });
    (one(view, '.name input') as HTMLInputElement).value = 'Grace';
    cell(view, 0, 0).focus();
    await does(view, 'c');
    expect(names).toEqual(['Grace']);
    await change(view, { author: 'Grace' });
    expect(all(view, '.name')).toEqual([]);
  });
});

describe('its keys', () => {
  test('go from cell to cell, with one stop for Tab', async () => {
    const { view } = await show();
    cell(view, 0, 0).focus();
    for (const [key, place] of [
      ['ArrowDown', [1, 0]],
      ['ArrowRight', [1, 1]],
      ['ArrowRight', [1, 1]],
      ['Control+End', [3, 1]],
      ['Home', [3, 0]],
      ['ArrowUp', [2, 0]],
    ] as const) {
      press(view.shadowRoot!.activeElement!, key);
      await rendered(view);
      await vi.waitFor(() => {
        expect(focused(view), key).toEqual(place);
      });
    }
    expect(all(view, 'td[tabindex="0"]')).toEqual([cell(view, 2, 0)]);
  });

  test('split at the caret, which stands at the second sentence; the keyboard goes with the words', async () => {
    const { view, records } = await show();
    cell(view, 1, 0).focus();
    await does(view, 'Shift+Enter');
    expect(rows(view).slice(1, 3)).toEqual(['2: Zwei kam.: Two came.', '3: Drei auch.: ']);
    expect(focused(view)).toEqual([2, 0]);
    expect(news(view)).toBe('Split. The words from “Drei auch.” on stand in the new row 3.');
    expect(records).toHaveLength(1);
    // With the column below shifted up everything is in its place: all of this by keys.
    press(view.shadowRoot!.activeElement!, 'ArrowRight');
    await rendered(view);
    await does(view, 'Control+ArrowUp');
    expect(rows(view)).toEqual([
      '1: Eins ist da.: One is here.',
      '2: Zwei kam.: Two came.',
      '3: Drei auch.: Three too.',
      '4: Vier.: Four.',
      '5: Fünf.: ',
    ]);
    expect(focused(view)).toEqual([2, 1]);
  });

  test('move the caret by words and sentences, and say where it stands', async () => {
    const { view } = await show();
    cell(view, 1, 0).focus();
    await rendered(view);
    await does(view, 'Alt+ArrowLeft');
    expect(news(view)).toBe('Split between “Zwei” and “kam. Drei auch.”');
    await does(view, 'Alt+Shift+ArrowRight');
    expect(news(view)).toBe('Split between “Zwei kam.” and “Drei auch.”');
    await does(view, 'Alt+ArrowRight');
    await does(view, 'Enter');
    expect(rows(view).slice(1, 3)).toEqual(['2: Zwei kam. Drei: Two came.', '3: auch.|Vier.: Three too.']);
  });

  test.each([
    [
      'Control+ArrowDown',
      ['2: : Two came.', '3: Zwei kam. Drei auch.: Three too.', '4: Vier.: Four.', '5: Fünf.: '],
      2,
    ],
    ['Backspace', ['1: Eins ist da.|Zwei kam. Drei auch.: One is here.', '2: : Two came.'], 0],
    ['Alt+ArrowDown', ['2: : Two came.', '3: Zwei kam. Drei auch.|Vier.: Three too.'], 2],
    ['Delete', ['2: Zwei kam. Drei auch.|Vier.: Two came.', '3: : Three too.'], 1],
    ['u', ['2: : Two came.', '3: Zwei kam. Drei auch.: ', '4: Vier.: Three too.'], 2],
    ['s', ['2: Vier.: Two came.', '3: Zwei kam. Drei auch.: Three too.'], 2],
    ['m', ['2: Zwei kam. Drei auch.|Vier.: Two came.|Three too.', '3: Fünf.: Four.'], 1],
  ] as const)('%s changes the rows', async (key, changed, row) => {
    const { view, records } = await show();
    cell(view, 1, 0).focus();
    await rendered(view);
    await does(view, key);
    expect(rows(view)).toEqual(expect.arrayContaining([...changed]));
    expect(focused(view)).toEqual([row, 0]);
    expect(records).toHaveLength(1);
    await does(view, 'Control+z');
    expect(rows(view)[1]).toBe('2: Zwei kam. Drei auch.: Two came.');
    expect(focused(view)).toEqual([1, 0]);
  });

  test('note what is not translated, and confirm', async () => {
    const { view } = await show();
    cell(view, 3, 0).focus();
    await does(view, 't');
    expect(rows(view).slice(3)).toEqual(['4: : Four.', '5: Fünf.: ']);
    expect(textOf(all(view, 'tbody th')[3]!)).toContain('confirmed by Eve');
    cell(view, 0, 1).focus();
    await does(view, 'c');
    expect(textOf(all(view, 'tbody th')[0]!)).toContain('confirmed by Eve');
    // Nothing is doubtful: on to the next row.
    expect(focused(view)).toEqual([1, 1]);
  });

  test('say what is impossible, and change nothing', async () => {
    const { view, records } = await show();
    cell(view, 0, 0).focus();
    await rendered(view);
    expect(button(view, 'join').disabled).toBe(true);
    await does(view, 'Backspace');
    expect(news(view)).toBe('Join with above: not possible here.');
    expect(records).toEqual([]);
  });

  test('pressed quickly are done one after the other', async () => {
    const { view, records } = await show();
    cell(view, 1, 0).focus();
    const target = view.shadowRoot!.activeElement!;
    press(target, 'Control+ArrowDown');
    press(target, 'Control+ArrowDown');
    await vi.waitFor(() => {
      expect(records).toHaveLength(2);
    });
    await vi.waitFor(() => {
      expect(rows(view)).toContain('4: Zwei kam. Drei auch.: Four.');
    });
  });

  test('leave other keys to the page', async () => {
    const { view } = await show();
    cell(view, 0, 0).focus();
    expect(press(view.shadowRoot!.activeElement!, 'l').defaultPrevented).toBe(false);
    expect(press(one(view, '.realign'), 'c').defaultPrevented).toBe(false);
  });
});

describe('a click between two words', () => {
  test('puts the caret there', async () => {
    const { view } = await show();
    const target = cell(view, 1, 0);
    const words = target.querySelector('.stretch')!.firstChild!;
    const text =
      [...target.querySelector('.stretch')!.childNodes].find(
        (node) => node instanceof Text && node.length > 0,
      ) ?? words;
    const range = document.createRange();
    range.setStart(text, 'Zwei kam. Drei '.length);
    range.setEnd(text, 'Zwei kam. Drei a'.length);
    const { left, top, height } = range.getBoundingClientRect();
    target.dispatchEvent(
      new MouseEvent('click', {
        bubbles: true,
        composed: true,
        clientX: left + 1,
        clientY: top + height / 2,
      }),
    );
    await rendered(view);
    await vi.waitFor(() => {
      expect(focused(view)).toEqual([1, 0]);
    });
    await does(view, 'Shift+Enter');
    expect(rows(view).slice(1, 3)).toEqual(['2: Zwei kam. Drei: Two came.', '3: auch.: ']);
  });
});

describe('the queue of doubtful rows', () => {
  const log = [estimated({ p1: 0.7, p2: 0.95, p3: 0.3, p4: 0.79 })];

  test('has the least sure first, with its neighbours', async () => {
    const { view } = await show(log, { filter: 'doubtful' });
    expect(rows(view).map((row) => row[0])).toEqual(['2', '3', '4', '1']);
    expect(all(view, 'tr.near').map((row) => textOf(row.querySelector('.number')!))).toEqual(['2', '4']);
  });

  test('goes on by n, and after a row was confirmed', async () => {
    const { view } = await show(log, { filter: 'doubtful' });
    cell(view, 1, 0).focus();
    press(view.shadowRoot!.activeElement!, 'n');
    await vi.waitFor(async () => {
      await rendered(view);
      expect(rows(view).map((row) => row[0])).toEqual(['3', '1', '2', '4']);
    });
    await does(view, 'c');
    expect(textOf(one(view, '.tally'))).toContain('2 doubtful');
    expect(rows(view).map((row) => row[0])).toEqual(['3', '4']);
    expect(focused(view)).toEqual([1, 0]);
  });

  test('keeps a row in view that was changed and is no longer doubtful', async () => {
    const { view } = await show(log, { filter: 'doubtful' });
    cell(view, 1, 1).focus();
    await does(view, 'Alt+ArrowDown');
    expect(rows(view)).toContain('4: Fünf.: Three too.|Four.');
  });

  test('says when nothing was aligned by machine, and when all is sure', async () => {
    const { view } = await show([], { filter: 'doubtful' });
    expect(textOf(one(view, '.empty'))).toContain('nothing here was aligned by machine');
    const heardOf = heard(view, 'row-filter-chosen');
    one(view, '.empty button').click();
    await rendered(view);
    expect(heardOf.map(({ filter }) => filter)).toEqual(['all']);
    expect(rows(view)).toHaveLength(4);
    const { view: other } = await show([estimated({ p1: 0.99 })], { filter: 'doubtful' });
    expect(textOf(one(other, '.empty'))).toContain('No row is doubtful any more.');
  });
});

describe('a long work', () => {
  const many = (words: string): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: 500 }, (_row, at) => [`p${String(at)}`, `${words} ${String(at)}.`]),
    );
  const long = openedWork(
    { de: many('Satz'), en: many('Sentence') },
    [],
    work({ variants: [variant('de'), variant('en')] }),
  );

  test('has a window of rows only, which follows', async () => {
    const { view } = await show([], { active: 'p300' }, long);
    expect(rows(view)).toHaveLength(60);
    expect(rows(view).some((row) => row.startsWith('301: '))).toBe(true);
    all(view, 'td[tabindex="0"]')[0]!.focus();
    press(view.shadowRoot!.activeElement!, 'Control+End');
    await vi.waitFor(async () => {
      await rendered(view);
      expect(rows(view).at(-1)).toBe('500: Satz 499.: Sentence 499.');
      expect(focused(view)[0]).toBe(rows(view).length - 1);
    });
  });
});
