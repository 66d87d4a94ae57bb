import type { Span } from '../../span.ts';
import { foreignMarkPlaces } from '../../work/punctuation-check.ts';
import { foreignApostrophePlaces, foreignQuotePlaces, unpairedQuotes } from '../../work/quotation-check.ts';
import { type Check, finding, spansOf } from '../check.ts';

const surface = {
  family: 'surface',
  category: 'linguistic-conventions/punctuation',
  isOnByDefault: true,
} as const;

const PAIRS: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '）': '（',
  '】': '【',
  '》': '《',
  '〉': '〈',
  '」': '「',
  '』': '『',
};
const ANY_BRACKET = /[()[\]{}（）【】《》〈〉「」『』]/u;
const OPENING = new Set(Object.values(PAIRS));
/** "a)", "1)" in a list; ":)" */
const ENUMERATOR = /(?:^|\s)(?:\p{L}|\p{N}{1,3})$|[:;]-?$/u;

export const unbalancedBrackets: Check = {
  ...surface,
  id: 'bracket/unbalanced',
  scope: 'cell',
  run(cell) {
    const { text } = cell.paragraph;
    if (!ANY_BRACKET.test(text)) return [];
    const open: { readonly mark: string; readonly at: number }[] = [];
    const alone: Span[] = [];
    for (let at = 0; at < text.length; at += 1) {
      const mark = text[at] ?? '';
      const partner = PAIRS[mark];
      if (OPENING.has(mark)) open.push({ mark, at });
      else if (partner === undefined) continue;
      else if (open.at(-1)?.mark === partner) open.pop();
      else if (!ENUMERATOR.test(text.slice(Math.max(0, at - 5), at))) alone.push({ start: at, end: at + 1 });
    }
    // A smiley opens nothing.
    for (const { at } of open) if (!/[:;]-?$/.test(text.slice(0, at))) alone.push({ start: at, end: at + 1 });
    return alone.map((span) => finding(unbalancedBrackets, cell, [span], { confidence: 0.85 }));
  },
};

export const foreignBrackets: Check = {
  ...surface,
  id: 'bracket/foreign',
  scope: 'cell',
  run(cell) {
    const { conventions } = cell.text;
    // Korean sets titles in 《》.
    if (conventions === undefined || conventions.scripts.some((s) => s === 'Han' || s === 'Hangul'))
      return [];
    return spansOf(
      cell.paragraph.text,
      /[【（《〈「『［][^】）》〉」』］]{0,80}[】）》〉」』］]|[【】（）《》「」『』［］]/gu,
    ).map((span) => finding(foreignBrackets, cell, [span], { confidence: 0.95 }));
  },
};

export const foreignQuotation: Check = {
  ...surface,
  id: 'quotation/foreign',
  scope: 'cell',
  run(cell) {
    const { conventions } = cell.text;
    if (conventions === undefined) return [];
    const places = foreignQuotePlaces(cell.paragraph.text, conventions);
    if (places.length === 0) return [];
    const expected = conventions.quotes.slice(0, 2).map((pair) => pair.join('…'));
    return [
      finding(foreignQuotation, cell, places, { args: { expected: expected.join(' ') }, confidence: 0.9 }),
    ];
  },
};

export const foreignApostrophe: Check = {
  ...surface,
  id: 'quotation/apostrophe',
  scope: 'cell',
  run(cell) {
    const { conventions } = cell.text;
    if (conventions === undefined) return [];
    const places = foreignApostrophePlaces(cell.paragraph.text, conventions);
    return places.length === 0 ? [] : [finding(foreignApostrophe, cell, places, { confidence: 0.8 })];
  },
};

/** A quotation may run over several paragraphs, so the text is looked at as a whole. */
export const unpairedQuotation: Check = {
  ...surface,
  id: 'quotation/unpaired',
  scope: 'text',
  run(text) {
    const { conventions } = text;
    if (conventions === undefined) return [];
    return unpairedQuotes(text.paragraphs, conventions)
      .filter((paragraph) => foreignQuotePlaces(paragraph.text, conventions).length === 0)
      .map((paragraph) => finding(unpairedQuotation, { text, paragraph }, [], { confidence: 0.8 }));
  },
};

export const foreignPunctuation: Check = {
  ...surface,
  id: 'punctuation/foreign',
  scope: 'cell',
  run(cell) {
    const { conventions } = cell.text;
    if (conventions === undefined) return [];
    return foreignMarkPlaces(cell.paragraph.text, conventions).map(({ start, end, expected }) =>
      finding(foreignPunctuation, cell, [{ start, end }], {
        args: { expected },
        confidence: 0.9,
        ...(expected.length === 1 ? { suggestion: expected } : {}),
      }),
    );
  },
};

/** Marks that never follow each other: ",.", "|.", ";,". Full stops of abbreviations come before commas. */
const SEQUENCE =
  /[,;:|]\s?\.(?![.\p{N}\p{Ll}])|,\s?,|;\s?;|[!?]\.(?!\.)|[,;:]\s?[,;:](?!\/)|。。|，，|、、/gu;

export const markSequence: Check = {
  ...surface,
  id: 'punctuation/sequence',
  scope: 'cell',
  run: (cell) =>
    spansOf(cell.paragraph.text, SEQUENCE).map((span) =>
      finding(markSequence, cell, [span], { confidence: 0.85 }),
    ),
};
