import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Progress } from '../../core/steps.ts';
import { type Agreements, agreementSteps } from '../../core/mqm/statistics-agreement.ts';
import { filterJudgements } from '../../core/mqm/statistics-filter.ts';
import {
  type Judgement,
  judgementSteps,
  type Place,
  withUnmarked,
} from '../../core/mqm/statistics-judgements.ts';
import { type Statistics, statisticsSteps } from '../../core/mqm/statistics.ts';
import { splitWords, tokenKind } from '../../core/segment/words.ts';
import type { OpenedWork } from '../opened-work.ts';
import { inSlices } from './in-slices.ts';
import type { StatisticsFilter } from './statistics-filter.ts';

/** What was counted. Agreement takes longest and comes last. */
export interface Counted {
  /** All that was said of the work, whatever the filter. */
  readonly all: readonly Judgement[];
  readonly shown: readonly Judgement[];
  readonly statistics: Statistics;
  readonly agreements: Agreements | undefined;
}

/** Counts a work's judgements without holding up the page, and renders its host when there is something new. */
export class StatisticsCount implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #running = new AbortController();
  #judged: { readonly opened: OpenedWork; readonly all: readonly Judgement[] } | undefined;
  #asked: readonly unknown[] = [];
  #lengths: { readonly opened: OpenedWork; readonly words: Map<string, number | undefined> } | undefined;

  counted: Counted | undefined;
  /** Missing when nothing is being counted. */
  progress: Progress | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running.abort();
    this.#asked = [];
  }

  /** Counts anew when what is counted is another. */
  turnTo(opened: OpenedWork, filter: StatisticsFilter): void {
    const { variants, annotators, categories, severities, from, to, unmarked } = filter;
    const what = JSON.stringify([variants, annotators, categories, severities, from, to, unmarked]);
    const asked = [opened, what];
    if (asked.every((value, index) => value === this.#asked[index]) && this.#asked.length > 0) return;
    this.#asked = asked;
    this.#running.abort();
    this.#running = new AbortController();
    this.#count(opened, filter, this.#running.signal).catch((error: unknown) => {
      // Given up for another count, or for good.
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error;
    });
  }

  async #count(opened: OpenedWork, filter: StatisticsFilter, signal: AbortSignal): Promise<void> {
    const onProgress = (progress: Progress): void => {
      this.progress = progress;
      this.#host.requestUpdate();
    };
    const numberOf = (paragraph: string): number | undefined => opened.row(paragraph)?.number;
    const all =
      this.#judged?.opened === opened
        ? this.#judged.all
        : await inSlices(judgementSteps(opened.state, numberOf), signal, onProgress);
    this.#judged = { opened, all };
    const counted = filter.unmarked === 'clean' ? withUnmarked(all, (id) => placesIn(opened, id)) : all;
    const shown = filterJudgements(counted, filter);
    const wordsOf = (paragraph: string): number | undefined => this.wordsOf(opened, paragraph);
    const statistics = await inSlices(statisticsSteps(shown, wordsOf), signal, onProgress);
    this.counted = { all, shown, statistics, agreements: undefined };
    this.#host.requestUpdate();
    const agreements = await inSlices(agreementSteps(shown), signal);
    this.counted = { all, shown, statistics, agreements };
    this.progress = undefined;
    this.#host.requestUpdate();
  }

  /** Words of a paragraph in the reference, which all variants are held against. */
  wordsOf(opened: OpenedWork, paragraph: string): number | undefined {
    if (this.#lengths?.opened !== opened) this.#lengths = { opened, words: new Map() };
    const { words } = this.#lengths;
    if (!words.has(paragraph)) words.set(paragraph, countWords(opened, paragraph));
    return words.get(paragraph);
  }
}

function countWords(opened: OpenedWork, paragraph: string): number | undefined {
  const { reference } = opened.work;
  const text = opened.paragraph(reference, paragraph)?.text;
  if (text === undefined) return undefined;
  const lang = opened.variant(reference)?.lang ?? 'und';
  return splitWords(text, lang).filter((token) => tokenKind(token) === 'word').length;
}

/** The paragraphs of a variant; of one whose text was not loaded, all rows. */
function placesIn(opened: OpenedWork, variant: string): readonly Place[] {
  const isLoaded = opened.texts.has(variant);
  return opened.rows.filter(({ cells }) => !isLoaded || cells.has(variant));
}
