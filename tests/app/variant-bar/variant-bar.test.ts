import * as fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type VariantBar, moved } from '../../../src/app/variant-bar/variant-bar.ts';
import type {} from '../../../src/app/variant-bar/variant-events.ts';
import { startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, back, change, heard, mount, one, press, rendered, textOf, variant } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const VARIANTS = [
  variant('ko', { label: '한어', status: 'planned', note: { en: 'Our own reconstruction.' } }),
  variant('en', { label: 'English', provenance: 'reconstructed' }),
  variant('de', { label: 'Deutsch', provenance: 'machine' }),
  variant('fr', { label: 'Français' }),
];

const show = (columns: readonly string[] = ['de', 'en'], marks: ReadonlyMap<string, number> = new Map()) =>
  mount('lesart-variant-bar', { variants: VARIANTS, columns, marks });

const chip = (bar: VariantBar, label: string): HTMLElement => {
  const found = all(bar, '.toggle').find((button) => button.querySelector('span')?.textContent === label);
  if (!found) throw new Error(`no chip ${label}`);
  return found;
};
const focused = (bar: VariantBar): string =>
  bar.shadowRoot?.activeElement?.querySelector('span')?.textContent ?? '';

describe('the bar of languages', () => {
  test('has the labels verbatim, in page order, each in its own language', async () => {
    const bar = await show();
    const labels = all(bar, 'button > span');
    expect(labels.map(({ textContent }) => textContent)).toEqual(['한어', 'English', 'Deutsch', 'Français']);
    expect(labels.map(({ lang }) => lang)).toEqual(['ko', 'en', 'de', 'fr']);
  });

  test('shows which columns are on, where they come from, and their place', async () => {
    const bar = await show();
    expect(chip(bar, 'English').getAttribute('aria-pressed')).toBe('true');
    expect(chip(bar, 'Français').getAttribute('aria-pressed')).toBe('false');
    expect(chip(bar, 'English').title).toBe(
      `${t('provenance.reconstructed')} · ${t('bar.position', { position: 2 })}`,
    );
    expect(chip(bar, 'Français').title).toBe(t('provenance.human'));
  });

  test('sets apart the variants that the page itself does not list', async () => {
    const bar = await show();
    expect(all(bar, 'hr')).toEqual([]);
    await change(bar, { variants: [...VARIANTS, back, variant('zh', { listed: false })] });
    const parts = all(bar, 'hr, button > span').map(({ localName, textContent }) =>
      localName === 'hr' ? '|' : textContent,
    );
    expect(parts).toEqual(['한어', 'English', 'Deutsch', 'Français', '|', 'Back', 'ZH']);
  });

  test('is scrolled to the first column’s chip, however far along it stands', async () => {
    const narrow = document.createElement('div');
    narrow.style.inlineSize = '200px';
    document.body.append(narrow);
    onTestFinished(() => {
      narrow.remove();
    });
    const variants = Array.from({ length: 30 }, (_variant, n) => variant(`v${String(n)}`));
    const bar = await mount('lesart-variant-bar', { variants, columns: ['v25'] }, narrow);
    const view = one(bar, '.bar').getBoundingClientRect();
    const { left, right } = chip(bar, 'V25').getBoundingClientRect();
    expect([left >= view.left, right <= view.right]).toEqual([true, true]);
  });

  test('describes a chip without a text as such, to a screen reader and not in its label', async () => {
    const bar = await show();
    expect(all(bar, '.toggle').map((button) => button.getAttribute('aria-description'))).toEqual([
      t('bar.planned'),
      null,
      null,
      null,
    ]);
    expect(textOf(chip(bar, '한어'))).toBe('한어');
  });

  test('counts the marks of a variant that has some', async () => {
    const bar = await show(['de'], new Map([['de', 3]]));
    const count = chip(bar, 'Deutsch').querySelector('small');
    expect(count?.textContent).toBe('3');
    expect(count?.getAttribute('aria-label')).toBe(t('bar.marks', { count: 3 }));
    expect(chip(bar, 'English').querySelector('small')).toBeNull();
  });
});

