import { expose } from 'comlink';
import { diffTexts } from '../core/compare/diff.ts';
import { meaning } from '../core/compare/meaning.ts';

/** What the worker answers; every argument and result is plain data. */
const comparator = { diffTexts, meaning };
export type CompareWorker = typeof comparator;

expose(comparator);
