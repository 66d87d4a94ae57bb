import { type TemplateResult, html } from 'lit';
import { t } from '../../i18n/i18n.ts';

/** What can be done with a paragraph as a whole. */
export const STEPS = ['joinPrevious', 'joinNext', 'insertAfter', 'remove'] as const;
export type StructureStep = (typeof STEPS)[number];

/** As the buttons show them. */
const KEYS: Readonly<Record<StructureStep, string>> = {
  joinPrevious: 'Alt+Shift+J',
  joinNext: 'Alt+J',
  insertAfter: 'Alt+Enter',
  remove: 'Alt+Shift+Delete',
};

/** What a key asks for. */
export function stepOf({
  key,
  code,
  altKey,
  shiftKey,
  ctrlKey,
  metaKey,
}: KeyboardEvent): StructureStep | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  // With Alt a Mac types other letters.
  if (/^j$/i.test(key) || (code === 'KeyJ' && !/^[a-z]$/i.test(key)))
    return shiftKey ? 'joinPrevious' : 'joinNext';
  if (key === 'Enter') return 'insertAfter';
  return key === 'Delete' && shiftKey ? 'remove' : undefined;
}

/** The steps as buttons. A step that cannot be done now is off and says so by that. */
export function renderStructure(
  can: (step: StructureStep) => boolean,
  go: (step: StructureStep) => void,
): TemplateResult {
  return html`<div class="structure" role="group" aria-label=${t('correcting.structure.label')}>
    ${STEPS.map(
      (step) =>
        html`<button
          class=${step}
          type="button"
          title=${KEYS[step]}
          ?disabled=${!can(step)}
          @click=${() => {
            go(step);
          }}
        >
          ${t(`correcting.structure.${step}`)} <kbd>${KEYS[step]}</kbd>
        </button>`,
    )}
  </div>`;
}
