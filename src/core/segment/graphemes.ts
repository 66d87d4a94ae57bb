import { segmenterOf } from './segmenter.ts';

/**
 * Characters that never join with a neighbour from this same set: printable ASCII and Latin, Greek, Cyrillic
 * letters without combining marks, general punctuation without format characters, kana, ideographs, Hangul
 * syllables. A text of these alone needs no segmenter, which costs some 30 times as much.
 */
const SIMPLE =
  /^[\x20-\x7e\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u203b\u3001-\u3020\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]*$/;

/** Grapheme clusters (UAX 29); joined they are the text. */
export function splitGraphemes(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('');
  return Array.from(segmenterOf('und', 'grapheme').segment(text), ({ segment }) => segment);
}
