import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FileCard } from '../../../src/app/import-dialog/file-card.ts';
import type { ImportDialog } from '../../../src/app/import-dialog/import-dialog.ts';
import type { ParagraphPreview } from '../../../src/app/import-dialog/paragraph-preview.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { DeviceWorks } from '../../../src/store/device-works.ts';
import { WORKS_DATABASE } from '../../../src/store/device-works-keys.ts';

await startI18n(['en']);
await loadLaterTexts();
await import('../../../src/app/import-dialog/import-dialog.ts');

const DE = ['Über Berge', 'Der Berg liegt im Norden und ist hoch.', 'Heute führt eine Bahn hinauf.'];
const EN = ['On mountains', 'The mountain lies in the north and is high.', 'Today a railway leads up.'];
const file = (name: string, ...paragraphs: readonly string[]): File =>
  new File([`${paragraphs.join('\n\n')}\n`], name);

// The worker knows the app's own database only.
beforeEach(async () => {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(WORKS_DATABASE);
    request.onsuccess = resolve;
    request.onerror = resolve;
  });
});

async function dialog(...files: readonly File[]): Promise<ImportDialog> {
  const element = document.createElement('lesart-import');
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await element.show();
  await element.add(files);
  await settled(element);
  return element;
}

const root = (element: Element): ShadowRoot => element.shadowRoot!;
const cards = (element: ImportDialog): readonly FileCard[] => [
  ...root(element).querySelectorAll('lesart-import-file'),
];

async function settled(element: ImportDialog): Promise<void> {
  await element.updateComplete;
  for (const card of cards(element)) {
    await card.updateComplete;
    for (const part of root(card).querySelectorAll('lesart-import-fields, lesart-import-columns'))
      await (part as FileCard).updateComplete;
    await preview(card)?.updateComplete;
  }
}

const fieldsOf = (card: FileCard): ShadowRoot => root(root(card).querySelector('lesart-import-fields')!);
const preview = (card: FileCard): ParagraphPreview | null =>
  root(card).querySelector('lesart-import-paragraphs');

async function choose(element: ImportDialog, select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(element);
}

const origin = (card: FileCard): HTMLSelectElement => fieldsOf(card).querySelector('.origin')!;
const button = (element: ImportDialog, name: string): HTMLButtonElement =>
  root(element).querySelector(`button.${name}`)!;
const words = (node: Element | ShadowRoot | null): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

async function works() {
  const own = new DeviceWorks();
  const list = await own.list();
  own.close();
  return list;
}

describe('the list of texts', () => {
  test('shows what each was taken for, with its first paragraphs in its own language', async () => {
    const element = await dialog(
      file('berge.txt', ...DE),
      file('mountains.md', `# ${EN[0]!}`, EN[1]!, EN[2]!),
    );
    expect(cards(element).map((card) => words(root(card).querySelector('h3')))).toEqual([
      'berge.txt plain text',
      'mountains.md Markdown',
    ]);
    const [de, en] = cards(element);
    expect(fieldsOf(de!).querySelector<HTMLSelectElement>('.language')?.value).toBe('de');
    expect(fieldsOf(en!).querySelector<HTMLInputElement>('.label')?.value).toBe('English');
    expect(origin(de!).value).toBe('');
    const paragraph = root(preview(de!)!).querySelector('li p');
    expect([words(paragraph), paragraph?.getAttribute('lang')]).toEqual(['Über Berge', 'de']);
    expect(root(preview(en!)!).querySelector<HTMLSelectElement>('li select')?.value).toBe('title');
  });

  test('says of a file that cannot be read what is wrong with it, and leaves the others alone', async () => {
    const image = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])], 'a.png');
    const element = await dialog(image, file('berge.txt', ...DE), file('empty.txt', ''));
    expect(words(root(cards(element)[0]!).querySelector('.fault'))).toContain('a.png cannot be read');
    expect(words(root(cards(element)[2]!).querySelector('.fault'))).toContain('empty.txt');
    expect(preview(cards(element)[1]!)).not.toBeNull();
  });

  test('lets files be moved and removed, and says so', async () => {
    const element = await dialog(file('a.txt', ...DE), file('b.txt', ...EN));
    root(cards(element)[1]!).querySelector<HTMLElement>('button.up')?.click();
    await settled(element);
    const names = () => cards(element).map((card) => card.entry.name);
    expect(names()).toEqual(['b.txt', 'a.txt']);
    root(cards(element)[0]!).querySelector<HTMLElement>('button.remove')?.click();
    await vi.waitFor(() => {
      expect(names()).toEqual(['a.txt']);
    });
    await settled(element);
    expect(words(root(element).querySelector('[role="status"]'))).toBe('b.txt was removed.');
  });

  test('takes a text that is typed', async () => {
    const element = await dialog();
    button(element, 'type').click();
    await vi.waitFor(() => {
      expect(root(element).querySelector('textarea')).not.toBeNull();
    });
    root(element).querySelector('textarea')!.value = 'Eins.\n\nZwei und drei.';
    root(element).querySelector('form')!.requestSubmit();
    await vi.waitFor(() => {
      expect(cards(element).map((card) => card.entry.state)).toEqual(['text']);
    });
  });

  test('hands files over to whoever wants them first', async () => {
    const element = await dialog();
    const offered: string[] = [];
    element.addEventListener('files-offered', (event) => {
      offered.push(...event.files.map(({ name }) => name));
      event.preventDefault();
    });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file('a.txt', 'x'));
    root(element)
      .querySelector('dialog')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    expect(offered).toEqual(['a.txt']);
    expect(element.count).toBe(0);
  });
});

