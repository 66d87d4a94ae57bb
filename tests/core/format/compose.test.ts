import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AlignedRow, alignMany } from '../../../src/core/align/align-many.ts';
import { alignmentOf } from '../../../src/core/contribution/alignment.ts';
import { uuidv7 } from '../../../src/core/contribution/id.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import type { Alignment } from '../../../src/core/contribution/record.ts';
import type { ImportedTable } from '../../../src/core/format/imported.ts';
import { finish } from '../../../src/core/steps.ts';
import { composeTable } from '../../../src/core/format/compose-table.ts';
import { type ComposedText, composeTexts, rowsByOrder } from '../../../src/core/format/compose-texts.ts';
import { type ComposedVariant, type ComposeOptions, variantIds } from '../../../src/core/format/compose.ts';
import { rowOf } from '../../../src/core/work/members.ts';
import { checkTexts } from '../../../src/core/work/validate.ts';
import { writeVariant } from '../../../src/core/work/variant-file.ts';

function options(given: Partial<ComposeOptions> = {}): ComposeOptions {
  let count = 0;
  return {
    slug: 'my-work-00000',
    title: { und: 'A work' },
    source: { und: 'a.txt' },
    date: '2026-11-23',
    time: '2026-11-23T10:00:00.000Z',
    newId: () => uuidv7(1_700_000_000_000 + (count += 1), new Uint8Array(10)),
    subject: 0,
    reference: 1,
    ...given,
  };
}

const variant = (lang: string, given: Partial<ComposedVariant> = {}): ComposedVariant => ({
  lang,
  label: lang,
  provenance: 'human',
  ...given,
});
const text = (lang: string, ...paragraphs: readonly string[]): ComposedText => ({
  ...variant(lang),
  paragraphs: paragraphs.map((words) => ({ role: 'paragraph', text: words })),
});
const row = (ranges: AlignedRow['ranges'], confidence = 0.95, isDisputed = false): AlignedRow => ({
  ranges,
  confidence,
  isDisputed,
});

describe('ids of variants', () => {
  test('are their languages; a further version of one has a number', () => {
    expect(
      variantIds([variant('de'), variant('en'), variant('de'), variant('zh-Hans'), variant('de')]),
    ).toEqual(['de', 'en', 'de-2', 'zh-Hans', 'de-3']);
  });

  test('of back-translations name the text that they translate, wherever that stands', () => {
    const back = (of: number) => variant('en', { provenance: 'back-translation', of });
    expect(variantIds([back(2), variant('en'), variant('de'), back(2)])).toEqual([
      'de-back',
      'en',
      'de',
      'de-back-2',
    ]);
  });
});

describe('texts that were aligned', () => {
  const texts = [text('de', 'Eins', 'Zwei', 'Drei'), text('en', 'One and two', 'Extra', 'Three')];
  const rows = [
    row([
      [0, 2],
      [0, 1],
    ]),
    row(
      [
        [2, 2],
        [1, 2],
      ],
      0.4,
    ),
    row(
      [
        [2, 3],
        [2, 3],
      ],
      0.9,
      true,
    ),
  ];

  test('become rows; further paragraphs of a row are its members, a text that lacks a row lacks it', () => {
    const made = finish(composeTexts(texts, rows, options()));
    expect(made.texts.get('de')!.map(({ id, text: words }) => [id, words])).toEqual([
      ['p1', 'Eins'],
      ['p1._2', 'Zwei'],
      ['p3', 'Drei'],
    ]);
    expect(made.texts.get('en')!.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect([made.rows, made.doubtful]).toEqual([3, 2]);
  });

  test('bring how sure the aligner was, which holds for the words as they are', () => {
    const made = finish(composeTexts(texts, rows, options()));
    expect(made.records).toHaveLength(1);
    expect(readContribution(made.records[0]).problems).toEqual([]);
    const { rows: shown } = alignmentOf(['de', 'en'], made.texts, made.records as readonly Alignment[]);
    expect(shown.map(({ id, standing }) => [id, standing])).toEqual([
      ['p1', { kind: 'estimated', confidence: 0.95, disputed: false }],
      ['p2', { kind: 'estimated', confidence: 0.4, disputed: false }],
      ['p3', { kind: 'estimated', confidence: 0.9, disputed: true }],
    ]);
  });

  test('have one role in each row: the first that says more than that it is a paragraph', () => {
    const plain = text('de', 'Titel', 'Satz');
    const marked: ComposedText = {
      ...variant('en'),
      paragraphs: [
        { role: 'title', text: 'Title' },
        { role: 'paragraph', text: 'Sentence' },
      ],
    };
    const made = finish(composeTexts([plain, marked], rowsByOrder([2, 2]), options(), false));
    for (const paragraphs of made.texts.values())
      expect(paragraphs.map(({ role }) => role)).toEqual(['title', 'paragraph']);
  });

  test('that a person put side by side bring no doubt', () => {
    const made = finish(
      composeTexts([text('de', 'A', 'B'), text('en', 'a', 'b')], rowsByOrder([2, 2]), options(), false),
    );
    expect([made.records, made.doubtful, made.rows]).toEqual([[], 0, 2]);
  });

  test('bring several records of one action where one line of a log could not hold them', () => {
    const many = Array.from({ length: 9000 }, (_, index) => `Words ${String(index)}`);
    const made = finish(
      composeTexts([text('de', ...many), text('en', ...many)], rowsByOrder([9000, 9000]), options()),
    );
    expect(made.records.length).toBeGreaterThan(1);
    expect(new Set(made.records.map(({ action }) => action))).toEqual(new Set([made.records[0]!.id]));
    for (const record of made.records) expect(JSON.stringify(record).length).toBeLessThan(2 ** 20);
  });
});

const paragraph = fc
  .tuple(
    fc.constantFrom('title', 'heading', 'paragraph', 'list-item', 'question', 'answer'),
    fc.array(fc.constantFrom('Haus', 'Berg', '42', 'Paris', 'geht', 'nie', '雨', 'ok.'), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([role, words]) => ({ role, text: words.join(' ') }) as const);
const anyTexts = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 4 })
  .map((all) =>
    all.map((paragraphs, index) => ({ ...variant(['de', 'en', 'fr', 'de'][index]!), paragraphs })),
  );

