import type { Span } from '../span.ts';
import type { Conventions } from './conventions.ts';

export interface ForeignMark {
  readonly mark: string;
  /** What the language writes in its place. */
  readonly expected: string;
}

const WESTERN_OF: Readonly<Record<string, string>> = {
  '。': '.',
  '，': ',',
  '、': ',',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
};
const IDEOGRAPHIC = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]';
/** Both are left alone beside a letter of the writing that has them: it may be quoted. */
const FULL_WIDTH = new RegExp(`[。，、；：？！](?<!${IDEOGRAPHIC}.)(?!${IDEOGRAPHIC})`, 'gu');
const DANDA = /[।॥](?<!\p{sc=Devanagari}\s?.)/gu;

export interface ForeignMarkPlace extends ForeignMark, Span {}

/** Marks in and at the end of a sentence that are another writing's, or lack their opening mark. */
export function foreignMarks(text: string, conventions: Conventions): readonly ForeignMark[] {
  const found = new Map(
    foreignMarkPlaces(text, conventions).map(({ mark, expected }) => [mark, expected] as const),
  );
  return [...found].map(([mark, expected]) => ({ mark, expected }));
}

/** As `foreignMarks`, each place; where only the number of marks tells, the last one. */
export function foreignMarkPlaces(text: string, conventions: Conventions): readonly ForeignMarkPlace[] {
  const { scripts, marks, inverted } = conventions;
  const found: ForeignMarkPlace[] = [];
  const add = (matches: Iterable<RegExpMatchArray>, expected: (mark: string) => string) => {
    for (const { 0: mark, index = 0 } of matches) {
      found.push({ mark, expected: expected(mark), start: index, end: index + mark.length });
    }
  };
  if (!scripts.includes('Han')) add(text.matchAll(FULL_WIDTH), (mark) => WESTERN_OF[mark] ?? '.');
  if (!scripts.includes('Devanagari')) {
    add(text.matchAll(DANDA), () => (scripts.includes('Han') ? '。' : '.'));
  }
  for (const [mark, expected] of Object.entries(marks)) {
    if (text.includes(mark)) add(text.matchAll(behindOwn(mark, conventions)), () => expected);
  }
  if (inverted) {
    for (const mark of unopened(text)) {
      const start = text.lastIndexOf(mark);
      found.push({ mark, expected: mark === '?' ? '¿…?' : '¡…!', start, end: start + 1 });
    }
  }
  return found;
}

/** So many Devanagari characters before a full stop are no abbreviation. */
const NO_ABBREVIATION = 5;

function behindOwn(mark: string, { scripts }: Conventions): RegExp {
  const own = `[${scripts.map((script) => `\\p{sc=${script}}`).join('')}]`;
  const least = scripts.includes('Devanagari') ? NO_ABBREVIATION : 1;
  return new RegExp(`(?<=${own}{${least}})[${mark}](?![\\p{Nd}\\p{sc=Latin}])`, 'gu');
}

/** Spanish ? and ! that more often close than ¿ and ¡ open. "(?)" asks nothing; ¿…! is allowed. */
function unopened(text: string): readonly string[] {
  const once = text.replace(/\([?!]+\)/g, '').replace(/([?!¿¡])[?!¿¡]+/g, '$1');
  const count = (mark: string) => once.split(mark).length - 1;
  const marks = { '?': count('?') - count('¿'), '!': count('!') - count('¡') };
  if (marks['?'] + marks['!'] <= 0) return [];
  return Object.entries(marks).flatMap(([mark, surplus]) => (surplus > 0 ? [mark] : []));
}

const spacing = new WeakMap<Conventions, readonly RegExp[]>();
const NO_BREAK = '[\\u00a0\\u202f]';

function spacingPatterns({ spacedMarks, spacedQuotes, quotes, scripts }: Conventions): readonly string[] {
  const patterns: string[] = [];
  // Ideographic marks bring their space with them.
  if (scripts.includes('Han')) return patterns;
  if (spacedMarks !== undefined) {
    const closed = [...',.;:!?'].filter((mark) => !spacedMarks.includes(mark)).join('');
    patterns.push(`\\s[${closed}](?=$|\\s)`);
    if (spacedMarks !== '') {
      patterns.push(` [${spacedMarks}](?=$|[\\s»”’…!?])`);
      patterns.push(`[${spacedMarks}](?<![\\s!?¿¡…(;:].)(?=$|[\\s»”’…!?])`);
    }
  }
  const [[open, close] = ['', '']] = quotes;
  const isAmbiguous = open === close || quotes.some(([first, last]) => first === close || last === open);
  if (spacedQuotes) patterns.push(`${open}(?!${NO_BREAK}).?`, `${close}(?<!${NO_BREAK}.)`);
  else if (!isAmbiguous) patterns.push(`${open}\\s.?`, `\\s${close}(?=$|[\\s\\p{P}])`);
  return patterns;
}

/** How much of the word before a place is shown with it. */
const SHOWN = 12;

/** Places where the space beside a mark is missing, surplus or may break the line, with what is before them. */
export function markSpacing(text: string, conventions: Conventions): readonly string[] {
  const places = markSpacingPlaces(text, conventions).map(({ start, end }) => {
    const before = text.slice(Math.max(0, start - SHOWN), start);
    return `${/\S*$/u.exec(before)?.[0] ?? ''}${text.slice(start, end)}`;
  });
  return [...new Set(places)];
}

/** As `markSpacing`: the spans of the marks with the space beside them. */
export function markSpacingPlaces(text: string, conventions: Conventions): readonly Span[] {
  let patterns = spacing.get(conventions);
  if (patterns === undefined) {
    patterns = spacingPatterns(conventions).map((source) => new RegExp(source, 'gu'));
    spacing.set(conventions, patterns);
  }
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: place, index }) => ({
      start: index,
      end: index + place.length,
    })),
  );
}

/** More than any number of closing marks behind the end of a sentence. */
const END_REACH = 12;
const END = /[.!?…:;·。！？：；।॥–—―-]["'\p{Pe}\p{Pf}\p{Pi}\s]*$/u;

/** Whether a text ends as sentences do, with a colon, or with a dash. */
export function endsSentence(text: string): boolean {
  return END.test(text.slice(-END_REACH));
}
