import { paragraphLines, rowOf } from '../work/members.ts';
import type { Paragraph } from '../work/model.ts';
import { currentReading } from './current-text.ts';
import { type FoldedCorrection, placeKey, type State } from './fold.ts';
import { pastOf } from './past.ts';
import type { Correction } from './record.ts';

/** The text of a variant's file, with what its corrections say of it. */
export class FiledText {
  readonly #own: ReadonlyMap<string, string>;
  readonly #rows = new Map<string, Paragraph[]>();
  readonly #variant: string;
  readonly #state: State;
  /** Accepted corrections by row, then by paragraph. */
  readonly #accepted = new Map<string, Map<string, readonly FoldedCorrection[]>>();

  constructor(paragraphs: readonly Paragraph[], variant: string, state: State) {
    this.#variant = variant;
    this.#state = state;
    this.#own = new Map(paragraphs.map(({ id, text }) => [id, text]));
    for (const paragraph of paragraphs) {
      const row = this.#rows.get(rowOf(paragraph.id));
      if (row === undefined) this.#rows.set(rowOf(paragraph.id), [paragraph]);
      else row.push(paragraph);
    }
    for (const folded of state.corrections.values()) {
      const accepted = folded.filter(({ status }) => status === 'accepted');
      const [first] = accepted;
      if (first?.correction.variant !== variant) continue;
      const { paragraph } = first.correction;
      const row = this.#accepted.get(rowOf(paragraph)) ?? new Map<string, readonly FoldedCorrection[]>();
      this.#accepted.set(rowOf(paragraph), row.set(paragraph, accepted));
    }
  }

  own(id: string): string | undefined {
    return this.#own.get(id);
  }

  /** The paragraphs of the row that a paragraph stands in. */
  row(id: string): readonly Paragraph[] {
    return this.#rows.get(rowOf(id)) ?? [];
  }

  /** Whether a paragraph is not there because an accepted correction removed it. */
  isRemoved(id: string): boolean {
    const folded = this.#accepted.get(rowOf(id))?.get(id) ?? [];
    return !this.#own.has(id) && folded.some(({ correction }) => correction.text === '');
  }

  /** Whether a correction was made from, or is, none of the texts that its paragraph has been through. */
  isOutdated({ id, base, text, paragraph }: Correction): boolean {
    const accepted = this.#accepted.get(rowOf(paragraph)) ?? new Map<string, readonly FoldedCorrection[]>();
    const row = this.row(paragraph);
    if (pastOf(row, paragraph, accepted).ids.has(id)) return false;
    const own = this.#own.get(paragraph) ?? '';
    const at = row.findIndex((one) => one.id === paragraph);
    const known = new Set<string>([own]);
    // What was parted may be corrected as a whole, or part by part.
    row.slice(Math.max(at, 0)).forEach((_, index, rest) => {
      known.add(
        rest
          .slice(0, index + 1)
          .map((one) => one.text)
          .join('\n'),
      );
    });
    const folded = this.#state.corrections.get(placeKey(this.#variant, paragraph)) ?? [];
    for (const start of known) for (const one of currentReading(start, folded).applied) known.add(one.text);
    for (const one of [...accepted.values()].flat())
      for (const line of paragraphLines(one.correction.text)) known.add(line);
    return !known.has(base) && text !== own;
  }
}
