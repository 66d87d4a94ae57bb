import type { LanguageIdentifier } from './context.ts';

/** The language of a text, and what tells it. */
export interface LanguageGuess {
  /** BCP 47; `und` when it cannot be told. */
  readonly lang: string;
  readonly certain: boolean;
  /** What the file says, its name, the script, the words; or nothing. */
  readonly by: 'file' | 'name' | 'script' | 'words' | 'none';
}

export const UNKNOWN_LANGUAGE: LanguageGuess = { lang: 'und', certain: false, by: 'none' };

/** UTF-16 units that are looked at; more tell no more. */
const SAMPLE = 6000;
/** A letter of these scripts stands for a syllable or a word, and names among them are in Latin. */
const WEIGHTS: Readonly<Record<string, number>> = { Han: 5, Hangul: 4 };
/** Scripts with one language of weight; the others are told by their words. */
const LANGUAGE_OF: Readonly<Record<string, string>> = {
  Greek: 'el',
  Hangul: 'ko',
  Thai: 'th',
  Georgian: 'ka',
  Armenian: 'hy',
  Khmer: 'km',
  Lao: 'lo',
  Myanmar: 'my',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Sinhala: 'si',
  Tibetan: 'bo',
};
/** The likeliest language of a script that several share, when nobody knows their words. */
const FALLBACK: Readonly<Record<string, string>> = {
  Cyrillic: 'ru',
  Arabic: 'ar',
  Hebrew: 'he',
  Bengali: 'bn',
  Ethiopic: 'am',
};
const EAST_ASIAN = /(?=\p{L})[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const SCRIPTS = [...Object.keys(LANGUAGE_OF), ...Object.keys(FALLBACK), 'Han', 'Latin', 'Devanagari'].map(
  (script) => ({
    script,
    // Japanese is written in three scripts at once.
    letters: script === 'Han' ? EAST_ASIAN : new RegExp(`(?=\\p{L})\\p{sc=${script}}`, 'gu'),
    /** Words of other scripts, such as names. */
    foreign: new RegExp(
      `(?:(?!\\p{sc=${script}}|[\\p{sc=Zyyy}\\p{sc=Zinh}])\\p{L}[\\p{L}\\p{M}]*[^\\p{L}]*)+`,
      'gu',
    ),
  }),
);
/** Japanese has at least so much kana among its characters; a Chinese text that quotes it has less. */
const LEAST_KANA = 0.1;
/** Fewer are told apart by chance. */
const LEAST_LETTERS = 60;
const LEAST_SYLLABLES = 8;

/**
 * The language of paragraphs that belong together: by the script where one language has it, else by words (in
 * Devanagari our own lists, since the identifier knows no Sanskrit; else the identifier's, which must say the
 * same of both halves to be certain).
 */
export function identifyLanguage(texts: readonly string[], identifier?: LanguageIdentifier): LanguageGuess {
  const sample = sampleOf(texts);
  const [main] = SCRIPTS.map(({ script, letters, foreign }) => {
    const count = sample.match(letters)?.length ?? 0;
    return { script, foreign, count, weight: count * (WEIGHTS[script] ?? 1) };
  }).sort((a, b) => b.weight - a.weight);
  if (main === undefined || main.count === 0) return UNKNOWN_LANGUAGE;
  const { script, count } = main;
  if (script === 'Han') return eastAsian(sample);
  const alone = LANGUAGE_OF[script];
  if (alone !== undefined) return { lang: alone, certain: count >= LEAST_SYLLABLES, by: 'script' };
  if (script === 'Devanagari') return devanagari(sample);
  const own = sample.replace(main.foreign, ' ');
  const found = byWords(own, identifier);
  if (found !== undefined) return found;
  const fallback = FALLBACK[script];
  return fallback === undefined ? UNKNOWN_LANGUAGE : { lang: fallback, certain: false, by: 'script' };
}

/** Paragraphs from all over the text: its beginning is often a title page in another language. */
function sampleOf(texts: readonly string[]): string {
  const whole = texts.filter((text) => /\p{L}/u.test(text));
  const step = Math.max(1, Math.floor(whole.length / 40));
  const chosen: string[] = [];
  let length = 0;
  for (let at = 0; at < whole.length && length < SAMPLE; at += step) {
    chosen.push(whole[at]!.slice(0, SAMPLE));
    length += whole[at]!.length;
  }
  return chosen.join('\n').slice(0, SAMPLE);
}

function eastAsian(sample: string): LanguageGuess {
  const kana = sample.match(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const han = sample.match(/\p{sc=Han}/gu)?.length ?? 0;
  const lang = kana >= LEAST_KANA * (kana + han) ? 'ja' : chinese(sample);
  return { lang, certain: lang !== 'zh' && kana + han >= LEAST_SYLLABLES, by: 'script' };
}

/** Frequent characters that only one of the two ways to write Chinese has. */
const SIMPLIFIED =
  /[们这国会来时为说对过发开问间门见长东车马书学习么话语认识还进远边应业点实现经济线给级约红历无个让关头电动]/gu;
const TRADITIONAL =
  /[們這國會來時為說對過發開問間門見長東車馬書學習麼話語認識還進遠邊應業點實現經濟線給級約紅歷無個讓關頭電動]/gu;

function chinese(sample: string): string {
  const count = (letters: RegExp): number => new Set(sample.match(letters)).size;
  const simplified = count(SIMPLIFIED);
  const traditional = count(TRADITIONAL);
  return simplified === traditional ? 'zh' : simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}

/** Words that each of the languages has in nearly every sentence, and the others hardly ever. */
const DEVANAGARI: readonly (readonly [lang: string, words: RegExp])[] = [
  [
    'hi',
    /(?<![\p{L}\p{M}])(?:है|हैं|के|का|की|में|से|को|और|ने|कि|यह|वह|भी|था|थी|थे|लिए|पर|हो|गया|एक)(?![\p{L}\p{M}])/gu,
  ],
  [
    'mr',
    /(?<![\p{L}\p{M}])(?:आहे|आहेत|आणि|हे|ते|होते|होता|होती|व|या|ही|नाही|एक|असे|म्हणून|मध्ये)(?![\p{L}\p{M}])|(?:च्या|ांनी|ामध्ये|ाला)(?![\p{L}\p{M}])/gu,
  ],
  [
    'ne',
    /(?<![\p{L}\p{M}])(?:छ|छन्|हो|थियो|गर्न|र|भने|पनि|यो|त्यो|गरेको|भएको)(?![\p{L}\p{M}])|(?:को|मा|ले|लाई|हरू)(?![\p{L}\p{M}])/gu,
  ],
  // A visarga or a bare consonant ends words of Sanskrit alone, as good as.
  [
    'sa',
    /(?:ः|[मतन]्|ऽ\p{L}?)(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])(?:च|इति|अस्ति|एव|अपि|तु|सः|तत्|यत्|न|एतत्|सन्ति|वा|कृते)(?![\p{L}\p{M}])/gu,
  ],
];

function devanagari(sample: string): LanguageGuess {
  const [best, next] = DEVANAGARI.map(([lang, words]) => ({
    lang,
    count: sample.match(words)?.length ?? 0,
  })).sort((a, b) => b.count - a.count);
  if (best === undefined || best.count === 0) return { lang: 'hi', certain: false, by: 'script' };
  return { lang: best.lang, certain: best.count >= 3 && best.count >= 2 * (next?.count ?? 0), by: 'words' };
}

/** The trigrams of these three are much alike; their small words are not. */
const MALAY = /(?<!\p{L})(?:yang|dan|untuk|dengan|ini|itu|adalah|tidak|pada|dari|akan)(?!\p{L})/giu;
const TAGALOG = /(?<!\p{L})(?:ang|ng|mga|sa|ay|na|ko|siya|hindi|nang)(?!\p{L})/giu;

function malayOrTagalog(lang: string, text: string): string {
  if (lang !== 'tl' && lang !== 'id' && lang !== 'ms') return lang;
  const malay = text.match(MALAY)?.length ?? 0;
  const tagalog = text.match(TAGALOG)?.length ?? 0;
  return malay > tagalog && lang === 'tl' ? 'id' : tagalog > malay ? 'tl' : lang;
}

function byWords(text: string, identifier: LanguageIdentifier | undefined): LanguageGuess | undefined {
  if (identifier === undefined) return undefined;
  const identify = (part: string): string | undefined => {
    const found = identifier.identify(part);
    return found === undefined ? undefined : malayOrTagalog(found, part);
  };
  const whole = identify(text);
  // Names look like the language that they are from.
  const plain = text.replace(/(?<!\p{L})\p{Lu}[\p{L}\p{M}\p{N}’'-]*/gu, ' ');
  const isEnough = (plain.match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS;
  const lang = (isEnough ? identify(plain) : undefined) ?? whole;
  if (lang === undefined) return undefined;
  const middle = plain.indexOf(' ', plain.length / 2);
  const halves = [plain.slice(0, middle), plain.slice(middle)].map(identify);
  const certain = isEnough && whole === lang && halves.every((half) => half === lang);
  return { lang, certain, by: 'words' };
}
