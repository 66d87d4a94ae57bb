/** How far a long piece of work has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Work in steps of a few milliseconds, as the readers of `format` have it. */
export type Steps<T> = Generator<Progress, T, void>;
