import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../core/problem.ts';
import type { Paragraph, Work } from '../../core/work/model.ts';
import { WorkUnreadable, fetchSlugs, fetchVariant, fetchWork } from '../../store/shipped.ts';
import { loadLaterTexts } from '../../i18n/i18n.ts';
import { OpenedWork, type Project } from '../opened-work.ts';

/** Works of this device have such an address (`DEVICE_PREFIX`); only there the store is looked at. */
const DEVICE = /^my-/;

/** Opens a work that came with the app, or one of this device, and fetches more of its texts as they are asked
 * for. */
export class WorkLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #root: string;
  readonly #fetching = new Map<string, Promise<void>>();
  #loading: ReadonlySet<string> = new Set();
  #run = 0;
  #opened: OpenedWork | undefined;
  /** The open work is one of this device. */
  #isDevice = false;
  #problems: readonly Problem[] = [];
  #failed: readonly Problem[] | undefined;

  /** @param root where the app is served, with a slash at the end */
  constructor(host: ReactiveControllerHost, root: string) {
    this.#host = host;
    this.#root = root;
    host.addController(this);
  }

  hostConnected(): void {
    // The host opens a work when it knows which.
  }

  /** The open work; undefined while it is on its way, or when it cannot be opened. */
  get opened(): OpenedWork | undefined {
    return this.#opened;
  }

  /** Variants whose text is on its way. */
  get loading(): ReadonlySet<string> {
    return this.#loading;
  }

  /** What of it could not be read. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Why nothing can be shown. */
  get failed(): readonly Problem[] | undefined {
    return this.#failed;
  }

  /**
   * Opens a work, the first there is if none is named, with the texts that every comparator needs and those
   * of the named columns. Resolves to whether it is open.
   */
  async open(slug: string | undefined, columns: readonly string[]): Promise<boolean> {
    const run = (this.#run += 1);
    this.#opened = undefined;
    this.#failed = undefined;
    this.#fetching.clear();
    this.#loading = new Set();
    this.#host.requestUpdate();
    try {
      const named = slug ?? (await fetchSlugs(this.#root))[0];
      if (named === undefined) throw new WorkUnreadable('', []);
      const choose = (work: Work): readonly string[] => wanted(work, columns);
      const own = DEVICE.test(named)
        ? await (await import('./device-loading.ts')).openDeviceWork(named, choose)
        : undefined;
      const shipped = own ? undefined : await fetchWork(this.#root, named, choose);
      // Another work was asked for meanwhile.
      if (run !== this.#run) return false;
      this.#isDevice = own !== undefined;
      const opened = own ?? (shipped && new OpenedWork(shipped.work, shipped.texts, shipped.log));
      if (opened?.needsProject) {
        const projected = opened.withProject(await projector());
        if (run !== this.#run) return false;
        this.#opened = projected;
      } else this.#opened = opened;
      this.#problems = shipped?.problems ?? [];
    } catch (error) {
      // What is wrong is worded by texts that come later; without them there is nothing to tell yet.
      await loadLaterTexts().catch(() => undefined);
      if (run !== this.#run) return false;
      this.#failed = error instanceof WorkUnreadable ? error.problems : [unexpected(error)];
    }
    this.#host.requestUpdate();
    return this.#opened !== undefined;
  }

  /** Makes the open work one that can be shown in other rows than its files'. */
  async project(): Promise<void> {
    const project = await projector();
    this.#opened = this.#opened?.withProject(project);
    this.#host.requestUpdate();
  }

  /** Fetches a variant's text unless it is there or on its way. */
  async ensureText(variant: string): Promise<void> {
    const opened = this.#opened;
    if (!opened || opened.texts.has(variant) || opened.variant(variant)?.status !== 'complete') return;
    const known = this.#fetching.get(variant);
    if (known) return known;
    const fetching = this.#fetchText(opened.work.slug, variant);
    this.#fetching.set(variant, fetching);
    await fetching;
  }

  async #fetchText(slug: string, variant: string): Promise<void> {
    this.#loading = new Set([...this.#loading, variant]);
    this.#host.requestUpdate();
    const { paragraphs, problems } = this.#isDevice
      ? await deviceVariant(slug, variant)
      : await fetchVariant(this.#root, slug, variant);
    if (this.#opened?.work.slug !== slug) return;
    this.#loading = new Set([...this.#loading].filter((id) => id !== variant));
    if (paragraphs) {
      this.#opened = this.#opened.withText(variant, paragraphs);
      if (this.#opened.needsProject) await this.project();
    } else this.#fetching.delete(variant);
    // What was said of an earlier try holds no more.
    this.#problems = [...this.#problems.filter(({ file }) => file !== `${variant}.md`), ...problems];
    this.#host.requestUpdate();
  }
}

/** What shows rows that are other than a work's files have them. */
const projector = async (): Promise<Project> =>
  (await import('../../core/contribution/projection.ts')).projectionOf;

async function deviceVariant(
  slug: string,
  variant: string,
): Promise<{ readonly paragraphs: readonly Paragraph[] | undefined; readonly problems: readonly Problem[] }> {
  const file = `${variant}.md`;
  try {
    const { deviceText } = await import('./device-loading.ts');
    const paragraphs = await deviceText(slug, variant);
    // It may have been deleted in another tab.
    return paragraphs
      ? { paragraphs, problems: [] }
      : { paragraphs, problems: [unavailable(file, 'not on this device')] };
  } catch (error) {
    return { paragraphs: undefined, problems: [unexpected(error, file)] };
  }
}

const unavailable = (file: string, reason: string): Problem => ({
  code: 'file-unavailable',
  severity: 'fault',
  file,
  args: { file, reason },
});

/** An error that no reader of files foresaw. */
const unexpected = (error: unknown, file = 'work.json'): Problem =>
  unavailable(file, error instanceof Error ? error.message : String(error));

/** The variants that the first view needs: the columns and what the comparators read. */
function wanted(work: Work, columns: readonly string[]): readonly string[] {
  const complete = new Set(work.variants.filter(({ status }) => status === 'complete').map(({ id }) => id));
  const backs = work.variants.filter(({ of }) => of === work.subject).map(({ id }) => id);
  return [work.subject, work.reference, ...backs, ...columns].filter((id) => complete.has(id));
}
