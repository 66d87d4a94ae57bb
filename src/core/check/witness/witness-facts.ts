import { sentences } from '../../segment/sentences.ts';
import type { Span } from '../../span.ts';
import { finish, type Steps } from '../../steps.ts';
import type { Paragraph, Work } from '../../work/model.ts';
import type { Row } from '../../work/rows.ts';
import { type Cell, type DocumentContext, documentContext, type RowContext } from '../context.ts';
import { boundOf } from '../language/bound-words.ts';
import { denies } from '../language/negation-words.ts';
import { placeOfNumber, statedNumbers } from '../language/number-match.ts';
import { quantities } from '../language/quantities.ts';
import { checkInput } from '../work-input.ts';
import { LEAST_WITNESSES, type Value } from './ballot.ts';
import { questionPoll, sentencePoll } from './counts.ts';
import { boundPoll, negationPoll, numberPoll, numbersIn } from './facts.ts';
import { sampled } from './habits.ts';
import { isLong, lengths, percentOf } from './measures.ts';
import { namePoll, namesIn } from './names.ts';
import type { Outcome, Poll } from './poll.ts';

/** What the variants are asked: the witness checks that are on by default, under the ends of their ids. */
export const WITNESS_QUESTIONS = [
  'number',
  'number-bound',
  'name',
  'negation',
  'question',
  'sentence-count',
  'length',
] as const;
export type WitnessQuestion = (typeof WITNESS_QUESTIONS)[number];

/**
 * How an answer stands to what most say: the same; a departure, which the check reports; another one that is not
 * reported, since there is a tie, the majority is weak or the witnesses are too few; or one of a variant that differs by
 * habit and is not counted.
 */
export type Standing = 'agrees' | 'departs' | 'differs' | 'habit';

export interface Answer {
  readonly value: Value;
  readonly standing: Standing;
  /** Where it was read, or what it is about: UTF-16, half open. */
  readonly spans: readonly Span[];
}

