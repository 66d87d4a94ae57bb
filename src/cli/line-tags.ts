import { editTags } from '../core/compare/edit-tags.ts';
import { UsageError } from './usage-error.ts';

/** Cells of the table behind one pair of lines, four bytes each. */
const MAX_CELLS = 64 * 1024 * 1024;

/**
 * The tags of each line of a machine translation against the same line of its post-edit, one line each.
 * @throws UsageError when the files have different numbers of lines, or a pair of lines is too long
 */
export function lineTags(mt: string, pe: string, names: { old: string; new: string }): string {
  const mtLines = linesOf(mt);
  const peLines = linesOf(pe);
  if (mtLines.length !== peLines.length) {
    const counts = { oldCount: mtLines.length, newCount: peLines.length };
    throw new UsageError('line-counts', { ...names, ...counts });
  }
  const tags = mtLines.map((line, index) => {
    const mtWords = wordsOf(line);
    const peWords = wordsOf(peLines[index]!);
    if ((mtWords.length + 1) * (peWords.length + 1) > MAX_CELLS) {
      throw new UsageError('line-too-long', { line: index + 1, ...names });
    }
    return `${editTags(mtWords, peWords).join(' ')}\n`;
  });
  return tags.join('');
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

const wordsOf = (line: string): readonly string[] => line.split(' ').filter((word) => word !== '');
