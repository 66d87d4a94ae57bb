import { splitGraphemes } from '../core/segment/graphemes.ts';

/**
 * Rows under each other, columns two spaces apart: the first row is the head, the first column and the last
 * of many stand to the left.
 * @param right the columns that stand to the right; all but the first when left out
 */
export function textTable(rows: readonly (readonly string[])[], right?: readonly number[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
  const isRight = (column: number) => right?.includes(column) ?? column > 0;
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const room = ' '.repeat(widths[column]! - lengthOf(cell));
        return isRight(column) ? room + cell : cell + room;
      });
      return `${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

const lengthOf = (text: string): number => splitGraphemes(text).length;
