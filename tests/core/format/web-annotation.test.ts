import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { writeLog } from '../../../src/core/contribution/log.ts';
import type { Comment, Contribution, Mark } from '../../../src/core/contribution/record.ts';
import { readWebAnnotations } from '../../../src/core/format/web-annotation-read.ts';
import { writeWebAnnotations } from '../../../src/core/format/web-annotation.ts';
import { CATEGORIES, SEVERITIES } from '../../../src/core/mqm/typology.ts';
import { comment, correction, id, mark, opaque, review, withdrawal } from '../contribution/make.ts';

const TIME = '2024-08-07T12:00:00.000Z';
const options = () => {
  let made = 900;
  return { newId: () => id((made += 1)), time: TIME };
};
const read = (json: unknown, given: object = {}) =>
  readWebAnnotations(typeof json === 'string' ? json : JSON.stringify(json), 'a.jsonld', {
    ...options(),
    ...given,
  });

const TEXTS: Readonly<Record<string, string>> = {
  'de/p': 'Das 𝄞 ist ein Zeichen, 𝄞 noch eines.',
  'en/p': 'This is a sign, another one.',
  'de/q': 'Kurz.',
};
const textOf = (variant: string, paragraph: string) => TEXTS[`${variant}/${paragraph}`];

const anchor = fc
  .record({
    variant: fc.constantFrom('de', 'en', undefined),
    from: fc.nat(20),
    length: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ variant, from, length }) => {
    const text = TEXTS[`${variant ?? 'de'}/p`]!;
    const found = anchorOf(text, from, Math.min(text.length, from + length));
    return variant === undefined ? found : { ...found, variant };
  });
const language = fc.constantFrom('de', 'en', 'pt-BR');
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const wording = fc.dictionary(language, words, { minKeys: 1, maxKeys: 3 });
const number = fc.nat(50);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const present = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const marks = fc
  .record({
    n: number,
    author: words,
    spans: fc.array(anchor, { minLength: 1, maxLength: 3 }),
    category: fc.constantFrom(...CATEGORIES),
    severity: fc.constantFrom(...SEVERITIES),
    explanation: optional(wording),
    replacement: optional(fc.string({ maxLength: 8 })),
    confidence: optional(fc.constant(0.5)),
    cause: optional(fc.constant({ kind: 'cut' as const, zh: '资讯' })),
    newer: optional(fc.jsonValue()),
  })
  .map(({ n, ...given }) => mark(n, present(given) as Partial<Mark>));
const comments = fc
  .record({
    n: number.map((n) => n + 100),
    text: wording,
    of: optional(number.map(id)),
    place: optional(fc.record({ spans: optional(fc.array(anchor, { minLength: 1, maxLength: 2 })) })),
    certainty: optional(fc.constant('likely' as const)),
  })
  .filter(({ of, place }) => of !== undefined || place !== undefined)
  .map(({ n, place, ...given }) =>
    comment(
      n,
      present({
        ...given,
        ...(place && { variant: 'de', paragraph: 'p', ...present(place) }),
      }) as Partial<Comment>,
    ),
  );
const others = fc.constantFrom<Contribution>(
  correction(200),
  review(201, 1),
  withdrawal(202, 1),
  opaque(203, { newer: [1, null] }),
  comment(204),
  comment(205, { variant: 'de' }),
);
const records = fc.uniqueArray(fc.oneof(marks, comments, others), {
  selector: (record) => record.id,
  maxLength: 8,
});

describe('a log as Web Annotations', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(records, (given) => {
        const { value, problems } = read(writeWebAnnotations(given));
        expect(problems).toEqual([]);
        expect(writeLog(value)).toBe(writeLog(given));
      }),
    );
  });

  test('is read as it was written when the texts are at hand', () => {
    fc.assert(
      fc.property(records, fc.boolean(), (given, readerHasTexts) => {
        const json = writeWebAnnotations(given, { textOf });
        const { value, problems } = read(json, readerHasTexts ? { textOf } : {});
        expect(problems).toEqual([]);
        expect(writeLog(value)).toBe(writeLog(given));
      }),
    );
  });

  test('has for a mark what the standard asks for, positions in code points', () => {
    const text = TEXTS['de/p']!;
    const start = text.indexOf('Zeichen');
    const given = mark(1, {
      spans: [anchorOf(text, start, start + 7)],
      explanation: { de: 'weil' },
      replacement: 'Schlüssel',
    });
    const page = JSON.parse(writeWebAnnotations([given], { textOf })) as { items: object[] };
    expect(page).toMatchObject({
      '@context': ['http://www.w3.org/ns/anno.jsonld', {}],
      type: 'AnnotationPage',
    });
    expect(page.items).toEqual([
      {
        id: `urn:uuid:${id(1)}`,
        type: 'Annotation',
        motivation: 'highlighting',
        creator: { type: 'Person', name: 'Ada' },
        created: given.time,
        body: [
          {
            type: 'TextualBody',
            purpose: 'classifying',
            format: 'text/plain',
            value: 'accuracy/mistranslation',
          },
          { type: 'TextualBody', purpose: 'assessing', format: 'text/plain', value: 'major' },
          { type: 'TextualBody', purpose: 'describing', language: 'de', format: 'text/plain', value: 'weil' },
          { type: 'TextualBody', purpose: 'editing', format: 'text/plain', value: 'Schlüssel' },
        ],
        target: {
          type: 'SpecificResource',
          source: 'urn:lesart:w:de:p',
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: 'Zeichen',
              prefix: text.slice(0, start),
              suffix: text.slice(start + 7),
            },
            { type: 'TextPositionSelector', start: start - 1, end: start + 6 },
          ],
          'lesart:rest': { start, end: start + 7 },
        },
      },
    ]);
  });
});

