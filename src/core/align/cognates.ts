import type { LexedText } from './lexed-text.ts';
import { transliterate } from './transliterate.ts';

/** How alike two forms are; each class has its own probability, estimated in every text. */
export const COGNATE_CLASSES = 6;
const NUMBER = 0;
const MARK = 1;
const SAME_LONG = 2;
const SAME_SHORT = 3;
const MOSTLY = 4;
const PARTLY = 5;

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

const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

function commonPrefix(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let length = 0;
  while (length < shorter && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** Finds identical types and, for words without one, those that share a long beginning after transliteration. */
export function findCognates(from: LexedText, to: LexedText): Cognates {
  const readings = to.vocabulary.map(transliterate);
  const same = new Map<string, number[]>();
  const buckets = new Map<string, number[]>();
  const push = (map: Map<string, number[]>, key: string, type: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [type]);
    else list.push(type);
  };
  for (const [type, reading] of readings.entries()) {
    push(same, reading, type);
    if (reading.length >= SHORTEST_PREFIX && LETTER.test(reading)) {
      push(buckets, reading.slice(0, SHORTEST_PREFIX), type);
    }
  }
  const rows = new Int32Array(from.vocabulary.length + 1);
  const classes = new Uint8Array(from.vocabulary.length);
  const types: number[] = [];
  for (const [type, form] of from.vocabulary.entries()) {
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
