import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { align, type AlignedBead, type AlignOptions } from '../src/core/align/align.ts';
import type { Bead } from '../src/core/align/bead.ts';
import { unitsOf } from '../src/core/align/units.ts';

/** Beads as lists of unit indices, as the scorer has them. */
export type IndexBead = readonly [source: readonly number[], target: readonly number[]];

interface Scorer {
  readonly parse: (text: string) => IndexBead[];
  readonly score: (pairs: readonly (readonly [IndexBead[], IndexBead[]])[]) => {
    P: number;
    R: number;
    F1: number;
  };
}

/** Two texts aligned by hand. */
export interface DevelopmentText {
  readonly name: string;
  readonly source: ReturnType<typeof unitsOf>;
  readonly target: ReturnType<typeof unitsOf>;
  readonly gold: IndexBead[];
}

const FOLDER = join(process.cwd(), '../shared/reference/align-dev');
const NAMES = ['text-berg-1957', 'dtm'];

export const hasDevelopmentTexts = (): boolean => existsSync(FOLDER);

export const loadScorer = async (): Promise<Scorer> =>
  (await import(/* @vite-ignore */ pathToFileURL(join(FOLDER, 'score.mjs')).href)) as Scorer;

export function loadTexts({ parse }: Scorer): DevelopmentText[] {
  return NAMES.map((name) => {
    const read = (file: string) => readFileSync(join(FOLDER, name, file), 'utf8');
    const { srcLang, tgtLang } = JSON.parse(read('meta.json')) as { srcLang: string; tgtLang: string };
    return {
      name,
      source: unitsOf(read('src.txt'), srcLang, 'line'),
      target: unitsOf(read('tgt.txt'), tgtLang, 'line'),
      gold: parse(read('gold.txt')),
    };
  });
}

export function alignAtOnce(
  { source, target }: DevelopmentText,
  options?: AlignOptions,
): readonly AlignedBead[] {
  const steps = align(source, target, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

export const indexBead = (bead: Bead): IndexBead => [
  range(bead.sourceStart, bead.sourceEnd),
  range(bead.targetStart, bead.targetEnd),
];
