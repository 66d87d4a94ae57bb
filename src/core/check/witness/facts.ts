import { sentences } from '../../segment/sentences.ts';
import type { Check } from '../check.ts';
import type { Cell, RowContext } from '../context.ts';
import type { CheckInfo } from '../finding.ts';
import { boundOf } from '../language/bound-words.ts';
import { denies } from '../language/negation-words.ts';
import { isSameNumber, placeOfNumber, statedNumbers } from '../language/number-match.ts';
import { quantities } from '../language/quantities.ts';
import { questions } from '../language/questions.ts';
import { majorityOf } from '../robust.ts';
import type { Ballot, Testimony } from './ballot.ts';
import { Poll } from './poll.ts';
import { witnessVotes } from './vote.ts';

const witness = { family: 'witness', category: 'accuracy/mistranslation', isOnByDefault: true } as const;

/** Every number that some variant states in the row, each once. One is said in too many ways. */
export function numbersIn({ cells }: RowContext): readonly number[] {
  const found: number[] = [];
  for (const { text, paragraph } of cells) {
    if (paragraph.role === 'date') continue;
    for (const { value } of statedNumbers(paragraph.text, text.lang)) {
      if (value >= 2 && !found.some((other) => isSameNumber(other, value))) found.push(value);
    }
  }
  return found;
}

/** Whether each number is stated. */
export const numberPoll = new Poll<boolean>((row) =>
  numbersIn(row).map((number): Ballot<boolean> => ({
    args: { number },
    about: String(number),
    testimonies: row.cells.flatMap((cell): Testimony<boolean>[] => {
      const place = placeOfNumber(cell.paragraph.text, cell.text.lang, number);
      if (place === 'unknown') return [];
      return [{ cell, value: place !== undefined, spans: place === undefined ? [] : [place] }];
    }),
  })),
);

const numberInfo: CheckInfo = { ...witness, id: 'witness/number' };
export const witnessNumber: Check = {
  ...numberInfo,
  scope: 'row',
  run: witnessVotes(numberInfo, numberPoll, {
    code: (isStated) => (isStated ? 'witness/number-missing' : 'witness/number-added'),
  }),
};

const limits = (bound: string | undefined): string => (bound === 'more' || bound === 'less' ? bound : 'none');

/** Whether each number is said to be a limit: `more`, `less` or `none`. */
export const boundPoll = new Poll<string>((row) =>
  numbersIn(row).map((number): Ballot<string> => ({
    args: { number },
    about: String(number),
    testimonies: row.cells.flatMap((cell): Testimony<string>[] => {
      const { text } = cell.paragraph;
      const same = quantities(text, cell.text.lang).filter(({ value }) => value === number);
      // Twice in a paragraph, it cannot be told which is which.
      const [place] = same;
      if (place === undefined || same.length > 1) return [];
      const { start, end } = place;
      return [{ cell, value: limits(boundOf(text, cell.text.lang, start, end)), spans: [{ start, end }] }];
    }),
  })),
);

const boundInfo: CheckInfo = { ...witness, id: 'witness/number-bound' };
export const witnessBound: Check = {
  ...boundInfo,
  scope: 'row',
  run: witnessVotes(boundInfo, boundPoll, { code: (expected) => `pair/bound-${expected}` }),
};

/** Of a sentence whether it denies something; a question may do so out of politeness and is left out. */
function deniesIn({ text, paragraph }: Cell, start: number, end: number): boolean | undefined {
  const sentence = paragraph.text.slice(start, end);
  return questions(sentence, text.lang).length > 0 ? undefined : denies(sentence, text.lang);
}

/**
 * Sentence by sentence among the variants that have as many as most. Only whether one denies, not how often: two
 * negations in one language are one in another.
 */
function negationBallots({ cells }: RowContext): readonly Ballot<boolean>[] {
  const parted = cells.map((cell) => ({ cell, spans: sentences(cell.paragraph.text, cell.text.lang) }));
  const usual = majorityOf(parted.map(({ spans }) => spans.length))?.value ?? 0;
  const even = parted.filter(({ spans }) => spans.length === usual);
  return Array.from({ length: usual }, (_, index): Ballot<boolean> => ({
    sentence: index,
    testimonies: even.flatMap(({ cell, spans }): Testimony<boolean>[] => {
      const span = spans[index];
      const value = span === undefined ? undefined : deniesIn(cell, span.start, span.end);
      return span === undefined || value === undefined ? [] : [{ cell, value, spans: [span] }];
    }),
  }));
}

/** Whether each sentence denies something. */
export const negationPoll = new Poll<boolean>(negationBallots, { leastConfidence: 0.65 });

const negationInfo: CheckInfo = { ...witness, id: 'witness/negation' };
export const witnessNegation: Check = {
  ...negationInfo,
  scope: 'row',
  run: witnessVotes(negationInfo, negationPoll, {
    code: (expected) => (expected ? 'witness/negation-missing' : 'witness/negation-added'),
  }),
};
