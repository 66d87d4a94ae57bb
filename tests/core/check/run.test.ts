import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckInput } from '../../../src/core/check/context.ts';
import { CHECKS, DEFAULT_CHECKS } from '../../../src/core/check/registry.ts';
import { findAll, runChecks } from '../../../src/core/check/run.ts';
import { findingsOf, inputOf, quotesOf } from './make.ts';

const LANGUAGES = ['de', 'en', 'fr', 'es', 'ru', 'el', 'ko', 'ja', 'zh', 'sa', 'la', 'und'];
/** Words, numbers and marks in the order that chance gives them. */
const wild = fc
  .array(
    fc.constantFrom(
      ...[
        'Haus',
        'nicht',
        'not',
        'IntelligenzAnstatt',
        'Mistral AI',
        '3.1',
        '6,45',
        '1 000',
        '2023–2024',
        '¿',
        '?',
        '.',
        ',',
      ],
      ...[
        '„',
        '“',
        '”',
        '»',
        '(',
        ')',
        '【',
        '】',
        ' ',
        '  ',
        '|.',
        '不',
        '6億4500万',
        '％',
        '१२',
        'ή',
        'не',
        '$',
        '€',
        '\u{1f600}',
        'e\u0301',
      ],
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(' '));
const works: fc.Arbitrary<CheckInput> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1, maxLength: 7 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .chain(([langs, count]) =>
    fc.tuple(
      ...langs.map((lang) =>
        fc.tuple(fc.constant(lang), fc.array(wild, { minLength: count, maxLength: count })),
      ),
    ),
  )
  .map((texts) => inputOf(Object.fromEntries(texts), { reference: texts[0]?.[0] ?? '' }));

describe('whatever the text', () => {
  test('spans lie within it, ascend, and confidences are shares', () => {
    fc.assert(
      fc.property(works, (input) => {
        for (const finding of findAll(input, CHECKS)) {
          const text = input.texts
            .find(({ variant }) => variant === finding.variant)
            ?.paragraphs.find(({ id }) => id === finding.paragraph)?.text;
          let end = 0;
          for (const span of finding.spans) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text?.length ?? -1);
          expect(finding.confidence).toBeGreaterThanOrEqual(0);
          expect(finding.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  test('the same text has the same findings, each under a key of its own', () => {
    fc.assert(
      fc.property(works, (input) => {
        const findings = findAll(input, CHECKS);
        expect(findAll(JSON.parse(JSON.stringify(input)) as CheckInput, CHECKS)).toEqual(findings);
        expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

test('a sound text has no findings', () => {
  const input = inputOf(
    {
      de: [
        'Wir haben sechs Modelle gebaut, und sie kosten mehr als 6,5 Millionen Euro.',
        'Stimmt das? „Ja“, sagte er, „das stimmt.“',
        'Er kam am 7. August 2024 an; es waren 10 % der Leute.',
      ],
      en: [
        'We built six models, and they cost more than €6.5 million.',
        'Is that true? “Yes,” he said, “that is true.”',
        'He arrived on August 7, 2024; it was 10% of the people.',
      ],
      fr: [
        'Nous avons construit six modèles, et ils coûtent plus de 6,5 millions d’euros.',
        'Est-ce vrai\u00a0? «\u00a0Oui\u00a0», a-t-il dit, et c’est vrai.',
        'Il est arrivé le 7 août 2024\u00a0; c’était 10\u00a0% des gens.',
      ],
    },
    { reference: 'en' },
  );
  expect(findAll(input, CHECKS)).toEqual([]);
});

test('a key stays when the words move, and changes with the words', () => {
  const keyOf = (text: string) => findingsOf('word/doubled', inputOf({ en: text })).map(({ key }) => key);
  expect(keyOf('It is the the end.')).toEqual(['word%2Fdoubled/en/p1/the%20the']);
  expect(keyOf('Now it is the the end.')).toEqual(keyOf('It is the the end.'));
  expect(keyOf('It is an an end.')).not.toEqual(keyOf('It is the the end.'));
});

test('a back-translation is neither checked nor a witness', () => {
  const [text] = inputOf({ en: 'It is the the end.' }).texts;
  if (text === undefined) throw new RangeError('no text');
  expect(findAll({ texts: [{ ...text, isBackTranslation: true }] }, CHECKS)).toEqual([]);
});

test('a run goes step by step and can be stopped between any two', () => {
  const input = inputOf({ en: ['It is the the end.', 'So so it is.'], de: ['Es ist ist aus.', 'Ja.'] });
  const steps = [...runChecks(input, DEFAULT_CHECKS)];
  expect(steps.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
  expect(steps.every(({ total }) => total === steps.length)).toBe(true);
  const run = runChecks(input, DEFAULT_CHECKS);
  run.next();
  run.return();
  expect(run.next().done).toBe(true);
});

test('a statement that stands twice and differs is seen, unless the reference differs too', () => {
  const de = [
    'Das Unternehmen erhielt im Sommer genau 600 Millionen Dollar Kapital.',
    'Das Unternehmen erhielt im Sommer genau 700 Millionen Dollar Kapital.',
  ];
  const input = inputOf({ de });
  const [found, ...rest] = findingsOf('document/repeated-differs', input);
  expect(rest).toEqual([]);
  expect(found).toMatchObject({ paragraph: 'p1', expected: { code: 'document/number-differs' } });
  expect(found === undefined ? [] : quotesOf(found, input)).toEqual([de[0]]);
  const en = [
    'The company received exactly 600 million dollars of capital this summer.',
    'The company received exactly 700 million dollars of capital this summer.',
  ];
  const both = findingsOf('document/repeated-differs', inputOf({ de, en }, { reference: 'en' }));
  expect(both.filter(({ variant }) => variant === 'de')).toEqual([]);
});
