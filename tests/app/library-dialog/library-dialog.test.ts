import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { LibraryDialog } from '../../../src/app/library-dialog/library-dialog.ts';
import type { WorkEntry } from '../../../src/app/library-dialog/work-entry.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { DATABASE } from '../../../src/store/database.ts';
import { WORKS_DATABASE } from '../../../src/store/device-works-keys.ts';
import { zipped } from '../../../src/store/zip-file.ts';
import { comment, work } from '../make.ts';

await startI18n(['en']);
await loadLaterTexts();
await import('../../../src/app/library-dialog/library-dialog.ts');

const HEADER = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity';
const row = (segment: number, system = 'A'): string =>
  `${system}\ttalk\t${String(segment)}\t1\tada\tOne.\t<v>Eins</v>.\tStyle/Awkward\tMinor`;
const tsv = (name: string, ...rows: readonly string[]): File =>
  new File([[HEADER, ...rows].join('\n')], name);

const gone = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('not deleted'));
    };
  });

// The worker knows the app's own databases only.
beforeEach(async () => {
  await gone(WORKS_DATABASE);
  await gone(DATABASE);
});

/** An open library; `shipped` are the works that come with the app. */
async function library(shipped: readonly string[] = []): Promise<LibraryDialog> {
  const real = window.fetch;
  vi.stubGlobal('fetch', (path: string) => {
    if (path.endsWith('works/index.json')) return Promise.resolve(Response.json({ works: shipped }));
    const slug = /works\/([^/]+)\/work\.json$/.exec(path)?.[1];
    return slug === undefined
      ? real(path)
      : Promise.resolve(Response.json(work({ slug, title: { en: `The ${slug}` } })));
  });
  const element = document.createElement('lesart-library');
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
    vi.unstubAllGlobals();
    localStorage.removeItem('lesart.contributed');
  });
  await element.show();
  return element;
}

const root = (element: LibraryDialog): ShadowRoot => element.shadowRoot!;
const entries = (element: LibraryDialog): readonly WorkEntry[] => [
  ...root(element).querySelectorAll('lesart-work-entry'),
];
const titles = (element: LibraryDialog): readonly (string | undefined)[] =>
  entries(element).map((entry) => entry.shadowRoot?.querySelector('a, .title')?.textContent.trim());
const inEntry = <T extends HTMLElement>(element: LibraryDialog, selector: string, at = 0): T =>
  entries(element)[at]!.shadowRoot!.querySelector<T>(selector)!;
const jobs = (element: LibraryDialog): string =>
  root(element).querySelector('.jobs')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

const dropped = (files: readonly File[]): DataTransfer => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
};
const dialog = (element: LibraryDialog): HTMLDialogElement => root(element).querySelector('dialog')!;

const paste = (element: LibraryDialog, text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  dialog(element).dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
};

/** Hands over files and waits until all of them came to their end and the list is up to date. */
async function take(element: LibraryDialog, ...files: readonly File[]): Promise<void> {
  await element.take(files);
  await element.updateComplete;
}

/** What is saved while a test runs. */
function saved(): readonly { readonly name: string; readonly blob: Blob }[] {
  const files: { name: string; blob: Blob }[] = [];
  let last: Blob | undefined;
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:saved';
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (this.download && last) files.push({ name: this.download, blob: last });
  });
  onTestFinished(() => {
    create.mockRestore();
    click.mockRestore();
  });
  return files;
}

