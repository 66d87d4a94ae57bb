import { html, render } from 'lit';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { OnDemand } from '../../../src/app/controllers/on-demand.ts';
import { startI18n, t } from '../../../src/i18n/i18n.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

/** What the three browsers say of a script that did not come. */
const UNLOADED = [
  'Failed to fetch dynamically imported module: http://localhost/assets/x.js',
  'error loading dynamically imported module: http://localhost/assets/x.js',
  'Importing a module script failed.',
];

/** On the page, rendered anew with each change. */
function onPage(): { readonly parts: OnDemand; readonly place: HTMLElement } {
  const place = document.createElement('div');
  document.body.append(place);
  onTestFinished(() => {
    place.remove();
  });
  const parts: OnDemand = new OnDemand({
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      render(html`${parts.render()}`, place);
    },
    updateComplete: Promise.resolve(true),
  });
  return { parts, place };
}
const button = (place: HTMLElement, label: string): HTMLButtonElement | undefined =>
  [...place.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label);

test.each(UNLOADED)('a part that did not come is told, with a way to try again: %s', async (message) => {
  const { parts, place } = onPage();
  const doing = vi.fn(() => Promise.reject(new TypeError(message)));
  await parts.run('help', doing);
  expect(place.querySelector('[role=alert]')?.textContent).toContain(t('app.notLoaded'));
  doing.mockResolvedValue(undefined as never);
  button(place, t('app.retry'))?.click();
  expect(doing).toHaveBeenCalledTimes(2);
  expect(place.querySelector('[role=alert]')).toBeNull();
});

test('what goes wrong in the doing itself is not taken for that', async () => {
  const { parts, place } = onPage();
  const wrong = new TypeError('x is not a function');
  await expect(parts.run('help', () => Promise.reject(wrong))).rejects.toBe(wrong);
  expect(place.textContent).toBe('');
});

test('the message stays until every part is there, and goes when a part comes another way', async () => {
  const { parts, place } = onPage();
  const fail = (): Promise<never> => Promise.reject(new TypeError(UNLOADED[0]));
  await parts.run('help', fail);
  parts.miss('language', fail);
  await parts.run('help', () => Promise.resolve());
  expect(place.querySelectorAll('[role=alert]')).toHaveLength(1);
  await parts.run('language', () => Promise.resolve());
  expect(place.querySelector('[role=alert]')).toBeNull();
});

test('the message can be closed without trying again', async () => {
  const { parts, place } = onPage();
  const doing = vi.fn(() => Promise.reject(new TypeError(UNLOADED[0])));
  await parts.run('help', doing);
  button(place, t('app.dismiss'))?.click();
  expect(place.querySelector('[role=alert]')).toBeNull();
  expect(doing).toHaveBeenCalledOnce();
});
