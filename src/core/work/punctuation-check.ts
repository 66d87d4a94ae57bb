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

/** Marks in and at the end of a sentence that are another writing's, or lack their opening mark. */
export function foreignMarks(text: string, conventions: Conventions): readonly ForeignMark[] {
  const { scripts, marks, inverted } = conventions;
  const found = new Map<string, string>();
  if (!scripts.includes('Han')) {
    for (const [mark] of text.matchAll(FULL_WIDTH)) found.set(mark, WESTERN_OF[mark] ?? '.');
  }
  if (!scripts.includes('Devanagari')) {
    for (const [mark] of text.matchAll(DANDA)) found.set(mark, scripts.includes('Han') ? '。' : '.');
  }
  for (const [mark, expected] of Object.entries(marks)) {
    if (text.includes(mark) && isBehindOwn(mark, text, conventions)) found.set(mark, expected);
  }
  if (inverted) for (const mark of unopened(text)) found.set(mark, mark === '?' ? '¿…?' : '¡…!');
  return [...found].map(([mark, expected]) => ({ mark, expected }));
}

/** So many Devanagari characters before a full stop are no abbreviation. */
const NO_ABBREVIATION = 5;

function isBehindOwn(mark: string, text: string, { scripts }: Conventions): boolean {
  const own = `[${scripts.map((script) => `\\p{sc=${script}}`).join('')}]`;
  const least = scripts.includes('Devanagari') ? NO_ABBREVIATION : 1;
  return new RegExp(`(?<=${own}{${least}})[${mark}](?![\\p{Nd}\\p{sc=Latin}])`, 'u').test(text);
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
  let patterns = spacing.get(conventions);
  if (patterns === undefined) {
    patterns = spacingPatterns(conventions).map((source) => new RegExp(source, 'gu'));
    spacing.set(conventions, patterns);
  }
  const places = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: place, index }) => {
      const before = text.slice(Math.max(0, index - SHOWN), index);
      return `${/\S*$/u.exec(before)?.[0] ?? ''}${place}`;
    }),
  );
  return [...new Set(places)];
}

/** More than any number of closing marks behind the end of a sentence. */
const END_REACH = 12;
const END = /[.!?…:;·。！？：；।॥–—―-]["'\p{Pe}\p{Pf}\p{Pi}\s]*$/u;

/** Whether a text ends as sentences do, with a colon, or with a dash. */
export function endsSentence(text: string): boolean {
  return END.test(text.slice(-END_REACH));
}
