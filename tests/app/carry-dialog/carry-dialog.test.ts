import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import '../../../src/app/carry-dialog/carry-dialog.ts';
import type { CarryDialog, CarryPlace } from '../../../src/app/carry-dialog/carry-dialog.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, heard, mount, one, press, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const PLACES: readonly CarryPlace[] = [
  {
    variant: 'fr',
    label: 'Français',
    lang: 'fr',
    paragraph: 'p',
    text: 'Oui. Nous n’avons plus aucun contrôle.',
    proposal: { span: { start: 5, end: 38 }, basis: 'sentence' },
  },
  {
    variant: 'fi',
    label: 'Suomalainen',
    lang: 'fi',
    paragraph: 'p',
    text: 'Emme hallitse sitä.',
    proposal: { span: { start: 0, end: 0 }, basis: 'sentence' },
  },
];

async function show(places = PLACES) {
  const dialog: CarryDialog = await mount('lesart-carry-dialog', {
    quote: 'keine Kontrolle',
    textLang: 'de',
    places,
  });
  const events = heard(dialog, 'marks-carried');
  let left = 0;
  dialog.addEventListener('carry-dismissed', () => (left += 1));
  await dialog.show();
  return {
    dialog,
    left: () => left,
    carried: () => events.map(({ carried }) => carried),
    save: () => one(dialog, '.save') as HTMLButtonElement,
    type: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        press(dialog.shadowRoot?.activeElement ?? document.body, key);
        await rendered(dialog);
      }
    },
    /** What is proposed in each passage; a gap as a caret. */
    proposed: () =>
      all(dialog, 'li .read').map((text) =>
        [...text.querySelectorAll('mark')].map((mark) => mark.textContent || '‸').join(),
      ),
  };
}

describe('the same error elsewhere', () => {
  test('shows each passage whole in its language, with the proposal and what it rests on', async () => {
    const { dialog, proposed } = await show();
    expect(all(dialog, 'li .read').map((text) => [text.parentElement?.lang, text.textContent])).toEqual(
      PLACES.map(({ lang, text }) => [lang, text]),
    );
    expect(proposed()).toEqual(['Nous n’avons plus aucun contrôle.', '‸']);
    expect(textOf(one(dialog, 'li small'))).toBe(t('marking.carry.basis.sentence'));
  });

  test('makes no mark of what was neither confirmed nor rejected', async () => {
    const { save, type, carried } = await show();
    expect(save().disabled).toBe(true);
    await type('x', 'y');
    expect(save().disabled).toBe(false);
    save().click();
    expect(carried()).toEqual([[{ variant: 'fi', span: { start: 0, end: 0 } }]]);
  });

  test('goes from one passage to the next with each verdict, and then to the button', async () => {
    const { dialog, type } = await show();
    const focused = () => dialog.shadowRoot?.activeElement?.getAttribute('aria-label');
    expect(focused()).toBe('Français');
    await type('y');
    expect(focused()).toBe('Suomalainen');
    await type('ArrowUp', 'ArrowDown', 'y');
    expect(dialog.shadowRoot?.activeElement?.classList.contains('save')).toBe(true);
  });

  test('has the ends moved by words', async () => {
    const { type, proposed, save, carried } = await show();
    await type('Alt+Shift+ArrowRight', 'Alt+ArrowLeft', 'Alt+ArrowLeft');
    expect(proposed()[0]).toBe('n’avons plus aucun');
    await type('y');
    save().click();
    expect(carried()).toEqual([[{ variant: 'fr', span: { start: 10, end: 28 } }]]);
  });

  test('takes words that are selected in the passage', async () => {
    const { dialog, proposed } = await show();
    onTestFinished(() => getSelection()?.removeAllRanges());
    const read = one(dialog, 'li .read');
    const first = [...read.childNodes].find((node) => node.nodeValue?.startsWith('Oui'))!;
    getSelection()?.setBaseAndExtent(first, 0, first, 3);
    read.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    await rendered(dialog);
    expect(proposed()[0]).toBe('Oui');
  });

  test('is left with Escape or Cancel without a mark', async () => {
    const { dialog, left, carried } = await show();
    (one(dialog, 'dialog') as HTMLDialogElement).close();
    await expect.poll(left).toBe(1);
    expect(carried()).toEqual([]);
  });

  test('says so where no other language has the paragraph', async () => {
    const { dialog, save } = await show([]);
    expect(textOf(one(dialog, 'dialog'))).toContain(t('marking.carry.none'));
    expect(save().disabled).toBe(true);
  });
});
