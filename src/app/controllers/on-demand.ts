import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';

/** How browsers say that a script did not come: "Failed to fetch dynamically imported module" (Chromium), "error
 * loading dynamically imported module" (Firefox), "Importing a module script failed" (Safari). */
const isUnloaded = (error: unknown): boolean =>
  error instanceof TypeError && /\bmodule\b/.test(error.message);

/** Does what needs parts of the app that come when they are asked for. A part that does not come is told, with a
 * way to try again; nothing else waits for it. */
export class OnDemand {
  readonly #host: ReactiveControllerHost;
  /** What is to be done once the part is there, by the part's name. */
  readonly #missed = new Map<string, () => Promise<unknown>>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Rejects with what is wrong with the doing itself. */
  async run(part: string, doing: () => Promise<unknown>): Promise<void> {
    try {
      await doing();
      if (this.#missed.delete(part)) this.#host.requestUpdate();
    } catch (error) {
      if (!isUnloaded(error)) throw error;
      this.miss(part, doing);
    }
  }

  /** A part did not come; it is tried again when the reader says so. */
  miss(part: string, doing: () => Promise<unknown>): void {
    this.#missed.set(part, doing);
    this.#host.requestUpdate();
  }

  render(): TemplateResult | typeof nothing {
    if (this.#missed.size === 0) return nothing;
    return html`<div class="trouble" role="alert">
      <p>${t('app.notLoaded')}</p>
      <button
        type="button"
        @click=${() => {
          const again = [...this.#missed];
          this.#dismiss();
          for (const [part, doing] of again) void this.run(part, doing);
        }}
      >
        ${t('app.retry')}
      </button>
      <button
        type="button"
        @click=${() => {
          this.#dismiss();
        }}
      >
        ${t('app.dismiss')}
      </button>
    </div>`;
  }

  #dismiss(): void {
    this.#missed.clear();
    this.#host.requestUpdate();
  }
}
