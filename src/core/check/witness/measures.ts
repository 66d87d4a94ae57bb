import { type Check, finding } from '../check.ts';
import { type Cell, type DocumentContext, once, type RowContext, type TextContext } from '../context.ts';
import type { CheckInfo, Finding } from '../finding.ts';
import { medianOf, spreadOf } from '../robust.ts';
import { LEAST_WITNESSES } from './ballot.ts';
import { SEVERAL } from './vote.ts';

const witness = { family: 'witness', category: 'accuracy/mistranslation' } as const;

/** A measure of a paragraph; 0 for one that has nothing to measure. */
type Measure = (cell: Cell) => number;

interface Limits {
  /** In robust standard deviations of the row's or of all residuals, whichever is wider. */
  readonly far: number;
  /** Log of the least ratio that is worth a look. */
  readonly least: number;
}

/** How a cell's measure compares with what is usual for its row and its variant. */
export interface Deviation {
  readonly cell: Cell;
  /** Log of the ratio to what is usual; 0 in the middle of the row. */
  readonly off: number;
  readonly isOut: boolean;
}

/** A measure of all cells, each held against its row and its variant; robust, since some of both are wrong. */
export class Comparison {
  readonly #limits: Limits;
  /** Log of a cell's measure, less the row's middle. */
  readonly #ratios: (row: RowContext) => ReadonlyMap<Cell, number>;
  /** What is usual for each text, and the spread of what is left. */
  readonly #usual: (document: DocumentContext) => {
    readonly byText: ReadonlyMap<TextContext, number>;
    readonly spread: number;
  };

  constructor(measure: Measure, limits: Limits) {
    this.#limits = limits;
    this.#ratios = once(({ cells }: RowContext) => {
      const measured = cells.map((cell) => [cell, measure(cell)] as const).filter(([, value]) => value > 0);
      if (measured.length < LEAST_WITNESSES) return new Map<Cell, number>();
      const middle = medianOf(measured.map(([, value]) => Math.log(value)));
      return new Map(measured.map(([cell, value]) => [cell, Math.log(value) - middle]));
    });
    this.#usual = once(({ rows }: DocumentContext) => {
      const ratios = new Map<TextContext, number[]>();
      for (const [{ text }, ratio] of rows.flatMap((row) => [...this.#ratios(row)])) {
        const own = ratios.get(text);
        if (own === undefined) ratios.set(text, [ratio]);
        else own.push(ratio);
      }
      const byText = new Map([...ratios].map(([text, own]) => [text, medianOf(own)]));
      const residuals = [...ratios].flatMap(([text, own]) => own.map((ratio) => ratio - byText.get(text)!));
      return { byText, spread: spreadOf(residuals) };
    });
  }

  /** Reads what is usual, which takes all rows of a document once. */
  learn(document: DocumentContext): void {
    this.#usual(document);
  }

  /** Of the cells that can be measured; none of a row of too few. `unit`: one robust standard deviation. */
  of(row: RowContext): { readonly unit: number; readonly deviations: readonly Deviation[] } {
    const { byText, spread } = this.#usual(row.document);
    const own = [...this.#ratios(row)].map(
      ([cell, ratio]) => [cell, ratio - (byText.get(cell.text) ?? 0)] as const,
    );
    const values = own.map(([, value]) => value);
    const middle = medianOf(values);
    const unit = own.length === 0 ? spread : Math.max(spread, spreadOf(values));
    const { far, least } = this.#limits;
    const deviations = own.map(([cell, value]): Deviation => {
      const off = value - middle;
      return { cell, off, isOut: Math.abs(off) >= least && Math.abs(off) >= far * unit };
    });
    return { unit, deviations };
  }

  /** What is reported: one finding a cell that is far from what is usual. */
  findings(check: CheckInfo, row: RowContext): readonly Finding[] {
    const { unit, deviations } = this.of(row);
    const out = deviations.filter(({ isOut }) => isOut);
    return out.map(({ cell, off }) =>
      finding(check, cell, [], {
        code: off > 0 ? `${check.id}-more` : `${check.id}-less`,
        args: {
          percent: percentOf(off),
          deviations: Math.round(Math.abs(off) / unit),
        },
        evidence: deviations.map(({ cell: other, off: ratio }) => ({
          variant: other.text.variant,
          paragraph: other.paragraph.id,
          value: Math.exp(ratio).toFixed(2),
        })),
        // From one half at the limit towards one: no probability, an order.
        confidence: 1 - this.#limits.far / (this.#limits.far + Math.abs(off) / unit),
        suspect: out.length >= SEVERAL ? 'source' : 'translation',
      }),
    );
  }
}

/** By how much more (or less) than usual. */
export const percentOf = (off: number): number => Math.round((Math.exp(off) - 1) * 100);

const lengthOf: Measure = ({ paragraph }) => paragraph.text.length;
/** Rows of shorter paragraphs, in the middle of their lengths, differ by chance. */
const LEAST_LENGTH = 80;
export const isLong = ({ cells }: RowContext) => medianOf(cells.map(lengthOf)) >= LEAST_LENGTH;

const lengthInfo: CheckInfo = {
  ...witness,
  id: 'witness/length',
  category: 'accuracy/omission',
  isOnByDefault: true,
};
export const lengths = new Comparison(lengthOf, { far: 4, least: Math.log(1.35) });
export const witnessLength: Check = {
  ...lengthInfo,
  scope: 'row',
  run: (row) => (isLong(row) ? lengths.findings(lengthInfo, row) : []),
};

const CLAUSE_MARK = /[,;:，、；：–—·]|\s-\s|[.!?。！？।]/gu;
const clausesOf: Measure = ({ paragraph }) => paragraph.text.match(CLAUSE_MARK)?.length ?? 0;

const clauseInfo: CheckInfo = { ...witness, id: 'witness/clause-count', isOnByDefault: false };
const clauses = new Comparison(clausesOf, { far: 3, least: Math.log(1.5) });
export const witnessClauses: Check = {
  ...clauseInfo,
  scope: 'row',
  run: (row) => clauses.findings(clauseInfo, row),
};
