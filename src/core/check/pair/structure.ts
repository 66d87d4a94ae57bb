import { sentences } from '../../segment/sentences.ts';
import { type Check, finding } from '../check.ts';
import { type Cell, once, paragraphOf, referenceOf, type TextContext } from '../context.ts';
import { questions } from '../language/questions.ts';
import { medianOf, spreadOf } from '../robust.ts';
import { sentencePairs } from './sentence-pairs.ts';

const evidenceOf = (reference: Cell, value: string | number) => [
  { variant: reference.text.variant, paragraph: reference.paragraph.id, value: String(value) },
];

/** So large a share of the other variants that do the same says that it is the reference that is odd. */
const SHARED = 1 / 3;

/** Whether other variants have as many questions as the cell. */
function isShared({ text, paragraph }: Cell, count: number): boolean {
  const { texts, reference } = text.document;
  const others = texts.flatMap((other) => {
    const counterpart = other === text || other === reference ? undefined : paragraphOf(other, paragraph.id);
    return counterpart === undefined ? [] : [questions(counterpart.text, other.lang).length];
  });
  return others.length > 0 && others.filter((other) => other === count).length >= SHARED * others.length;
}

/** A question where the reference states, or the reverse: sentences in pairs of one and one, else their number. */
export const questionDiffers: Check = {
  id: 'pair/question',
  family: 'pair',
  category: 'accuracy/mistranslation',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    if (reference === undefined) return [];
    const own = questions(cell.paragraph.text, cell.text.lang);
    const theirs = questions(reference.paragraph.text, reference.text.lang);
    if (own.length === theirs.length || isShared(cell, own.length)) return [];
    const args = { expected: theirs.length, found: own.length };
    const isIn = (list: typeof own, at: number) => list.some(({ start }) => start === at);
    const pairs = sentencePairs(cell).filter(({ reference: a, own: b }) => a.length === 1 && b.length === 1);
    const spans = pairs.flatMap(({ reference: [a], own: [b] }) =>
      a !== undefined && b !== undefined && isIn(theirs, a.start) !== isIn(own, b.start) ? [b] : [],
    );
    return [
      finding(questionDiffers, cell, spans, {
        args,
        evidence: evidenceOf(reference, theirs.length),
        confidence: 0.6,
      }),
    ];
  },
};

/** Sentences that were joined or parted; a matter of style as often as an error. */
export const sentenceCount: Check = {
  id: 'pair/sentence-count',
  family: 'pair',
  category: 'accuracy/mistranslation',
  isOnByDefault: false,
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    if (reference === undefined) return [];
    const found = sentences(cell.paragraph.text, cell.text.lang).length;
    const expected = sentences(reference.paragraph.text, reference.text.lang).length;
    if (found === expected) return [];
    const spans = sentencePairs(cell)
      .filter(({ reference: a, own: b }) => a.length !== b.length)
      .flatMap(({ own }) => own);
    const parts = { args: { expected, found }, evidence: evidenceOf(reference, expected), confidence: 0.4 };
    return [finding(sentenceCount, cell, spans, parts)];
  },
};

/** Shorter paragraphs differ in length by chance. */
const LEAST_LENGTH = 80;
/** Below so many paragraphs the usual ratio is not known. */
const LEAST_PARAGRAPHS = 8;
/** Deviations (1.4826 × MAD) from the usual ratio, and the least ratio that is worth a look. */
const FAR = 4;
const LEAST_RATIO = Math.log(1.4);

interface UsualLength {
  readonly median: number;
  readonly spread: number;
}

const logRatio = (cell: Cell, reference: Cell): number | undefined => {
  const { length } = cell.paragraph.text;
  const theirs = reference.paragraph.text.length;
  return theirs >= LEAST_LENGTH && length > 0 ? Math.log(length / theirs) : undefined;
};

const usualLength = once((text: TextContext): UsualLength | undefined => {
  const { reference } = text.document;
  if (reference === undefined) return undefined;
  const ratios = text.paragraphs.flatMap((paragraph) => {
    const theirs = paragraphOf(reference, paragraph.id);
    const ratio =
      theirs === undefined
        ? undefined
        : logRatio({ text, paragraph }, { text: reference, paragraph: theirs });
    return ratio === undefined ? [] : [ratio];
  });
  return ratios.length < LEAST_PARAGRAPHS
    ? undefined
    : { median: medianOf(ratios), spread: spreadOf(ratios) };
});

/** Much longer or shorter than the two languages, in these two texts, usually are. */
export const lengthDiffers: Check = {
  id: 'pair/length',
  family: 'pair',
  category: 'accuracy/omission',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    const usual = reference === undefined ? undefined : usualLength(cell.text);
    const ratio = reference === undefined ? undefined : logRatio(cell, reference);
    if (reference === undefined || usual === undefined || ratio === undefined) return [];
    const off = ratio - usual.median;
    if (Math.abs(off) < LEAST_RATIO || Math.abs(off) < FAR * usual.spread) return [];
    const args = { percent: Math.round((Math.exp(off) - 1) * 100) };
    const code = off > 0 ? 'pair/longer' : 'pair/shorter';
    return [
      finding(lengthDiffers, cell, [], {
        code,
        args,
        evidence: evidenceOf(reference, reference.paragraph.text.length),
        confidence: 0.6,
      }),
    ];
  },
};

/** List items, headings and questions of the reference that are something else here. */
export const listStructure: Check = {
  id: 'pair/structure',
  family: 'pair',
  category: 'design-and-markup/layout',
  isOnByDefault: true,
  scope: 'cell',
  run(cell) {
    const reference = referenceOf(cell);
    if (reference === undefined) return [];
    const { role } = cell.paragraph;
    const expected = reference.paragraph.role;
    const bullets = (text: string) => text.match(/(?:^|\s)[•‣◦▪]\s/gu)?.length ?? 0;
    const count = bullets(reference.paragraph.text);
    const own = bullets(cell.paragraph.text);
    if (role === expected && count === own) return [];
    const code = role === expected ? 'pair/bullets' : 'pair/role';
    const args = role === expected ? { expected: count, found: own } : { expected, found: role };
    return [
      finding(listStructure, cell, [], {
        code,
        args,
        evidence: evidenceOf(reference, expected),
        confidence: 0.8,
      }),
    ];
  },
};
