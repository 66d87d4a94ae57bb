import { TextCache } from '../../segment/text-cache.ts';
import type { Span } from '../../span.ts';
import { foldLetters } from './fold.ts';
import { type NumberWords, numberWordsOf } from './number-words.ts';

export type Unit = 'USD' | 'EUR' | 'GBP' | 'JPY' | 'CNY' | '%';

/** A number in figures with what multiplies it: "6,45 Millionen Euro" is 6450000 EUR. */
export interface Quantity extends Span {
  readonly value: number;
  readonly unit?: Unit;
}

/** The figures of a name or a label (405B, GPT-4, 3.1.2), of a month (6月) and of a fraction are no quantity. */
const LETTERED = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Devanagari}]/u;
const FIGURES = /\p{Nd}+(?:[.,’'\u00a0\u202f\u2009 ]\p{Nd}+)*/gu;
const MONTH = /^\s?[月월]/u;
const DENOMINATOR = /^\s?(?:分の|분의|分之|[/⁄]\s?\p{Nd})/u;
const NUMERATOR = /(?:分の|분의|分之)\s?$|\p{Nd}\s?[/⁄]\s?$/u;
const ORDINAL = /^(?:st|nd|rd|th|er|re|e|ème|º|ª|°|-й|-я|-е|-го|-х|ος|η|ο)(?![\p{L}\p{M}])/u;
/** 1990s, 90er, 90-е */
const DECADE = /^(?:s|’s|'s|er|er-Jahre|-х|-е|-luvu\p{L}*|年代)(?![\p{L}\p{M}])/u;
const SPACE = '[\\s\\u00a0\\u202f]';

const CURRENCIES: readonly (readonly [Unit, RegExp])[] = [
  ['USD', /(?:\$|us-?dollar|dollar|dolar|долл|δολαρι|달러|ドル|美元|डालर|डॉलर)/u],
  ['EUR', /(?:€|eur[oa]|евро|ευρω|유로|ユーロ|欧元|歐元|यूरो)/u],
  ['GBP', /(?:£|pound|pfund|фунт|파운드|ポンド|英镑)/u],
  ['JPY', /(?:¥|yen|иен|엔|円|日元)/u],
  ['CNY', /(?:yuan|юан|위안|人民币|人民元)/u],
];
const BEFORE_NUMBER = CURRENCIES.map(
  ([unit, word]) => [unit, new RegExp(`${word.source}${SPACE}?$`, 'u')] as const,
);
const AFTER_NUMBER = CURRENCIES.map(([unit, word]) => [unit, new RegExp(`^${word.source}`, 'u')] as const);
const PERCENT =
  /^[\s\u00a0\u202f]?(?:%|％|٪|percent|per cent|prozent|pour cent|por ciento|por cento|per cento|prosent|persen|процент|τοις εκατο|퍼센트|パーセント|प्रतिशत|centesim)/u;
/** Between a number and the word for its currency. */
const LINK = /^[-\s\u00a0\u202f]*(?:de |d’|us-?)?/u;
/** How far after a number its unit is looked for. */
const REACH = 24;

const CACHED_CHARACTERS = 2_000_000;
const cache = new TextCache<readonly Quantity[]>(CACHED_CHARACTERS);
const NONE: readonly Quantity[] = [];

/** The quantities that a text gives in figures. A language without a table is read as English. */
export function quantities(text: string, lang: string): readonly Quantity[] {
  return /\p{Nd}/u.test(text) ? cache.get(text, lang, () => findQuantities(text, lang)) : NONE;
}

function findQuantities(text: string, lang: string): readonly Quantity[] {
  const words = numberWordsOf(lang) ?? numberWordsOf('en')!;
  const folded = foldLetters(text);
  const found: Quantity[] = [];
  let end = 0;
  for (const match of text.matchAll(FIGURES)) {
    for (const { start, figures } of splitFigures(match[0], match.index, words)) {
      if (start < end || isLabel(text, start, start + figures.length, folded, words)) continue;
      const value = figuresValue(figures, words);
      if (value === undefined) continue;
      const whole = withScale(folded, start, start + figures.length, value, words);
      end = whole.end;
      const unit = unitOf(folded, start, end);
      found.push({ start, end, value: whole.value, ...(unit === undefined ? {} : { unit }) });
    }
  }
  return found;
}

const plainDigits = (figures: string): string =>
  figures.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!;
    // Each script's digits stand in one run of ten that begins at a multiple of ten or sixteen.
    let zero = point;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && point - zero < 9) zero -= 1;
    return String(point - zero);
  });