/** One question about a row, as each variant answers it. */
export interface WitnessFact {
  readonly question: WitnessQuestion;
  /** The number or the name that is asked for. */
  readonly about?: string;
  /** The sentence that is asked about, from 0. */
  readonly sentence?: number;
  /**
   * What most say: whether a number or a name is there, whether the sentence denies (`boolean`), a number's bound
   * (`more`, `less`, `none`), a count, or 0 for the usual length, from which the answers give the percentage that they
   * are off. `undefined` for a tie.
   */
  readonly usual: Value | undefined;
  /** How many of those who are counted say so; all of them for a length. */
  readonly agreeing: number;
  readonly total: number;
  /** Whether there are witnesses enough to tell. */
  readonly isTold: boolean;
  /** By variant id; who cannot tell is left out. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/** The variants of a work, with what is usual for each of them. */
export interface Witnesses {
  readonly document: DocumentContext;
}

/** A kind of question with its poll, whatever the answers are made of. */
const asked = <V extends Value>(question: WitnessQuestion, poll: Poll<V>) => ({
  learn: (document: DocumentContext) => poll.habits.steps(document),
  facts: (row: RowContext) =>
    poll
      .outcomes(row)
      .filter(({ ballot }) => ballot.testimonies.length > 0)
      .map((outcome) => factOf(question, outcome)),
});
const ASKED = [
  asked('number', numberPoll),
  asked('number-bound', boundPoll),
  asked('name', namePoll),
  asked('negation', negationPoll),
  asked('question', questionPoll),
  asked('sentence-count', sentencePoll),
];

/**
 * Learns what is usual for each variant: from all rows of a short work, from a sample of a long one. One row a step.
 *
 * @param rows of the work, with the texts that there are
 */
export function* readWitnesses(work: Work, rows: readonly Row[]): Steps<Witnesses> {
  const texts = new Map<string, Paragraph[]>();
  for (const row of sampled(rows)) {
    for (const [variant, paragraphs] of row.cells) {
      const own = texts.get(variant);
      if (own === undefined) texts.set(variant, [...paragraphs]);
      else own.push(...paragraphs);
    }
  }
  const document = documentContext(checkInput(work, texts));
  const total = document.rows.reduce((sum, row) => sum + 2 * row.cells.length + ASKED.length + 1, 0);
  let done = 0;
  for (const row of document.rows) {
    namesIn(row);
    yield { done: (done += 1), total };
  }
  // Row by row through all questions, so that each text is parted into sentences once and found in the cache then.
  const learning = ASKED.map(({ learn }) => learn(document));
  for (const row of document.rows) {
    for (const cell of row.cells) {
      part(cell);
      yield { done: (done += 1), total };
    }
    const numbers = numbersIn(row);
    for (const cell of row.cells) {
      search(cell, numbers);
      yield { done: (done += 1), total };
    }
    for (const steps of learning) {
      steps.next();
      yield { done: (done += 1), total };
    }
  }
  for (const steps of learning) finish(steps);
  lengths.learn(document);
  return { document };
}

function part({ text, paragraph }: Cell): void {
  sentences(paragraph.text, text.lang);
  statedNumbers(paragraph.text, text.lang);
}

/** The first search in a language compiles its patterns, which takes longer than all later ones: one cell a step. */
function search({ text, paragraph }: Cell, numbers: readonly number[]): void {
  denies(paragraph.text, text.lang);
  for (const number of numbers) placeOfNumber(paragraph.text, text.lang, number);
  const [first] = quantities(paragraph.text, text.lang);
  if (first !== undefined) boundOf(paragraph.text, text.lang, first.start, first.end);
}

/** What the variants testify of one row, question by question; the values are those that the checks report. */
export function witnessFacts({ document }: Witnesses, row: Row): readonly WitnessFact[] {
  const cells = document.texts.flatMap((text): Cell[] => {
    const [paragraph] = row.cells.get(text.variant) ?? [];
    return paragraph === undefined ? [] : [{ text, paragraph }];
  });
  const context: RowContext = { id: row.id, cells, document };
  return [...ASKED.flatMap(({ facts }) => facts(context)), ...lengthFact(context)];
}

function factOf<V extends Value>(question: WitnessQuestion, outcome: Outcome<V>): WitnessFact {
  const { about, sentence } = outcome.ballot;
  return {
    question,
    ...(about === undefined ? {} : { about }),
    ...(sentence === undefined ? {} : { sentence }),
    usual: outcome.vote?.value,
    agreeing: outcome.vote?.count ?? 0,
    total: outcome.counted.length,
    isTold: outcome.counted.length >= LEAST_WITNESSES,
    answers: answersOf(outcome),
  };
}

function answersOf<V extends Value>({
  counted,
  byHabit,
  vote,
  departing,
}: Outcome<V>): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const testimony of [...counted, ...byHabit]) {
    const { cell, value } = testimony;
    const standing: Standing = byHabit.includes(testimony)
      ? 'habit'
      : value === vote?.value
        ? 'agrees'
        : departing.includes(testimony)
          ? 'departs'
          : 'differs';
    answers.set(cell.text.variant, {
      value,
      standing,
      get spans() {
        return testimony.spans ?? [];
      },
    });
  }
  return answers;
}

function lengthFact(row: RowContext): readonly WitnessFact[] {
  const { deviations } = lengths.of(row);
  if (deviations.length === 0) return [];
  const isReported = isLong(row);
  const answers = new Map(
    deviations.map(({ cell, off, isOut }): [string, Answer] => [
      cell.text.variant,
      { value: percentOf(off), standing: isOut && isReported ? 'departs' : 'agrees', spans: [] },
    ]),
  );
  const departing = [...answers.values()].filter(({ standing }) => standing === 'departs').length;
  return [
    {
      question: 'length',
      usual: 0,
      agreeing: answers.size - departing,
      total: answers.size,
      isTold: answers.size >= LEAST_WITNESSES,
      answers,
    },
  ];
}
