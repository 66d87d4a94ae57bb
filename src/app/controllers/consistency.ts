import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import { diffTexts } from '../../core/compare/diff.ts';
import {
  consistencyChanges,
  type ConsistencyPlace,
  consistencySteps,
  type ConsistencyText,
} from '../../core/contribution/consistency.ts';
import { currentText } from '../../core/contribution/current-text.ts';
import { changedRenderings, type Rendering } from '../../core/contribution/same-rendering.ts';
import { loadLaterTexts, t } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { readSetting } from '../settings.ts';
import { inSlices } from '../statistics-view/in-slices.ts';
import type { Correcting } from './correcting.ts';

/** A correction that was just kept: what it made of a paragraph. */
export interface KeptCorrection {
  readonly variant: string;
  readonly paragraph: string;
  readonly base: string;
  readonly text: string;
}

interface Offer {
  readonly slug: string;
  readonly variant: string;
  readonly lang: string;
  /** Where it was corrected. */
  readonly paragraph: string;
  readonly places: readonly ConsistencyPlace[];
}

/** Characters of both texts up to which the page compares them itself: a few milliseconds. A paragraph that is longer
 * is no place to learn terms from. */
const MOST_COMPARED = 20_000;

/**
 * After a correction, offers the same change of words for the other paragraphs of the variant. Loaded with the first
 * correction; looks in slices, so that no work is too long for the page.
 */
export class Consistency {
  readonly #host: ReactiveControllerHost;
  readonly #correcting: Pick<Correcting, 'proposeElsewhere'>;
  #offer: Offer | undefined;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost, correcting: Pick<Correcting, 'proposeElsewhere'>) {
    this.#host = host;
    this.#correcting = correcting;
  }

  /** Looks for the same words elsewhere and offers what it finds; an offer that was not taken gives way. */
  async afterCorrection(opened: OpenedWork, kept: readonly KeptCorrection[]): Promise<void> {
    this.dismiss();
    const [first] = kept;
    if (!first) return;
    const { variant, paragraph } = first;
    const lang = opened.variant(variant)?.lang ?? 'und';
    const renderings = new Map<string, Rendering>();
    for (const { base, text } of kept) {
      if (base.length + text.length > MOST_COMPARED) continue;
      for (const rendering of changedRenderings(diffTexts(base, text, { lang }), lang))
        renderings.set(JSON.stringify(rendering), rendering);
    }
    if (renderings.size === 0) return;
    const stop = (this.#stop = new AbortController());
    const corrected = new Set(kept.map((each) => each.paragraph));
    const texts = textsNow(opened, variant, corrected);
    try {
      const found = await inSlices(consistencySteps([...renderings.values()], texts, lang), stop.signal);
      const places = found.filter((place) => !isProposed(opened, variant, place));
      if (places.length === 0) return;
      await Promise.all([import('../consistency-dialog/consistency-dialog.ts'), loadLaterTexts()]);
      stop.signal.throwIfAborted();
      this.#offer = { slug: opened.work.slug, variant, lang, paragraph, places };
      this.#host.requestUpdate();
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    }
  }

  /** Takes the offer away, also one that is being looked for. */
  dismiss(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    if (!this.#offer) return;
    this.#offer = undefined;
    this.#host.requestUpdate();
  }

  /** The offer, for the place where the editor was. */
  render(opened: OpenedWork): TemplateResult | typeof nothing {
    const offer = this.#offer;
    if (!offer || offer.slug !== opened.work.slug) return nothing;
    return html`<lesart-consistency-dialog
      slot="editor"
      .places=${offer.places}
      .textLang=${offer.lang}
      .numberOf=${(paragraph: string) => opened.row(paragraph)?.number ?? 0}
      @consistency-confirmed=${({ places }: HTMLElementEventMap['consistency-confirmed']) => {
        void this.#propose(opened, offer, places);
      }}
      @consistency-dismissed=${() => {
        this.dismiss();
      }}
    ></lesart-consistency-dialog>`;
  }

  async #propose(opened: OpenedWork, offer: Offer, places: readonly ConsistencyPlace[]): Promise<void> {
    const renderings = [...new Set(places.map(({ rendering }) => rendering))];
    const number = opened.row(offer.paragraph)?.number ?? 0;
    const reason = renderings
      .map((rendering) => t('consistency.reason', { old: rendering.old, new: rendering.new, number }))
      .join(' ');
    await this.#correcting.proposeElsewhere(opened, offer.variant, consistencyChanges(places), {
      author: readSetting('author') ?? '',
      reason,
    });
    // Only now: had it failed, the offer would still be there.
    if (this.#offer === offer) this.dismiss();
  }
}

/** The paragraphs of a variant as they are now, those that were just corrected aside. */
function textsNow(
  opened: OpenedWork,
  variant: string,
  corrected: ReadonlySet<string>,
): readonly ConsistencyText[] {
  return (opened.texts.get(variant) ?? []).flatMap(({ id, text }) => {
    if (corrected.has(id)) return [];
    const corrections = opened.corrections(variant, id);
    return [{ id, text: corrections.length === 0 ? text : currentText(text, corrections) }];
  });
}

/** Whether someone has proposed for a paragraph what would take the words away. */
function isProposed(
  opened: OpenedWork,
  variant: string,
  { paragraph, text, rendering }: ConsistencyPlace,
): boolean {
  return opened
    .corrections(variant, paragraph)
    .some(
      ({ correction, status }) =>
        status !== 'rejected' && correction.base === text && !correction.text.includes(rendering.old),
    );
}
