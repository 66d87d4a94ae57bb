import { type TemplateResult, html, nothing } from 'lit';
import { t } from '../../i18n/i18n.ts';
import { keyLabels } from '../help-dialog/key-labels.ts';
import { KEYS_OF } from './alignment-keys.ts';
import { CHANGES, type Change } from './changes.ts';

const SYMBOLS: Readonly<Record<Change, string>> = {
  split: '⏎',
  splitNew: '⤵',
  join: '⤴',
  take: '⤒',
  shiftUp: '⇈',
  shiftDown: '⇊',
  linkUp: '↑',
  linkDown: '↓',
  unlink: '↦',
  swap: '⇅',
  merge: '⊔',
  untranslated: '∅',
  confirm: '✓',
};

export interface ToolbarGiven {
  /** The cell that is changed; undefined: none was chosen. */
  readonly cell: { readonly number: number; readonly variant: string } | undefined;
  readonly isPossible: (change: Change) => boolean;
  readonly change: (change: Change) => void;
  readonly open: () => void;
}

/** All that can be done with the chosen cell, for whoever does not use the keys. */
export function renderToolbar({ cell, isPossible, change, open }: ToolbarGiven): TemplateResult {
  if (!cell) return html`<p class="tools none">${t('alignment.noCell')}</p>`;
  const { number, variant } = cell;
  return html`<div class="tools" role="group" aria-label=${t('alignment.tools', { number, variant })}>
    ${CHANGES.map((name) => {
      // A button for the words to the row above is there already: it joins them with what stands there.
      if (name === 'linkUp') return nothing;
      return html`<button
        type="button"
        class=${name}
        title=${t(`alignment.changeMeans.${name}`)}
        aria-keyshortcuts=${KEYS_OF[name].replace('Ctrl', 'Control')}
        ?disabled=${!isPossible(name)}
        @click=${() => {
          change(name);
        }}
      >
        <span class="symbol" aria-hidden="true">${SYMBOLS[name]}</span> ${t(`alignment.change.${name}`)}
        <kbd aria-hidden="true">${keyLabels(KEYS_OF[name])}</kbd>
      </button>`;
    })}
    <button type="button" class="open" @click=${open}>${t('alignment.open')}</button>
  </div>`;
}
