import { expose } from 'comlink';
import {
  CorrectionMemory,
  type MemoryAnswer,
  type MemoryQuery,
  type RememberedCorrection,
} from '../core/contribution/correction-memory.ts';
import type { LocalText } from '../core/work/model.ts';
import { type GatheredWork, type LanguagePair, gatherWorks } from './memory-gather.ts';

/** Corrections that are looked through, the latest; more would be minutes of work for offers from years ago. */
const MOST_CORRECTIONS = 20_000;

export interface MemoryAnswers {
  readonly answers: readonly (MemoryAnswer & { readonly title: LocalText })[];
  readonly corrections: number;
  /** Works that have any. */
  readonly works: number;
  readonly isCut: boolean;
}

export interface GatherRequest {
  /** Where the app is served, with a slash at the end. */
  readonly root: string;
  /** The open work. */
  readonly slug: string;
  readonly title: LocalText;
  readonly pair: LanguagePair;
}

let asked: GatherRequest | undefined;
let others: Promise<readonly GatheredWork[]> = Promise.resolve([]);
let own: readonly RememberedCorrection[] = [];
let built: Promise<{ readonly memory: CorrectionMemory; readonly all: number }> | undefined;

async function gathered(request: GatherRequest): Promise<readonly GatheredWork[]> {
  const works: GatheredWork[] = [];
  for await (const work of gatherWorks(request.root, request.slug, request.pair))
    if (work.corrections.length > 0) works.push(work);
  return works;
}

async function build({ source, target }: LanguagePair) {
  const all = [...(await others).flatMap(({ corrections }) => corrections), ...own];
  const memory = new CorrectionMemory(source, target);
  const latest = all.sort((a, b) => (a.time < b.time ? 1 : -1)).slice(0, MOST_CORRECTIONS);
  // The latest first is found first among equals.
  for (const correction of latest.reverse()) memory.add(correction);
  return { memory, all: all.length };
}

/** What the worker answers. */
const rememberer = {
  /** Reads the other works of a language pair, in the background. */
  begin(request: GatherRequest): void {
    asked = request;
    others = gathered(request);
    built = undefined;
  },

  /** Takes the corrections of the open work, in place of those before. */
  setOwn(corrections: readonly RememberedCorrection[]): void {
    own = corrections;
    built = undefined;
  },

  async find(query: MemoryQuery): Promise<MemoryAnswers> {
    if (!asked) return { answers: [], corrections: 0, works: 0, isCut: false };
    const { memory, all } = await (built ??= build(asked.pair));
    const works = await others;
    const titles = new Map(works.map(({ slug, title }) => [slug, title]));
    titles.set(asked.slug, asked.title);
    return {
      answers: memory.find(query).map((answer) => ({ ...answer, title: titles.get(answer.unit.work) ?? {} })),
      corrections: Math.min(all, MOST_CORRECTIONS),
      works: works.length + (own.length > 0 ? 1 : 0),
      isCut: all > MOST_CORRECTIONS,
    };
  },
};
export type MemoryWorker = typeof rememberer;

expose(rememberer);