describe('a chip', () => {
  test('switches its column on, behind the others, and off', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    chip(bar, 'Français').click();
    chip(bar, 'Deutsch').click();
    expect(changes.map(({ columns }) => columns)).toEqual([['de', 'en', 'fr'], ['en']]);
  });

  test('does not switch the last column off', async () => {
    const bar = await show(['de']);
    const changes = heard(bar, 'columns-changed');
    chip(bar, 'Deutsch').click();
    expect(changes).toEqual([]);
  });

  test('of a planned variant explains that its text does not exist yet, and makes no column', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    const planned = chip(bar, '한어');
    expect(planned.getAttribute('aria-pressed')).toBeNull();
    expect(planned.getAttribute('aria-haspopup')).toBe('dialog');
    planned.click();
    await rendered(bar);
    const note = one(bar, '.planned-note');
    expect(note.matches(':popover-open')).toBe(true);
    expect(textOf(note)).toBe(`한어 ${t('bar.plannedLong')} Our own reconstruction.`);
    expect(changes).toEqual([]);
  });

  test('of a planned variant may be asked again while its note is open', async () => {
    const bar = await show();
    const errors: unknown[] = [];
    const caught = (event: ErrorEvent): void => {
      errors.push(event.error);
      event.preventDefault();
    };
    addEventListener('error', caught);
    chip(bar, '한어').click();
    chip(bar, '한어').click();
    removeEventListener('error', caught);
    expect(errors).toEqual([]);
    expect(one(bar, '.planned-note').matches(':popover-open')).toBe(true);
  });
});

describe('the keyboard', () => {
  test('has one stop in the bar, goes along by arrows and stops at the ends', async () => {
    const bar = await show();
    const stops = (): readonly string[] =>
      all(bar, 'button[tabindex="0"]').map((button) => button.querySelector('span')?.textContent ?? '');
    await userEvent.keyboard('{Tab}');
    expect([focused(bar), stops()]).toEqual(['Deutsch', ['Deutsch']]);
    await userEvent.keyboard('{ArrowLeft}');
    await rendered(bar);
    expect([focused(bar), stops()]).toEqual(['English', ['English']]);
    await userEvent.keyboard('{End}{ArrowRight}');
    await rendered(bar);
    expect([focused(bar), stops()]).toEqual(['Français', ['Français']]);
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await rendered(bar);
    expect([focused(bar), stops()]).toEqual(['한어', ['한어']]);
  });

  test('begins at the first column’s chip, else at the first', async () => {
    const first = async (columns: readonly string[]): Promise<string> => {
      const bar = await show(columns);
      bar.focus();
      return focused(bar);
    };
    expect([await first(['fr', 'en']), await first(['xx']), await first([])]).toEqual([
      'Français',
      '한어',
      '한어',
    ]);
  });

  test('stays at its stop when other columns come', async () => {
    const bar = await show(['en', 'de']);
    await change(bar, { columns: ['fr'] });
    bar.focus();
    expect(focused(bar)).toBe('English');
  });

  test('switches a column by Space', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    bar.focus();
    await userEvent.keyboard('{ArrowLeft} ');
    expect(changes.map(({ columns }) => columns)).toEqual([['de']]);
  });

  test('moves a column by Alt and an arrow, within the columns', async () => {
    const bar = await show(['de', 'en', 'fr']);
    const changes = heard(bar, 'columns-changed');
    chip(bar, 'Deutsch').click();
    await change(bar, { columns: ['de', 'en', 'fr'] });
    press(chip(bar, 'Deutsch'), 'Alt+ArrowLeft');
    expect(press(chip(bar, 'Deutsch'), 'Alt+ArrowRight').defaultPrevented).toBe(true);
    expect(changes.slice(1).map(({ columns }) => columns)).toEqual([['en', 'de', 'fr']]);
    await change(bar, { columns: ['en', 'fr', 'de'] });
    press(chip(bar, 'Deutsch'), 'Alt+ArrowRight');
    press(chip(bar, 'Deutsch'), 'Alt+ArrowLeft');
    expect(changes.slice(2).map(({ columns }) => columns)).toEqual([['en', 'de', 'fr']]);
  });

  test('moves nothing where the chip’s column is off', async () => {
    const bar = await show();
    press(chip(bar, 'Deutsch'), 'Home');
    await rendered(bar);
    const changes = heard(bar, 'columns-changed');
    press(chip(bar, '한어'), 'Alt+ArrowRight');
    expect(changes).toEqual([]);
  });

  test('keeps its keys from the page and leaves it all others', async () => {
    const bar = await show();
    const reached = heard(document.body, 'keydown');
    press(chip(bar, 'English'), 'Home');
    press(chip(bar, 'English'), 'j');
    expect(reached.map(({ key }) => key)).toEqual(['j']);
  });

  test('comes back to the chip that was last chosen', async () => {
    const bar = await show();
    chip(bar, 'Français').click();
    await rendered(bar);
    bar.focus();
    expect(focused(bar)).toBe('Français');
  });
});