const aligned = (texts: readonly ComposedText[]): readonly AlignedRow[] => {
  const steps = alignMany(
    texts.map(({ lang, paragraphs }) => ({ lang, units: paragraphs.map((each) => each.text) })),
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

test('every paragraph stands in the work exactly once and in its order, whatever the texts', () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const made = finish(composeTexts(texts, aligned(texts), options()));
      const ids = variantIds(texts);
      for (const [index, { paragraphs }] of texts.entries()) {
        const own = made.texts.get(ids[index]!)!;
        expect(own.map((each) => each.text)).toEqual(paragraphs.map((each) => each.text));
        expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
        const numbers = own.map(({ id }) => Number(rowOf(id).slice(1)));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

test('the work is one that the validator has no fault to find with', () => {
  fc.assert(
    fc.property(anyTexts, (texts) => {
      const { work, texts: made } = finish(composeTexts(texts, aligned(texts), options()));
      const files = new Map([['work.json', JSON.stringify(work)]]);
      for (const [id, paragraphs] of made) files.set(`${id}.md`, writeVariant(paragraphs));
      const { problems } = checkTexts(work.slug, { files });
      expect(problems.filter(({ severity }) => severity === 'fault')).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

describe('a table', () => {
  const table: ImportedTable = {
    kind: 'table',
    columns: ['key', 'English', 'Deutsch', 'remark'].map((name) => ({ name, use: 'text' })),
    rows: [
      ['greeting', 'Hello', 'Hallo', 'said to friends'],
      ['a.b', 'One\ntwo', '', ''],
      ['', '', '', 'nothing to translate'],
      ['greeting', 'Bye', 'Tschüss', ''],
    ],
  };
  const texts = [
    { ...variant('de'), column: 2 },
    { ...variant('en'), column: 1 },
  ];

  test('becomes rows as they are; an empty cell is missing, a line a paragraph of its own', () => {
    const made = finish(composeTable(table, { texts, id: 0 }, options()));
    expect(made.texts.get('en')!.map(({ id, text: words }) => [id, words])).toEqual([
      ['greeting', 'Hello'],
      ['a.b', 'One'],
      ['a.b._2', 'two'],
      ['greeting-2', 'Bye'],
    ]);
    expect(made.texts.get('de')!.map(({ id }) => id)).toEqual(['greeting', 'greeting-2']);
    expect([made.rows, made.records]).toEqual([3, []]);
  });

  test('has rows of its own numbering where no column names them', () => {
    const made = finish(composeTable(table, { texts }, options()));
    expect(made.texts.get('de')!.map(({ id }) => id)).toEqual(['p1', 'p3']);
  });

  test('brings its remarks as comments', () => {
    const made = finish(composeTable(table, { texts, notes: [3] }, options()));
    expect(made.records).toMatchObject([
      { type: 'comment', variant: 'de', paragraph: 'p1', text: { und: 'said to friends' } },
    ]);
    expect(readContribution(made.records[0]).problems).toEqual([]);
  });
});
