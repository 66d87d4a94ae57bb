import { type TemplateResult, html, nothing } from 'lit';
import { attach, standsIn } from '../../core/contribution/anchor.ts';
import type { Mark } from '../../core/contribution/record.ts';
import { replacementIn, seemsResolved } from '../../core/contribution/replacement.ts';
import type { Diff } from '../../core/compare/diff.ts';
import { dimensionOf } from '../../core/mqm/typology.ts';
import type { Span } from '../../core/span.ts';
import { language, t } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import type { OpenedWork } from '../opened-work.ts';

/** A mark of the paragraph that is corrected, with its words where they stand in the base. */
export interface BaseMark {
  readonly mark: Mark;
  readonly spans: readonly Span[];
}

/** The open marks of some paragraphs, in text order. @param base the paragraphs' text, a line each */
export function baseMarks(
  opened: OpenedWork,
  variant: string,
  paragraphs: readonly string[],
  base: string,
): readonly BaseMark[] {
  return paragraphs
    .flatMap((paragraph) => opened.marksIn(variant, paragraph))
    .filter(({ status }) => status === 'open')
    .map(({ mark }): BaseMark => {
      const own = mark.spans.filter((anchor) =>
        paragraphs.some((paragraph) => standsIn(anchor, mark, variant, paragraph)),
      );
      const attached = own.map((anchor) => attach(anchor, base));
      return { mark, spans: attached.flatMap((place) => ('span' in place ? [place.span] : [])) };
    });
}

/** The marks that a change seems to correct. */
export function resolvedMarks(marks: readonly BaseMark[], diff: Diff, lang: string): ReadonlySet<string> {
  return new Set(
    marks
      .filter(({ spans }) => spans.some((span) => seemsResolved(diff, span, lang)))
      .map(({ mark }) => mark.id),
  );
}

/** As many marks' better words have a key. */
export const WITH_KEY = 9;

/** How many marks of some paragraphs are resolved: corrected already. */
export const resolvedCount = (opened: OpenedWork, variant: string, paragraphs: readonly string[]): number =>
  paragraphs
    .flatMap((paragraph) => opened.marksIn(variant, paragraph))
    .filter(({ status }) => status === 'resolved').length;

export interface MarkListing {
  readonly marks: readonly BaseMark[];
  /** How many more there are that need no correction any more. */
  readonly resolvedBefore: number;
  readonly variant: string;
  readonly lang: string;
  /** As it is being written. */
  readonly text: string;
  readonly isResolved: (mark: Mark) => boolean;
  readonly resolve: (mark: Mark, isResolved: boolean) => void;
  readonly take: (mark: Mark) => void;
}

/** The marks, each with its better words to be taken over and whether the correction resolves it. */
export function renderMarks(listing: MarkListing): TemplateResult {
  const { marks, resolvedBefore } = listing;
  if (marks.length === 0)
    return html`<p class="empty">
      ${resolvedBefore === 0 ? t('correcting.noMarks') : t('correcting.allResolved', { count: resolvedBefore })}
    </p>`;
  return html`<ol class="marks">
    ${marks.map((each, index) => renderMark(each.mark, index, listing))}
  </ol>`;
}

function renderMark(mark: Mark, index: number, listing: MarkListing): TemplateResult {
  const { lang } = listing;
  const explanation = wording(mark.explanation, language());
  const words = mark.spans.map(({ quote }) => quote.exact).join(' … ');
  return html`<li>
    <p>
      ${
        words === ''
          ? html`<span>${t('marking.gapName')}: </span>`
          : html`<q class="read" lang=${lang}><mark class=${mark.severity}>${words}</mark></q> `
      }<b>${t(`mqm.category.${dimensionOf(mark.category)}`)}</b>
      ${explanation ? html`<small lang=${explanation.lang}>${explanation.text}</small>` : nothing}
    </p>
    ${mark.replacement === undefined ? nothing : renderTake(mark, mark.replacement, index, listing)}
    <label class="resolves"
      ><input
        type="checkbox"
        .checked=${listing.isResolved(mark)}
        @change=${(event: Event) => {
          if (event.target instanceof HTMLInputElement) listing.resolve(mark, event.target.checked);
        }}
      />
      ${t('correcting.resolves')}</label
    >
  </li>`;
}

function renderTake(mark: Mark, words: string, index: number, listing: MarkListing): TemplateResult {
  const stands = replacementIn(listing.text, mark, listing.variant) !== undefined;
  return html`<button
    class="take"
    type="button"
    ?disabled=${!stands}
    title=${stands ? nothing : t('correcting.takeGone')}
    @click=${() => {
      listing.take(mark);
    }}
  >
    ${t('correcting.take')}: <span class="read" lang=${listing.lang}>${words}</span>
    ${index < WITH_KEY ? html`<kbd>Alt+${index + 1}</kbd>` : nothing}
  </button>`;
}
