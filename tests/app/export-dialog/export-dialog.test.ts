import { expose } from 'comlink';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type {} from '../../../src/app/export-dialog/corrections-chosen.ts';
import type { ExportContext } from '../../../src/app/export-dialog/export-context.ts';
import '../../../src/app/export-dialog/export-dialog.ts';
import type { ExportDialog } from '../../../src/app/export-dialog/export-dialog.ts';
import { EXPORT_FORMATS } from '../../../src/core/format/export-format.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import type { ExportChoice, ExportCount } from '../../../src/worker/export-run.ts';
import type { OpenedExport } from '../../../src/worker/export.worker.ts';
import { all, heard, mount, one, ownStorage, rendered, textOf, variant, work } from '../make.ts';

beforeAll(async () => {
  await page.viewport(1000, 900);
  await startI18n(['en']);
  await loadLaterTexts();
});
beforeEach(() => {
  ownStorage();
});

const OPENED: OpenedExport = {
  work: work({ variants: [variant('de'), variant('en'), variant('fr')] }),
  own: 2,
  isOfDevice: false,
};
const CONTEXT: ExportContext = {
  root: '/',
  slug: 'w',
  columns: ['de', 'en'],
  active: { row: 'p', number: 4 },
  log: { add: () => Promise.resolve(), append: () => Promise.resolve() },
};

type Report = (share: number) => Promise<void>;

interface Workers {
  readonly opened: () => OpenedExport;
  readonly count: (choice: ExportChoice) => Partial<ExportCount>;
  readonly write: (choice: ExportChoice, report: Report) => Promise<Blob>;
}

/** What a test knows of the workers that the dialog started. */
interface Asked {
  readonly counted: ExportChoice[];
  readonly written: ExportChoice[];
  readonly running: () => number;
}

/** Until the test ends, workers answer in the page. */
function answering(given: Partial<Workers> = {}): Asked {
  const { opened = () => OPENED, count = () => ({}), write = () => Promise.resolve(new Blob(['x'])) } = given;
  const [counted, written]: [ExportChoice[], ExportChoice[]] = [[], []];
  let running = 0;

  class PageWorker extends EventTarget {
    readonly #port: MessagePort;

    constructor() {
      super();
      const { port1, port2 } = new MessageChannel();
      const api = {
        open: opened,
        count(choice: ExportChoice): ExportCount {
          counted.push(choice);
          return {
            ...{ paragraphs: 5, marks: 3, corrections: 2, proposals: 0, records: 7 },
            ...{ name: `w.${EXPORT_FORMATS[choice.format].ending}`, left: [], lines: [], lineCount: 0 },
            ...(EXPORT_FORMATS[choice.format].holds === 'changes' ? { commits: 2 } : {}),
            ...count(choice),
          };
        },
        write(choice: ExportChoice, report: Report): Promise<Blob> {
          written.push(choice);
          return write(choice, report);
        },
      };
      expose(api, port2);
      this.#port = port1;
      port1.addEventListener('message', ({ data, ports }) => {
        this.dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
      });
      port1.start();
      running += 1;
    }

    postMessage(data: unknown, transfer: Transferable[] = []): void {
      this.#port.postMessage(data, transfer);
    }

    terminate(): void {
      running -= 1;
      this.#port.close();
    }
  }

  vi.stubGlobal('Worker', PageWorker);
  return { counted, written, running: () => running };
}

