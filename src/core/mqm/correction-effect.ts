import type { State } from '../contribution/fold.ts';
import { finish, type Steps } from '../steps.ts';
import { NO_ERROR, segmentKey } from './annotation.ts';
import { type Judgement, judgementSteps } from './statistics-judgements.ts';
import { statisticsSteps, type VariantRow } from './statistics.ts';

/** MQM scores of a variant as it was judged, and of what is left when its accepted corrections count. */
export interface CorrectionEffect {
  readonly variant: string;
  readonly before: VariantRow;
  /** Over the same paragraphs and annotators: who judged one has judged it still, with fewer errors. */
  readonly after: VariantRow;
}

/**
 * What accepted corrections did to the scores: the marks that they say they resolve no longer count. Nobody judged the
 * corrected texts anew, so errors that a correction brought in are in neither score.
 * @param numberOf a paragraph's place in the work
 * @param wordsOf number of words of a paragraph in the text that all variants are held against, where known
 * @returns variants in which a correction resolves a mark
 */
export function* correctionEffectSteps(
  state: Pick<State, 'standing' | 'withdrawn' | 'reviews' | 'marks'>,
  numberOf: (paragraph: string) => number | undefined,
  wordsOf: (paragraph: string) => number | undefined,
): Steps<readonly CorrectionEffect[]> {
  const resolved = new Map(
    [...state.marks.values()]
      .flat()
      .filter(({ status }) => status === 'resolved')
      .map(({ mark }) => [mark.id, mark]),
  );
  const touched = new Set([...resolved.values()].map(({ variant }) => variant));
  if (touched.size === 0) return [];
  const left = { ...state, standing: new Map([...state.standing].filter(([id]) => !resolved.has(id))) };
  const isTouched = ({ system }: Judgement): boolean => touched.has(system);
  const before = (yield* judgementSteps(state, numberOf)).filter(isTouched);
  const open = (yield* judgementSteps(left, numberOf)).filter(isTouched);
  const after = [...open, ...cleared(before, open)];
  const rowsBefore = (yield* statisticsSteps(before, wordsOf)).variants;
  const rowsAfter = new Map(
    (yield* statisticsSteps(after, wordsOf)).variants.map((row) => [row.variant, row]),
  );
  return rowsBefore.map((row) => ({ variant: row.variant, before: row, after: rowsAfter.get(row.variant)! }));
}

/** The same at once. */
export const correctionEffects = (
  ...from: Parameters<typeof correctionEffectSteps>
): readonly CorrectionEffect[] => finish(correctionEffectSteps(...from));

/** What annotators judged and find no error in any more. */
function cleared(before: readonly Judgement[], after: readonly Judgement[]): readonly Judgement[] {
  const key = (judgement: Judgement): string => `${segmentKey(judgement)}\t${judgement.rater}`;
  const standing = new Set(after.map(key));
  const gone = new Map(before.filter((one) => !standing.has(key(one))).map((one) => [key(one), one]));
  return [...gone.values()].map(({ system, doc, segment, rater, number }) => ({
    system,
    doc,
    segment,
    rater,
    number,
    category: NO_ERROR,
    severity: NO_ERROR,
    source: [],
    target: [],
  }));
}
