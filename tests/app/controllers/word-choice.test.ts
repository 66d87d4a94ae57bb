import { render } from 'lit';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Beside } from '../../../src/app/beside.ts';
import { WordChoice } from '../../../src/app/controllers/word-choice.ts';
import { liveRange } from '../../../src/app/live-range.ts';
import type { TextRange } from '../../../src/app/text-range.ts';
import { startI18n, t } from '../../../src/i18n/i18n.ts';
import { openedWork, press, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const DE = 'Wir haben keine Kontrolle mehr. Das Wetter ist heute schön, und morgen auch.';
const opened = openedWork({
  de: { p: DE, q: 'Allein.' },
  en: { p: 'We lost control.' },
  ja: { p: '私たちは負けた。', q: '…' },
});

interface Bench {
  readonly choice: WordChoice;
  readonly root: ShadowRoot;
  /** What was chosen in the end, as `variant/paragraph: words`. */
  readonly taken: readonly string[];
  readonly besides: readonly Beside[];
  readonly leave: ReturnType<typeof vi.fn<(paragraph: string) => void>>;
  readonly update: ReturnType<typeof vi.fn<() => void>>;
  /** Presses keys in the root; gives the last one's event. */
  readonly keys: (...keys: readonly string[]) => KeyboardEvent;
  /** The keys that the page heard of. */
  readonly leaked: readonly string[];
}

const words = (ranges: readonly TextRange[]): string =>
  ranges
    .map(({ variant, paragraph, span }) => {
      const text = opened.paragraph(variant, paragraph)?.text ?? '';
      const gap =
        span.start === span.end
          ? `${text.slice(0, span.start).slice(-4)}‸${text.slice(span.end, span.end + 4)}`
          : '';
      return `${variant}/${paragraph}: ${gap || text.slice(span.start, span.end)}`;
    })
    .join(' + ');

/** A choice in a view of bare paragraphs, on the page until the test ends. */
function bench(columns: readonly string[] = ['de', 'en', 'ja']): Bench {
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  for (const [variant, texts] of opened.texts)
    for (const { id, text } of texts) {
      const paragraph = root.appendChild(document.createElement('p'));
      Object.assign(paragraph.dataset, { variant, paragraph: id });
      paragraph.textContent = text;
    }
  // Where the keys are pressed.
  const piece = root.appendChild(document.createElement('span'));
  piece.textContent = 'x';
  const taken: string[] = [];
  const besides: Beside[] = [];
  const leaked: string[] = [];
  const leave = vi.fn<(paragraph: string) => void>();
  const update = vi.fn<() => void>();
  const choice = new WordChoice({
    root,
    opened: () => opened,
    columns: () => columns,
    update,
    choose: (ranges, beside) => {
      taken.push(words(ranges));
      besides.push(beside);
    },
    leave,
  });
  root.addEventListener('keydown', (event) => {
    choice.onKey(event as KeyboardEvent);
  });
  host.addEventListener('keydown', ({ key }) => leaked.push(key));
  onTestFinished(() => {
    getSelection()?.removeAllRanges();
    host.remove();
  });
  return {
    choice,
    root,
    taken,
    besides,
    leave,
    update,
    leaked,
    keys: (...keys) => keys.map((key) => press(piece, key)).at(-1)!,
  };
}

const chosen = ({ choice }: Bench): string | undefined =>
  choice.chosen.length > 0 ? words(choice.chosen) : undefined;
const select = ({ root }: Bench, variant: string, paragraph: string, start: number, end: number): void => {
  const text = root.querySelector(`p[data-variant=${variant}][data-paragraph=${paragraph}]`)!.firstChild!;
  getSelection()?.setBaseAndExtent(text, start, text, end);
};

describe('choosing by keys', () => {
  test('begins at a paragraph’s first word, and the view is rendered', () => {
    const own = bench();
    expect(chosen(own)).toBeUndefined();
    own.choice.start('de', 'p');
    expect(chosen(own)).toBe('de/p: Wir');
    expect(own.update).toHaveBeenCalledOnce();
  });

  test.each([
    [['ArrowRight'], 'haben'],
    [['ArrowRight', 'ArrowRight', 'ArrowLeft'], 'haben'],
    [['ArrowLeft'], 'Wir'],
    [['End'], 'auch'],
    [['End', 'Home'], 'Wir'],
    [['Shift+End'], DE.slice(0, -1)],
    [['Shift+ArrowRight'], 'Wir haben'],
    [['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft'], 'Wir haben'],
    [['End', 'Shift+ArrowLeft'], 'morgen auch'],
    [['Shift+ArrowRight', 'ArrowRight'], 'keine'],
    [['s'], 'Wir haben keine Kontrolle mehr'],
    [['End', 's'], 'Das Wetter ist heute schön, und morgen auch'],
    [['s', 'Shift+ArrowRight'], 'Wir haben keine Kontrolle mehr. Das'],
    [['s', 'ArrowRight'], 'Das'],
  ])('%j gives the words: %s', (keys, expected) => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys(...keys);
    expect(chosen(own)).toBe(`de/p: ${expected}`);
  });

  test('goes down and up by the same number of words, several at a time', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('ArrowDown');
    const down = own.choice.chosen[0]!.span.start;
    expect(DE.slice(0, down).split(' ').length).toBeGreaterThan(5);
    own.keys('ArrowUp');
    expect(chosen(own)).toBe('de/p: Wir');
    own.keys('Shift+ArrowDown');
    expect(own.choice.chosen[0]?.span.start).toBe(0);
    expect(own.choice.chosen[0]?.span.end).toBeGreaterThan(down);
  });

  test('goes on in the next column that has the paragraph, and round; with Shift to the one before', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('End', 'Tab');
    expect(chosen(own)).toBe('en/p: We');
    own.keys('Tab');
    expect(chosen(own)).toMatch(/^ja\/p: 私/u);
    own.keys('Tab');
    expect(chosen(own)).toBe('de/p: Wir');
    own.keys('Shift+Tab');
    expect(chosen(own)).toMatch(/^ja\/p: /u);
  });

  test('passes over a column without the paragraph, and stays in the only one', () => {
    const own = bench(['de', 'en']);
    own.choice.start('de', 'q');
    own.keys('Tab');
    expect(chosen(own)).toBe('de/q: Allein');
  });

  test.each(['Enter', 'm'])('ends with %s, which hands on the words and their place', (key) => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('ArrowRight', 'Shift+ArrowRight');
    const paragraph = own.root.querySelector('p[data-variant=de]')!;
    const { left, bottom } = liveRange(paragraph, own.choice.chosen[0]!.span).getBoundingClientRect();
    own.keys(key);
    expect(own.taken).toEqual(['de/p: haben keine']);
    expect([own.besides[0]?.left, own.besides[0]?.bottom]).toEqual([left, bottom]);
    expect(chosen(own)).toBeUndefined();
    expect(own.leave).not.toHaveBeenCalled();
  });

  test('ends with Escape, which hands on nothing and gives the keyboard back to the row', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('Escape');
    expect([own.taken, chosen(own)]).toEqual([[], undefined]);
    expect(own.leave.mock.calls).toEqual([['p']]);
  });

  test('has its keys for itself', () => {
    const own = bench();
    own.choice.start('de', 'p');
    for (const key of ['ArrowDown', 'Shift+ArrowRight', 'Home', 's', 'Tab', 'Escape']) {
      expect(own.keys(key).defaultPrevented).toBe(true);
      expect(own.leaked).toEqual([]);
    }
  });

  test('leaves the page the keys that it does not know, and those with Control, Alt or Command', () => {
    const own = bench();
    own.choice.start('de', 'p');
    const keys = ['x', 'Control+s', 'Alt+ArrowLeft', 'Meta+ArrowRight', 'Control+Enter'];
    for (const key of keys) expect(own.keys(key).defaultPrevented).toBe(false);
    expect(own.leaked).toHaveLength(keys.length);
    expect(chosen(own)).toBe('de/p: Wir');
  });

  test('leaves the page all keys while no words are chosen', () => {
    const own = bench();
    expect(own.keys('ArrowRight', 'Escape', 'm').defaultPrevented).toBe(false);
    own.choice.start('de', 'p');
    own.keys('Escape');
    expect(own.keys('ArrowRight').defaultPrevented).toBe(false);
    expect(own.taken).toEqual([]);
  });

  test('has nothing to choose in a paragraph without words, or one that does not exist', () => {
    const own = bench();
    for (const [variant, paragraph] of [
      ['ja', 'q'],
      ['de', 'gone'],
      ['xx', 'p'],
    ] as const) {
      own.choice.start(variant, paragraph);
      expect(chosen(own)).toBeUndefined();
    }
  });

  // The next column's paragraph is a mere ellipsis: the choice is gone, and Escape and arrows are the page's.
  test('stays where it is rather than getting lost in a paragraph without words', () => {
    const own = bench();
    own.choice.start('de', 'q');
    own.keys('Tab');
    expect(chosen(own)).toBe('de/q: Allein');
  });
});

