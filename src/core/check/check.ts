import type { Span } from '../span.ts';
import type { Cell, RowContext, TextContext } from './context.ts';
import { type CheckInfo, type Evidence, type Finding, findingKey } from './finding.ts';

/** One check: what it says of itself, what it looks at in one step, and the function that looks. */
export type Check = CheckInfo &
  (
    | { readonly scope: 'cell'; readonly run: (cell: Cell) => readonly Finding[] }
    | { readonly scope: 'row'; readonly run: (row: RowContext) => readonly Finding[] }
    | { readonly scope: 'text'; readonly run: (text: TextContext) => readonly Finding[] }
  );

export interface FindingParts {
  readonly args?: Readonly<Record<string, string | number>>;
  /** The code of the expectation, when it is not the check's id. */
  readonly code?: string;
  readonly evidence?: readonly Evidence[];
  /** Tells findings on the same words apart: see `findingKey`. */
  readonly about?: string;
  readonly confidence: number;
  readonly suspect?: Finding['suspect'];
  readonly suggestion?: string;
}

/** A finding of a check in a cell. */
export function finding(
  check: Pick<CheckInfo, 'id' | 'family'>,
  { text, paragraph }: Cell,
  spans: readonly Span[],
  parts: FindingParts,
): Finding {
  const found: Omit<Finding, 'key'> = {
    check: check.id,
    family: check.family,
    variant: text.variant,
    paragraph: paragraph.id,
    spans,
    expected: { code: parts.code ?? check.id, args: parts.args ?? {} },
    evidence: parts.evidence ?? [],
    confidence: parts.confidence,
    suspect: parts.suspect ?? 'translation',
    ...(parts.suggestion === undefined ? {} : { suggestion: parts.suggestion }),
  };
  return { ...found, key: findingKey(found, paragraph.text, parts.about) };
}

/** The spans of all matches of a pattern (global). */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}
