import { rowOf } from '../work/members.ts';
import type { Paragraph } from '../work/model.ts';
import type { Alignment } from './record.ts';

const known = new WeakMap<readonly Paragraph[], boolean>();

/** Whether a work's words are shown otherwise than its files have them: a row has several paragraphs of one variant, or
 * someone moved words to other rows. Each text is looked through once. */
export function isArranged(
  texts: ReadonlyMap<string, readonly Paragraph[]>,
  alignments: readonly Alignment[],
): boolean {
  return (
    alignments.some(({ placements }) => placements !== undefined && placements.length > 0) ||
    [...texts.values()].some(hasMembers)
  );
}

function hasMembers(text: readonly Paragraph[]): boolean {
  let has = known.get(text);
  if (has === undefined) {
    has = text.some(({ id }) => id.includes('._') && rowOf(id) !== id);
    known.set(text, has);
  }
  return has;
}
