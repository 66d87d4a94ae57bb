import {
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Ref, createRef, ref } from 'lit/directives/ref.js';
import type { Contribution } from '../../core/contribution/record.ts';
import type { Work } from '../../core/work/model.ts';
import type { ContributionLog } from '../../store/contribution-log.ts';
import type { ImportDialog } from '../import-dialog/import-dialog.ts';
import type { WorkDescribed, WorkProperties } from '../import-dialog/work-properties.ts';
import { TEXT_ENDINGS } from './formats.ts';

/** Where texts go that are handed over: to a new work, or to the one that texts are being added to. */
export type Into = 'new' | 'added';

export interface OwnActions {
  /** The open work's log. */
  readonly log: () => ContributionLog | undefined;
  /** Whether the page shows a work. */
  readonly isOpen: (slug: string) => boolean;
  /** A work of this device as it is now. */
  readonly work: (slug: string) => Work | undefined;
  /** Files were handed over to one of the dialogs. */
  readonly take: (files: readonly File[], into: Into) => void;
  readonly described: (event: WorkDescribed) => void;
}

/** The dialogs for works of one's own texts, fetched when they are first wanted: making one, adding to one, what is said
 * of its texts. */
export class OwnDialogs implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #actions: OwnActions;
  readonly #new: Ref<ImportDialog> = createRef();
  readonly #adding: Ref<ImportDialog> = createRef();
  readonly #properties: Ref<WorkProperties> = createRef();
  /** Each is there from when it was first wanted on, with its draft. */
  #hasNew = false;
  #hasProperties = false;
  #target: Work | undefined;

  constructor(host: ReactiveControllerHost, actions: OwnActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing is fetched before it is wanted.
  }

  /** Texts in the draft of a new work. */
  get count(): number {
    return this.#new.value?.count ?? 0;
  }

  /** Shows the dialog that makes a work of texts, and adds some; resolves when these are read. */
  async compose(texts: readonly File[]): Promise<void> {
    await import('../import-dialog/import-dialog.ts');
    this.#hasNew = true;
    await this.#rendered();
    await this.#new.value?.show();
    await this.#new.value?.add(texts);
    this.#host.requestUpdate();
  }

  /** Shows the dialog that adds texts to a work; another work's draft is given up. */
  async addTo(work: Work): Promise<void> {
    await import('../import-dialog/import-dialog.ts');
    this.#target = work;
    await this.#rendered();
    await this.#adding.value?.show();
  }

  /** Adds texts to the draft of the work that some are being added to. */
  async addTexts(texts: readonly File[]): Promise<void> {
    await this.#adding.value?.add(texts);
  }

  async describe(work: Work): Promise<void> {
    await import('../import-dialog/work-properties.ts');
    this.#hasProperties = true;
    await this.#rendered();
    await this.#properties.value?.show(this.#now(work));
  }

  #now(work: Work): Work {
    return this.#actions.work(work.slug) ?? work;
  }

  close(): void {
    this.#new.value?.close();
    this.#adding.value?.close();
    this.#properties.value?.close();
  }

  async #rendered(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  render(): TemplateResult {
    const target = this.#target;
    return html`${this.#hasNew ? this.#renderImport('new', this.#new) : nothing}
    ${target ? keyed(target.slug, this.#renderImport('added', this.#adding, this.#now(target))) : nothing}
    ${
      this.#hasProperties
        ? html`<lesart-work-properties
            ${ref(this.#properties)}
            @work-described=${this.#actions.described}
          ></lesart-work-properties>`
        : nothing
    }`;
  }

  #renderImport(into: Into, dialog: Ref<ImportDialog>, target?: Work): TemplateResult {
    const log = this.#actions.log();
    return html`<lesart-import
      ${ref(dialog)}
      .accept=${TEXT_ENDINGS}
      .target=${target}
      .isOpen=${target !== undefined && this.#actions.isOpen(target.slug)}
      .held=${(): readonly Contribution[] => (log && log.slug === target?.slug ? log.records : [])}
      @files-offered=${(event: HTMLElementEventMap['files-offered']) => {
        event.preventDefault();
        this.#actions.take(event.files, into);
      }}
      @close=${() => {
        this.#host.requestUpdate();
      }}
    ></lesart-import>`;
  }
}
