import { describe, expect, test } from 'vitest';
import { findAll } from '../../../src/core/check/run.ts';
import { DEFAULT_CHECKS } from '../../../src/core/check/registry.ts';
import type { CheckInput } from '../../../src/core/check/context.ts';
import {
  type WitnessFact,
  type WitnessQuestion,
  readWitnesses,
  witnessFacts,
} from '../../../src/core/check/witness/witness-facts.ts';
import { finish } from '../../../src/core/steps.ts';
import type { Work } from '../../../src/core/work/model.ts';
import { buildRows } from '../../../src/core/work/rows.ts';
import { inputOf } from './make.ts';

type Texts = Parameters<typeof inputOf>[0];

const workOf = ({ texts }: CheckInput): Work => ({
  slug: 'w',
  title: {},
  date: '2024-08-07',
  credit: '',
  source: {},
  subject: 'de',
  reference: 'en',
  variants: texts.map(({ variant, lang }) => ({
    id: variant,
    lang,
    label: variant,
    provenance: variant === 'de-back' ? 'back-translation' : 'human',
    status: 'complete',
    listed: true,
  })),
});

function witnessesOf(texts: Texts) {
  const input = inputOf(texts);
  const rows = buildRows(
    input.texts.map(({ variant }) => variant),
    new Map(input.texts.map(({ variant, paragraphs }) => [variant, paragraphs])),
  );
  const steps = readWitnesses(workOf(input), rows);
  return { input, rows, steps };
}

/** The facts of a paragraph. */
function factsIn(texts: Texts, paragraph = 'p1'): readonly WitnessFact[] {
  const { rows, steps } = witnessesOf(texts);
  const row = rows.find(({ id }) => id === paragraph);
  if (row === undefined) throw new RangeError(`no paragraph ${paragraph}`);
  return witnessFacts(finish(steps), row);
}

const ask = (question: WitnessQuestion, texts: Texts, paragraph?: string): readonly WitnessFact[] =>
  factsIn(texts, paragraph).filter((fact) => fact.question === question);

const departing = ({ answers }: WitnessFact): readonly string[] =>
  [...answers].filter(([, { standing }]) => standing === 'departs').map(([variant]) => variant);

const PEOPLE = {
  en: '15 people',
  fr: 'quinze personnes',
  es: '15 personas',
  it: '15 persone',
  pt: '15 pessoas',
  fi: '15 ihmistä',
};
const NEGATIVE = {
  en: 'Well. It is not regulated.',
  fr: 'Bon. Ce n’est pas réglementé.',
  es: 'Bien. No se regula.',
  it: 'Bene. Non si regola.',
  pt: 'Bem. Não se regula.',
  fi: 'No. Sitä ei säännellä.',
  id: 'Baik. Ini tidak diatur.',
};

