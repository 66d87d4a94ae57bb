import type { LexedText } from './lexed-text.ts';
import { transliterate } from './transliterate.ts';

/** How alike two forms are; each class has its own probability, estimated in every text. */
export const COGNATE_CLASSES = 7;
const NUMBER = 0;
const MARK = 1;
const SAME_LONG = 2;
const SAME_SHORT = 3;
const MOSTLY = 4;
const PARTLY = 5;
/** Only the first consonants sound alike (Греция, Griechenland): evidence, but nothing to hold on to. */
export const SOUND = 6;

/** For each type of one text the types of the other that look like it. */
export interface Cognates {
  readonly rows: Int32Array;
  readonly types: Int32Array;
  /** By type; all its cognates are of this class. */
  readonly classes: Uint8Array;
}

/** Shorter beginnings are alike by chance. */
const SHORTEST_PREFIX = 4;
const LONG = 5;
const MOSTLY_ALIKE = 0.75;
const PARTLY_ALIKE = 0.5;
/** A beginning that so many words share tells nothing. */
const MOST_IN_BUCKET = 60;

/** The first consonants, as many, of words of at least so many letters; a key that more words share tells nothing. */
const CONSONANTS = 3;
const SHORTEST_SOUND = 5;
const MOST_OF_SOUND = 12;

/** Classes of consonants as in Soundex (Russell 1918); vowels, h, w and y count for nothing. */
const SOUNDS = new Map(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, code) =>
    Array.from(letters, (letter): [string, string] => [letter, String(code)]),
  ),
);

/** A key of a word's first consonants; empty when it has too few. */
function soundOf(reading: string): string {
  if (reading.length < SHORTEST_SOUND) return '';
  let key = '';
  for (const letter of reading) {
    const code = SOUNDS.get(letter);
    if (code !== undefined && key.at(-1) !== code) key += code;
    if (key.length === CONSONANTS) return `${isVowel(reading.charAt(0)) ? 'a' : ''}${key}`;
  }
  return '';
}

const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

function commonPrefix(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Types between two rests. */
const STEP = 10_000;

/**
 * Finds identical types and, for words without one, those that share a long beginning after transliteration. Yields the
 * share of the work that is done.
 */
export function* findCognates(from: LexedText, to: LexedText): Generator<number, Cognates> {
  const readings: string[] = [];
  const same = new Map<string, number[]>();
  const buckets = new Map<string, number[]>();
  const sounds = new Map<string, number[]>();
  const push = (map: Map<string, number[]>, key: string, type: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [type]);
    else list.push(type);
  };
  for (const [type, form] of to.vocabulary.entries()) {
    if (type % STEP === STEP - 1) yield (0.5 * type) / to.vocabulary.length;
    const reading = transliterate(form);
    readings.push(reading);
    push(same, reading, type);
    if (reading.length >= SHORTEST_PREFIX && LETTER.test(reading)) {
      push(buckets, reading.slice(0, SHORTEST_PREFIX), type);
    }
    const sound = soundOf(reading);
    if (sound !== '') push(sounds, sound, type);
  }
  const rows = new Int32Array(from.vocabulary.length + 1);
  const classes = new Uint8Array(from.vocabulary.length);
  const types: number[] = [];
  for (const [type, form] of from.vocabulary.entries()) {
    if (type % STEP === STEP - 1) yield 0.5 + (0.5 * type) / from.vocabulary.length;
    const reading = transliterate(form);
    const equal = same.get(reading);
    if (equal !== undefined) {
      types.push(...equal);
      if (LETTER.test(form)) classes[type] = form.length >= LONG ? SAME_LONG : SAME_SHORT;
      else classes[type] = DIGIT.test(form) ? NUMBER : MARK;
    } else {
      const bucket = buckets.get(reading.slice(0, SHORTEST_PREFIX)) ?? [];
      if (reading.length >= SHORTEST_PREFIX && bucket.length <= MOST_IN_BUCKET) {
        classes[type] = pushAlike(types, reading, readings, bucket);
      }
    }
    if (types.length === rows[type]) {
      const alike = sounds.get(soundOf(reading)) ?? [];
      if (alike.length <= MOST_OF_SOUND) types.push(...alike);
      classes[type] = SOUND;
    }
    rows[type + 1] = types.length;
  }
  return { rows, types: Int32Array.from(types), classes };
}

/** Pushes those of the bucket that are most alike; returns their class. */
function pushAlike(
  types: number[],
  reading: string,
  readings: readonly string[],
  bucket: readonly number[],
): number {
  const alike = bucket.map((other) => {
    const form = readings[other]!;
    return commonPrefix(reading, form) / Math.max(reading.length, form.length);
  });
  for (const [kind, least] of [
    [MOSTLY, MOSTLY_ALIKE],
    [PARTLY, PARTLY_ALIKE],
  ] as const) {
    if (!alike.some((share) => share >= least)) continue;
    for (const [index, other] of bucket.entries()) if (alike[index]! >= least) types.push(other);
    return kind;
  }
  return PARTLY;
}
