import { finish, type Steps } from '../steps.ts';
import { bleu } from './bleu.ts';
import { chrf, CHRF_PLUS_PLUS_WORD_ORDER } from './chrf.ts';
import { corpusStatistics } from './corpus.ts';
import { type Metric, type Statistics, sumStatistics } from './metric.ts';
import { bootstrapInterval, DEFAULT_SAMPLES, DEFAULT_SEED, type Interval } from './resample.ts';
import { signature } from './signature.ts';
import { countCut, ter } from './ter.ts';
import type { Tokeniser } from './tokenise.ts';

export interface TextMetric {
  /** As sacreBLEU prints it. */
  readonly name: string;
  readonly higherIsBetter: boolean;
  /** Of all paragraphs together, in per cent. */
  readonly score: number;
  /** 95 % confidence. */
  readonly interval: Interval;
  /** Of each paragraph. */
  readonly paragraphs: readonly number[];
  readonly signature: string;
}

export interface TextMetricContext {
  /** BCP 47, of both texts. */
  readonly lang: string;
  /** For the signatures. */
  readonly version: string;
}

/** Paragraphs between two steps: some milliseconds, unless they are long. */
const STEP = 20;

/**
 * BLEU, chrF, chrF++ and TER of a text against another of its language, paragraph by paragraph, with intervals by
 * bootstrap resampling (Koehn 2004). Against its own corrected text TER is HTER (Snover et al. 2006). A step is a few
 * paragraphs of one metric.
 * @returns nothing for no paragraphs
 * @throws RangeError when one has more paragraphs than the other
 */
export function* textMetricSteps(
  subject: readonly string[],
  reference: readonly string[],
  { lang, version }: TextMetricContext,
): Steps<readonly TextMetric[]> {
  if (subject.length !== reference.length)
    throw new RangeError(`${subject.length} paragraphs against ${reference.length}`);
  if (subject.length === 0) return [];
  const metrics = [
    // A paragraph may be a heading of two words; its text has the orders that it has.
    bleu({ tokeniser: tokeniserFor(lang), effectiveOrder: true }),
    chrf(),
    chrf({ wordOrder: CHRF_PLUS_PLUS_WORD_ORDER }),
    terFor(lang),
  ];
  const found: TextMetric[] = [];
  for (const [index, metric] of metrics.entries()) {
    const paragraphs: Statistics[] = [];
    for (let at = 0; at < subject.length; at += STEP) {
      yield { done: index * subject.length + at, total: metrics.length * subject.length };
      const own = corpusStatistics(metric, subject.slice(at, at + STEP), [reference.slice(at, at + STEP)]);
      for (const statistics of own) paragraphs.push(statistics);
    }
    found.push({
      name: metric.name,
      higherIsBetter: metric.higherIsBetter,
      score: metric.score(sumStatistics(paragraphs)),
      interval: bootstrapInterval(metric, paragraphs, {
        samples: DEFAULT_SAMPLES.bootstrap,
        seed: DEFAULT_SEED,
      }),
      paragraphs: paragraphs.map((own) => metric.score(own)),
      signature: signature(metric, { references: 1, version }),
    });
  }
  return found;
}

/** The same at once. */
export const metricsOf = (
  subject: readonly string[],
  reference: readonly string[],
  context: TextMetricContext,
): readonly TextMetric[] => finish(textMetricSteps(subject, reference, context));

export interface EditEffort {
  /** Words inserted, deleted and replaced, and blocks shifted, to correct the text. */
  readonly edits: number;
  /** Words of the corrected text. */
  readonly words: number;
  /** HTER: edits in per cent of words. */
  readonly rate: number;
  /** Paragraphs in which fewer edits may be possible, since a limit ended the search for shifts. */
  readonly cut: number;
}

/**
 * What it took to correct a text: HTER, the TER of the text against its corrected self (Snover et al. 2006).
 * @throws RangeError when one has more paragraphs than the other, or both have none
 */
export function editEffort(
  subject: readonly string[],
  corrected: readonly string[],
  lang: string,
): EditEffort {
  const metric = terFor(lang);
  const sums = sumStatistics(corpusStatistics(metric, subject, [corrected]));
  const [edits = 0, words = 0] = sums;
  return { edits, words, rate: metric.score(sums), cut: countCut(sums) };
}

const primaryLanguage = (lang: string): string => lang.split('-', 1)[0]!.toLowerCase();

/** Japanese has no spaces, and sacreBLEU's own tokeniser for it needs a dictionary: characters, then. */
function tokeniserFor(lang: string): Tokeniser {
  const language = primaryLanguage(lang);
  if (language === 'zh') return 'zh';
  return language === 'ja' ? 'char' : '13a';
}

function terFor(lang: string): Metric {
  const hasSpaces = !['zh', 'ja'].includes(primaryLanguage(lang));
  return hasSpaces ? ter() : ter({ normalized: true, asianSupport: true });
}