describe('the library', () => {
  test('without imported works says so and lists those that came with the app', async () => {
    const element = await library(['first', 'second']);
    expect(element.open).toBe(true);
    expect(root(element).querySelector('.none')).not.toBeNull();
    expect(titles(element)).toEqual(['The first', 'The second']);
    expect(entries(element)[0]?.shadowRoot?.querySelector('.delete')).toBeNull();
  });

  test('closes by its button and opens again', async () => {
    const element = await library();
    root(element).querySelector<HTMLElement>('.close')?.click();
    expect(element.open).toBe(false);
    await element.show();
    expect(element.open).toBe(true);
  });

  test('makes a work of a file that is dropped on it', async () => {
    const element = await library();
    const data = dropped([tsv('talks.tsv', row(1), row(2))]);
    const over = new DragEvent('dragover', { dataTransfer: data, cancelable: true, bubbles: true });
    dialog(element).dispatchEvent(over);
    expect(over.defaultPrevented).toBe(true);
    dialog(element).dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['talks']);
    });
    await vi.waitFor(() => {
      expect(jobs(element)).toContain('“talks” was imported');
    });
    expect(inEntry(element, 'small').textContent).toContain('2 paragraphs · 2 variants · 2 annotations');
  });

  test('takes several files one after another, and tells each one’s end', async () => {
    const element = await library();
    await take(element, tsv('one.tsv', row(1)), tsv('empty.tsv'), tsv('two.tsv', row(1)));
    await vi.waitFor(() => {
      expect([...titles(element)].sort()).toEqual(['one', 'two']);
    });
    expect(jobs(element)).toContain('empty.tsv has nothing in it');
  });

  test('makes a work of rows that are pasted', async () => {
    const element = await library();
    paste(element, [HEADER, row(1)].join('\n'));
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['pasted']);
    });
  });

  test('shows texts before it takes them, pasted ones too, and goes on with the draft later', async () => {
    const element = await library();
    await take(element, new File(['Prosa in zwei Zeilen.'], 'prose.txt'));
    const draft = root(element).querySelector('lesart-import')!;
    expect([draft.open, draft.count]).toEqual([true, 1]);
    paste(element, 'just words');
    await vi.waitFor(() => {
      expect(draft.count).toBe(2);
    });
    draft.close();
    await vi.waitFor(() => {
      expect(root(element).querySelector('.compose')?.textContent).toContain('Go on with the draft');
    });
    expect(titles(element)).toEqual([]);
    root(element).querySelector<HTMLElement>('.compose')?.click();
    await vi.waitFor(() => {
      expect(draft.open).toBe(true);
    });
    expect(draft.count).toBe(2);
  });

  test('takes a work folder as a work, lists what is wrong with it, and knows a zip of something else', async () => {
    const element = await library();
    const pieces = (name: string, text: string) => ({ name, pieces: [text] });
    const zip = async (name: string, ...files: readonly ReturnType<typeof pieces>[]): Promise<File> => {
      const all = async function* () {
        yield* files;
      };
      return new File([await zipped(all())], name);
    };
    const folder = await zip(
      'folder.zip',
      pieces('w/work.json', JSON.stringify(work({ title: { en: 'From git' } }))),
      pieces('w/de.md', '<!-- p paragraph -->\nEins.\n'),
      pieces('w/en.md', '<!-- p heading -->\nOne.\n'),
    );
    await take(element, folder, await zip('else.zip', pieces('readme.txt', 'x')));
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['From git']);
    });
    expect(jobs(element)).toContain('w has 1 remark: en.md:1');
    expect(jobs(element)).toContain('else.zip is of no kind that Lesart reads');
  });

  test('lists bad rows with row, column and reason, and saves all of them', async () => {
    const files = saved();
    const element = await library();
    const bad = row(2).replace('</v>', '');
    await take(element, tsv('talks.tsv', row(1), bad, 'A\ttalk'));
    const list = root(element).querySelector('lesart-rejected-rows');
    await list?.updateComplete;
    const cells = [...(list?.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((line) =>
      [...line.querySelectorAll('td')].map((cell) => cell.textContent.trim()),
    );
    expect(cells.map(([line, column]) => [line, column])).toEqual([
      ['3', 'target'],
      ['4', 'doc_id'],
    ]);
    expect(cells[0]?.[2]).toMatch(/\S/);
    list?.shadowRoot?.querySelector('button')?.click();
    await vi.waitFor(() => {
      expect(files).toHaveLength(1);
    });
    expect(files[0]?.name).toBe('rejected-talks.tsv');
    expect(await files[0]?.blob.text()).toBe([HEADER, bad, 'A\ttalk', ''].join('\n'));
  });

  test('shows how far an import is, and leaves nothing of one that is cancelled', async () => {
    const element = await library();
    const rows = Array.from({ length: 40_000 }, (_, n) => row(n));
    const taken = element.take([tsv('long.tsv', ...rows)]);
    await vi.waitFor(() => {
      expect(root(element).querySelector('progress')?.value).toBeGreaterThan(0);
    });
    [...root(element).querySelectorAll<HTMLElement>('.jobs button')][0]?.click();
    await taken;
    await element.updateComplete;
    expect(jobs(element)).toContain('The import of long.tsv was cancelled');
    expect(titles(element)).toEqual([]);
  });

  test('forgets a job’s end when it is dismissed', async () => {
    const element = await library();
    await take(element, tsv('talks.tsv', row(1)));
    [...root(element).querySelectorAll<HTMLElement>('.jobs button')].at(-1)?.click();
    await element.updateComplete;
    expect(jobs(element)).toBe('');
  });
});

