import type { Paragraph } from '../work/model.ts';
import type { Row } from '../work/rows.ts';
import { arrange } from './alignment.ts';
import { type Plan, filePlans } from './file-plans.ts';
import { type State, placeKey } from './fold.ts';
import { Layout } from './layout.ts';
import type { Contribution } from './record.ts';
import { isKnown } from './record-schema.ts';
import { inCell, readCell } from './shown-corrections.ts';
import { plainCell, shownPlace, shownState } from './shown-state.ts';
import { isArranged } from './arranged.ts';

/**
 * A work's texts and what people added to them, as they are shown: a row's words of a variant are one text, in which
 * its file's paragraphs stand one under the other. And back: what is added to what is shown, in terms of the files.
 */
export class Projection {
  /** As they are shown: a paragraph for each row that the variant has words in, under the row's id. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly rows: readonly Row[];
  /** In terms of what is shown. */
  readonly state: State;
  readonly #layout: Layout;
  readonly #fileState: State;
  readonly #from: readonly unknown[];

  constructor(layout: Layout, fileState: State, from: readonly unknown[]) {
    this.#layout = layout;
    this.#fileState = fileState;
    this.#from = from;
    this.texts = layout.texts;
    this.rows = layout.rows;
    this.state = shownState(layout, fileState);
  }

  /** What is added to what is shown, as records of what the files say; one may become several. */
  toFile(plans: readonly Plan[]): readonly Plan[] {
    return filePlans(this.#layout, this.#fileState, plans);
  }

  /** Any records, also those that were taken back, as they are or would be shown. */
  shown(records: readonly Contribution[]): readonly Contribution[] {
    return records.map((record) => {
      const known = this.state.standing.get(record.id);
      if (known) return known;
      if (!isKnown(record)) return record;
      if (record.type === 'mark' || record.type === 'comment') return shownPlace(this.#layout, record);
      if (record.type !== 'correction' || this.#layout.isPlain(record.variant, record.paragraph))
        return record;
      const { variant, paragraph } = record;
      const row = this.#layout.rowsOf(variant, paragraph)[0]!;
      const cell = this.#layout.cell(variant, row) ?? plainCell(this.#layout, variant, row);
      const isThere = this.#layout.fileText(variant, paragraph) !== undefined;
      const { versions, current } = readCell(
        this.#layout,
        cell,
        isThere ? [] : [paragraph],
        (id) => this.#fileState.corrections.get(placeKey(variant, id)) ?? [],
      );
      return inCell(versions, record, current);
    });
  }

  /** Whether the same words stand in the same rows for these. */
  isFor(from: readonly unknown[]): boolean {
    return from.every((each, index) => each === this.#from[index]);
  }

  /** The same texts with other contributions. */
  withState(fileState: State): Projection {
    return new Projection(this.#layout, fileState, this.#from);
  }
}

/**
 * A work as it is shown; undefined when it is shown as its files are.
 * @param order ids of variants, the subject first, each once
 * @param texts the files' texts
 * @param state in terms of the files
 * @param before the projection of the same work before something was added to it: what did not change is kept
 */
export function projectionOf(
  order: readonly string[],
  texts: ReadonlyMap<string, readonly Paragraph[]>,
  state: State,
  before?: Projection,
): Projection | undefined {
  if (!isArranged(texts, state.alignments)) return undefined;
  const placing = state.alignments.filter(({ placements, rows }) => placements ?? rows);
  const from = [order.join('/'), placing.map(({ id }) => id).join(), texts];
  if (before?.isFor(from)) return before.withState(state);
  return new Projection(new Layout(arrange(order, texts, placing)), state, from);
}