describe('choosing several stretches', () => {
  test('Space keeps one and goes on in the paragraph: one mark of both', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys(' ');
    expect(chosen(own)).toBe('de/p: Wir + de/p: haben');
    own.keys('ArrowRight', 'Enter');
    expect(own.taken).toEqual(['de/p: Wir + de/p: keine']);
    expect(chosen(own)).toBeUndefined();
  });

  test('Space and then Tab link words of two columns', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys(' ', 'Tab', 'ArrowRight', 'Enter');
    expect(own.taken).toEqual(['de/p: Wir + en/p: lost']);
  });

  test('what a later stretch covers is not said twice', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('ArrowRight', ' ', 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
    expect(own.taken).toEqual(['de/p: Wir haben keine']);
  });

  test('stretches of another row are left behind', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys(' ');
    own.choice.start('de', 'q');
    own.keys('Enter');
    expect(own.taken).toEqual(['de/q: Allein']);
  });

  test('Escape drops all of them', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys(' ', 'Escape');
    expect([chosen(own), own.taken]).toEqual([undefined, []]);
  });

  test('the mouse keeps a selection by its button and links the next one', () => {
    const own = bench();
    const place = own.root.appendChild(document.createElement('div'));
    const press = (label: string): void => {
      own.choice.follow();
      render(own.choice.renderButton(), place);
      const button = [...place.querySelectorAll('button')].find((each) => textOf(each).startsWith(label));
      button!.click();
    };
    select(own, 'de', 'p', 0, 3);
    press(t('compare.markMore'));
    expect(chosen(own)).toBe('de/p: Wir');
    select(own, 'en', 'p', 0, 2);
    press(t('compare.mark'));
    expect(own.taken).toEqual(['de/p: Wir + en/p: We']);
  });
});

