import { memberNumber, paragraphLines } from '../work/members.ts';
import { acceptedAt } from './current-text.ts';
import type { FoldedCorrection } from './fold.ts';

/** What a paragraph has been: its texts, and the corrections that the file has been through. */
export interface Past {
  readonly texts: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  /** Of these those whose parts stand in the file, and those accepted before: not to be applied to the first part anew. */
  readonly parted: ReadonlySet<string>;
}

/**
 * What the file says of a paragraph's past. A correction that parted it is known by its parts: the first is what
 * the paragraph is or once was, the others are or were those behind it.
 * @param row the paragraphs that the file has of the paragraph's row, in its order
 * @param byParagraph accepted corrections of the row's paragraphs
 */
export function pastOf(
  row: readonly { readonly id: string; readonly text: string }[],
  id: string,
  byParagraph: ReadonlyMap<string, readonly FoldedCorrection[]>,
): Past {
  const folded = byParagraph.get(id) ?? [];
  const at = row.findIndex((one) => one.id === id);
  const text = row[at]?.text ?? '';
  if (folded.every(({ correction }) => paragraphLines(correction.text).length < 2))
    return wentThrough(text, [], folded);
  const isBehind = (other: string): boolean => memberNumber(other) > memberNumber(id);
  const removed = [...byParagraph.keys()].filter(
    (other) => isBehind(other) && row.every((one) => one.id !== other),
  );
  const behind = at < 0 ? row.filter((one) => isBehind(one.id)) : row.slice(at + 1);
  const sequence = [...behind];
  for (const other of removed) {
    const next = sequence.findIndex((one) => memberNumber(one.id) > memberNumber(other));
    sequence.splice(next < 0 ? sequence.length : next, 0, { id: other, text: '' });
  }
  let later: readonly ReadonlySet<string>[] = [];
  for (const one of sequence.reverse())
    later = [wentThrough(one.text, later, byParagraph.get(one.id) ?? []).texts, ...later];
  return wentThrough(text, later, folded);
}

function wentThrough(
  text: string,
  later: readonly ReadonlySet<string>[],
  folded: readonly FoldedCorrection[],
): Past {
  const texts = new Set([text]);
  const ids = new Set<string>();
  const parted = new Set<string>();
  for (let size = -1; size !== texts.size;) {
    size = texts.size;
    for (const { correction } of folded) {
      const [first, ...others] = paragraphLines(correction.text);
      if (others.length > 0 && texts.has(first!) && areThere(others, later)) parted.add(correction.id);
      else if (!texts.has(correction.text)) continue;
      ids.add(correction.id);
      texts.add(correction.base);
    }
  }
  const moments = folded.filter(({ correction }) => parted.has(correction.id)).map(acceptedAt);
  for (const one of folded)
    if (ids.has(one.correction.id) && moments.some((moment) => acceptedAt(one) < moment))
      parted.add(one.correction.id);
  return { texts, ids, parted };
}

/** Whether each of these lines is or was one of these paragraphs, another one each. */
function areThere(lines: readonly string[], paragraphs: readonly ReadonlySet<string>[]): boolean {
  const left = [...paragraphs];
  return lines.every((line) => {
    const at = left.findIndex((texts) => texts.has(line));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
