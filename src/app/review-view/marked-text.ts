import { type TemplateResult, html } from 'lit';
import type { Span } from '../../core/span.ts';
import { t } from '../../i18n/i18n.ts';
import { directionOf } from '../direction.ts';
import { type Piece, piecesOf } from './excerpt.ts';

/** Longer than this, highlighted words are toned down: they are most of what there is to read. */
const PHRASE = 80;

/** A paragraph's text with stretches of it highlighted, in its language. Spaces are kept: they may be the error. */
export function renderText(text: string, spans: readonly Span[], lang: string): TemplateResult {
  return html`<p class="read" lang=${lang} dir=${directionOf(lang)}>
    <span class="verbatim">${piecesOf(text, spans).map(renderPiece)}</span>
  </p>`;
}

function renderPiece({ kind, text }: Piece): TemplateResult | string {
  if (kind === 'plain') return text;
  if (kind === 'cut') return html`<span class="cut">${text}</span>`;
  return html`<mark class=${text.length > PHRASE ? 'lit long' : 'lit'}
    ><span class="sr">${t('review.litStart')} </span>${text}<span class="sr">
      ${t('review.litEnd')}</span
    ></mark
  >`;
}