describe('a work in the library', () => {
  test('is chosen by its link, which a listener may take over', async () => {
    const element = await library(['first']);
    const chosen = vi.fn();
    element.addEventListener('work-chosen', (event) => {
      event.preventDefault();
      chosen(event.slug);
    });
    const link = inEntry<HTMLAnchorElement>(element, 'a');
    expect(new URL(link.href).pathname).toBe('/first');
    const click = new MouseEvent('click', { cancelable: true, bubbles: true });
    link.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(chosen).toHaveBeenCalledExactlyOnceWith('first');
  });

  test('is renamed with Enter; Escape leaves its title and the dialog as they are', async () => {
    const element = await library();
    await take(element, tsv('talks.tsv', row(1)));
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['talks']);
    });
    inEntry(element, '.rename').click();
    await entries(element)[0]?.updateComplete;
    await userEvent.keyboard('Thrown away{Escape}');
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['talks']);
    });
    expect(element.open).toBe(true);
    inEntry(element, '.rename').click();
    await entries(element)[0]?.updateComplete;
    await userEvent.keyboard('Better talks{Enter}');
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['Better talks']);
    });
  });

  test('is deleted, and comes back by undo or from the trash', async () => {
    const element = await library();
    await take(element, tsv('talks.tsv', row(1)));
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['talks']);
    });
    const remove = async () => {
      inEntry(element, '.delete').click();
      await vi.waitFor(() => {
        expect(root(element).querySelector('.none')).not.toBeNull();
        expect(root(element).querySelector('.undo')).not.toBeNull();
      });
      expect(inEntry(element, '.title').textContent).toBe('talks');
    };
    await remove();
    root(element).querySelector<HTMLElement>('.undo')?.click();
    await vi.waitFor(() => {
      expect(root(element).querySelector('.none')).toBeNull();
    });
    await remove();
    inEntry(element, '.restore').click();
    await vi.waitFor(() => {
      expect(root(element).querySelector('.none')).toBeNull();
      expect(root(element).querySelector('.undo')).toBeNull();
    });
  });

  test('is saved as a folder in a zip', async () => {
    const files = saved();
    const element = await library();
    await take(element, tsv('talks.tsv', row(1)));
    await vi.waitFor(() => {
      expect(titles(element)).toEqual(['talks']);
    });
    inEntry(element, '.export').click();
    await vi.waitFor(() => {
      expect(files).toHaveLength(1);
    });
    expect(files[0]?.name).toMatch(/^my-talks-\w{5}\.zip$/);
    expect(files[0]?.blob.size).toBeGreaterThan(500);
  });
});

describe('a backup', () => {
  test('brings back contributions and works, says what was merged, and replaces nothing', async () => {
    const files = saved();
    const element = await library();
    const restored = vi.fn();
    element.addEventListener('contributions-restored', restored);
    const log = [comment(1), comment(2)].map((record) => `${JSON.stringify(record)}\n`).join('');
    await take(element, tsv('talks.tsv', row(1)), new File([log], 'log.jsonl'));
    expect(jobs(element)).toContain('2 contributions were added');
    expect(restored).toHaveBeenCalledOnce();
    root(element).querySelector<HTMLElement>('.backup')?.click();
    await vi.waitFor(() => {
      expect(files).toHaveLength(1);
    });
    const zip = new File([files[0]!.blob], 'backup.zip');
    await take(element, zip);
    expect(jobs(element)).toContain('0 contributions were added');
    expect(jobs(element)).toContain('1 work was here already');
    expect(restored).toHaveBeenCalledOnce();

    element.remove();
    await gone(WORKS_DATABASE);
    await gone(DATABASE);
    const anew = await library();
    expect(titles(anew)).toEqual([]);
    await take(anew, zip);
    await vi.waitFor(() => {
      expect(titles(anew)).toEqual(['talks']);
    });
    expect(jobs(anew)).toContain('2 contributions were added');
    expect(jobs(anew)).toContain('1 work was added');
    expect(localStorage.getItem('lesart.contributed')).toBe('yes');
  });

  test('that is none is said to be damaged', async () => {
    const element = await library();
    await take(element, new File(['no zip'], 'backup.zip'));
    expect(jobs(element)).toContain('backup.zip cannot be read');
  });
});

test('a store that is denied is named, and tried again', async () => {
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  const element = await library();
  await element.updateComplete;
  expect(root(element).querySelector('[role=alert]')?.textContent).toContain('does not allow');
  open.mockRestore();
  root(element).querySelector<HTMLElement>('.retry')?.click();
  await vi.waitFor(() => {
    expect(root(element).querySelector('.none')).not.toBeNull();
  });
});
