import { sentences } from '../../segment/sentences.ts';
import type { Paragraph, Role } from '../../work/model.ts';
import { endsSentence } from '../../work/punctuation-check.ts';
import { type Check, finding } from '../check.ts';
import { once, referenceOf, type TextContext } from '../context.ts';

const surface = {
  family: 'surface',
  category: 'linguistic-conventions/punctuation',
  isOnByDefault: true,
} as const;

/** Roles whose text is made of sentences. */
const PROSE: readonly Role[] = ['paragraph', 'question', 'answer'];
/** An end mark is expected when so many paragraphs of the role, and so large a share of them, have one. */
const LEAST = 3;
const SHARE = 0.75;

const rolesWithEnds = once((text: TextContext): ReadonlySet<Role> => {
  const expecting = [...PROSE, 'list-item' as const].filter((role) => {
    const all = text.paragraphs.filter((paragraph) => paragraph.role === role);
    const ended = all.filter((paragraph) => endsSentence(paragraph.text)).length;
    return ended >= LEAST && ended >= SHARE * all.length;
  });
  return new Set(expecting);
});

export const missingEnd: Check = {
  ...surface,
  id: 'sentence/end-missing',
  scope: 'cell',
  run(cell) {
    const { text, role } = cell.paragraph;
    if (endsSentence(text) || !rolesWithEnds(cell.text).has(role)) return [];
    const reference = referenceOf(cell);
    if (reference !== undefined && !endsSentence(reference.paragraph.text)) return [];
    const last = /\S+\s*$/u.exec(text);
    if (last === null) return [];
    const start = last.index;
    const end = start + last[0].trimEnd().length;
    return [finding(missingEnd, cell, [{ start, end }], { confidence: reference === undefined ? 0.7 : 0.9 })];
  },
};

const END_MARK = /([.!?…;,。！？；，।])["'”»“」』)\]]*\s*$/u;

/** Items of one list that end otherwise than the others; the last one closes the sentence. */
export const listEnd: Check = {
  ...surface,
  id: 'sentence/list-end-differs',
  scope: 'text',
  run: (text) =>
    listsIn(text.paragraphs).flatMap((items) => {
      const ends = items.map(({ text: item }) => END_MARK.exec(item)?.[1] ?? '');
      const usual = mostFrequent(ends);
      const count = ends.filter((end) => end === usual).length;
      if (items.length < LEAST + 1 || count < 0.6 * items.length) return [];
      return items.flatMap((paragraph, index) => {
        const end = ends[index] ?? '';
        const isLast = index === items.length - 1;
        if (end === usual || (isLast && '.。।'.includes(end))) return [];
        // A question among statements asks for its own mark.
        if ('?!？！'.includes(end) && end !== '') return [];
        const last = /\S+\s*$/u.exec(paragraph.text);
        if (last === null) return [];
        const span = { start: last.index, end: last.index + last[0].trimEnd().length };
        const args = { expected: usual, found: end };
        return [finding(listEnd, { text, paragraph }, [span], { args, confidence: 0.7 })];
      });
    }),
};

function listsIn(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const lists: Paragraph[][] = [];
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.role !== 'list-item') return;
    if (paragraphs[index - 1]?.role === 'list-item') lists.at(-1)?.push(paragraph);
    else lists.push([paragraph]);
  });
  return lists;
}

function mostFrequent(values: readonly string[]): string {
  const count = new Map<string, number>();
  for (const value of values) count.set(value, (count.get(value) ?? 0) + 1);
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** A note in brackets may stand before the first word. */
const BRACKETED = /^\s*[[(【（][^\])】）]*[\])】）]\s*/u;
const LOWER = /^\p{Ll}[\p{L}\p{M}]*/u;
/** Names that begin in lower case: iPhone, eBay. */
const NAME = /^\p{Ll}{1,2}\p{Lu}/u;

export const lowerStart: Check = {
  ...surface,
  category: 'linguistic-conventions/spelling',
  id: 'sentence/lower-start',
  scope: 'cell',
  run(cell) {
    const { text, role } = cell.paragraph;
    if (!PROSE.includes(role)) return [];
    return sentences(text, cell.text.lang).flatMap(({ start, end }, index) => {
      const sentence = text.slice(start, end);
      const from = index === 0 ? (BRACKETED.exec(sentence)?.[0].length ?? 0) : 0;
      const word = LOWER.exec(sentence.slice(from))?.[0];
      if (word === undefined || NAME.test(sentence.slice(from))) return [];
      // After an ellipsis or a quotation the sentence goes on.
      if (index > 0 && !/\p{Ll}[.!?]\s*$/u.test(text.slice(0, start))) return [];
      if (index === 0 && from === 0 && lowerStarts(cell.text) > 1) return [];
      const span = { start: start + from, end: start + from + word.length };
      const suggestion = word.charAt(0).toUpperCase() + word.slice(1);
      return [finding(lowerStart, cell, [span], { confidence: 0.75, suggestion })];
    });
  },
};

/** How many paragraphs of prose begin in lower case: one may be a slip, several are a style. */
const lowerStarts = once(
  (text: TextContext): number =>
    text.paragraphs.filter(({ role, text: content }) => PROSE.includes(role) && LOWER.test(content)).length,
);
