import type { ReactiveControllerHost } from 'lit';
import { t } from '../../i18n/i18n.ts';
import { backup } from '../../store/backup.ts';
import type { ContributionLog } from '../../store/contribution-log.ts';
import { type Running, startImportWorker } from '../../worker/bridge.ts';
import type { ImportWorker } from '../../worker/import.worker.ts';
import { saveFile } from '../save-file.ts';
import { logTroubleText } from './trouble-text.ts';

/** Packs works and backups into files that the reader saves, one at a time, each in a worker of its own. */
export class Packer {
  readonly #host: ReactiveControllerHost;
  readonly #log: () => ContributionLog | undefined;
  readonly #tell: (text: string) => void;
  #busy: string | undefined;

  /** @param tell says what went wrong */
  constructor(
    host: ReactiveControllerHost,
    log: () => ContributionLog | undefined,
    tell: (text: string) => void,
  ) {
    this.#host = host;
    this.#log = log;
    this.#tell = tell;
  }

  /** What it is at, in words. */
  get busy(): string | undefined {
    return this.#busy;
  }

  /** A work as its folder. */
  packWork(slug: string, title: string): Promise<void> {
    const log = this.#log();
    const held = log?.slug === slug ? log.records : [];
    return this.#pack(t('library.exporting', { title }), async (api) => [
      `${slug}.zip`,
      await api.folderZip(slug, held),
    ]);
  }

  /** Everything of the reader. */
  packBackup(): Promise<void> {
    return this.#pack(t('library.backupSaving'), async (api) => {
      const now = new Date();
      const { text, trouble } = await backup(this.#log(), now);
      if (trouble) this.#tell(logTroubleText(trouble));
      return [`lesart-${now.toISOString().slice(0, 10)}.zip`, await api.backupZip(text)];
    });
  }

  async #pack(
    saying: string,
    run: (api: Running<ImportWorker>['api']) => Promise<readonly [string, Blob]>,
  ): Promise<void> {
    if (this.#busy !== undefined) return;
    this.#setBusy(saying);
    const { api, failed, stop } = startImportWorker();
    try {
      const [name, blob] = await Promise.race([run(api), failed]);
      saveFile(name, blob);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell(t('library.trouble.failed', { reason }));
    } finally {
      stop();
      this.#setBusy(undefined);
    }
  }

  #setBusy(saying: string | undefined): void {
    this.#busy = saying;
    this.#host.requestUpdate();
  }
}
