import { separateNumbers, separateSigns, unescapeEntities } from './tokenise.ts';
import { splitWords, stripEnd } from './white-space.ts';

export interface TerTokeniserOptions {
  /** Separate signs from words, as Tercom's `-N` does. */
  readonly normalized: boolean;
  /** Leave punctuation out. */
  readonly noPunct: boolean;
  /** With `normalized` a word for each ideograph, with `noPunct` no ideographic punctuation either. */
  readonly asianSupport: boolean;
  readonly caseSensitive: boolean;
}

/** A segment's words as Tercom cuts them (Snover et al. 2006) and sacreBLEU after it. */
export function tokeniseForTer(segment: string, options: TerTokeniserOptions): string[] {
  let text = stripEnd(segment);
  if (!options.caseSensitive) text = text.toLowerCase();
  if (options.normalized) {
    text = normalise(text);
    if (options.asianSupport) text = separateAsian(text);
  }
  if (options.noPunct) {
    text = text.replace(/[.,?:;!"()]/g, '');
    if (options.asianSupport) text = text.replace(ASIAN_PUNCTUATION, '').replace(FULL_WIDTH, '');
  }
  return splitWords(text);
}

function normalise(text: string): string {
  const lines = unescapeEntities(text.replaceAll('\n-', '').replaceAll('\n', ' '));
  return separateNumbers(separateSigns(` ${lines} `).replaceAll("'s ", " 's "));
}

const ASIAN_PUNCTUATION = /[\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb]/g;
const FULL_WIDTH = /[\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09]/g;

/**
 * Ideographs, strokes, radicals and compatibility forms. U+3200–3F22 is sacreBLEU's slip for 3200–32FF; it
 * reaches into ideographs that are separated anyway. Its rules for kana ask for the start of the text, where
 * normalising has put a space, so that they never apply: kana stay together.
 */
const IDEOGRAPH = /[\u2e80-\u2eff\u31c0-\u31ef\u3200-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f]/g;

const separateAsian = (text: string): string =>
  text.replace(IDEOGRAPH, ' $& ').replace(ASIAN_PUNCTUATION, ' $& ').replace(FULL_WIDTH, ' $& ');
