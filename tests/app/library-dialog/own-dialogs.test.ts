import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ImportDialog } from '../../../src/app/import-dialog/import-dialog.ts';
import type { WorkProperties } from '../../../src/app/import-dialog/work-properties.ts';
import type { LibraryDialog } from '../../../src/app/library-dialog/library-dialog.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { DATABASE } from '../../../src/store/database.ts';
import { DeviceWorks } from '../../../src/store/device-works.ts';
import { WORKS_DATABASE } from '../../../src/store/device-works-keys.ts';
import { keep } from '../store/works.ts';

await startI18n(['en']);
await loadLaterTexts();
await import('../../../src/app/library-dialog/library-dialog.ts');

const DE = { p1: 'Eins zwei drei 1957.', p2: 'Der Berg ist 4200 Meter hoch.' };
const EN = { p1: 'One two three 1957.', p2: 'The mountain is 4200 metres high.' };
const ES = 'Uno dos tres 1957.\n\nLa montaña tiene 4200 metros de altura.\n';
const LONG = { timeout: 10_000 };

const gone = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
  });

// The worker knows the app's own databases only.
beforeEach(async () => {
  await gone(WORKS_DATABASE);
  await gone(DATABASE);
});

/** An open library with one work of this device. */
async function library(): Promise<{ readonly element: LibraryDialog; readonly slug: string }> {
  const works = new DeviceWorks();
  const { work } = await keep(works, { de: DE, en: EN });
  works.close();
  const real = window.fetch;
  vi.stubGlobal('fetch', (path: string) =>
    path.endsWith('works/index.json') ? Promise.resolve(Response.json({ works: [] })) : real(path),
  );
  const element = document.createElement('lesart-library');
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
    vi.unstubAllGlobals();
  });
  await element.show();
  await element.updateComplete;
  return { element, slug: work.slug };
}

async function work(slug: string) {
  const works = new DeviceWorks();
  const entry = await works.find(slug);
  works.close();
  return entry!.work;
}

const root = (element: Element): ShadowRoot => element.shadowRoot!;
const words = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const inEntry = (element: LibraryDialog, selector: string): HTMLElement =>
  root(root(element).querySelector('lesart-work-entry')!).querySelector<HTMLElement>(selector)!;
const found = <T extends Element>(find: () => T | null | undefined): Promise<T> =>
  vi.waitFor(() => {
    const element = find();
    if (!element) throw new Error('not there yet');
    return element;
  }, LONG);

async function adding(element: LibraryDialog): Promise<ImportDialog> {
  inEntry(element, '.add').click();
  const dialog = await found(() => root(element).querySelector('lesart-import'));
  await vi.waitFor(() => {
    expect(dialog.open).toBe(true);
  }, LONG);
  return dialog;
}

async function choose(select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await new Promise((resolve) => setTimeout(resolve));
}

const fields = (dialog: ImportDialog): Promise<ShadowRoot> =>
  found(() => {
    const card = root(dialog).querySelector('lesart-import-file');
    const own = card?.shadowRoot?.querySelector('lesart-import-fields');
    return own?.shadowRoot?.querySelector('.origin') ? own : null;
  }).then(root);

