/** Between a row's id and the number of a further paragraph in one of its cells. */
const MEMBER = /^(.+)\.([2-9]|[1-9]\d+)$/;

/** The row that a paragraph stands in by its id: `p7.2` is a further paragraph of the row `p7`. */
export function rowOf(paragraph: string): string {
  return MEMBER.exec(paragraph)?.[1] ?? paragraph;
}

/** The id of a row's first (1), second (2) … paragraph. */
export function memberId(row: string, number: number): string {
  return number === 1 ? row : `${row}.${number}`;
}
