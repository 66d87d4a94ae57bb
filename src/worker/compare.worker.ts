import { diffTexts } from '../core/compare/diff.ts';
import { meaning } from '../core/compare/meaning.ts';
import { type Port, answer } from './ask.ts';

/** What the worker answers; every argument and result is plain data. */
const comparator = { diffTexts, meaning };
export type CompareWorker = typeof comparator;

// In a worker the global object is the port; the types know only a page's.
answer(comparator, globalThis as unknown as Port);
