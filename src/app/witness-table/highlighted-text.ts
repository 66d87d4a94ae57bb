import { type TemplateResult, html, nothing } from 'lit';
import type { VariantInfo } from '../../core/work/model.ts';
import type { Span } from '../../core/span.ts';
import { directionOf } from '../direction.ts';
import { type Layer, segment } from '../segments.ts';

/** Why words are highlighted: a witness was read there, a mark stands on them, or they caused one. */
export type Reason = 'read' | 'marked' | 'cause';

export const layersOf = (reason: Reason, spans: readonly Span[]): readonly Layer[] =>
  spans.map(({ start, end }) => ({ start, end, name: reason }));

/** A text of a variant, the words under the layers highlighted. */
export function highlightedText(
  text: string,
  { lang }: VariantInfo,
  layers: readonly Layer[],
): TemplateResult {
  return html`<p class="read" lang=${lang} dir=${directionOf(lang)}>
    ${segment(text, layers).map(({ text: piece, names }) =>
      piece === ''
        ? nothing
        : names.length > 0
          ? html`<mark class=${names.join(' ')}>${piece}</mark>`
          : piece,
    )}
  </p>`;
}
