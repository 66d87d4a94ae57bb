import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readSetting, writeSetting } from '../../../src/app/settings.ts';
import type { TopBar } from '../../../src/app/top-bar/top-bar.ts';
import '../../../src/app/top-bar/top-bar.ts';
import { LANGUAGES, language, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, change, mount, one, ownStorage, rendered, textOf } from '../make.ts';

beforeEach(async () => {
  ownStorage();
  await startI18n(['en']);
  onTestFinished(() => {
    delete document.documentElement.dataset['theme'];
    document.documentElement.removeAttribute('style');
  });
});

const show = (): Promise<TopBar> => mount('lesart-top-bar', { work: { text: 'Ein Werk', lang: 'de' } });
const labelled = (bar: TopBar, label: string): HTMLElement => one(bar, `[aria-label="${label}"]`);
const languages = (bar: TopBar): HTMLSelectElement => labelled(bar, t('app.language')) as HTMLSelectElement;
const size = (bar: TopBar): HTMLSelectElement => one(bar, '.settings select') as HTMLSelectElement;
const hyphens = (bar: TopBar): HTMLInputElement => one(bar, '.settings input') as HTMLInputElement;

function choose(field: HTMLSelectElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

const rootStyle = (name: string): string => document.documentElement.style.getPropertyValue(name);

describe('the top bar', () => {
  test('names the work in the language of its title', async () => {
    const title = one(await show(), '.work');
    expect([title.lang, textOf(title), title.title]).toEqual(['de', 'Ein Werk', 'Ein Werk']);
  });

  test('has no empty language or title while there is no work', async () => {
    const title = one(await mount('lesart-top-bar', {}), '.work');
    expect([title.hasAttribute('lang'), title.hasAttribute('title'), textOf(title)]).toEqual([
      false,
      false,
      '',
    ]);
  });

  test('asks for the search, the statistics, the library and the help', async () => {
    const bar = await show();
    const wishes = ['search', 'statistics', 'library', 'help'] as const;
    const asked: string[] = [];
    for (const wish of wishes) bar.addEventListener(`${wish}-asked`, (event) => asked.push(event.type));
    for (const wish of wishes) labelled(bar, t(`app.${wish}`)).click();
    expect(asked).toEqual(wishes.map((wish) => `${wish}-asked`));
  });

  test('shows whether the statistics are on, and no search where there is no text', async () => {
    const bar = await show();
    const [statistics, search] = [labelled(bar, t('app.statistics')), labelled(bar, t('app.search'))];
    expect([statistics.ariaPressed, search.hidden]).toEqual(['false', false]);
    await change(bar, { view: 'statistics' });
    expect([statistics.ariaPressed, search.hidden]).toEqual(['true', true]);
  });

  test('switches light and dark and remembers it', async () => {
    const bar = await show();
    writeSetting('theme', 'light');
    labelled(bar, t('app.theme')).click();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(readSetting('theme')).toBe('dark');
  });
});

describe('the language of the interface', () => {
  test('is chosen among all that exist, each under its own name in itself', async () => {
    const options = [...languages(await show()).options];
    expect(options.map(({ value }) => value)).toEqual([...LANGUAGES]);
    expect(options.map(({ lang }) => lang)).toEqual([...LANGUAGES]);
    expect(options.find(({ value }) => value === 'de')?.text.trim()).toBe('Deutsch');
    expect(languages(await show()).value).toBe('en');
  });

  test('changes at once, in the page’s lang too, and is remembered', async () => {
    const bar = await show();
    const english = t('app.help');
    choose(languages(bar), 'de');
    await expect.poll(language).toBe('de');
    await rendered(bar);
    expect(readSetting('language')).toBe('de');
    expect(document.documentElement.lang).toBe('de');
    expect(t('app.help')).not.toBe(english);
    expect(labelled(bar, t('app.help'))).toBeTruthy();
  });
});

describe('the reading settings', () => {
  test('open from their button', async () => {
    const bar = await show();
    const settings = one(bar, '.settings');
    expect(settings.matches(':popover-open')).toBe(false);
    one(bar, '[popovertarget=settings]').click();
    expect(settings.matches(':popover-open')).toBe(true);
  });

  test('change the size of the text and remember it', async () => {
    const bar = await show();
    expect(size(bar).value).toBe('1');
    choose(size(bar), '1.3');
    expect(rootStyle('--reading-size')).toBe('1.3rem');
    expect(readSetting('size')).toBe('1.3');
  });

  test('forget the usual size rather than keep it', async () => {
    writeSetting('size', '1.3');
    const bar = await show();
    expect(size(bar).value).toBe('1.3');
    choose(size(bar), '1');
    expect(rootStyle('--reading-size')).toBe('1rem');
    expect(readSetting('size')).toBeUndefined();
  });

  test('switch hyphens off and on', async () => {
    const bar = await show();
    expect(hyphens(bar).checked).toBe(true);
    hyphens(bar).click();
    expect([rootStyle('--hyphens'), readSetting('hyphens')]).toEqual(['manual', 'off']);
    hyphens(bar).click();
    expect([rootStyle('--hyphens'), readSetting('hyphens')]).toEqual(['auto', undefined]);
  });

  test('show what was chosen before', async () => {
    writeSetting('hyphens', 'off');
    writeSetting('size', '0.9');
    const bar = await show();
    expect(hyphens(bar).checked).toBe(false);
    expect(size(bar).value).toBe('0.9');
    expect(all(bar, '.settings option').map(textOf)).toContain('90 %');
  });
});
