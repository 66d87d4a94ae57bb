import type { Change } from './change.ts';
import type { Vocabulary } from './vocabulary.ts';

export function makeReadable(changes: readonly Change[], _words: Vocabulary): readonly Change[] {
  return changes;
}