describe('adding a text to a work', () => {
  test('shows the texts that are there, adds the new one, and takes it back', async () => {
    const { element, slug } = await library();
    const dialog = await adding(element);
    expect(words(root(dialog).querySelector('h2'))).toBe('Add texts to “A work”');
    expect(root(dialog).querySelectorAll('.present li').length).toBe(2);
    await element.take([new File([ES], 'es.txt')], 'added');
    await choose((await fields(dialog)).querySelector('.origin')!, 'human');
    root(dialog).querySelector<HTMLElement>('.make')!.click();
    await found(() => root(dialog).querySelector('a.open'));
    expect((await work(slug)).variants.map(({ id }) => id)).toContain('es');
    expect(root(dialog).querySelector('a.open')?.getAttribute('href')).toContain(`${slug}?v=de,es`);
    root(dialog).querySelector<HTMLElement>('.undo')!.click();
    await vi.waitFor(() => {
      expect(words(root(dialog).querySelector('[role="status"]'))).toBe(
        'The added text is out of the work again.',
      );
    }, LONG);
    expect((await work(slug)).variants.map(({ id }) => id)).not.toContain('es');
  });

  test('says what is lacking before', async () => {
    const { element } = await library();
    const dialog = await adding(element);
    await element.take([new File([ES], 'es.txt')], 'added');
    await fields(dialog);
    root(dialog).querySelector<HTMLElement>('.make')!.click();
    await vi.waitFor(() => {
      expect(words(root(dialog).querySelector('.lacks'))).toContain('Say where “Español” comes from.');
    }, LONG);
  });

  test('says that the open work is to be loaded anew, and what the page holds of it counts', async () => {
    const { element, slug } = await library();
    const record = { type: 'alignment', id: '01890000-0000-7000-8000-000000000001', author: 'Ada' };
    const time = '2026-11-01T00:00:00.000Z';
    const placements = [{ variant: 'de', paragraph: 'p2', at: 0, row: 'p1' }];
    element.log = {
      slug,
      records: [{ ...record, time, work: slug, placements }],
    } as unknown as LibraryDialog['log'];
    const dialog = await adding(element);
    await element.take([new File([ES], 'es.txt')], 'added');
    await choose((await fields(dialog)).querySelector('.origin')!, 'human');
    root(dialog).querySelector<HTMLElement>('.make')!.click();
    await found(() => root(dialog).querySelector('a.open'));
    expect(words(root(dialog).querySelector('a.open'))).toBe('Reload the work');
    const works = new DeviceWorks();
    const text = await works.text(slug, 'es');
    works.close();
    expect(text?.map(({ id }) => id)).toEqual(['p1', 'p1._2']);
  });
});

describe('the properties of a work', () => {
  async function properties(element: LibraryDialog): Promise<WorkProperties> {
    inEntry(element, '.properties').click();
    const dialog = await found(() => root(element).querySelector('lesart-work-properties'));
    await found(() =>
      root(dialog).querySelector('lesart-import-fields')?.shadowRoot?.querySelector('.of, .origin'),
    );
    return dialog;
  }
  const forms = (dialog: WorkProperties): readonly ShadowRoot[] =>
    [...root(dialog).querySelectorAll('lesart-import-fields')].map(root);

  test('make a back-translation of a variant after the fact, once it is said of which', async () => {
    const { element, slug } = await library();
    const dialog = await properties(element);
    await choose(forms(dialog)[1]!.querySelector('.origin')!, 'back-translation');
    await dialog.updateComplete;
    root(dialog).querySelector<HTMLElement>('.save')!.click();
    const of = await found(() => forms(dialog)[1]!.querySelector<HTMLSelectElement>('.of[aria-invalid]'));
    expect((await work(slug)).variants[1]?.provenance).not.toBe('back-translation');
    await choose(of, 'de');
    await dialog.updateComplete;
    root(dialog).querySelector<HTMLElement>('.save')!.click();
    await vi.waitFor(async () => {
      expect((await work(slug)).variants[1]).toMatchObject({
        id: 'en',
        provenance: 'back-translation',
        of: 'de',
      });
    }, LONG);
    await vi.waitFor(() => {
      expect(words(root(element).querySelector('.note'))).toContain('were saved');
    }, LONG);
    expect(dialog.open).toBe(false);
  });

  test('are asked for where a file does not say of what languages its texts are', async () => {
    const { element } = await library();
    const header = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity';
    const row = 'A\ttalk\t1\t1\tada\tOne.\t<v>Eins</v>.\tStyle/Awkward\tMinor';
    await element.take([new File([`${header}\n${row}`], 'talks.tsv')]);
    await element.updateComplete;
    root(element).querySelector<HTMLElement>('.jobs .describe')!.click();
    const dialog = await found(() => root(element).querySelector('lesart-work-properties'));
    const language = await found(() =>
      root(dialog)
        .querySelector('lesart-import-fields')
        ?.shadowRoot?.querySelector<HTMLSelectElement>('select.language'),
    );
    await choose(language, 'en');
    root(dialog).querySelector<HTMLElement>('.save')!.click();
    await vi.waitFor(async () => {
      const works = new DeviceWorks();
      const list = await works.list();
      works.close();
      expect(list.flatMap((entry) => entry.work.variants.map(({ lang }) => lang))).toContain('en');
    }, LONG);
  });
});
