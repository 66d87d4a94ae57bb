import type { ImportedWork, ImportOptions } from '../core/format/mqm-import.ts';
import { mqmImportSteps } from '../core/format/mqm-import.ts';
import { type RejectedRow, mqmTsvSteps, writeRejected } from '../core/format/mqm-tsv.ts';
import type { Steps } from '../core/steps.ts';
import type { Problem } from '../core/problem.ts';

/** A file that was read and is not yet a work. */
export interface ReadFile {
  /** Why no work can be made of it; empty when one can. */
  readonly problems: readonly Problem[];
  /** What could not be read of a file of which the rest was. */
  readonly rejected: readonly RejectedRow[];
  /** The same as a file: to be mended and imported again. */
  readonly rejectedText: () => string;
  readonly make: (options: ImportOptions) => Steps<ImportedWork>;
}

/** One more format is one more line here, and its file names in the library's table of formats. */
export const READERS = {
  'mqm-tsv': readMqm,
} as const satisfies Record<string, (text: string) => Steps<ReadFile>>;
export type ImportFormat = keyof typeof READERS;

function* readMqm(text: string): Steps<ReadFile> {
  const { value, problems } = yield* mqmTsvSteps(text);
  const isEmpty = value.rows.length === 0;
  return {
    // Of a file without any good row the first reasons say more than that it is empty.
    problems: isEmpty ? problems.slice(0, 1) : [],
    rejected: value.rejected,
    rejectedText: () => writeRejected(value),
    make: (options) => mqmImportSteps(value, options),
  };
}
