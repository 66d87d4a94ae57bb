/** A stretch of a text that resembles a pattern. */
export interface ApproximateMatch {
  readonly start: number;
  readonly end: number;
  /** Insertions, deletions and substitutions, unit cost. */
  readonly errors: number;
}

/** Levenshtein distance. Time |a|·|b|, space |b|. */
export function editDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = diagonal + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      diagonal = row[j]!;
      row[j] = Math.min(cost, diagonal + 1, row[j - 1]! + 1);
    }
  }
  return row[b.length]!;
}

/**
 * The stretches of `text` within `maxErrors` of `pattern`, one for each place where the distance is lowest
 * (Sellers 1980: Levenshtein with a free start and end). Time |pattern|·|text|, space |pattern|.
 */
export function approximateMatches(pattern: string, text: string, maxErrors: number): ApproximateMatch[] {
  const length = pattern.length;
  const errors = Int32Array.from({ length: length + 1 }, (_, index) => index);
  const starts = new Int32Array(length + 1);
  const found: ApproximateMatch[] = [];
  for (let end = 1; end <= text.length; end += 1) {
    let diagonal = errors[0]!;
    let diagonalStart = starts[0]!;
    starts[0] = end;
    for (let i = 1; i <= length; i += 1) {
      const above = errors[i]!;
      const aboveStart = starts[i]!;
      const same = pattern.charCodeAt(i - 1) === text.charCodeAt(end - 1);
      let best = diagonal + (same ? 0 : 1);
      let start = diagonalStart;
      if (above + 1 < best) {
        best = above + 1;
        start = aboveStart;
      }
      if (errors[i - 1]! + 1 < best) {
        best = errors[i - 1]! + 1;
        start = starts[i - 1]!;
      }
      errors[i] = best;
      starts[i] = start;
      diagonal = above;
      diagonalStart = aboveStart;
    }
    const match = { start: starts[length]!, end, errors: errors[length]! };
    const previous = found.at(-1);
    if (match.errors > maxErrors || match.start === end) continue;
    // Matches that overlap are one place; its best stands for it.
    if (previous === undefined || match.start >= previous.end) found.push(match);
    else if (match.errors < previous.errors) found[found.length - 1] = match;
  }
  return found;
}
