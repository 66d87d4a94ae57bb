import { isUnspaced, tokenKind } from '../segment/words.ts';

/** Two token lists as ids of one vocabulary, and what the readability pass wants to know of each token. */
export interface Vocabulary {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** By id. */
  readonly tokens: readonly string[];
  /** By id: `SPACE`, `MARK` (punctuation or symbol) or `WORD`. */
  readonly kind: Uint8Array;
  /** By id: how much it says: the letters of a word, less where the word is frequent; 0 for all that is no word. */
  readonly weight: Float64Array;
}

export const SPACE = 0;
export const MARK = 1;
export const WORD = 2;

/** A character of a script without spaces says about as much as three letters. */
export const UNSPACED_LETTERS = 3;
/** A very long word is not worth more than this. */
const MOST_LETTERS = 14;

export function vocabulary(aTokens: readonly string[], bTokens: readonly string[]): Vocabulary {
  const known = new Map<string, number>();
  const tokens: string[] = [];
  const count: number[] = [];
  const intern = (list: readonly string[]) => {
    const ids = new Int32Array(list.length);
    for (let i = 0; i < list.length; i++) {
      const token = list[i]!;
      let id = known.get(token);
      if (id === undefined) {
        id = tokens.length;
        known.set(token, id);
        tokens.push(token);
        count.push(0);
      }
      count[id]!++;
      ids[i] = id;
    }
    return ids;
  };
  const a = intern(aTokens);
  const b = intern(bTokens);
  const kind = new Uint8Array(tokens.length);
  const weight = new Float64Array(tokens.length);
  for (let id = 0; id < tokens.length; id++) {
    const token = tokens[id]!;
    const name = tokenKind(token);
    kind[id] = name === 'word' ? WORD : name === 'space' ? SPACE : MARK;
    if (name === 'word') weight[id] = letters(token) / rarityDivisor(count[id]!);
  }
  return { a, b, tokens, kind, weight };
}

/** Twice over both texts is once in each, which says most; each doubling says half a word less. */
function rarityDivisor(count: number): number {
  return count <= 2 ? 1 : 1 + Math.log2(count / 2) / 2;
}

function letters(word: string): number {
  return Math.min(MOST_LETTERS, isUnspaced(word) ? UNSPACED_LETTERS * word.length : word.length);
}
