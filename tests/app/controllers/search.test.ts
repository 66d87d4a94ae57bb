import { LitElement, type TemplateResult, html } from 'lit';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { AddressKeeper } from '../../../src/app/controllers/address-keeper.ts';
import type { ReadingPosition } from '../../../src/app/controllers/reading-position.ts';
import { Search } from '../../../src/app/controllers/search.ts';
import type { ShownWork } from '../../../src/app/controllers/shown-work.ts';
import type { WorkLoader } from '../../../src/app/controllers/work-loader.ts';
import { startI18n } from '../../../src/i18n/i18n.ts';
import { heard, one, openedWork, press } from '../make.ts';

const opened = openedWork({ de: { p: 'Ein Modell.', q: 'Modelle' } });
const address = { address: { query: undefined as string | undefined } };

class SearchPage extends LitElement {
  readonly search = new Search(this, {
    address: {
      get address() {
        return address.address;
      },
      turn: (change: object) => {
        address.address = { ...address.address, ...change };
        this.requestUpdate();
      },
    } as unknown as AddressKeeper,
    loader: { ensureText: () => Promise.resolve() } as unknown as WorkLoader,
    shown: { opened, columns: ['de'], active: undefined } as unknown as ShownWork,
    position: {
      seen: [0, 1],
      searchedFrom: 0,
      reveal: () => undefined,
    } as unknown as ReadingPosition,
    setColumns: () => undefined,
    revealColumn: () => undefined,
  });

  override render(): TemplateResult {
    return html`${this.search.render(opened)}`;
  }
}
customElements.define('test-search-page', SearchPage);

beforeAll(async () => {
  await startI18n(['en']);
});

function onPage(): SearchPage {
  address.address = { query: undefined };
  const page = new SearchPage();
  document.body.append(page);
  onTestFinished(() => {
    page.remove();
  });
  return page;
}
const field = (page: SearchPage): HTMLInputElement =>
  one(one(page, 'lesart-search-bar'), 'input') as HTMLInputElement;

test('what is typed while the search is on its way is searched for, and reaches nobody else', async () => {
  const page = onPage();
  const reached = heard(document.body, 'keydown');
  const done = page.search.open('');
  for (const key of ['M', 'o', 'x', 'Backspace', 'd']) press(document.body, key);
  press(document.body, 'Control+c');
  expect(reached.map(({ key }) => key)).toEqual(['c']);
  await done;
  await expect.poll(() => field(page).value).toBe('Mod');
  await expect.poll(() => page.search.found.size).toBe(2);
  expect(field(page).selectionStart).toBe(3);
  press(document.body, 'j');
  expect(reached.map(({ key }) => key)).toEqual(['c', 'j']);
});

test('Escape on the way leaves the search again before it is there', async () => {
  const page = onPage();
  const done = page.search.open('');
  press(document.body, 'Escape');
  await done;
  expect([page.search.isOpen, page.search.found.size]).toEqual([false, 0]);
});

test('a search that an address names opens with it, whole, ready to be typed over', async () => {
  const page = onPage();
  await page.search.open('Modell');
  await expect.poll(() => field(page).value).toBe('Modell');
  await expect.poll(() => [field(page).selectionStart, field(page).selectionEnd]).toEqual([0, 6]);
  await expect.poll(() => page.search.hit).toMatchObject({ paragraph: 'p' });
  page.search.step(1);
  expect(page.search.hit).toMatchObject({ paragraph: 'q' });
  page.search.close();
  expect([page.search.isOpen, page.search.found.size]).toEqual([false, 0]);
});
