import type { Metric, Statistics } from './metric.ts';
import { Beam } from './ter-beam.ts';
import { ShiftSearch } from './ter-shift.ts';
import { EditTable } from './ter-table.ts';
import { type TerTokeniserOptions, tokeniseForTer } from './ter-tokenise.ts';

export type TerOptions = TerTokeniserOptions;

export const TER_DEFAULTS: TerOptions = {
  normalized: false,
  noPunct: false,
  asianSupport: false,
  caseSensitive: false,
};

/**
 * Translation edit rate (Snover et al. 2006) as sacreBLEU 2 computes it; of several references the nearest
 * gives the edits, all together the mean length. Statistics: edits, length, and 1 where a limit ended the
 * search for shifts.
 */
export function ter(given: Partial<TerOptions> = {}): Metric {
  const options = { ...TER_DEFAULTS, ...given };
  const { normalized, noPunct, asianSupport, caseSensitive } = options;
  const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
  return {
    name: 'TER',
    higherIsBetter: false,
    settings: [
      ['case', caseSensitive ? 'mixed' : 'lc'],
      ['tok', 'tercom'],
      ['norm', yesNo(normalized)],
      ['punct', yesNo(!noPunct)],
      ['asian', yesNo(asianSupport)],
    ],
    statistics: (hypothesis, references) => {
      const words = tokeniseForTer(hypothesis, options);
      const wanted = references.map((reference) => tokeniseReference(reference, options));
      const found = wanted.map((reference) => countEdits(words, reference));
      const edits = Math.min(...found.map(({ edits }) => edits));
      const length = wanted.reduce((sum, reference) => sum + reference.length, 0) / wanted.length;
      return [edits, length, found.some(({ isCut }) => isCut) ? 1 : 0];
    },
    score: ([edits = 0, length = 0]) => {
      if (length > 0) return 100 * (edits / length);
      return edits > 0 ? 100 : 0;
    },
  };
}

/**
 * sacreBLEU normalises references twice, which parts `'s` from the word in `John's.` where once does not; with
 * `normalized` an unchanged sentence may therefore have edits. To be comparable we do the same.
 */
function tokeniseReference(reference: string, options: TerOptions): string[] {
  const words = tokeniseForTer(reference, options);
  return options.normalized ? tokeniseForTer(words.join(' '), options) : words;
}

/** In how many segments TER's search for shifts was cut, so that a lower score is possible. */
export const countCut = ([, , cut = 0]: Statistics): number => cut;

export interface Edits {
  /** Words inserted, deleted and replaced, and blocks shifted. */
  readonly edits: number;
  /** A limit ended the search for shifts, so that fewer edits may be possible. */
  readonly isCut: boolean;
}

/** 64 MiB; some 300,000 words. A longer segment is compared without shifts, in time that grows with it. */
const MAX_CELLS = 2 ** 24;

/**
 * The edits that make a hypothesis its reference by Tercom's greedy search: as long as shifting a block to
 * where it is wanted makes the distance smaller, the shift that does so by most is made, for one edit.
 */
export function countEdits(hypothesis: readonly string[], reference: readonly string[]): Edits {
  if (reference.length === 0) return { edits: hypothesis.length, isCut: false };
  const ids = new Map<string, number>();
  const wanted = numberWords(reference, ids);
  let words = numberWords(hypothesis, ids);
  const beam = new Beam(wanted, words.length);
  if (beam.cells > MAX_CELLS) return { edits: beam.distance(words), isCut: true };
  const table = new EditTable(beam, words);
  const search = new ShiftSearch(wanted, table, words.length);
  let shifts = 0;
  for (;;) {
    const shift = search.best(words);
    if (shift === undefined) return { edits: shifts + table.distance, isCut: search.isCut };
    words = shift.words;
    table.fill(words, shift.start);
    shifts += 1;
  }
}

function numberWords(words: readonly string[], ids: Map<string, number>): Int32Array {
  return Int32Array.from(words, (word) => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  });
}
