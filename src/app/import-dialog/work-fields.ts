import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import type { Entry } from './entries.ts';
import { type WorkFields, commonLength, rolesOf, suggestedTitle, textsOf } from './plan.ts';

/** What is said of the work as a whole: its title, its subject and reference, how its texts come side by side. */
export function workFields(
  entries: readonly Entry[],
  fields: WorkFields,
  set: (change: Partial<WorkFields>) => void,
): TemplateResult | typeof nothing {
  const texts = textsOf(entries);
  if (texts.length < 2) return nothing;
  const roles = rolesOf(entries, fields);
  const choice = (part: 'subject' | 'reference') =>
    html`<label
      ><span>${t(`import.${part}`)}</span>
      <select
        class=${part}
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLSelectElement)) return;
          const other = part === 'subject' ? 'reference' : 'subject';
          const before = roles[part];
          // One that takes the other's part changes places with it.
          set({
            [part]: target.value,
            [other]: roles[other] === target.value ? before : roles[other],
          });
        }}
      >
        ${texts.map(
          ({ entry, fields: { key, label } }) =>
            html`<option value=${key} .selected=${key === roles[part]}>
              ${label.trim() || entry.name}
            </option>`,
        )}
      </select></label
    >`;
  const length = commonLength(entries);
  return html`<div class="fields">
    <label
      ><span>${t('import.title')}</span>
      <input
        class="title"
        type="text"
        maxlength="300"
        .value=${fields.title ?? suggestedTitle(entries, fields)}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement)
            set({ title: target.value.trim() === '' ? undefined : target.value });
        }}
    /></label>
    ${choice('subject')} ${choice('reference')}
    ${
      length === undefined
        ? nothing
        : html`<label class="check"
            ><input
              class="by-order"
              type="checkbox"
              .checked=${fields.byOrder}
              @change=${({ target }: Event) => {
                if (target instanceof HTMLInputElement) set({ byOrder: target.checked });
              }}
            />
            ${t('import.byOrder', { count: length })}</label
          >`
    }
  </div>`;
}
