import { beforeAll, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { HelpDialog } from '../../../src/app/help-dialog/help-dialog.ts';
import '../../../src/app/help-dialog/help-dialog.ts';
import { keyLabels } from '../../../src/app/help-dialog/key-labels.ts';
import { BINDINGS } from '../../../src/app/shortcuts.ts';
import { SEVERITIES } from '../../../src/core/mqm/typology.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, heard, mount, one, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const show = (keysOn = true) => mount('lesart-help-dialog', { bindings: BINDINGS, keysOn });

const isOpen = (help: HelpDialog): boolean => (one(help, 'dialog') as HTMLDialogElement).open;

describe('the help', () => {
  test('lists every key with what it does', async () => {
    const help = await show();
    const listed = all(help, 'dt')
      .filter((term) => term.querySelector('kbd'))
      .map((term) => [
        [...term.querySelectorAll('kbd')].map(textOf).join(' '),
        textOf(term.nextElementSibling!),
      ]);
    expect(listed).toEqual(
      BINDINGS.map(({ name, keys }) => [keys.map(keyLabels).join(' '), t(`keys.${name}`)]),
    );
  });

  test('prints no key twice', async () => {
    const keys = all(await show(), 'kbd').map(textOf);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('explains every severity, the gravest first, in the line that the text has', async () => {
    const help = await show();
    const marks = all(help, 'dt mark');
    expect(marks.map(({ className }) => className)).toEqual([...SEVERITIES].reverse());
    expect(marks.map((mark) => textOf(mark.closest('dt')!.nextElementSibling!))).toEqual(
      [...SEVERITIES].reverse().map((severity) => t(`help.severity.${severity}`)),
    );
  });

  test('explains what is tinted, struck and underlined, each as it looks', async () => {
    const help = await show();
    const explained = ['.tint', 'del', 'ins'].map((sample) => {
      const term = one(help, `dt ${sample}`);
      return [textOf(term), textOf(term.closest('dt')!.nextElementSibling!)];
    });
    expect(explained).toEqual([
      [t('help.tinted'), t('help.tintedMeans')],
      [t('help.struck'), t('help.struckMeans')],
      [t('help.underlined'), t('help.underlinedMeans')],
    ]);
  });

  test('opens, once, as a dialog that has its title for a name, and says so', async () => {
    const help = await show();
    expect(isOpen(help)).toBe(false);
    help.show();
    help.show();
    expect(isOpen(help)).toBe(true);
    const dialog = one(help, 'dialog');
    expect(dialog.matches(':modal')).toBe(true);
    expect(textOf(one(help, `#${dialog.getAttribute('aria-labelledby') ?? ''}`))).toBe(t('help.title'));
  });

  test('closes by its button, by Escape and by a click beside it, not by one in it', async () => {
    const help = await show();
    help.show();
    one(help, 'h3').click();
    expect(isOpen(help)).toBe(true);
    one(help, `[aria-label="${t('help.close')}"]`).click();
    expect(isOpen(help)).toBe(false);
    help.show();
    one(help, 'dialog').click();
    expect(isOpen(help)).toBe(false);
    help.show();
    await userEvent.keyboard('{Escape}');
    expect(isOpen(help)).toBe(false);
  });

  test('switches single keys off and on', async () => {
    const help = await show();
    const switched = heard(help, 'keys-switched');
    const box = one(help, 'input') as HTMLInputElement;
    expect(box.checked).toBe(true);
    box.click();
    box.click();
    expect(switched.map(({ on }) => on)).toEqual([false, true]);
  });

  test('shows that single keys are off', async () => {
    expect((one(await show(false), 'input') as HTMLInputElement).checked).toBe(false);
  });
});