describe('dragging', () => {
  const at = (element: HTMLElement): PointerEventInit => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    return { clientX: x, clientY: y, buttons: 1, bubbles: true, composed: true };
  };
  /** What drags comes with the first press. */
  const take = async (from: HTMLElement, given: PointerEventInit = {}): Promise<void> => {
    from.dispatchEvent(new PointerEvent('pointerdown', { ...at(from), pointerType: 'mouse', ...given }));
    await import('../../../src/app/variant-bar/chip-drag.ts');
    await settled();
  };
  const over = (to: HTMLElement): void => {
    window.dispatchEvent(new PointerEvent('pointermove', at(to)));
  };
  const drop = (on: HTMLElement): void => {
    window.dispatchEvent(new PointerEvent('pointerup', at(on)));
    on.click();
  };
  /** A drag swallows the click that ends it, which the browser sends at once. */
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const drag = async (from: HTMLElement, to: HTMLElement): Promise<void> => {
    await take(from);
    over(to);
    drop(to);
    await settled();
  };

  test('puts a column in another’s place, and does not switch it off', async () => {
    const bar = await show(['de', 'en', 'fr']);
    const changes = heard(bar, 'columns-changed');
    await drag(chip(bar, 'Deutsch'), chip(bar, 'Français'));
    await drag(chip(bar, 'Français'), chip(bar, 'Deutsch'));
    expect(changes.map(({ columns }) => columns)).toEqual([
      ['en', 'fr', 'de'],
      ['fr', 'de', 'en'],
    ]);
    chip(bar, 'Deutsch').click();
    expect(changes).toHaveLength(3);
  });

  test('shows what is dragged and where it would go', async () => {
    const bar = await show(['de', 'en', 'fr']);
    await take(chip(bar, 'Deutsch'));
    over(chip(bar, 'Français'));
    await rendered(bar);
    const marked = (name: string) => all(bar, `.chip.${name}`).map(({ dataset }) => dataset['variant']);
    expect([marked('dragged'), marked('over')]).toEqual([['de'], ['fr']]);
    press(bar, 'Escape');
    await rendered(bar);
    expect([marked('dragged'), marked('over')]).toEqual([[], []]);
  });

  test('onto itself, onto a variant without a column, or given up, changes nothing', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    await drag(chip(bar, 'Deutsch'), chip(bar, 'Français'));
    await take(chip(bar, 'Deutsch'));
    over(chip(bar, 'English'));
    over(chip(bar, 'Deutsch'));
    drop(chip(bar, 'Deutsch'));
    await settled();
    await take(chip(bar, 'Deutsch'));
    over(chip(bar, 'English'));
    press(bar, 'Escape');
    window.dispatchEvent(new PointerEvent('pointerup', at(chip(bar, 'English'))));
    expect(changes).toEqual([]);
  });

  test('is given up where the button was let go unseen', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    await take(chip(bar, 'Deutsch'));
    window.dispatchEvent(new PointerEvent('pointermove', { ...at(chip(bar, 'English')), buttons: 0 }));
    over(chip(bar, 'English'));
    drop(document.createElement('i'));
    expect(changes).toEqual([]);
  });

  test('is for mouse and pen: a finger scrolls the bar', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    await take(chip(bar, 'Deutsch'), { pointerType: 'touch' });
    over(chip(bar, 'English'));
    window.dispatchEvent(new PointerEvent('pointerup', at(chip(bar, 'English'))));
    expect(changes).toEqual([]);
  });
});

