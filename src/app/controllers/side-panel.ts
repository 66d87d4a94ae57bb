import { type ReactiveControllerHost, type TemplateResult, html } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Origin } from '../events.ts';
import { readSetting, writeSetting } from '../settings.ts';

/** Narrower than this the apparatus is a sheet, closed until it is asked for. */
const NARROW = '(max-width: 50rem)';

/** Whether the apparatus is open: beside the text, or on a phone as a sheet over its lower part. */
export class SidePanel {
  readonly #host: ReactiveControllerHost;
  readonly #revealed: () => void;
  #open = !matchMedia(NARROW).matches && readSetting('apparatus') !== 'closed';

  /** @param revealed the sheet has covered the lower part of the text */
  constructor(host: ReactiveControllerHost, revealed: () => void) {
    this.#host = host;
    this.#revealed = revealed;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  toggle(): void {
    this.#set(!this.#open);
    if (!matchMedia(NARROW).matches) writeSetting('apparatus', this.#open ? undefined : 'closed');
  }

  /** For what is done in it. */
  open(): void {
    if (!this.#open) this.#set(true);
  }

  /** On a phone a touch on the text opens the sheet; the text above it shows what was touched. */
  openFor(origin: Origin): void {
    if (origin === 'text' && !this.#open && matchMedia(NARROW).matches) this.#set(true);
  }

  /** The panel; a phone shows its handle, with a paragraph's number and the count of its marks, when it is closed. */
  render(number: number, count: number, content: TemplateResult): TemplateResult {
    return html`<aside class="panel" ?hidden=${!this.#open} aria-label=${t('app.apparatus')}>
      <button
        class="handle"
        type="button"
        aria-expanded=${this.#open}
        @click=${() => {
          this.toggle();
        }}
      >
        <span>${t('apparatus.heading', { number })}</span> <small>${t('apparatus.marks', { count })}</small
        ><span aria-hidden="true" class="arrow">${this.#open ? '▾' : '▴'}</span>
      </button>
      ${content}
    </aside>`;
  }

  #set(open: boolean): void {
    this.#open = open;
    this.#host.requestUpdate();
    if (open && matchMedia(NARROW).matches) void this.#host.updateComplete.then(this.#revealed);
  }
}
