import { type TemplateResult, html } from 'lit';
import { EXPORT_PURPOSES, type ExportFormat } from '../../core/format/export-format.ts';
import { t } from '../../i18n/i18n.ts';

/**
 * The formats by what they are for, each with what it is good for.
 * @param isOff nothing can be chosen now
 */
export function renderFormats(
  chosen: ExportFormat,
  isOff: boolean,
  choose: (format: ExportFormat) => void,
): readonly TemplateResult[] {
  const purposes = Object.entries(EXPORT_PURPOSES) as [
    keyof typeof EXPORT_PURPOSES,
    readonly ExportFormat[],
  ][];
  return purposes.map(([purpose, formats]) => {
    return html`<fieldset ?disabled=${isOff}>
      <legend>${t(`export.purpose.${purpose}`)}</legend>
      <div class="formats">
        ${formats.map(
          (format) =>
            html`<label class="format">
              <input
                type="radio"
                name="format"
                value=${format}
                .checked=${format === chosen}
                aria-describedby=${`for-${format}`}
                @change=${() => {
                  choose(format);
                }}
              />
              <span
                >${t(`export.name.${format}`)}<small id=${`for-${format}`}
                  >${t(`export.for.${format}`)}</small
                ></span
              >
            </label>`,
        )}
      </div>
    </fieldset>`;
  });
}
