import { type TemplateResult, html, nothing } from 'lit';
import { type Typology, type TypologyEntry, typologyTree } from '../../core/mqm/typologies.ts';
import { type Category, type Dimension, dimensionOf } from '../../core/mqm/typology.ts';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { WITH_DIGIT } from './severity-keys.ts';

/** A category as the typology, or else the interface, names it. */
export function categoryName({ category, name }: TypologyEntry): string {
  return wording(name, language())?.text ?? t(`mqm.category.${category}`);
}

/** What a category means, and an example. */
export function categoryMeaning({ category, explanation, example }: TypologyEntry): {
  readonly text: string;
  readonly example: string;
} {
  return {
    text: wording(explanation, language())?.text ?? t(`mqm.explanation.${category}.text`),
    example: wording(example, language())?.text ?? t(`mqm.explanation.${category}.example`),
  };
}

/** What the choice of a category shows and tells. */
export interface CategoryChoice {
  readonly typology: Typology;
  readonly category: Category | undefined;
  readonly choose: (category: Category | undefined) => void;
  /** The pointer or the focus is on a category, or left it. */
  readonly consider: (entry: TypologyEntry | undefined) => void;
}

/** The typology's first categories as buttons with digits, the others in a list by dimension. */
export function renderCategories({ typology, category, choose, consider }: CategoryChoice): TemplateResult {
  const quick = typology.entries.slice(0, WITH_DIGIT);
  const listed = typology.entries.slice(WITH_DIGIT);
  // A mark that is edited may have a category that this typology leaves out.
  const stray =
    category !== undefined && typology.entries.every((entry) => entry.category !== category)
      ? [{ category }]
      : [];
  const rest = typologyTree({ ...typology, entries: [...listed, ...stray] });
  const inRest = quick.every((entry) => entry.category !== category) ? (category ?? '') : '';
  return html`<fieldset>
      <legend>${t('marking.category')}</legend>
      ${quick.map(
        (entry, index) =>
          html`<button
            type="button"
            aria-pressed=${entry.category === category}
            aria-describedby="meaning"
            @click=${() => {
              choose(entry.category);
            }}
            @pointerenter=${() => {
              consider(entry);
            }}
            @pointerleave=${() => {
              consider(undefined);
            }}
            @focus=${() => {
              consider(entry);
            }}
            @blur=${() => {
              consider(undefined);
            }}
          >
            ${categoryName(entry)} <kbd>${index + 1}</kbd>
          </button>`,
      )}
    </fieldset>
    ${
      rest.length === 0
        ? nothing
        : html`<label
            >${t('marking.more')}
            <select
              class="tree"
              @change=${(event: Event) => {
                if (event.target instanceof HTMLSelectElement)
                  choose(event.target.value === '' ? undefined : (event.target.value as Category));
              }}
            >
              <option value="" ?selected=${inRest === ''}>${t('marking.choose')}</option>
              ${rest.map(({ dimension, entries }) => {
                const options = entries.map(
                  (entry) =>
                    html`<option value=${entry.category} ?selected=${entry.category === inRest}>
                      ${categoryName(entry)}
                    </option>`,
                );
                return entries.length === 1 && entries[0]?.category === dimension
                  ? options
                  : html`<optgroup label=${t(`mqm.category.${dimensionOf(dimension) as Dimension}`)}>
                      ${options}
                    </optgroup>`;
              })}
            </select>
          </label>`
    }`;
}