describe('what the witnesses testify', () => {
  test('is the value of most, with who departs and where each was read', () => {
    const [fifteen, fifty] = ask('number', { ...PEOPLE, de: '50 Leute' });
    expect(fifteen).toMatchObject({ about: '15', usual: true, agreeing: 6, total: 7, isTold: true });
    expect(departing(fifteen!)).toEqual(['de']);
    expect(fifteen?.answers.get('fr')).toMatchObject({
      value: true,
      standing: 'agrees',
      spans: [{ start: 0, end: 6 }],
    });
    expect(fifty).toMatchObject({ about: '50', usual: false });
    expect(fifty?.answers.get('de')).toMatchObject({
      value: true,
      standing: 'departs',
      spans: [{ start: 0, end: 2 }],
    });
  });

  test('names the sentence that a denial is asked of', () => {
    const [first, second] = ask('negation', { ...NEGATIVE, de: 'Nun. Es wird reguliert.' });
    expect([first?.sentence, first?.usual, second?.sentence, second?.usual]).toEqual([0, false, 1, true]);
    expect(departing(second!)).toEqual(['de']);
  });

  test('has no usual value at a tie, and then nobody departs', () => {
    const [fact] = ask('question', {
      en: 'Yes?',
      fr: 'Oui ?',
      es: '¿Sí?',
      it: 'Sì.',
      pt: 'Sim.',
      de: 'Ja.',
    });
    expect([fact?.usual, fact?.agreeing, fact?.total, fact?.isTold]).toEqual([undefined, 0, 6, true]);
    expect([...fact!.answers.values()].map(({ standing }) => standing)).toEqual(new Array(6).fill('differs'));
  });

  test('tells nothing from few witnesses', () => {
    const [fact] = ask('question', { en: 'Yes?', fr: 'Oui ?', de: 'Ja.' });
    expect([fact?.isTold, fact?.usual, departing(fact!)]).toEqual([false, 1, []]);
    expect(fact?.answers.get('de')?.standing).toBe('differs');
    expect(ask('length', { en: 'Yes?', fr: 'Oui ?', de: 'Ja.' })).toEqual([]);
  });

  test('leaves out of the count who departs by habit, and still says what is read there', () => {
    const one = 'Wir teilen es und gehen weiter.';
    const two = 'Wir teilen es. Wir gehen weiter.';
    const rows = (parted: readonly number[]) =>
      Array.from({ length: 20 }, (_, index) => (parted.includes(index) ? two : one));
    const witnesses = Object.fromEntries(
      ['en', 'fr', 'es', 'it', 'pt', 'fi'].map((lang) => [lang, rows([])]),
    );
    const [fact] = ask('sentence-count', { ...witnesses, de: rows([1, 3, 5, 7, 9]) }, 'p2');
    expect([fact?.usual, fact?.total]).toEqual([1, 6]);
    expect(fact?.answers.get('de')).toMatchObject({ value: 2, standing: 'habit' });
  });

  test('says by how much a paragraph is longer or shorter than is usual for its variant', () => {
    const long = (word: string) =>
      Array.from({ length: 10 }, (_, index) => `${`${word} `.repeat(30)}${index}`);
    const texts = Object.fromEntries(
      ['en', 'fr', 'es', 'it', 'pt'].map((lang, index) => [lang, long('wort'.repeat(index + 1))]),
    );
    const cut = long('wort').map((text, index) => (index === 4 ? text.slice(0, 75) : text));
    const [fact] = ask('length', { ...texts, de: cut }, 'p5');
    expect(fact?.answers.get('de')).toMatchObject({ value: -50, standing: 'departs' });
    expect([fact?.usual, fact?.agreeing, fact?.total]).toEqual([0, 5, 6]);
    expect([...fact!.answers.values()].filter(({ value }) => value === 0)).toHaveLength(5);
  });

  test('takes no back-translation for a witness', () => {
    for (const { answers } of factsIn({ ...PEOPLE, de: '50 Leute', 'de-back': '50 people' }))
      expect([...answers.keys()]).not.toContain('de-back');
  });

  test('departs exactly where the checks report', () => {
    const texts: Texts = {
      en: ['15 people like Mistral AI. It is not new.', 'Is it more than 6?', 'Yes. No.'],
      fr: ['15 personnes aiment Mistral AI. Ce n’est pas neuf.', 'Est-ce plus de 6 ?', 'Oui. Non.'],
      es: ['A 15 personas les gusta Mistral AI. No es nuevo.', '¿Es más de 6?', 'Sí. No.'],
      it: ['A 15 persone piace Mistral AI. Non è nuovo.', 'È più di 6?', 'Sì. No.'],
      pt: ['15 pessoas gostam da Mistral AI. Não é novo.', 'É mais de 6?', 'Sim. Não.'],
      id: ['15 orang menyukai Mistral AI. Ini tidak baru.', 'Apakah lebih dari 6?', 'Ya. Tidak.'],
      fi: ['15 ihmistä pitää Mistral AI:sta. Se ei ole uusi.', 'Onko se yli 6?', 'Kyllä. Ei.'],
      de: ['50 Leute mögen die KI. Es ist neu.', 'Es sind genau 6.', 'Ja.'],
    };
    const { input, rows, steps } = witnessesOf(texts);
    const witnesses = finish(steps);
    const told = rows.flatMap((row) =>
      witnessFacts(witnesses, row).flatMap((fact) =>
        departing(fact).map((variant) => `witness/${fact.question} ${variant} ${row.id}`),
      ),
    );
    const reported = findAll(
      input,
      DEFAULT_CHECKS.filter(({ family }) => family === 'witness'),
    ).map(({ check, variant, paragraph }) => `${check} ${variant} ${paragraph}`);
    expect(told.sort()).toEqual([...reported].sort());
    expect(new Set(told.map((line) => line.split(' ')[0])).size).toBeGreaterThan(4);
  });
});

describe('reading the witnesses', () => {
  test('goes in steps, and a long work takes no more of them than its sample', () => {
    const long = (count: number): Texts =>
      Object.fromEntries(
        Object.entries(PEOPLE).map(([lang, text]) => [lang, Array.from({ length: count }, () => text)]),
      );
    const stepsOf = (count: number): readonly number[] => {
      const { steps } = witnessesOf(long(count));
      return Array.from(steps, ({ done, total }) => done / total);
    };
    const some = stepsOf(400);
    expect(some.length).toBeGreaterThan(400 * 6);
    expect(some.at(-1)).toBe(1);
    expect(stepsOf(4000)).toEqual(some);
  });

  test('answers for rows of a long work that are not in its sample', () => {
    const many = (text: string) => Array.from({ length: 1000 }, () => text);
    const texts = Object.fromEntries(Object.entries(PEOPLE).map(([lang, text]) => [lang, many(text)]));
    const de = many('15 Leute').with(998, '50 Leute');
    const facts = ask('number', { ...texts, de }, 'p999');
    expect(facts.map(departing)).toEqual([['de'], ['de']]);
  });
});