describe('making the work', () => {
  test('first says what is lacking and goes to it; nothing is kept before', async () => {
    const element = await dialog(file('a.txt', ...DE), file('b.txt', ...EN));
    await choose(element, origin(cards(element)[0]!), 'human');
    button(element, 'make').click();
    await vi.waitFor(() => {
      expect(words(root(element).querySelector('.lacks'))).toContain('Say where “English” comes from.');
    });
    await vi.waitFor(() => {
      expect(fieldsOf(cards(element)[1]!).activeElement).toBe(origin(cards(element)[1]!));
    });
    expect(await works()).toEqual([]);
  });

  test('keeps the work and offers to open it', async () => {
    const element = await dialog(file('a.txt', ...DE), file('b.txt', ...EN));
    await choose(element, origin(cards(element)[0]!), 'machine');
    await choose(element, origin(cards(element)[1]!), 'human');
    expect(root(element).querySelector<HTMLSelectElement>('select.subject')?.selectedOptions[0]?.label).toBe(
      'Deutsch',
    );
    button(element, 'make').click();
    await vi.waitFor(
      () => {
        expect(root(element).querySelector('a.open')).not.toBeNull();
      },
      { timeout: 10_000 },
    );
    const [entry] = await works();
    expect([entry?.rows, entry?.work.subject, entry?.work.reference]).toEqual([3, 'de', 'en']);
    let slug = '';
    element.addEventListener('work-chosen', (event) => {
      event.preventDefault();
      slug = event.slug;
    });
    root(element).querySelector<HTMLElement>('a.open')?.click();
    expect(slug).toBe(entry?.work.slug);
    expect(element.count).toBe(0);
  });

  test('does what is said of single paragraphs', async () => {
    const element = await dialog(file('a.txt', ...DE), file('b.txt', ...EN));
    for (const card of cards(element)) {
      await choose(element, origin(card), 'human');
      await choose(element, root(preview(card)!).querySelector('li select')!, 'left');
    }
    button(element, 'make').click();
    await vi.waitFor(
      () => {
        expect(root(element).querySelector('a.open')).not.toBeNull();
      },
      { timeout: 10_000 },
    );
    expect((await works())[0]?.rows).toBe(2);
  });
});

test('a table shows its columns and makes a work of those that are texts', async () => {
  const csv = new File(['key,English,Deutsch\na,One day,Eines Tages\nb,Never,Nie\n'], 'texts.csv');
  const element = await dialog(csv);
  const columns = root(cards(element)[0]!).querySelector('lesart-import-columns')!;
  const uses = [...root(columns).querySelectorAll<HTMLSelectElement>('select.use')].map(({ value }) => value);
  expect(uses).toEqual(['id', 'text', 'text']);
  for (const fields of root(columns).querySelectorAll('lesart-import-fields'))
    await choose(element, root(fields).querySelector('.origin')!, 'human');
  button(element, 'make').click();
  await vi.waitFor(
    () => {
      expect(root(element).querySelector('a.open')).not.toBeNull();
    },
    { timeout: 10_000 },
  );
  expect((await works())[0]?.work.variants.map(({ lang }) => lang)).toEqual(['en', 'de']);
});
