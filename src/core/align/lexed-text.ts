import { splitWords, tokenKind } from '../segment/words.ts';

/** A text to be aligned: its units (sentences, paragraphs or lines) in order. */
export interface AlignText {
  /** BCP 47. */
  readonly lang: string;
  readonly units: readonly string[];
  /** Indices of the units that begin a paragraph, ascending; left out where nothing is known of paragraphs. */
  readonly paragraphs?: readonly number[];
}

/** A text as numbers: the tokens of unit `u` are `tokens[starts[u]] … tokens[starts[u + 1] - 1]`. */
export interface LexedText {
  /** The form of each type (different token): lower case, numbers without their separators. */
  readonly vocabulary: readonly string[];
  /** Occurrences of each type. */
  readonly frequency: Int32Array;
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  /** Characters other than white space, a unit. */
  readonly lengths: Float64Array;
}

const APOSTROPHE = /(?<=['’ʼ])/u;
const DIGIT = /\p{Nd}/u;
const NOT_DIGITS = /[^\p{Nd}]/gu;
const SPACE = /\s+/gu;

/** The form by which a token is compared: case, compatibility forms and the separators of numbers do not count. */
function formOf(token: string): string {
  const form = token.normalize('NFKC').toLowerCase();
  return DIGIT.test(form) && !/\p{L}/u.test(form) ? form.replace(NOT_DIGITS, '') : form;
}

/** Units lexed in one go; between two of them a caller may rest. */
const UNITS_A_STEP = 2000;

/** Lexes a text; yields the share of it that is done. */
export function* lexText(text: AlignText): Generator<number, LexedText> {
  const { units, lang } = text;
  const ids = new Map<string, number>();
  const idOfToken = new Map<string, number>();
  const vocabulary: string[] = [];
  const frequency: number[] = [];
  const starts = new Int32Array(units.length + 1);
  const lengths = new Float64Array(units.length);
  let tokens = new Int32Array(1024);
  let count = 0;
  const push = (token: string): void => {
    let id = idOfToken.get(token);
    if (id === undefined) {
      const form = formOf(token);
      id = ids.get(form);
      if (id === undefined) {
        id = vocabulary.length;
        ids.set(form, id);
        vocabulary.push(form);
        frequency.push(0);
      }
      idOfToken.set(token, id);
    }
    if (count === tokens.length) {
      const longer = new Int32Array(2 * count);
      longer.set(tokens);
      tokens = longer;
    }
    tokens[count++] = id;
    frequency[id]!++;
  };
  for (const [index, unit] of units.entries()) {
    for (const token of splitWords(unit, lang)) {
      if (tokenKind(token) === 'space') continue;
      // "d’altitude" is two words of the sentence; where it is one token, the names after the apostrophe are lost.
      for (const part of token.length > 2 ? token.split(APOSTROPHE) : [token]) push(part);
    }
    starts[index + 1] = count;
    lengths[index] = unit.replace(SPACE, '').length;
    if ((index + 1) % UNITS_A_STEP === 0) yield (index + 1) / units.length;
  }
  return {
    vocabulary,
    frequency: Int32Array.from(frequency),
    tokens: tokens.slice(0, count),
    starts,
    lengths,
  };
}
