import type { Conventions, Script } from './conventions.ts';

/** What stands in a paragraph in another script than the language's. */
export interface ForeignScript {
  /** Hardly a letter of the paragraph is of the language's own script, and it is more than names. */
  readonly isWhole: boolean;
  /** Words in a script that the language does not take in. */
  readonly words: readonly string[];
  /** Words made of letters of two scripts that look alike (Latin c in a Cyrillic word). */
  readonly mixed: readonly string[];
}

interface Patterns {
  readonly own: RegExp;
  /** A letter of any script but the language's own. */
  readonly other: RegExp;
  /** A run of words in scripts that are neither the language's nor its guests'. */
  readonly foreign: RegExp;
}

const known = new WeakMap<Conventions, Patterns>();

function patternsOf(conventions: Conventions): Patterns {
  let patterns = known.get(conventions);
  if (patterns === undefined) {
    const own = scriptSet(conventions.scripts);
    const tolerated = scriptSet([...conventions.scripts, ...conventions.guests]);
    const letter = `(?!${tolerated}|[\\p{sc=Zyyy}\\p{sc=Zinh}])\\p{L}\\p{M}*`;
    patterns = {
      own: new RegExp(`(?=\\p{L})${own}`, 'gu'),
      other: new RegExp(`(?!${own}|[\\p{sc=Zyyy}\\p{sc=Zinh}])\\p{L}`, 'gu'),
      foreign: new RegExp(`(?:${letter})+(?:[^\\p{L}\\p{M}]{1,3}(?:${letter})+)*`, 'gu'),
    };
    known.set(conventions, patterns);
  }
  return patterns;
}

const scriptSet = (scripts: readonly Script[]): string => `[${scripts.map((s) => `\\p{sc=${s}}`).join('')}]`;

export function foreignScript(text: string, conventions: Conventions): ForeignScript {
  const { own, other, foreign } = patternsOf(conventions);
  const others = text.match(other)?.length ?? 0;
  const owns = others === 0 ? 0 : (text.match(own)?.length ?? 0);
  const isWhole = others > owns * FEW && isMoreThanNames(text, own);
  if (isWhole || isChineseInJapanese(text, conventions)) return { isWhole: true, words: [], mixed: [] };
  if (others === 0) return { isWhole: false, words: [], mixed: [] };
  const words = [...text.matchAll(foreign)]
    .filter(({ 0: run, index }) => run.length > 1 && !isMention(text, index, run.length))
    .map(([run]) => run);
  return { isWhole: false, words, mixed: mixedWords(text) };
}

/** A paragraph is foreign when it has more than so many foreign letters for each of its own. */
const FEW = 3;
/** So many words in lower case, or letters of a script without case, are no mere name. */
const PLAIN_WORDS = 3;
const PLAIN_LETTERS = 8;

function isMoreThanNames(text: string, own: RegExp): boolean {
  const foreign = text.replace(own, ' ');
  const lower = foreign.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]+/gu)?.length ?? 0;
  const uncased = foreign.match(/\p{Lo}/gu)?.length ?? 0;
  return lower >= PLAIN_WORDS || uncased >= PLAIN_LETTERS;
}

/** Longer than any name that a text gives in its own script as well. */
const LONGEST_MENTION = 40;
const INSIDE_BRACKETS = /[\p{Ps}\p{Pi}"][^\p{Pe}\p{Pf}"]*$/u;

/** Whether the words are only mentioned, in brackets or quotation marks: "(学术头条)". */
function isMention(text: string, start: number, length: number): boolean {
  if (length > LONGEST_MENTION) return false;
  return INSIDE_BRACKETS.test(text.slice(Math.max(0, start - LONGEST_MENTION), start));
}

/** Chinese has all its letters in common with Japanese, but a Japanese sentence has kana. */
function isChineseInJapanese(text: string, { scripts }: Conventions): boolean {
  if (!scripts.includes('Hiragana') || !/[。，]/u.test(text)) return false;
  const letters = text.match(/\p{sc=Han}/gu)?.length ?? 0;
  return letters > PLAIN_LETTERS && !/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);
}

const LOOKALIKES: readonly Script[] = ['Latin', 'Cyrillic', 'Greek'];
/** A letter behind one of another of these scripts. */
const SEAM = new RegExp(
  LOOKALIKES.map((script) => {
    const others = scriptSet(LOOKALIKES.filter((name) => name !== script));
    return `${others}(?<=\\p{sc=${script}}\\p{M}*${others})`;
  }).join('|'),
  'gu',
);
/** Units and symbols: μm, kΩ, Δt. */
const SYMBOL = /^(?:[μΩΔλαβγπσθ]\p{sc=Latin}{1,2}|\p{sc=Latin}{1,2}[μΩΔλαβγπσθ])$/u;
const WORD_BEFORE = /[\p{L}\p{M}]*$/u;
const WORD_AFTER = /^[\p{L}\p{M}]*/u;
/** A word is looked at no further than this to either side. */
const WORD_REACH = 40;

function mixedWords(text: string): readonly string[] {
  const words = [...text.matchAll(SEAM)].map(({ index }) => {
    const before = WORD_BEFORE.exec(text.slice(Math.max(0, index - WORD_REACH), index))?.[0] ?? '';
    const after = WORD_AFTER.exec(text.slice(index, index + WORD_REACH))?.[0] ?? '';
    return before + after;
  });
  return [...new Set(words)].filter((word) => !SYMBOL.test(word));
}
