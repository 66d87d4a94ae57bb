/**
 * Between a row's id and the number of a further paragraph in one of its cells. A dot alone would not do: ids from
 * elsewhere have that (`3.2` of a numbered list, `document.12` of WMT's segments), and would run together in a row.
 */
const MEMBER = /^(.+)\._([2-9]|[1-9]\d+)$/;

/** The row that a paragraph stands in by its id: `p7._2` is a further paragraph of the row `p7`. */
export function rowOf(paragraph: string): string {
  return MEMBER.exec(paragraph)?.[1] ?? paragraph;
}

/** The id of a row's first (1), second (2) … paragraph. */
export function memberId(row: string, number: number): string {
  return number === 1 ? row : `${row}._${number}`;
}

/** Which of its row's paragraphs an id names, from 1. */
export function memberNumber(paragraph: string): number {
  return Number(MEMBER.exec(paragraph)?.[2] ?? 1);
}

/** The lines of a text, each a paragraph of its own; none for the empty text, which is no paragraph. */
export function paragraphLines(text: string): readonly string[] {
  return text === '' ? [] : text.split(/\r\n|\n|\r/u);
}
