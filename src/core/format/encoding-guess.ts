import { analyse } from 'chardet';
import { decoded, type DecoderConstructor } from './decoded.ts';

/** An encoding that nothing in the file names, and whether another is as likely. */
export interface EncodingGuess {
  readonly encoding: string;
  readonly certain: boolean;
}

/** Bytes that are looked at; more tell no more. */
const SAMPLE = 32 * 1024;
/** Before the first byte outside of ASCII. */
const BEFORE = 256;
/** Detector's names that stand for one encoding of the Encoding Standard, and those it has no name for. */
const SAME: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
};
/** DOS and old Macintosh files, which the detector does not know. */
const UNKNOWN_TO_DETECTOR: readonly string[] = ['macintosh', 'ibm866'];
/** Detected by more than statistics: nothing of the kind is likely by chance. */
const SURE = 90;
/** So much better than the next one, of a scale of two. */
const MARGIN = 0.25;
const LEAST_LETTERS = 8;

/** Guesses the encoding of a text that is not UTF-8: the detector's statistics, and whether words come out. */
export function guessEncoding(bytes: Uint8Array, Decoder: DecoderConstructor): EncodingGuess {
  const sample = sampleOf(bytes);
  const detected = analyse(sample).map(({ name, confidence }) => ({ name: name.toLowerCase(), confidence }));
  const found = new Map<string, number>();
  for (const { name, confidence } of detected) {
    const encoding = SAME[name] ?? name;
    if (!found.has(encoding)) found.set(encoding, confidence);
  }
  for (const encoding of UNKNOWN_TO_DETECTOR) found.set(encoding, found.get(encoding) ?? 0);
  for (const useless of ['utf-8', 'ascii', 'mbcs', 'sbcs']) found.delete(useless);
  const rated = [...found].flatMap(([encoding, confidence]) => {
    const text = decodedSample(sample, encoding, Decoder);
    if (text === undefined) return [];
    return [{ encoding, confidence, score: confidence / 100 + plausibility(text), text }];
  });
  const sure = rated.find(({ confidence }) => confidence >= SURE);
  const [best = { encoding: 'windows-1252', score: 0, text: '' }, ...others] = rated.sort(
    (a, b) => b.score - a.score,
  );
  if (sure !== undefined && sure.score >= best.score - MARGIN) {
    return { encoding: sure.encoding, certain: isEnough(sure.text) };
  }
  // An encoding that gives the same text is no rival.
  const rival = others.find(({ text }) => text !== best.text);
  return {
    encoding: best.encoding,
    certain: isEnough(best.text) && best.score - (rival?.score ?? 0) >= MARGIN,
  };
}

const isEnough = (text: string): boolean => (text.match(/[^\p{ASCII}\s]/gu)?.length ?? 0) >= LEAST_LETTERS;

/** A stretch from a line's start on, around the first byte outside of ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b);
  const from = Math.max(0, first - BEFORE);
  const line = from === 0 ? 0 : bytes.indexOf(0x0a, from) + 1;
  const start = line === 0 || line > first ? from : line;
  const end = Math.min(bytes.length, start + SAMPLE);
  if (end === bytes.length) return bytes.subarray(start);
  // Characters of several bytes are not cut at a line's end.
  const lastLine = bytes.subarray(start, end).lastIndexOf(0x0a);
  return bytes.subarray(start, lastLine > 0 ? start + lastLine : end);
}

function decodedSample(bytes: Uint8Array, encoding: string, Decoder: DecoderConstructor): string | undefined {
  try {
    return decoded(bytes, encoding, Decoder);
  } catch {
    return undefined;
  }
}

const WORD = /[\p{L}\p{M}]+/gu;
/** A capital inside a word of small letters, as in a wrong encoding; names like McDonald are rare. */
const CASE_BREAK = /\p{Ll}\p{M}*\p{Lu}|(?<=\p{Lu})\p{Lu}(?=\p{Ll})/gu;
const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Hebrew', 'Arabic', 'Thai'].map(
  (script) => new RegExp(`\\p{sc=${script}}`, 'u'),
);
/** What texts have outside of ASCII that is no letter. */
const USUAL = /[“”„‚‘’«»‹›–—…·•°§€£¿¡№、。，「」『』（）！？：；《》\u00A0\u3000½²³©®™]/u;

/** What stands in no word. */
const IN_WORD = /(?<=\p{L})[§€£¿¡°½²³©®™¬¦¨¤¢¥¶†‡•„“](?=\p{Ll})/gu;

/** From 0 to 1: the share of characters outside of ASCII that stand as they do in a language. */
function plausibility(text: string): number {
  let good = 0;
  let bad = 0;
  for (const [word] of text.matchAll(WORD)) {
    const foreign = word.match(/\P{ASCII}/gu)?.length ?? 0;
    if (foreign === 0) continue;
    const isMixed = SCRIPTS.filter((script) => script.test(word)).length > 1;
    const breaks = word.match(CASE_BREAK)?.length ?? 0;
    if (isMixed) bad += foreign;
    else {
      bad += Math.min(foreign, 2 * breaks);
      good += Math.max(0, foreign - 2 * breaks);
    }
  }
  for (const [character] of text.matchAll(/[^\p{ASCII}\p{L}\p{M}]/gu)) {
    if (character === '\uFFFD' || /[\p{Cc}\p{Co}]/u.test(character)) bad += 3;
    else if (USUAL.test(character)) good += 0.5;
    else bad += 1;
  }
  bad += 3 * (text.match(IN_WORD)?.length ?? 0);
  return good + bad === 0 ? 0 : good / (good + bad);
}
