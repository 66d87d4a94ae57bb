import type { LitElement, ReactiveController } from 'lit';
import { type Witnesses, witnessFacts } from '../../core/check/witness/witness-facts.ts';
import type { Steps } from '../../core/steps.ts';
import type { Row } from '../../core/work/rows.ts';
import { inSlices } from '../statistics-view/in-slices.ts';

/** How one variant's paragraph compares with the others. */
export interface Compared {
  /** In how many respects it departs from most. */
  readonly departures: number;
  /** Whether others depart in one of them too. */
  readonly isTogether: boolean;
  /** Per cent longer (or, below 0, shorter) than usual; undefined for what cannot be compared. */
  readonly length: number | undefined;
  /** Whether the length is reported as a departure. */
  readonly isFar: boolean;
}

export type ComparedRow = ReadonlyMap<string, Compared>;

/** What the witnesses say of a row, variant by variant. */
export function compareRow(witnesses: Witnesses, row: Row): ComparedRow {
  const compared = new Map<string, Compared>();
  for (const { question, answers } of witnessFacts(witnesses, row)) {
    const departing = [...answers.values()].filter(({ standing }) => standing === 'departs').length;
    for (const [variant, { standing, value }] of answers) {
      const before = compared.get(variant);
      const departs = standing === 'departs';
      compared.set(variant, {
        departures: (before?.departures ?? 0) + (departs ? 1 : 0),
        isTogether: (before?.isTogether ?? false) || (departs && departing > 1),
        length: question === 'length' ? Number(value) : before?.length,
        isFar: (before?.isFar ?? false) || (departs && question === 'length'),
      });
    }
  }
  return compared;
}

/** The comparisons of the rows on a page, made in slices and kept for as long as the witnesses stay. */
export class ComparedRows implements ReactiveController {
  readonly #host: LitElement;
  #witnesses: Witnesses | undefined;
  #known = new Map<string, ComparedRow>();
  #wanted: readonly Row[] = [];
  #stop: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#wanted = [];
  }

  of(row: Row): ComparedRow | undefined {
    return this.#known.get(row.id);
  }

  /** How many of the rows that are wanted are there. */
  get done(): number {
    return this.#wanted.filter(({ id }) => this.#known.has(id)).length;
  }

  /** Compares these rows, and gives up others that were wanted before; before each rendering. */
  want(witnesses: Witnesses, rows: readonly Row[]): void {
    const isOther = witnesses !== this.#witnesses;
    if (!isOther && rows.length === this.#wanted.length && rows[0] === this.#wanted[0]) return;
    if (isOther) this.#known = new Map();
    this.#witnesses = witnesses;
    this.#wanted = rows;
    this.#stop?.abort();
    this.#stop = new AbortController();
    const missing = rows.filter(({ id }) => !this.#known.has(id));
    if (missing.length > 0) void this.#compare(witnesses, missing, this.#stop.signal);
  }

  async #compare(witnesses: Witnesses, rows: readonly Row[], signal: AbortSignal): Promise<void> {
    const changed = (): void => {
      this.#host.requestUpdate();
    };
    try {
      await inSlices(compareAll(witnesses, rows, this.#known), signal, changed);
      changed();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}

function* compareAll(
  witnesses: Witnesses,
  rows: readonly Row[],
  into: Map<string, ComparedRow>,
): Steps<undefined> {
  for (const [index, row] of rows.entries()) {
    into.set(row.id, compareRow(witnesses, row));
    yield { done: index + 1, total: rows.length };
  }
  return undefined;
}
