import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Contribution, KnownContribution, Mark } from '../../core/contribution/record.ts';
import type { ContributionLog } from '../../store/contribution-log.ts';
import type { RecordMaker, RecordPlan } from '../../store/new-record.ts';
import type { Trouble } from '../../store/trouble.ts';
import { onSettingElsewhere, readSetting, writeSetting } from '../settings.ts';

const NOTHING: readonly Contribution[] = [];

/**
 * What readers of this device add to the open work: kept by the store, shared by all tabs, undone and redone
 * from the records alone. The store is loaded where something was contributed before, here or in another tab,
 * or when something is now; who only reads never loads it.
 */
export class ReaderLog implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #log: ContributionLog | undefined;
  #maker: RecordMaker | undefined;
  #slug: string | undefined;
  /** Counts the turns to a work: what was opened for an earlier one is closed. */
  #turn = 0;
  #opening: Promise<void> | undefined;
  #forget: (() => void) | undefined;
  /** What is added is said of what is shown: gives what it says of the files. */
  translate: ((plans: readonly RecordPlan[]) => readonly RecordPlan[]) | undefined;
  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#forget = onSettingElsewhere('contributed', () => {
      this.#ensureOpen().catch(() => undefined);
    });
  }

  hostDisconnected(): void {
    this.#forget?.();
    this.#close();
  }

  /** All records of this device for the open work; another array after each change. */
  get records(): readonly Contribution[] {
    return this.#log?.records ?? NOTHING;
  }

  /** The open log itself; undefined as long as it was not opened. */
  get log(): ContributionLog | undefined {
    return this.#log;
  }

  /** Why what is added is kept in this tab only. */
  get trouble(): Trouble | undefined {
    return this.#log?.trouble;
  }

  /** Whether something was added that is not on disk yet. */
  get isSaving(): boolean {
    return this.#log !== undefined && this.#log.trouble === undefined && this.#log.unsaved > 0;
  }

  /** Whether a mark was made on this device under a name. */
  isOwn(mark: Mark, author: string | undefined): boolean {
    return author !== undefined && mark.author === author && this.records.some(({ id }) => id === mark.id);
  }

  /** Turns to a work, and opens its log if there is reason to. */
  turnTo(slug: string): void {
    this.#close();
    this.#slug = slug;
    if (readSetting('contributed') === 'yes') this.#ensureOpen().catch(() => undefined);
  }

  /** Adds the records of one action; they are in `records` at once. */
  async add(plans: readonly RecordPlan[]): Promise<readonly KnownContribution[]> {
    // Now: what is shown may be another text when the log is open.
    const said = this.translate?.(plans) ?? plans;
    await this.#ensureOpen();
    const records = this.#maker?.newAction(said) ?? [];
    await this.#log?.append(records);
    this.#host.requestUpdate();
    // After the records are there, so that other tabs find them.
    writeSetting('contributed', 'yes');
    return records;
  }

  /** All records as JSON Lines, to be saved to a file. */
  exportAll(): string {
    return this.#log?.exportAll() ?? '';
  }

  /** Tries again to store what this tab alone holds. */
  async retry(): Promise<void> {
    await this.#log?.retry();
  }

  async #ensureOpen(): Promise<void> {
    const slug = this.#slug;
    if (slug === undefined || this.#log) return;
    this.#opening ??= this.#open(slug, this.#turn);
    try {
      await this.#opening;
    } catch (error) {
      // The next action tries again.
      this.#opening = undefined;
      throw error;
    }
  }

  async #open(slug: string, turn: number): Promise<void> {
    const [{ ContributionLog }, { recordMaker }] = await Promise.all([
      import('../../store/contribution-log.ts'),
      import('../../store/new-record.ts'),
    ]);
    const log = await ContributionLog.open(slug);
    if (turn !== this.#turn) {
      log.close();
      return;
    }
    this.#log = log;
    const last = log.records.reduce((latest, { id }) => (id > latest ? id : latest), '');
    this.#maker = recordMaker(last === '' ? {} : { after: last });
    log.addEventListener('changed', this.#changed);
    log.addEventListener('trouble', this.#changed);
    this.#host.requestUpdate();
  }

  #close(): void {
    this.#log?.removeEventListener('changed', this.#changed);
    this.#log?.removeEventListener('trouble', this.#changed);
    this.#log?.close();
    this.#log = undefined;
    this.#maker = undefined;
    this.#opening = undefined;
    this.#turn += 1;
    this.#slug = undefined;
  }
}
