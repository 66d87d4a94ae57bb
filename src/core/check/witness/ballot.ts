import type { Span } from '../../span.ts';
import type { Cell } from '../context.ts';
import type { Finding } from '../finding.ts';

/** Fewer witnesses testify nothing. */
export const LEAST_WITNESSES = 5;

export type Value = string | number | boolean;

/** What one variant says to one question. */
export interface Testimony<V extends Value> {
  readonly cell: Cell;
  readonly value: V;
  /** Where it was read. */
  readonly spans?: readonly Span[];
}

/** One question, as each variant answers it; who cannot tell is left out. */
export interface Ballot<V extends Value> {
  readonly testimonies: readonly Testimony<V>[];
  readonly args?: Finding['expected']['args'];
  /** What is asked about, where a row has several such questions: see `findingKey`. */
  readonly about?: string;
  /** Which sentence is asked about, from 0, where each has its own question. */
  readonly sentence?: number;
}
