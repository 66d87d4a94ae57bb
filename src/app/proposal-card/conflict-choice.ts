import { type TemplateResult, html } from 'lit';
import type { MergeConflict, MergePiece } from '../../core/contribution/three-way.ts';
import { t } from '../../i18n/i18n.ts';

/** The sides of a conflict, in the order in which they are offered. */
export const SIDES = ['current', 'proposed', 'base'] as const;
export type Side = (typeof SIDES)[number];

/** One choice for each conflict, word by word as the merge found them. */
export function renderConflicts(
  pieces: readonly MergePiece[],
  choices: readonly (Side | undefined)[],
  lang: string,
  choose: (conflict: number, side: Side) => void,
): TemplateResult {
  const conflicts = pieces.filter((piece): piece is MergeConflict => typeof piece !== 'string');
  return html`${conflicts.map(
    (conflict, index) =>
      html`<fieldset>
        <legend>${t('correcting.place', { number: index + 1, count: conflicts.length })}</legend>
        ${SIDES.map(
          (side) =>
            html`<label
              ><input
                type="radio"
                name=${`place-${String(index)}`}
                .checked=${choices[index] === side}
                @change=${() => {
                  choose(index, side);
                }}
              /><span>${t(`correcting.side.${side}`)}</span> ${
                conflict[side].trim() === ''
                  ? html`<i>${t('correcting.nothing')}</i>`
                  : html`<q class="read" lang=${lang}>${conflict[side].trim()}</q>`
              }</label
            >`,
        )}
      </fieldset>`,
  )}`;
}
