import { type TemplateResult, html, nothing } from 'lit';
import { pairSentences } from '../../core/compare/pair-sentences.ts';
import type { Span } from '../../core/span.ts';
import { t } from '../../i18n/i18n.ts';
import { timeText } from '../proposal-card/proposal-text.ts';
import { percent } from '../review-view/finding-words.ts';

/** A text with its language (BCP 47). */
export interface MemoryText {
  readonly text: string;
  readonly lang: string;
}

/** An earlier correction that may do here too. */
export interface MemoryOffer {
  readonly target: string;
  /** What it was the correction, or the translation, of. */
  readonly source: string;
  /** 0..1 */
  readonly similarity: number;
  readonly isExact: boolean;
  /** The work's title. */
  readonly work: string;
  readonly author: string;
  readonly time: string;
  /** What it was found for: a sentence, or the whole, of the reference or of the uncorrected text. */
  readonly asked: {
    readonly side: 'source' | 'target';
    readonly words: string;
    readonly isWhole: boolean;
  };
}

/** All that was found, and in how much. */
export interface MemoryFound {
  readonly offers: readonly MemoryOffer[];
  /** Corrections that were looked through, in as many works. */
  readonly corrections: number;
  readonly works: number;
  /** There are more corrections on this device; the latest were looked through. */
  readonly isCut: boolean;
}

/** The stretch of a text that an offer is to stand for; undefined where its sentence does not stand there any more. */
export function placeOf(
  { asked }: MemoryOffer,
  written: MemoryText,
  source: MemoryText | undefined,
): Span | undefined {
  const { text } = written;
  if (asked.isWhole) return { start: 0, end: text.length };
  if (asked.side === 'target') {
    const start = text.indexOf(asked.words);
    return start < 0 ? undefined : { start, end: start + asked.words.length };
  }
  const from = source?.text.indexOf(asked.words) ?? -1;
  if (!source || from < 0) return undefined;
  const pair = pairSentences(source, written).find(({ a }) => a.some(({ start }) => start === from));
  const [first] = pair?.b ?? [];
  const last = pair?.b.at(-1);
  return pair?.a.length === 1 && first && last ? { start: first.start, end: last.end } : undefined;
}

/** Offers from earlier corrections, the very same first; nothing where nothing fits. */
export function renderMemory(
  found: MemoryFound | undefined,
  { written, source }: { readonly written: MemoryText; readonly source: MemoryText | undefined },
  use: (place: Span, words: string) => void,
): TemplateResult | typeof nothing {
  const offers = found?.offers.filter(({ target }) => !written.text.includes(target)) ?? [];
  if (!found || offers.length === 0) return nothing;
  return html`<h4>${t('correcting.memory.title')}</h4>
    <ul class="memory">
      ${offers.map((offer) => renderOffer(offer, placeOf(offer, written, source), written.lang, source?.lang, use))}
    </ul>
    <small>
      ${t(found.isCut ? 'correcting.memory.searchedLatest' : 'correcting.memory.searched', {
        count: found.corrections,
        works: t('correcting.memory.works', { count: found.works }),
      })}
    </small>`;
}

function renderOffer(
  offer: MemoryOffer,
  place: Span | undefined,
  lang: string,
  sourceLang: string | undefined,
  use: (place: Span, words: string) => void,
): TemplateResult {
  const { target, source, isExact, similarity, work, author, time, asked } = offer;
  const saidIn = asked.side === 'target' ? lang : (sourceLang ?? 'und');
  return html`<li>
    <p>
      <b class="share">${isExact ? t('correcting.memory.exact') : percent(similarity)}</b>
      <span class="read" lang=${lang}>${target}</span>
    </p>
    ${isExact ? nothing : html`<small>${t('correcting.memory.for')} <q lang=${saidIn}>${source}</q></small>`}
    <small>${work} · ${author} · <time datetime=${time}>${timeText(time)}</time></small>
    <button
      class="use"
      type="button"
      ?disabled=${!place}
      title=${place ? nothing : t('correcting.memory.gone')}
      @click=${() => {
        if (place) use(place, target);
      }}
    >
      ${t('correcting.memory.use')}
    </button>
  </li>`;
}
