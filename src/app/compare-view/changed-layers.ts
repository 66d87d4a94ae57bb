import type { Paragraph } from '../../core/work/model.ts';
import type { Comparator } from '../address.ts';
import type { Comparisons } from '../comparisons.ts';
import type { OpenedWork } from '../opened-work.ts';
import { correctionOf, readingOf } from '../readings.ts';
import type { Layer } from '../segments.ts';

/** From this share of changed words on a sentence is said to tell something else altogether. */
const FAR = 0.45;

/**
 * What the comparator says was changed, as layers on one paragraph of a column. In the subject: the sentences
 * (or certain words) that the back-translation shows to mean something else, or the words that the correction
 * replaces. In the reference: the words that the subject does not say, of which those of the active row are shown.
 */
export function changedLayers(
  opened: OpenedWork,
  comparisons: Comparisons,
  comparator: Comparator,
  variant: string,
  paragraph: Paragraph,
): readonly Layer[] {
  const { work } = opened;
  if (comparator === 'correction') {
    if (variant !== work.subject) return [];
    const outcome = correctionOf(opened, comparisons, paragraph.id);
    if (outcome?.state !== 'done') return [];
    return outcome.value.hunks.flatMap(({ kind, old }) =>
      kind === 'delete' ? [{ ...old, name: 'touched' }] : [],
    );
  }
  if (variant !== work.subject && variant !== work.reference) return [];
  const outcome = readingOf(opened, comparisons, paragraph.id);
  if (outcome?.state !== 'done') return [];
  const { spans, diff } = outcome.value;
  if (variant === work.subject)
    return spans.map(({ start, end, degree, exact }) => ({
      start,
      end,
      name: exact ? 'touched' : degree >= FAR ? 'far' : 'shifted',
    }));
  return diff.hunks.flatMap(({ kind, new: span }) =>
    kind === 'insert' ? [{ ...span, name: 'unsaid' }] : [],
  );
}
