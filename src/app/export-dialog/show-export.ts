import { language, loadLaterTexts } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { startExportWorker } from '../../worker/bridge.ts';
import type { ReaderLog } from '../controllers/reader-log.ts';
import type { ShownWork } from '../controllers/shown-work.ts';
import type { OpenedWork } from '../opened-work.ts';
import { BackDialog } from './back-dialog.ts';
import type { ExportContext } from './export-context.ts';
import { ExportDialog } from './export-dialog.ts';

/** The open work with what is on screen of it. */
function contextOf(
  opened: OpenedWork,
  log: ReaderLog,
  shown: { readonly root: string; readonly columns: readonly string[]; readonly active: string | undefined },
): ExportContext {
  const row = shown.active === undefined ? undefined : opened.row(shown.active);
  return {
    root: shown.root,
    slug: opened.work.slug,
    held: log.records,
    columns: shown.columns,
    ...(row ? { active: { row: row.id, number: row.number } } : {}),
    log: {
      add: (plans) => log.add(plans),
      append: async (records) => {
        // Opens the log where nothing was added yet.
        await log.add([]);
        await log.log?.append(records);
      },
    },
  };
}

/** The page's only element of its kind. It hangs on the body: nothing of the first view waits for it. */
function only<T extends HTMLElement>(Made: new () => T, tag: string): T {
  const found = document.querySelector<T>(tag);
  if (found) return found;
  const made = new Made();
  document.body.append(made);
  return made;
}

/** Opens the export of a work. */
async function showExport(context: ExportContext): Promise<void> {
  await loadLaterTexts();
  const dialog = only(ExportDialog, 'lesart-export');
  dialog.addEventListener('corrections-chosen', onChosen);
  contexts.set(dialog, context);
  await dialog.show(context);
}

const contexts = new WeakMap<EventTarget, ExportContext>();

function onChosen(this: HTMLElement, { file }: HTMLElementEventMap['corrections-chosen']): void {
  const context = contexts.get(this);
  if (!context) return;
  if (this instanceof ExportDialog) this.close();
  void takeBack(context, file);
}

/** Shows what a file that comes back would change in the open work. */
async function takeBack(context: ExportContext, file: File): Promise<void> {
  await only(BackDialog, 'lesart-back').show(context, file);
}

/** Endings of files that may come back from another program. */
const ENDINGS = /\.(?:xlf|xliff|tmx|po|csv|tsv)$/iu;

/** Whether a file names paragraphs of the open work, so that it may hold corrections for it. */
async function isForWork({ root, slug, held }: ExportContext, file: File): Promise<boolean> {
  if (!ENDINGS.test(file.name)) return false;
  const { api, failed, stop } = startExportWorker();
  try {
    const belongs = (async () => {
      await api.open(root, slug, held);
      return api.belongs(file);
    })();
    return await Promise.race([belongs, failed]);
  } catch {
    return false;
  } finally {
    stop();
  }
}

/** What a dialog knows of the page: the open work, and the log of its readers. */
export interface Page {
  readonly shown: ShownWork | undefined;
  readonly readerLog: ReaderLog | undefined;
}

/** The open work as it stands on the page, when one is open. */
function pageContext({ shown, readerLog }: Page): ExportContext | undefined {
  const { opened, columns, active } = shown ?? {};
  if (!opened || !columns || !readerLog) return undefined;
  return contextOf(opened, readerLog, { root: import.meta.env.BASE_URL, columns, active });
}

/** Opens the export of the open work. */
export async function exportOpen(page: Page): Promise<void> {
  const context = pageContext(page);
  if (context) await showExport(context);
}

/** Opens the export of any work: of the open one as it stands, of another as it is stored. */
export async function exportWork(slug: string, page: Page): Promise<void> {
  const context = pageContext(page);
  await showExport(context?.slug === slug ? context : { root: import.meta.env.BASE_URL, slug });
}

/** A file that may hold corrections for the open work. */
export interface BackOffer {
  readonly name: string;
  /** The open work's. */
  readonly title: string;
  /** Shows what it would change. */
  readonly take: () => Promise<void>;
}

/** Undefined for a file that does not name paragraphs of the open work. */
export async function backOffer(file: File, page: Page): Promise<BackOffer | undefined> {
  const context = pageContext(page);
  const { work } = page.shown?.opened ?? {};
  if (!context || !work || !(await isForWork(context, file))) return undefined;
  return {
    name: file.name,
    title: wording(work.title, language())?.text ?? work.slug,
    take: () => takeBack(pageContext(page) ?? context, file),
  };
}
