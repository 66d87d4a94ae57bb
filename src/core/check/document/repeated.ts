import { sentences } from '../../segment/sentences.ts';
import { tokenize } from '../../segment/tokens.ts';
import { tokenKind } from '../../segment/words.ts';
import type { Span } from '../../span.ts';
import { type Check, finding } from '../check.ts';
import { once, paragraphOf, type TextContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { boundOf } from '../language/bound-words.ts';
import { foldLetters } from '../language/fold.ts';
import { negations } from '../language/negation-words.ts';
import { quantities } from '../language/quantities.ts';

interface Statement {
  readonly paragraph: TextContext['paragraphs'][number];
  readonly span: Span;
  /** Beginnings of its longer words, each once. */
  readonly words: ReadonlySet<string>;
}

/** Shorter words join sentences rather than say something; beginnings stand for words whose endings change. */
const LEAST_LETTERS = 4;
const STEM = 6;
/** Sentences with fewer such words are alike by chance. */
const LEAST_WORDS = 4;
/** Shared words of all words of both (Jaccard). */
const ALIKE = 0.6;
/** One that says more than the other may well differ. */
const AS_LONG = 0.7;
/** A word in more sentences than this leads to too many that are not alike. */
const MOST_PLACES = 50;

const statements = once((text: TextContext): readonly Statement[] =>
  text.paragraphs.flatMap((paragraph) =>
    sentences(paragraph.text, text.lang).flatMap((span): Statement[] => {
      const content = paragraph.text.slice(span.start, span.end);
      const isLong = ({ length }: string, isUnspaced: boolean) => length >= (isUnspaced ? 2 : LEAST_LETTERS);
      const isUnspaced = text.conventions?.scripts.some((s) => s === 'Han' || s === 'Hangul') ?? false;
      const words = tokenize(content, 'word', text.lang)
        .filter((token) => tokenKind(token) === 'word' && isLong(token, isUnspaced) && !/\p{Nd}/u.test(token))
        .map((token) => foldLetters(token).slice(0, STEM));
      const set = new Set(words);
      return set.size < LEAST_WORDS ? [] : [{ paragraph, span, words: set }];
    }),
  ),
);

/** Pairs of sentences of different paragraphs that are alike, by an index of their words. */
const repeats = once((text: TextContext): readonly (readonly [Statement, Statement])[] => {
  const all = statements(text);
  const places = new Map<string, number[]>();
  all.forEach(({ words }, index) => {
    for (const word of words) {
      const list = places.get(word);
      if (list === undefined) places.set(word, [index]);
      else list.push(index);
    }
  });
  const pairs: (readonly [Statement, Statement])[] = [];
  all.forEach((one, index) => {
    const shared = new Map<number, number>();
    for (const word of one.words) {
      const list = places.get(word) ?? [];
      if (list.length > MOST_PLACES) continue;
      for (const other of list) if (other > index) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const second = all[other]!;
      if (second.paragraph === one.paragraph) continue;
      const [less, more] = [one.words.size, second.words.size].sort((a, b) => a - b);
      if (less! < AS_LONG * more!) continue;
      if (count >= ALIKE * (one.words.size + second.words.size - count)) pairs.push([one, second]);
    }
  });
  return pairs;
});

const said = ({ paragraph, span }: Statement): string => paragraph.text.slice(span.start, span.end);

/** Alike but for a few words. */
const SAME = 0.75;
function isSame({ words: one }: Statement, { words: other }: Statement): boolean {
  const both = [...one].filter((word) => other.has(word)).length;
  return both >= SAME * (one.size + other.size - both);
}

type Difference = 'number' | 'bound' | 'negation';

/** What two sentences that are alike say otherwise. */
function differenceOf(text: TextContext, one: Statement, other: Statement): Difference | undefined {
  const numbers = (statement: Statement) => quantities(said(statement), text.lang);
  const values = (statement: Statement) =>
    [...new Set(numbers(statement).map(({ value }) => value))].sort().join(' ');
  // A number left out in one of the two is no contradiction.
  if (values(one) !== values(other) && values(one) !== '' && values(other) !== '') return 'number';
  const bounds = (statement: Statement) =>
    numbers(statement)
      .map(({ start, end }) => boundOf(said(statement), text.lang, start, end) ?? '')
      .filter((bound) => bound === 'more' || bound === 'less')
      .join(' ');
  if (bounds(one) !== bounds(other) && values(one) === values(other)) return 'bound';
  const denies = (statement: Statement) => (negations(said(statement), text.lang)?.length ?? 0) > 0;
  // What is denied may stand in the part that only one of them has.
  return denies(one) === denies(other) || !isSame(one, other) ? undefined : 'negation';
}

/** A statement that stands twice, in a summary and in the body, and differs, unless it does so in the reference. */
export const repeatedStatement: Check = {
  id: 'document/repeated-differs',
  family: 'document',
  category: 'accuracy/mistranslation',
  isOnByDefault: true,
  scope: 'text',
  run: (text): readonly Finding[] =>
    repeats(text).flatMap(([one, other]) => {
      const difference = differenceOf(text, one, other);
      if (difference === undefined || differsInReference(text, one, other, difference)) return [];
      return [
        finding(repeatedStatement, { text, paragraph: one.paragraph }, [one.span], {
          code: `document/${difference}-differs`,
          args: { paragraph: other.paragraph.id },
          about: said(other),
          evidence: [
            { variant: text.variant, paragraph: other.paragraph.id, span: other.span, value: said(other) },
          ],
          confidence: 0.6,
        }),
      ];
    }),
};

function differsInReference(
  text: TextContext,
  one: Statement,
  other: Statement,
  difference: Difference,
): boolean {
  const { reference } = text.document;
  if (reference === undefined || reference === text) return false;
  const first = paragraphOf(reference, one.paragraph.id);
  const second = paragraphOf(reference, other.paragraph.id);
  if (first === undefined || second === undefined) return false;
  return repeats(reference).some(
    ([a, b]) =>
      a.paragraph === first && b.paragraph === second && differenceOf(reference, a, b) === difference,
  );
}