describe('a gap, where something is missing', () => {
  test('g chooses the place before the word, then after it, then the word again', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('ArrowRight', 'g');
    expect(chosen(own)).toBe('de/p: Wir ‸habe');
    own.keys('g');
    expect(chosen(own)).toBe('de/p: aben‸ kei');
    own.keys('g');
    expect(chosen(own)).toBe('de/p: haben');
  });

  test('goes on by words, and is handed on as an empty stretch', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('g', 'ArrowRight', 'Enter');
    expect(own.taken).toEqual(['de/p: Wir ‸habe']);
  });

  test('and its place in the source make one omission', () => {
    const own = bench();
    own.choice.start('de', 'p');
    own.keys('g', ' ', 'Tab', 'Enter');
    expect(own.taken).toEqual(['de/p: ‸Wir  + en/p: We']);
  });

  test.each([
    ['compare.markBefore', 'de/p: ben ‸kein'],
    ['compare.markAfter', 'de/p: eine‸ Kon'],
  ] as const)('the mouse marks it by %s', (label, expected) => {
    const own = bench();
    const place = own.root.appendChild(document.createElement('div'));
    select(own, 'de', 'p', 10, 15);
    own.choice.follow();
    render(own.choice.renderButton(), place);
    [...place.querySelectorAll('button')].find((each) => textOf(each) === t(label))!.click();
    expect(own.taken).toEqual([expected]);
  });
});

describe('choosing by a selection', () => {
  test('takes what is selected, with its place, and selects nothing any more', () => {
    const own = bench();
    select(own, 'de', 'p', 9, 26);
    const text = own.root.querySelector('p')!;
    const { top, bottom } = text.getBoundingClientRect();
    expect(own.choice.takeSelection()).toBe(true);
    expect(own.taken).toEqual(['de/p: keine Kontrolle']);
    expect(own.besides[0]?.top).toBeGreaterThanOrEqual(top);
    expect(own.besides[0]?.bottom).toBeLessThanOrEqual(bottom);
    expect(own.besides[0]?.left).toBeGreaterThan(text.getBoundingClientRect().left);
    expect(getSelection()?.rangeCount).toBe(0);
  });

  test('takes nothing where nothing, or nothing but white space, is selected', () => {
    const own = bench();
    expect(own.choice.takeSelection()).toBe(false);
    select(own, 'de', 'p', 9, 10);
    expect(own.choice.takeSelection()).toBe(false);
    expect(own.taken).toEqual([]);
  });

  test('has a button under the words that takes them, and that a press does not deselect them by', () => {
    const own = bench();
    const place = own.root.appendChild(document.createElement('div'));
    const draw = (): HTMLButtonElement | null => {
      render(own.choice.renderButton(), place);
      return place.querySelector('button');
    };
    expect(draw()).toBeNull();
    select(own, 'en', 'p', 0, 2);
    own.choice.follow();
    expect(own.update).toHaveBeenCalled();
    const button = draw()!;
    expect(textOf(button)).toBe(`${t('compare.mark')} M`);
    const down = new PointerEvent('pointerdown', { bubbles: true, cancelable: true });
    button.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    const clicks = vi.fn();
    own.root.addEventListener('click', clicks);
    button.click();
    expect(own.taken).toEqual(['en/p: We']);
    expect(clicks).not.toHaveBeenCalled();
    own.choice.follow();
    expect(draw()).toBeNull();
  });

  test('renders nothing anew while there was and is nothing to take', () => {
    const own = bench();
    own.choice.follow();
    select(own, 'de', 'p', 9, 10);
    own.choice.follow();
    expect(own.update).not.toHaveBeenCalled();
  });
});
