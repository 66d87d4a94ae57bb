import { isSameLanguage } from './conventions.ts';

/** A paragraph of some variant. */
export interface Counterpart {
  readonly variant: string;
  /** BCP 47. */
  readonly lang: string;
  /** Without white space around it, and with single spaces in it. */
  readonly text: string;
}

export function counterpart(variant: string, lang: string, text: string): Counterpart {
  return { variant, lang, text: text.trim().replace(/\s{2,}/g, ' ') };
}

export interface Copy {
  /** The variant that has the same text. */
  readonly variant: string;
  /** The text is no mere title of capitals and particles, which may stay as it is. */
  readonly isProse: boolean;
}

/** With fewer words in lower case, and fewer letters of a script without case, a text may be a mere name. */
const PLAIN_WORDS = 3;
const PLAIN_LETTERS = 10;
/** A smaller share of such words is a title: "Handbook of American Indians, Bureau of American Ethnology". */
const PROSE_SHARE = 0.5;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const PLAIN = /^\p{Ll}.|^\p{Lo}/u;

/** Whether the paragraph is the very same in a variant of another language; names and numbers may be. */
export function copyOf(
  { variant, lang, text }: Counterpart,
  counterparts: readonly Counterpart[],
): Copy | undefined {
  const source = counterparts.find(
    (other) => other.text === text && other.variant !== variant && !isSameLanguage(other.lang, lang),
  );
  if (source === undefined) return undefined;
  const words = text.match(WORD) ?? [];
  const isUncased = (text.match(/\p{Lo}/gu)?.length ?? 0) >= PLAIN_LETTERS;
  if (!isUncased && plainIn(words) < PLAIN_WORDS) return undefined;
  return { variant: source.variant, isProse: isUncased || isProse(words) };
}

const plainIn = (words: readonly string[]): number => words.filter((word) => PLAIN.test(word)).length;
const isProse = (words: readonly string[]): boolean =>
  plainIn(words) >= Math.max(PLAIN_WORDS, PROSE_SHARE * words.length);

/** So many words in a row are in two languages by copying, not by chance. */
const RUN = 5;

/**
 * Finds the longest run of five or more words that a text shares with the reference, unless it is a name or a
 * title. The reference is read once, at the first question.
 */
export function runFinder(reference: string): (text: string) => string | undefined {
  let theirs: ReadonlySet<string> | undefined;
  return (text) => {
    theirs ??= new Set(runKeys(wordsOf(reference)));
    const words = wordsOf(text);
    let longest: readonly RegExpMatchArray[] = [];
    let start = -1;
    let end = -1;
    for (const [index, key] of runKeys(words).entries()) {
      if (!theirs.has(key)) continue;
      if (index !== end - RUN + 1) start = index;
      end = index + RUN;
      const run = words.slice(start, end);
      if (run.length > longest.length && isProse(run.map(([word]) => word))) longest = run;
    }
    const [first] = longest;
    const last = longest.at(-1);
    return first === undefined || last === undefined ? undefined : text.slice(first.index, endOf(last));
  };
}

const wordsOf = (text: string): readonly RegExpMatchArray[] => [...text.matchAll(WORD)];
const endOf = (match: RegExpMatchArray): number => (match.index ?? 0) + match[0].length;

/** Each five words in a row, by the index of the first. */
function runKeys(words: readonly RegExpMatchArray[]): readonly string[] {
  const lower = words.map(([word]) => word.toLowerCase());
  return lower.slice(RUN - 1).map((_, index) => lower.slice(index, index + RUN).join(' '));
}