/** A space, and a mark that cannot belong to the number, parts figures into several numbers. */
function splitFigures(whole: string, at: number, words: NumberWords): { start: number; figures: string }[] {
  if (figuresValue(whole, words) !== undefined) return [{ start: at, figures: whole }];
  const parts: { start: number; figures: string }[] = [];
  for (const { 0: figures, index } of whole.matchAll(/\p{Nd}+(?:[.,’']\p{Nd}+)*/gu)) {
    if (figuresValue(figures, words) !== undefined) parts.push({ start: at + index, figures });
  }
  return parts;
}

const escape = (marks: string): string => marks.replace(/[-\\\]^]/g, '\\$&');

const groupedPatterns = new Map<string, RegExp>();

/** Figures in groups; India groups by two above the first thousand. */
function groupedPattern(decimal: string, grouping: string): RegExp {
  const key = decimal + grouping;
  let pattern = groupedPatterns.get(key);
  if (pattern === undefined) {
    const marks = escape(grouping);
    const source = `^\\d{1,3}(?:[${marks}]\\d{2,3})*[${marks}]\\d{3}(?:[${decimal}]\\d+)?$`;
    groupedPatterns.set(key, (pattern = new RegExp(source, 'u')));
  }
  return pattern;
}

/** The value of figures as a language writes them; a lone point or comma of another language's is a decimal mark. */
function figuresValue(figures: string, { decimal, grouping }: NumberWords): number | undefined {
  const digits = plainDigits(figures);
  if (/^\d+$/.test(digits)) return Number(digits);
  if (groupedPattern(decimal, grouping).test(digits)) {
    const [integer = '', fraction = '0'] = digits.split(decimal);
    return Number(`${integer.replace(/\D/g, '')}.${fraction}`);
  }
  const simple = /^(\d+)[.,](\d+)$/.exec(digits);
  return simple === null ? undefined : Number(`${simple[1]}.${simple[2]}`);
}

function isLabel(text: string, start: number, end: number, folded: string, words: NumberWords): boolean {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 12);
  if (MONTH.test(after) || DENOMINATOR.test(after) || NUMERATOR.test(before)) return true;
  if (LETTERED.test(before.at(-1) ?? '')) return true;
  if (/[\p{L}\p{M}][-‐‑]$/u.test(before)) return true;
  if (!LETTERED.test(after.charAt(0))) return false;
  return !ORDINAL.test(after) && !DECADE.test(after) && scaleAt(folded, end, words) === undefined;
}

interface Scale {
  readonly factor: number;
  readonly end: number;
}

const scalePatterns = new WeakMap<NumberWords, readonly (readonly [RegExp, number])[]>();

function scaleAt(folded: string, at: number, words: NumberWords): Scale | undefined {
  let patterns = scalePatterns.get(words);
  if (patterns === undefined) {
    const ending = words.isAdditive ? '' : '[\\p{L}\\p{M}]*';
    patterns = Object.entries(words.scales)
      .sort(([a], [b]) => b.length - a.length)
      .map(([word, factor]) => {
        const rest = word.startsWith('=') ? '(?![\\p{L}\\p{M}])' : ending;
        return [new RegExp(`${SPACE}?-?${foldLetters(word.replace('=', ''))}${rest}`, 'uy'), factor] as const;
      });
    scalePatterns.set(words, patterns);
  }
  for (const [pattern, factor] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match !== null) return { factor, end: at + match[0].length };
  }
  return undefined;
}

function withScale(
  folded: string,
  start: number,
  figuresEnd: number,
  value: number,
  words: NumberWords,
): { value: number; end: number } {
  let total = value;
  let end = figuresEnd;
  let last = Infinity;
  // "100 mil milhões": each scale multiplies.
  for (let scale; (scale = scaleAt(folded, end, words)) !== undefined; end = scale.end) {
    total *= scale.factor;
    last = Math.min(last, scale.factor);
  }
  if (words.isAdditive === true && last < Infinity && end > start) {
    const more = /^\s?\p{Nd}+(?:[.,]\p{Nd}+)*/u.exec(folded.slice(end, end + REACH));
    const lower = more === null ? undefined : figuresValue(more[0].trim(), words);
    if (more !== null && lower !== undefined) {
      const scale = scaleAt(folded, end + more[0].length, words);
      if (scale !== undefined && scale.factor < last) {
        return withTail(total, lower, end + more[0].length, folded, words);
      }
    }
  }
  return { value: round(total), end };
}

function withTail(total: number, lower: number, at: number, folded: string, words: NumberWords) {
  const rest = withScale(folded, at, at, lower, words);
  return { value: round(total + rest.value), end: rest.end };
}

/** 64.5 × 10⁷ is not exact in binary. */
const round = (value: number): number => Number(value.toPrecision(12));

function unitOf(folded: string, start: number, end: number): Unit | undefined {
  const before = folded.slice(Math.max(0, start - 4), start);
  const after = folded.slice(end, end + REACH);
  if (PERCENT.test(after)) return '%';
  const symbol = BEFORE_NUMBER.find(([, word]) => word.test(before));
  if (symbol !== undefined) return symbol[0];
  // "6 mil milhões de dólares", "6 miliar dolar AS", "६०० कोटि-डालर्"
  const linked = LINK.exec(after)?.[0].length ?? 0;
  return AFTER_NUMBER.find(([, word]) => word.test(after.slice(linked)))?.[0];
}
