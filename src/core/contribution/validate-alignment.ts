import type { Problem, ProblemCode } from '../problem.ts';
import type { Paragraph, Work } from '../work/model.ts';
import { type Arrangement, arrange } from './alignment.ts';
import type { State } from './fold.ts';
import type { Alignment } from './record.ts';

type Report = (code: ProblemCode, args: Problem['args'], severity?: Problem['severity']) => void;

/** What is wrong with alignment records: whom they name, and which of their placements have no effect. */
export class AlignmentCheck {
  readonly #variants: ReadonlySet<string>;
  readonly #hasText: (variant: string) => boolean;
  readonly #isRemoved: (variant: string, paragraph: string) => boolean;
  readonly #arrangement: () => Arrangement;

  /**
   * @param hasText whether a variant's file could be read
   * @param isRemoved whether an accepted correction removed a paragraph
   */
  constructor(
    { variants, subject }: Work,
    texts: ReadonlyMap<string, readonly Paragraph[]>,
    { alignments }: State,
    hasText: (variant: string) => boolean,
    isRemoved: (variant: string, paragraph: string) => boolean,
  ) {
    this.#variants = new Set(variants.map(({ id }) => id));
    this.#hasText = hasText;
    this.#isRemoved = isRemoved;
    let made: Arrangement | undefined;
    this.#arrangement = () =>
      (made ??= arrange([...new Set([subject, ...this.#variants])], texts, alignments));
  }

  /** Reports each thing once. */
  check(record: Alignment, report: Report): void {
    const { placements = [], standings = [] } = record;
    const named = [
      ...placements.map(({ variant }) => variant),
      ...standings.flatMap(({ cells }) => Object.keys(cells)),
    ];
    const unknown = new Set(named.filter((variant) => !this.#variants.has(variant)));
    for (const variant of unknown) report('contribution-variant-unknown', { variant });
    // Which rows there are only all texts tell.
    if ([...this.#variants].some((variant) => !this.#hasText(variant))) return;

    const { lost, known } = this.#arrangement();
    const rows = new Set(known);
    const missing = new Set(standings.map(({ row }) => row).filter((row) => !rows.has(row)));
    for (const { record: id, placement, lost: what } of lost) {
      if (id !== record.id) continue;
      const { variant, paragraph, row } = placement;
      if (what === 'row') missing.add(row ?? '');
      else if (what === 'place') report('alignment-place-lost', { variant, paragraph }, 'warning');
      else if (!this.#isRemoved(variant, paragraph))
        report('contribution-paragraph-unknown', { variant, paragraph });
    }
    for (const row of missing) report('alignment-row-unknown', { row });
  }
}
