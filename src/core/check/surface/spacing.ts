import type { Span } from '../../span.ts';
import type { Conventions } from '../../work/conventions.ts';
import { percentSpacing } from '../../work/number-check.ts';
import { markSpacingPlaces } from '../../work/punctuation-check.ts';
import { type Check, finding, spansOf } from '../check.ts';
import { type DocumentContext, once } from '../context.ts';
import type { Finding } from '../finding.ts';

const surface = {
  family: 'surface',
  category: 'linguistic-conventions/punctuation',
  isOnByDefault: true,
} as const;

const isSpaced = (conventions: Conventions | undefined): boolean =>
  conventions === undefined ||
  !['Han', 'Hangul'].some((script) => conventions.scripts.includes(script as 'Han'));

/** "gebaut.Wir": two letters before the mark, so that z.B. and initials stay; a capital and a letter behind it. */
const AFTER_END = /(?<=[\p{Ll}\p{M}]{2}["”»)\]]?)[.!?…](?=["„“«(]?\p{Lu}[\p{Ll}\p{M}]+)/gu;
/** A letter on both sides of a comma or semicolon. */
const AFTER_COMMA = /(?<=[\p{L}\p{M}]{2})[,;](?=[\p{L}\p{M}]{2})/gu;
const ADDRESS = /^(?:https?:|www\.|[\w.+-]+@)|\.(?:com|org|net|io|ai|eu|de|fr|js|ts|py)\b/iu;
const AROUND = /\S*$/u;

export const missingAfterSentence: Check = {
  ...surface,
  id: 'spacing/missing-after-mark',
  scope: 'cell',
  run(cell) {
    const { text } = cell.paragraph;
    if (!isSpaced(cell.text.conventions)) return [];
    return [...spansOf(text, AFTER_END), ...spansOf(text, AFTER_COMMA)]
      .filter(({ end }) => {
        const word =
          (AROUND.exec(text.slice(Math.max(0, end - 60), end))?.[0] ?? '') + text.slice(end, end + 12);
        return !ADDRESS.test(word);
      })
      .map(({ start, end }) => {
        const mark = text.slice(start, end);
        return finding(missingAfterSentence, cell, [withWords(text, start, end)], {
          args: { mark },
          confidence: 0.9,
          suggestion: suggest(text, withWords(text, start, end), end),
        });
      });
  },
};

/** The words on both sides of a place. */
function withWords(text: string, start: number, end: number): Span {
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const after = /^["„“«(]?[\p{L}\p{M}\p{N}]*/u.exec(text.slice(end, end + 40))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}

const suggest = (text: string, span: Span, at: number): string =>
  `${text.slice(span.start, at)} ${text.slice(at, span.end)}`;

/** "IntelligenzAnstatt" */
const JOINED = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{Ll}\p{M}]{2,}\p{Lu}[\p{Ll}\p{M}]{2,}(?![\p{L}\p{M}\p{N}])/gu;

/** Words of that form that stand in several paragraphs or texts: names such as CoreWeave. */
const names = once(({ texts }: DocumentContext): ReadonlySet<string> => {
  const count = new Map<string, number>();
  for (const { paragraphs } of texts) {
    for (const { text: content } of paragraphs) {
      for (const [word] of content.matchAll(JOINED)) count.set(word, (count.get(word) ?? 0) + 1);
    }
  }
  return new Set([...count].filter(([, times]) => times > 1).map(([word]) => word));
});

const seamOf = (word: string): number => 1 + word.slice(1).search(/\p{Lu}/u);
/** Without another text to tell names (MacBook, JavaScript), only a longer word before the capital is none. */
const LONG_WORD = 7;

export const joinedWords: Check = {
  ...surface,
  id: 'spacing/joined-words',
  scope: 'cell',
  run(cell) {
    const { text } = cell.paragraph;
    const places = spansOf(text, JOINED);
    if (places.length === 0) return [];
    const known = names(cell.text.document);
    const least = cell.text.document.texts.length > 1 ? 1 : LONG_WORD;
    return places
      .filter(({ start, end }) => {
        const word = text.slice(start, end);
        // An ending may follow a name: Finnish CoreWeavea.
        if ([...known].some((name) => word.startsWith(name))) return false;
        return seamOf(word) >= least;
      })
      .map((span) => {
        const seam = span.start + seamOf(text.slice(span.start, span.end));
        return finding(joinedWords, cell, [span], {
          confidence: cell.text.document.texts.length > 1 ? 0.85 : 0.5,
          suggestion: suggest(text, span, seam),
        });
      });
  },
};

export const doubleSpace: Check = {
  ...surface,
  id: 'spacing/double',
  scope: 'cell',
  run: (cell) =>
    spansOf(cell.paragraph.text, /(?<=\S)[ \u00a0\u202f]{2,}(?=\S)/gu).map((span) =>
      finding(doubleSpace, cell, [span], { confidence: 0.95, suggestion: ' ' }),
    ),
};

export const spaceBesideMark: Check = {
  ...surface,
  id: 'spacing/beside-mark',
  scope: 'cell',
  run(cell) {
    const { conventions } = cell.text;
    const { text } = cell.paragraph;
    if (conventions === undefined) return [];
    const percent = percentSpacing(text, conventions).map((place) => {
      const start = text.indexOf(place);
      return { start, end: start + place.length };
    });
    return [...markSpacingPlaces(text, conventions), ...percent].map((span) =>
      finding(spaceBesideMark, cell, [span], { confidence: 0.9 }),
    );
  },
};

const QUOTE_EDGE = /[\p{L}\p{N}]/u;

export const besideQuotation: Check = {
  ...surface,
  id: 'spacing/beside-quotation-mark',
  scope: 'cell',
  run(cell): readonly Finding[] {
    const { conventions } = cell.text;
    const { text } = cell.paragraph;
    if (conventions === undefined || !isSpaced(conventions)) return [];
    return quotationEdges(text, conventions).flatMap(({ at, side }) => {
      const neighbour = side === 'open' ? text[at - 1] : text[at + 1];
      if (neighbour === undefined || !QUOTE_EDGE.test(neighbour)) return [];
      const span = wordBeside(text, at, side);
      const seam = side === 'open' ? at : at + 1;
      return [
        finding(besideQuotation, cell, [span], {
          args: { mark: text[at] ?? '' },
          confidence: 0.9,
          suggestion: suggest(text, span, seam),
        }),
      ];
    });
  },
};

/** The mark with the word that touches it. */
function wordBeside(text: string, at: number, side: 'open' | 'close'): Span {
  if (side === 'open') {
    const word = /[\p{L}\p{M}\p{N}]+$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0].length ?? 0;
    return { start: at - word, end: at + 1 };
  }
  const word = /^[\p{L}\p{M}\p{N}]+/u.exec(text.slice(at + 1, at + 41))?.[0].length ?? 0;
  return { start: at, end: at + 1 + word };
}

/** Double marks whose side is certain: those that only open or close, and those that close what was opened. */
function quotationEdges(
  text: string,
  { quotes }: Conventions,
): readonly { readonly at: number; readonly side: 'open' | 'close' }[] {
  const edges: { at: number; side: 'open' | 'close' }[] = [];
  const expected: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (!'“”„«»'.includes(mark)) continue;
    const partner = quotes.find(([open]) => open === mark)?.[1];
    if (mark === expected.at(-1)) {
      expected.pop();
      edges.push({ at, side: 'close' });
    } else if (partner !== undefined && partner !== mark && !expected.includes(mark)) {
      expected.push(partner);
      edges.push({ at, side: 'open' });
    }
  }
  return expected.length === 0 ? edges : [];
}