describe('an annotation of another tool', () => {
  const QUOTE = { type: 'TextQuoteSelector', exact: 'Zeichen', prefix: 'ist ein ', suffix: ',' };
  const foreign = (given: object) => ({
    id: 'https://example.org/anno/1',
    type: 'Annotation',
    creator: { id: 'https://example.org/ada' },
    created: '2024-08-07T12:00:00+02:00',
    target: { source: 'https://example.org/de', selector: QUOTE },
    ...given,
  });
  const placeOf = (iri: string) =>
    iri === 'https://example.org/de' ? { work: 'w', variant: 'de', paragraph: 'p' } : undefined;
  const start = TEXTS['de/p']!.indexOf('Zeichen');

  test('is a mark when it names a category, and finds its place by its quote', () => {
    const body = [
      { purpose: 'tagging', value: 'Accuracy/Omission' },
      { purpose: 'assessing', value: 'Major' },
      { type: 'TextualBody', value: 'why', language: 'en' },
    ];
    expect(read(foreign({ body }), { placeOf, textOf })).toEqual({
      value: [
        {
          id: id(901),
          type: 'mark',
          author: 'https://example.org/ada',
          time: '2024-08-07T10:00:00.000Z',
          work: 'w',
          variant: 'de',
          paragraph: 'p',
          category: 'accuracy/omission',
          severity: 'major',
          explanation: { en: 'why' },
          spans: [{ quote: { exact: 'Zeichen', prefix: 'ist ein ', suffix: ',' }, start, end: start + 7 }],
        },
      ],
      problems: [],
    });
  });

  test('is a comment when it has text only', () => {
    const { value } = read([foreign({ bodyValue: 'odd' })], { placeOf });
    expect(value).toMatchObject([{ type: 'comment', text: { und: 'odd' }, spans: [{ start: 0, end: 7 }] }]);
  });

  test('has its position counted in code points', () => {
    const points = [...TEXTS['de/p']!.slice(0, start)].length;
    const selector = [{ type: 'TextPositionSelector', start: points, end: points + 7 }];
    const target = { source: { id: 'https://example.org/de' }, selector };
    const { value } = read(foreign({ bodyValue: 'odd', target }), { placeOf, textOf });
    expect(value).toMatchObject([{ spans: [{ start, end: start + 7, quote: { exact: 'Zeichen' } }] }]);
  });

  test('may stand in a collection', () => {
    const first = { type: 'AnnotationPage', items: [foreign({ bodyValue: 'odd' })] };
    expect(read({ type: 'AnnotationCollection', first }, { placeOf }).value).toHaveLength(1);
  });

  test.each([
    ['is about something unknown', [foreign({ bodyValue: 'x' })], 'annotation-target-unknown', '[0]'],
    ['says nothing', [{ ...foreign({}), target: 'urn:lesart:w:de:p' }], 'annotation-invalid', '[0]'],
    ['is none', { type: 'AnnotationPage', items: [{ type: 'Note' }] }, 'annotation-invalid', 'items[0]'],
    ['is a number', 7, 'annotation-invalid', '$'],
    [
      'is beside them but no record',
      { type: 'AnnotationPage', items: [], 'lesart:records': [{ type: 'review' }] },
      'value-missing',
      'lesart:records[0].id',
    ],
  ])('that %s is reported with its path', (_name, json, code, path) => {
    const { value, problems } = read(json);
    expect(value).toEqual([]);
    expect(problems[0]).toMatchObject({ code, file: 'a.jsonld', args: { path } });
  });

  test('that is no JSON is reported with its line', () => {
    expect(read('{\n"type": }').problems).toMatchObject([{ code: 'json-invalid', line: 2 }]);
  });
});