/** Names of the files that were offered to the reader. */
function savedFiles(): readonly string[] {
  const names: string[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  onTestFinished(() => {
    click.mockRestore();
  });
  return names;
}

const never = (): Promise<Blob> => new Promise<Blob>(() => undefined);

async function shown(context = CONTEXT): Promise<ExportDialog> {
  const dialog = await mount('lesart-export');
  await dialog.show(context);
  await rendered(dialog);
  return dialog;
}

const foot = (dialog: ExportDialog) => textOf(one(dialog, '.foot p'));
const saveButton = (dialog: ExportDialog) => one(dialog, '.save') as HTMLButtonElement;
const selects = (dialog: ExportDialog) => all(dialog, '.choices select') as HTMLSelectElement[];
/** What choices are called, without the values that can be chosen. */
const labels = (dialog: ExportDialog) =>
  all(dialog, '.choices label').map((label) =>
    [...label.childNodes]
      .filter((node) => node instanceof Text)
      .map(({ data }) => data.trim())
      .join(''),
  );
const radio = (dialog: ExportDialog, format: string) =>
  one(dialog, `input[value="${format}"]`) as HTMLInputElement;

async function choose(dialog: ExportDialog, format: string): Promise<void> {
  radio(dialog, format).click();
  await rendered(dialog);
  await expect.poll(() => foot(dialog)).not.toBe(t('export.counting'));
}

async function turn(dialog: ExportDialog, select: HTMLSelectElement | undefined, to: string): Promise<void> {
  if (!select) throw new Error('No such choice');
  select.value = to;
  select.dispatchEvent(new Event('change'));
  await rendered(dialog);
}

describe('what is chosen', () => {
  test('is a patch at first, of what was added on this device, with open proposals', async () => {
    const { counted } = answering();
    const dialog = await shown();
    expect(radio(dialog, 'patch').checked).toBe(true);
    expect(counted.at(-1)).toMatchObject({ format: 'patch', onlyOwn: true, withProposals: true });
    expect(foot(dialog)).toBe(t('export.holdsCommits', { count: 2 }));
    expect(textOf(saveButton(dialog))).toBe(t('export.save', { name: 'w.mbox' }));
  });

  test('is counted anew with every format, and named by it', async () => {
    const { counted } = answering({ count: ({ format }) => (format === 'docx' ? { proposals: 1 } : {}) });
    const dialog = await shown();
    await choose(dialog, 'docx');
    expect(counted.at(-1)).toMatchObject({ format: 'docx', columns: ['de', 'en'], onlyOwn: false });
    expect(foot(dialog)).toBe(
      [
        t('export.holdsParagraphs', { count: 5 }),
        t('export.holdsCorrections', { count: 2 }),
        t('export.holdsProposals', { count: 1 }),
        t('export.holdsMarks', { count: 3 }),
      ].join(' · '),
    );
    expect(textOf(saveButton(dialog))).toBe(t('export.save', { name: 'w.docx' }));
  });

  test.each([
    ['patch', ['texts', 'paragraphs', 'corrections', 'commits', 'own']],
    ['log-patch', ['paragraphs', 'commits', 'own']],
    ['xliff', ['text', 'paragraphs', 'corrections', 'own']],
    ['csv', ['texts', 'paragraphs', 'corrections', 'own', 'safe']],
    ['jsonl', ['paragraphs', 'own']],
  ] as const)('has for %s only what that can hold', async (format, wanted) => {
    answering();
    const dialog = await shown();
    await choose(dialog, format);
    expect(labels(dialog)).toEqual(wanted.map((name) => t(`export.${name}`)));
  });

  test('may be the active paragraph alone', async () => {
    const { counted } = answering();
    const dialog = await shown();
    await turn(dialog, selects(dialog)[1], 'active');
    await expect.poll(() => counted.at(-1)).toMatchObject({ paragraphs: 'all', row: 'p' });
  });

  test('is all paragraphs of a work in which none is active, whatever was chosen last', async () => {
    const { counted, running } = answering();
    const first = await shown();
    await turn(first, selects(first)[1], 'active');
    await expect.poll(() => counted.at(-1)).toHaveProperty('row');
    first.close();
    await expect.poll(running).toBe(0);
    const { root, slug, columns } = CONTEXT;
    await first.show({ root, slug, ...(columns ? { columns } : {}) });
    expect(counted.at(-1)).not.toHaveProperty('row');
    expect(selects(first)[1]?.value).toBe('all');
  });

  test('is offered again the next time', async () => {
    answering();
    const first = await shown();
    await choose(first, 'tmx');
    first.remove();
    expect(radio(await shown(), 'tmx').checked).toBe(true);
  });
});

describe('nothing is saved', () => {
  test('before it was counted', async () => {
    answering({ count: () => ({}) });
    const dialog = await shown();
    radio(dialog, 'txt').click();
    await rendered(dialog);
    expect(foot(dialog)).toBe(t('export.counting'));
    expect(saveButton(dialog).disabled).toBe(true);
    await expect.poll(() => saveButton(dialog).disabled).toBe(false);
  });

  test('where the choices come to nothing, which is said', async () => {
    answering({ count: ({ format }) => (format === 'jsonl' ? { records: 0 } : {}) });
    const dialog = await shown();
    await choose(dialog, 'jsonl');
    expect(foot(dialog)).toBe(t('export.nothing'));
    expect(saveButton(dialog).disabled).toBe(true);
  });

  test('where the work cannot be read; it can be tried again', async () => {
    let isThere = false;
    answering({
      opened: () => {
        if (!isThere) throw new Error('gone');
        return OPENED;
      },
    });
    const dialog = await shown();
    expect(textOf(one(dialog, '[role="alert"]'))).toBe(t('export.failed', { reason: 'gone' }));
    isThere = true;
    const [retry] = all(dialog, 'button').filter((button) => textOf(button) === t('export.retry'));
    retry?.click();
    await expect.poll(() => all(dialog, '.save').length).toBe(1);
  });
});

describe('saving', () => {
  test('offers the file under its name, says so, and leaves the keyboard where it was', async () => {
    const { written } = answering();
    const names = savedFiles();
    const dialog = await shown();
    await choose(dialog, 'md');
    saveButton(dialog).focus();
    saveButton(dialog).click();
    await expect.poll(() => names).toEqual(['w.md']);
    await expect.poll(() => foot(dialog)).toBe(t('export.saved', { name: 'w.md' }));
    expect(written).toMatchObject([{ format: 'md', target: 'de' }]);
    await expect.poll(() => dialog.shadowRoot?.activeElement).toBe(saveButton(dialog));
  });

  test('shows how far it is; until it ends nothing else can be chosen', async () => {
    answering({
      write: async (_choice, report) => {
        await report(0.25);
        return never();
      },
    });
    const dialog = await shown();
    saveButton(dialog).click();
    await expect.poll(() => all(dialog, 'progress').length).toBe(1);
    await expect.poll(() => (one(dialog, 'progress') as HTMLProgressElement).value).toBe(0.25);
    expect(foot(dialog)).toContain(t('export.saving', { name: 'w.mbox' }));
    expect(all(dialog, 'fieldset').every((set) => (set as HTMLFieldSetElement).disabled)).toBe(true);
  });

  test('can be given up: no file is offered, its worker ends, and it can begin again', async () => {
    const asked = answering({ write: never });
    const names = savedFiles();
    const dialog = await shown();
    await choose(dialog, 'epub');
    saveButton(dialog).focus();
    saveButton(dialog).click();
    await expect.poll(() => all(dialog, 'progress').length).toBe(1);
    const cancel = one(dialog, '.foot button');
    expect(textOf(cancel)).toBe(t('export.cancel'));
    await expect.poll(() => dialog.shadowRoot?.activeElement).toBe(cancel);
    cancel.click();
    await expect.poll(() => all(dialog, '.save').length).toBe(1);
    await expect.poll(() => saveButton(dialog).disabled).toBe(false);
    expect(names).toEqual([]);
    expect(asked.running()).toBe(1);
    expect(radio(dialog, 'epub').checked).toBe(true);
    await expect.poll(() => dialog.shadowRoot?.activeElement).toBe(saveButton(dialog));
  });

  test('ends with the dialog', async () => {
    const asked = answering({ write: never });
    const dialog = await shown();
    saveButton(dialog).click();
    await expect.poll(() => all(dialog, 'progress').length).toBe(1);
    dialog.close();
    await expect.poll(() => asked.running()).toBe(0);
  });

  test('that fails says why', async () => {
    answering({ write: () => Promise.reject(new Error('disk full')) });
    const dialog = await shown();
    saveButton(dialog).click();
    await expect
      .poll(() => all(dialog, '[role="alert"]').map(textOf))
      .toEqual([t('export.failed', { reason: 'disk full' })]);
  });
});

describe('a file that comes back', () => {
  const file = new File(['x'], 'w.po');
  const dropped = (): DataTransfer => {
    const transfer = new DataTransfer();
    transfer.items.add(file);
    return transfer;
  };

  test('is taken where it is dropped', async () => {
    answering();
    const dialog = await shown();
    const chosen = heard(dialog, 'corrections-chosen');
    one(dialog, 'dialog').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped(), cancelable: true }));
    expect(chosen.map((event) => event.file.name)).toEqual(['w.po']);
  });

  test('cannot be given for a work that is not open', async () => {
    answering();
    const dialog = await shown({ root: '/', slug: 'w' });
    const chosen = heard(dialog, 'corrections-chosen');
    expect(all(dialog, '.back')).toEqual([]);
    one(dialog, 'dialog').dispatchEvent(new DragEvent('drop', { dataTransfer: dropped(), cancelable: true }));
    expect(chosen).toEqual([]);
  });
});

test('corrections that cannot be put into the text are named, the first twelve of them', async () => {
  const left = Array.from({ length: 14 }, (_, n) => ({
    ...{ variant: 'de', paragraph: `p${n}`, author: 'Ada', fate: 'stale' as const },
  }));
  answering({ count: () => ({ left }) });
  const dialog = await shown();
  expect(textOf(one(dialog, '.fault p'))).toBe(t('export.left', { count: 14 }));
  expect(all(dialog, '.fault li')).toHaveLength(12);
  expect(textOf(one(dialog, '.fault li'))).toBe(`de/p0, Ada: ${t('export.fate.stale')}`);
});
