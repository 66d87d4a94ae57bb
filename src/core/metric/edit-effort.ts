import { bleu } from './bleu.ts';
import { chrf, CHRF_PLUS_PLUS_WORD_ORDER } from './chrf.ts';
import { corpusStatistics } from './corpus.ts';
import { type Metric, sumStatistics } from './metric.ts';
import { signature } from './signature.ts';
import { countCut, ter } from './ter.ts';
import type { Tokeniser } from './tokenise.ts';

export interface TextMetric {
  /** As sacreBLEU prints it. */
  readonly name: string;
  readonly higherIsBetter: boolean;
  /** Of all paragraphs together, in per cent. */
  readonly score: number;
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

/**
 * BLEU, chrF, chrF++ and TER of a text against another of its language, paragraph by paragraph. Against its
 * own corrected text TER is HTER (Snover et al. 2006).
 * @returns nothing for no paragraphs
 * @throws RangeError when one has more paragraphs than the other
 */
export function metricsOf(
  subject: readonly string[],
  corrected: readonly string[],
  { lang, version }: TextMetricContext,
): readonly TextMetric[] {
  if (subject.length === 0 && corrected.length === 0) return [];
  const metrics = [
    // A paragraph may be a heading of two words; its text has the orders that it has.
    bleu({ tokeniser: tokeniserFor(lang), effectiveOrder: true }),
    chrf(),
    chrf({ wordOrder: CHRF_PLUS_PLUS_WORD_ORDER }),
    terFor(lang),
  ];
  return metrics.map((metric) => {
    const paragraphs = corpusStatistics(metric, subject, [corrected]);
    return {
      name: metric.name,
      higherIsBetter: metric.higherIsBetter,
      score: metric.score(sumStatistics(paragraphs)),
      paragraphs: paragraphs.map((own) => metric.score(own)),
      signature: signature(metric, { references: 1, version }),
    };
  });
}

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
