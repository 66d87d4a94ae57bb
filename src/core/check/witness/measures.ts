import { type Check, finding } from '../check.ts';
import { type Cell, type DocumentContext, once, type RowContext, type TextContext } from '../context.ts';
import type { CheckInfo, Finding } from '../finding.ts';
import { medianOf, spreadOf } from '../robust.ts';
import { LEAST_WITNESSES } from './vote.ts';

const witness = { family: 'witness', category: 'accuracy/mistranslation' } as const;

/** A measure of a paragraph; 0 for one that has nothing to measure. */
type Measure = (cell: Cell) => number;

/** Log of a measure, less what is usual for the row and for the variant; robust, since some of both are wrong. */
function residuals(measure: Measure): (document: DocumentContext) => ReadonlyMap<Cell, number> {
  return once((document: DocumentContext) => {
    const values = new Map<Cell, number>();
    const byText = new Map<TextContext, number[]>();
    for (const { cells } of document.rows) {
      const measured = cells.map((cell) => [cell, measure(cell)] as const).filter(([, value]) => value > 0);
      if (measured.length < LEAST_WITNESSES) continue;
      const middle = medianOf(measured.map(([, value]) => Math.log(value)));
      for (const [cell, value] of measured) {
        const ratio = Math.log(value) - middle;
        values.set(cell, ratio);
        byText.set(cell.text, [...(byText.get(cell.text) ?? []), ratio]);
      }
    }
    const usual = new Map([...byText].map(([text, ratios]) => [text, medianOf(ratios)]));
    return new Map([...values].map(([cell, ratio]) => [cell, ratio - (usual.get(cell.text) ?? 0)]));
  });
}

interface Limits {
  /** In robust standard deviations of the row's or of all residuals, whichever is wider. */
  readonly far: number;
  /** Log of the least ratio that is worth a look. */
  readonly least: number;
}

function outliers(
  check: CheckInfo,
  of: ReturnType<typeof residuals>,
  { far, least }: Limits,
): (row: RowContext) => readonly Finding[] {
  const spread = once((document: DocumentContext) => spreadOf([...of(document).values()]));
  return ({ cells, document }) => {
    const known = of(document);
    const own = cells.flatMap((cell) => {
      const value = known.get(cell);
      return value === undefined ? [] : [[cell, value] as const];
    });
    if (own.length < LEAST_WITNESSES) return [];
    const values = own.map(([, value]) => value);
    const middle = medianOf(values);
    const unit = Math.max(spread(document), spreadOf(values));
    const out = own.filter(([, value]) => {
      const off = Math.abs(value - middle);
      return off >= least && off >= far * unit;
    });
    return out.map(([cell, value]) => {
      const off = value - middle;
      return finding(check, cell, [], {
        code: off > 0 ? `${check.id}-more` : `${check.id}-less`,
        args: {
          percent: Math.round((Math.exp(off) - 1) * 100),
          deviations: Math.round(Math.abs(off) / unit),
        },
        evidence: own.map(([other, ratio]) => ({
          variant: other.text.variant,
          paragraph: other.paragraph.id,
          value: Math.exp(ratio - middle).toFixed(2),
        })),
        // From one half at the limit towards one: no probability, an order.
        confidence: 1 - far / (far + Math.abs(off) / unit),
        suspect: out.length > 1 ? 'source' : 'translation',
      });
    });
  };
}

const lengthOf: Measure = ({ paragraph }) => paragraph.text.length;
/** Rows of shorter paragraphs, in the middle of their lengths, differ by chance. */
const LEAST_LENGTH = 80;
const isLong = ({ cells }: RowContext) => medianOf(cells.map(lengthOf)) >= LEAST_LENGTH;

const lengthInfo: CheckInfo = {
  ...witness,
  id: 'witness/length',
  category: 'accuracy/omission',
  isOnByDefault: true,
};
const lengthOutliers = outliers(lengthInfo, residuals(lengthOf), { far: 4, least: Math.log(1.35) });
export const witnessLength: Check = {
  ...lengthInfo,
  scope: 'row',
  run: (row) => (isLong(row) ? lengthOutliers(row) : []),
};

const CLAUSE_MARK = /[,;:，、；：–—·]|\s-\s|[.!?。！？।]/gu;
const clausesOf: Measure = ({ paragraph }) => paragraph.text.match(CLAUSE_MARK)?.length ?? 0;

const clauseInfo: CheckInfo = { ...witness, id: 'witness/clause-count', isOnByDefault: false };
export const witnessClauses: Check = {
  ...clauseInfo,
  scope: 'row',
  run: outliers(clauseInfo, residuals(clausesOf), { far: 3, least: Math.log(1.5) }),
};