describe('a menu', () => {
  const items = (bar: VariantBar): HTMLElement[] => {
    const menu = bar.shadowRoot?.querySelector('lesart-variant-menu');
    return menu ? all(menu, 'button') : [];
  };
  const open = async (bar: VariantBar, label: string): Promise<void> => {
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    chip(bar, label).dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await vi.waitFor(() => {
      expect(one(bar, '.menu').matches(':popover-open')).toBe(true);
    });
    await rendered(bar);
  };
  const choose = async (bar: VariantBar, label: string, item: string): Promise<void> => {
    await open(bar, label);
    const found = items(bar).find((button) => textOf(button) === item);
    if (!found) throw new Error(`no ${item}`);
    found.click();
    await rendered(bar);
  };
  const ROLES = { subject: 'de', reference: 'en' };

  test('stands beside each column’s chip, and is opened by the arrow down as well', async () => {
    const bar = await show();
    expect(all(bar, '.more').map((button) => button.getAttribute('aria-label'))).toEqual(
      ['English', 'Deutsch'].map((label) => t('bar.menu', { variant: label })),
    );
    bar.focus();
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => {
      expect(one(bar, '.menu').matches(':popover-open')).toBe(true);
    });
    const [first, second] = items(bar);
    const active = () => bar.shadowRoot?.querySelector('lesart-variant-menu')?.shadowRoot?.activeElement;
    expect(active()).toBe(first);
    await userEvent.keyboard('{ArrowDown}');
    expect(active()).toBe(second);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe(items(bar).at(-1));
    await userEvent.keyboard('{Escape}');
    expect(one(bar, '.menu').matches(':popover-open')).toBe(false);
    expect(focused(bar)).toBe('Deutsch');
  });

  test('makes a text the subject or the reference, and shows it', async () => {
    const bar = await show();
    await change(bar, ROLES);
    const roles = heard(bar, 'roles-changed');
    const columns = heard(bar, 'columns-changed');
    await choose(bar, 'Français', t('columnMenu.subject'));
    expect(roles.map(({ subject, reference }) => [subject, reference])).toEqual([['fr', undefined]]);
    expect(columns.map((event) => event.columns)).toEqual([['de', 'en', 'fr']]);
    await choose(bar, 'Français', t('columnMenu.reference'));
    expect([roles[1]?.subject, roles[1]?.reference]).toEqual([undefined, 'fr']);
    expect(one(bar, '.menu').matches(':popover-open')).toBe(false);
  });

  test('lets subject and reference change places', async () => {
    const bar = await show();
    await change(bar, ROLES);
    const roles = heard(bar, 'roles-changed');
    await choose(bar, 'English', t('columnMenu.subject'));
    await choose(bar, 'Deutsch', t('columnMenu.reference'));
    expect(roles.map(({ subject, reference }) => [subject, reference])).toEqual([
      ['en', 'de'],
      ['en', 'de'],
    ]);
  });

  test('says which part a text has already, and does not give it anew', async () => {
    const bar = await show();
    await change(bar, ROLES);
    const roles = heard(bar, 'roles-changed');
    await choose(bar, 'Deutsch', t('columnMenu.isSubject'));
    const [subject] = items(bar);
    expect([subject?.getAttribute('aria-checked'), subject?.getAttribute('aria-disabled')]).toEqual([
      'true',
      'true',
    ]);
    expect(roles).toEqual([]);
    expect(chip(bar, 'Deutsch').title).toContain(t('bar.subject'));
    expect(chip(bar, 'English').title).toContain(t('compare.reference'));
  });

  test('pins a column, and lets it go', async () => {
    const bar = await show();
    const pins = heard(bar, 'pins-changed');
    await choose(bar, 'Deutsch', t('columnMenu.pin'));
    await change(bar, { pinned: ['de'] });
    expect(all(bar, '.chip.pinned').map(({ dataset }) => dataset['variant'])).toEqual(['de']);
    await choose(bar, 'Deutsch', t('columnMenu.pin'));
    expect(pins.map(({ pinned }) => pinned)).toEqual([['de'], []]);
    await open(bar, 'Français');
    expect(
      items(bar)
        .find((item) => textOf(item) === t('columnMenu.pin'))
        ?.getAttribute('aria-disabled'),
    ).toBe('true');
  });

  test('moves a column, within the columns', async () => {
    const bar = await show();
    const changes = heard(bar, 'columns-changed');
    await choose(bar, 'Deutsch', t('columnMenu.right'));
    await choose(bar, 'Deutsch', t('columnMenu.left'));
    expect(changes.map(({ columns }) => columns)).toEqual([['en', 'de']]);
  });

  test('of a back-translation gives it no part; of a planned variant there is none', async () => {
    const bar = await show();
    await change(bar, { variants: [...VARIANTS, back] });
    await open(bar, 'Back');
    expect(items(bar).map(textOf)).toEqual(
      (['pin', 'left', 'right'] as const).map((key) => t(`columnMenu.${key}`)),
    );
    const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    chip(bar, '한어').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

describe('a wheel', () => {
  test('that turns one way reaches the chips at the end', async () => {
    const narrow = document.createElement('div');
    narrow.style.inlineSize = '200px';
    document.body.append(narrow);
    onTestFinished(() => {
      narrow.remove();
    });
    const bar = await mount('lesart-variant-bar', { variants: VARIANTS, columns: ['ko'] }, narrow);
    const strip = one(bar, '.bar');
    const event = new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true });
    strip.dispatchEvent(event);
    expect([strip.scrollLeft, event.defaultPrevented]).toEqual([60, true]);
    narrow.style.inlineSize = '2000px';
    const idle = new WheelEvent('wheel', { deltaY: 60, bubbles: true, cancelable: true });
    strip.dispatchEvent(idle);
    expect(idle.defaultPrevented).toBe(false);
  });
});

describe('moved', () => {
  test('puts the item there and keeps the others in order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { minLength: 1 }).chain((list) => {
          const index = fc.nat(list.length - 1);
          return fc.tuple(fc.constant(list), index, index);
        }),
        ([list, from, to]) => {
          const result = moved(list, from, to);
          const item = list[from]!;
          expect(result).toHaveLength(list.length);
          expect(result[to]).toBe(item);
          expect(result.filter((other) => other !== item)).toEqual(list.filter((other) => other !== item));
        },
      ),
    );
  });

  test('leaves the list when there is no such item', () => {
    expect(moved(['a', 'b'], 2, 0)).toEqual(['a', 'b']);
  });
});
