import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n/i18n.ts';

export interface End {
  readonly reason: string;
  /** The name that is known; empty: it is asked for. */
  readonly author: string;
  readonly isBegun: boolean;
  readonly canSave: boolean;
  /** What saving does. */
  readonly saves: 'save' | 'saveEdit' | 'saveRemoval';
  readonly explain: (reason: string) => void;
  readonly startOver: () => void;
  readonly leave: () => void;
  readonly save: () => void;
}

/** Why, who, and what becomes of the text. */
export function renderEnd(end: End): TemplateResult {
  return html`<div class="end">
      <label
        >${t('correcting.reason')}<input
          class="reason"
          type="text"
          maxlength="10000"
          .value=${live(end.reason)}
          @input=${(event: Event) => {
            if (event.target instanceof HTMLInputElement) end.explain(event.target.value);
          }}
      /></label>
      ${
        end.author === ''
          ? html`<label
              >${t('marking.author')}<input class="author" type="text" autocomplete="name" maxlength="100"
            /></label>`
          : nothing
      }
      <button class="over" type="button" ?disabled=${!end.isBegun} @click=${end.startOver}>
        ${t('correcting.startOver')}
      </button>
    </div>
    <div class="actions">
      <button class="leave" type="button" title=${t('correcting.leaveHint')} @click=${end.leave}>
        ${t('correcting.leave')} <kbd>Esc</kbd>
      </button>
      <button class="save" type="button" ?disabled=${!end.canSave} @click=${end.save}>
        ${t(`correcting.${end.saves}`)} <kbd>Ctrl+Enter</kbd>
      </button>
    </div>`;
}
