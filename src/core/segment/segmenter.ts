const known = new Map<string, Intl.Segmenter>();
/** More languages than a work has, times granularities. */
const MOST = 64;

/**
 * The segmenter of a language, made once: making one costs more than using it on a sentence. A tag that is not well
 * formed (a work may come from anywhere) falls to the default rules.
 */
export function segmenterOf(lang: string, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  const key = `${granularity} ${lang}`;
  let segmenter = known.get(key);
  if (segmenter === undefined) {
    if (known.size >= MOST) known.clear();
    segmenter = make(lang, granularity);
    known.set(key, segmenter);
  }
  return segmenter;
}

function make(lang: string, granularity: 'grapheme' | 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity });
  } catch (error) {
    if (error instanceof RangeError) return new Intl.Segmenter('und', { granularity });
    throw error;
  }
}
