import type {
  Answer,
  Standing,
  WitnessFact,
  WitnessQuestion,
} from '../../core/check/witness/witness-facts.ts';
import { t } from '../../i18n/i18n.ts';

/** The columns of the table, in order; a number's bound stands with the numbers. */
const COLUMNS = ['number', 'name', 'negation', 'question', 'sentence-count', 'length'] as const;
export type FactColumnName = (typeof COLUMNS)[number];

const columnOf = (question: WitnessQuestion): FactColumnName =>
  question === 'number-bound' ? 'number' : question;

/** The facts of one column. */
export interface FactColumn {
  readonly name: FactColumnName;
  readonly facts: readonly WitnessFact[];
}

/** How a variant stands in a column: the furthest of its answers; `unknown` when none can be told. */
export type CellStanding = Standing | 'unknown';

/** What a cell shows, and what it says to who cannot see the signs. */
export interface FactCell {
  readonly standing: CellStanding;
  readonly text: string;
  readonly spoken: string;
}

/** What most say in a column. */
export interface FactHead {
  readonly text: string;
  /** How many say so; of several facts, of the one on which most disagree. */
  readonly agreement: string;
}

/** The columns that have something to compare, and the names of those that have not. */
export function factColumns(facts: readonly WitnessFact[]): {
  readonly columns: readonly FactColumn[];
  readonly without: readonly FactColumnName[];
} {
  const columns = COLUMNS.map((name) => ({
    name,
    facts: facts.filter(({ question }) => columnOf(question) === name),
  }));
  return {
    columns: columns.filter((column) => column.facts.length > 0),
    without: columns.filter((column) => column.facts.length === 0).map(({ name }) => name),
  };
}

const percent = (value: Answer['value']): string => t('witness.percent', { value: Number(value) });

/** The number or the name that a fact is about, or the sentence, which is named where there are several. */
function aboutOf({ question, about = '', sentence = 0 }: WitnessFact, sentences: number): string {
  switch (question) {
    case 'number':
    case 'number-bound':
      return t('witness.number', { value: Number(about) });
    case 'negation':
      return sentences > 1 ? t('witness.denialIn', { sentence: sentence + 1 }) : t('witness.denial');
    case 'name':
    case 'question':
    case 'sentence-count':
    case 'length':
      return about;
  }
}

const BOUND_SIGNS: Readonly<Record<string, string>> = { more: ' >', less: ' <' };

/** A value in signs: `+15`, `−15`, `15 >`, `3`, `+12 %`. */
function signed(fact: WitnessFact, value: Answer['value'], sentences: number): string {
  const about = aboutOf(fact, sentences);
  switch (fact.question) {
    case 'number-bound':
      return about + (BOUND_SIGNS[String(value)] ?? '');
    case 'length':
      return percent(value);
    case 'question':
    case 'sentence-count':
      return String(value);
    case 'number':
    case 'name':
    case 'negation':
      return (value === true ? '+' : '−') + about;
  }
}

/** The same in words. */
function spoken(fact: WitnessFact, value: Answer['value']): string {
  const { question, about = '', sentence = 0 } = fact;
  switch (question) {
    case 'number':
      return t(value === true ? 'witness.states' : 'witness.statesNot', { what: aboutOf(fact, 0) });
    case 'number-bound': {
      const bound = value === 'more' || value === 'less' ? value : 'none';
      return t(`witness.bound.${bound}`, { number: aboutOf(fact, 0) });
    }
    case 'name':
      return t(value === true ? 'witness.writes' : 'witness.writesNot', { what: about });
    case 'negation':
      return t(value === true ? 'witness.denies' : 'witness.deniesNot', { sentence: sentence + 1 });
    case 'length':
      return value === 0
        ? t('witness.usual')
        : t(Number(value) > 0 ? 'witness.longer' : 'witness.shorter', { percent: Math.abs(Number(value)) });
    case 'question':
    case 'sentence-count':
      return String(value);
  }
}

const ORDER: readonly CellStanding[] = ['departs', 'differs', 'habit', 'agrees', 'unknown'];
const COUNTS: readonly FactColumnName[] = ['question', 'sentence-count', 'length'];

/** What a variant says in a column. */
export function factCell({ name, facts }: FactColumn, variant: string): FactCell {
  const given = facts.flatMap((fact) => {
    const answer = fact.answers.get(variant);
    return answer === undefined ? [] : [{ fact, ...answer }];
  });
  const standing =
    ORDER.find((possible) => given.some((answer) => answer.standing === possible)) ?? 'unknown';
  if (standing === 'unknown') return { standing, text: '?', spoken: t('witness.unknown') };
  if (standing === 'agrees' && !COUNTS.includes(name))
    return { standing, text: '=', spoken: t('witness.same') };
  const other = standing === 'agrees' ? given : given.filter((answer) => answer.standing !== 'agrees');
  const text = other.map(({ fact, value }) => signed(fact, value, facts.length)).join(' ');
  const words = other.map(({ fact, value }) => spoken(fact, value)).join(', ');
  switch (standing) {
    case 'departs':
      return { standing, text: `≠ ${text}`, spoken: `${t('witness.departs')}: ${words}` };
    case 'habit':
      return { standing, text: `(${text})`, spoken: `${words} (${t('witness.habit')})` };
    case 'agrees':
    case 'differs':
      return { standing, text, spoken: words };
  }
}

/** Whether most say something that the head has to name: what is not there is not. */
const isNamed = ({ question, usual }: WitnessFact): boolean =>
  question === 'number-bound' ? usual === 'more' || usual === 'less' : usual !== false;

/** Names and numbers beyond this many are only counted. */
const NAMED = 4;

export function factHead({ name, facts }: FactColumn): FactHead {
  const weakest = facts.reduce((a, b) => (b.agreeing * a.total < a.agreeing * b.total ? b : a));
  const { agreeing, total } = weakest;
  const agreement = weakest.isTold ? t('witness.agreeing', { agreeing, total }) : t('witness.few');
  if (facts.some(({ usual, total }) => usual === undefined && total > 1))
    return { text: t('witness.tie'), agreement };
  const bounded = new Set(
    facts.flatMap((fact) => (fact.question === 'number-bound' && isNamed(fact) ? [fact.about] : [])),
  );
  const named = facts.filter(
    (fact) => isNamed(fact) && !(fact.question === 'number' && bounded.has(fact.about)),
  );
  const texts = named.map((fact) =>
    COUNTS.includes(name) || fact.question === 'number-bound'
      ? signed(fact, fact.usual ?? 0, facts.length)
      : aboutOf(fact, facts.length),
  );
  const rest = texts.length > NAMED ? [`+${texts.length - NAMED}`] : [];
  return { text: [...texts.slice(0, NAMED), ...rest].join(', ') || t('witness.nothing'), agreement };
}
