import { sentences } from '../../segment/sentences.ts';
import type { Span } from '../../span.ts';
import type { Check } from '../check.ts';
import type { Cell } from '../context.ts';
import type { CheckInfo } from '../finding.ts';
import { questions } from '../language/questions.ts';
import { sentencePairs } from '../pair/sentence-pairs.ts';
import { Poll } from './poll.ts';
import { witnessVotes } from './vote.ts';

const witness = { family: 'witness', category: 'accuracy/mistranslation', isOnByDefault: true } as const;
const args = (expected: number, found: number) => ({ expected, found });

/** How many sentences ask. */
export const questionPoll = new Poll<number>(({ cells }) => [
  {
    testimonies: cells.map((cell) => {
      const spans = questions(cell.paragraph.text, cell.text.lang);
      return { cell, value: spans.length, spans };
    }),
  },
]);

const questionInfo: CheckInfo = { ...witness, id: 'witness/question' };
export const witnessQuestions: Check = {
  ...questionInfo,
  scope: 'row',
  run: witnessVotes(questionInfo, questionPoll, { args }),
};

/** The sentences that are not one for one those of the reference. */
const unevenSentences = (cell: Cell) =>
  sentencePairs(cell)
    .filter(({ reference, own }) => reference.length !== own.length)
    .flatMap(({ own }) => own);

/** In Chinese and Japanese a sentence of fewer letters (他说。) goes with the quotation before it. */
const LEAST_LETTERS = 4;

function sentenceCount({ text, paragraph }: Cell): number {
  const all = sentences(paragraph.text, text.lang);
  if (text.conventions?.scripts.includes('Han') !== true) return all.length;
  const isTail = ({ start, end }: Span) =>
    end - start <= LEAST_LETTERS && /[”」』]\s*$/u.test(paragraph.text.slice(0, start));
  return all.filter((span) => !isTail(span)).length;
}

/** How many sentences there are. */
export const sentencePoll = new Poll<number>(({ cells }) => [
  {
    testimonies: cells.map((cell) => ({
      cell,
      value: sentenceCount(cell),
      // Asked for where a variant departs; to pair the sentences of all would take ten times as long.
      get spans() {
        return unevenSentences(cell);
      },
    })),
  },
]);

const sentenceInfo: CheckInfo = { ...witness, id: 'witness/sentence-count' };
export const witnessSentences: Check = {
  ...sentenceInfo,
  scope: 'row',
  run: witnessVotes(sentenceInfo, sentencePoll, { args }),
};
