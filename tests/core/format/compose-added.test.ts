import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type RowAlignment,
  alignmentOf,
  cellKey,
  cellTexts,
} from '../../../src/core/contribution/alignment.ts';
import { mergeRows, unlink } from '../../../src/core/contribution/align-edits.ts';
import { readContribution } from '../../../src/core/contribution/record-schema.ts';
import type { Alignment } from '../../../src/core/contribution/record.ts';
import { uuidv7 } from '../../../src/core/contribution/id.ts';
import {
  type AddedText,
  type ComposedAddition,
  composeAdded,
} from '../../../src/core/format/compose-added.ts';
import { finish } from '../../../src/core/steps.ts';
import type { Work } from '../../../src/core/work/model.ts';
import { checkTexts } from '../../../src/core/work/validate.ts';
import { writeVariant } from '../../../src/core/work/variant-file.ts';
import {
  ORDER,
  type Texts,
  aligned,
  alignment,
  anyAlignments,
  anyTexts,
  shown,
  textsOf,
} from '../contribution/align-make.ts';

const WORK: Work = {
  slug: 'my-work-00000',
  title: { und: 'A work' },
  date: '2026-11-23',
  credit: '',
  source: { und: 'a' },
  subject: 'de',
  reference: 'en',
  variants: ORDER.map((id) => ({
    id,
    lang: id,
    label: id,
    provenance: 'human',
    status: 'complete',
    listed: true,
  })),
};

const DE = [
  'p1: Der Berg liegt im Norden des Landes, 4200 Meter hoch.',
  'p2: Im Jahr 1957 stieg Anna Meier als Erste auf den Gipfel.',
  'p3: Heute führt eine Bahn von Bern hinauf, und 30 Hotels stehen am Weg.',
];
const EN = [
  'p1: The mountain lies in the north of the country, 4200 metres high.',
  'p2: In 1957 Anna Meier was the first to climb the summit.',
  'p3: Today a railway leads up from Bern, and 30 hotels stand along the way.',
];
const ES = [
  'La montaña está en el norte del país, 4200 metros de altura.',
  'En 1957 Anna Meier fue la primera.',
  'Subió a la cumbre.',
  'Hoy un tren sube desde Bern, y 30 hoteles están en el camino.',
];
const TEXTS = textsOf({ de: DE, en: EN });

const added = (lang: string, lines: readonly string[], given: Partial<AddedText> = {}): AddedText => ({
  lang,
  label: lang,
  provenance: 'human',
  paragraphs: lines.map((text) => ({ role: 'paragraph', text })),
  ...given,
});

function add(
  texts: Texts,
  records: readonly Alignment[],
  given: readonly AddedText[],
  anchor = 'de',
  work = WORK,
): ComposedAddition {
  let count = 0;
  const newId = () => uuidv7(1_900_000_000_000 + (count += 1), new Uint8Array(10));
  const time = '2026-11-23T10:00:00.000Z';
  return finish(composeAdded(work, aligned(texts, records), given, { anchor, time, newId }));
}

/** What was summed up of a row's words. */
const keysOf = (rows: RowAlignment, row: string): Record<string, string> =>
  Object.fromEntries(
    rows.order.map((id) => [id, cellKey(cellTexts(rows, rows.rows[rows.index.get(row)!]!, id))]),
  );

/** The rows as they are with the addition. */
const after = (texts: Texts, records: readonly Alignment[], made: ComposedAddition) =>
  alignmentOf([...ORDER, ...made.texts.keys()], new Map([...texts, ...made.texts]), [
    ...records,
    ...made.records,
  ]);

describe('an added text', () => {
  test('is put into the rows of the text that it is aligned with', () => {
    const made = add(TEXTS, [], [added('es', ES)]);
    expect(made.texts.get('es')!.map(({ id }) => id)).toEqual(['p1', 'p2', 'p2._2', 'p3']);
    expect(made.variants.map(({ id, lang }) => [id, lang])).toEqual([['es', 'es']]);
    expect(made.rows).toBe(0);
    const rows = after(TEXTS, [], made).rows;
    expect(rows.map(({ standing }) => standing?.kind)).toEqual(['estimated', 'estimated', 'estimated']);
  });

  test('follows the rows as people have arranged them', () => {
    const plain = aligned(TEXTS);
    const merged = alignment(1, mergeRows(plain, 'p1', 'p2')!);
    const made = add(TEXTS, [merged], [added('es', ES)]);
    expect(made.texts.get('es')!.map(({ id }) => id)).toEqual(['p1', 'p1._2', 'p1._3', 'p3']);
  });

  test('stands in a row that only a record made without naming it in its file', () => {
    const parted = alignment(
      1,
      unlink(aligned(TEXTS), 'de', 'p2', () => 'r-1')!,
    );
    const made = add(TEXTS, [parted], [added('es', ES)]);
    expect(made.texts.get('es')!.map(({ id }) => id)).toEqual(['p1', 'es-1', 'es-2', 'p3']);
    const rows = alignmentOf([...ORDER, 'es'], new Map([...TEXTS, ...made.texts]), [parted, ...made.records]);
    expect(shown(rows)[2]).toBe(
      'r-1 | Im Jahr 1957 stieg Anna Meier als Erste auf den Gipfel. |  | En 1957 Anna Meier fue la primera./Subió a la cumbre.',
    );
    // Without that record it has rows of its own, and no words are lost.
    expect(after(TEXTS, [], made).pieces.get('es')!.length).toBe(4);
  });

  test('is no longer covered by what people confirmed before it came, and they still count for the others', () => {
    const before = aligned(TEXTS);
    const cells = alignment(1, {
      standings: [{ row: 'p2', cells: keysOf(before, 'p2') }],
    });
    expect(aligned(TEXTS, [cells]).rows[1]?.standing?.kind).toBe('confirmed');
    const made = add(TEXTS, [cells], [added('es', ES)]);
    expect(after(TEXTS, [cells], made).rows[1]?.standing).toMatchObject({
      kind: 'estimated',
      confirmed: ['de', 'en'],
    });
  });

  test('says no more of a row than was known of it', () => {
    const before = aligned(TEXTS);
    const doubt = alignment(1, {
      standings: [{ row: 'p1', cells: keysOf(before, 'p1'), confidence: 0.2, disputed: true }],
    });
    const made = add(TEXTS, [doubt], [added('es', ES)]);
    expect(after(TEXTS, [doubt], made).rows[0]?.standing).toEqual({
      kind: 'estimated',
      confidence: 0.2,
      disputed: true,
    });
  });

  test('may translate back one of the work or one that is added with it', () => {
    const made = add(
      TEXTS,
      [],
      [
        added('de', ES, { provenance: 'back-translation', ofVariant: 'en' }),
        added('fr', ES),
        added('de', ES, { provenance: 'back-translation', of: 1 }),
      ],
    );
    expect(made.variants.map(({ id, of, listed }) => [id, of, listed])).toEqual([
      ['en-back', 'en', false],
      ['fr-2', undefined, true],
      ['fr-2-back', 'fr-2', false],
    ]);
  });
});

test('whatever a work is like, its rows stay as they are, no word of the new text is lost, and records are sound', () => {
  fc.assert(
    fc.property(anyTexts, anyAlignments, anyTexts, (texts, records, others) => {
      const paragraphs = [...others.get('fr')!, ...others.get('en')!].map(({ text }) => text);
      fc.pre(texts.get('de')!.length > 0 && paragraphs.length > 0);
      const before = aligned(texts, records);
      const made = add(texts, records, [added('es', paragraphs)]);
      expect(made.texts.get('es')!.map(({ text }) => text)).toEqual(paragraphs);
      const now = after(texts, records, made);
      const old = now.rows
        .map(({ id, cells }) => ({ id, cells: new Map([...cells].filter(([variant]) => variant !== 'es')) }))
        .filter(({ cells }) => cells.size > 0);
      expect(old).toEqual(before.rows.map(({ id, cells }) => ({ id, cells: new Map(cells) })));
      expect(now.lost.filter(({ record }) => made.records.some(({ id }) => id === record))).toEqual([]);
      for (const record of made.records) expect(readContribution(record).value).toEqual(record);
      expect(new Set(made.texts.get('es')!.map(({ id }) => id)).size).toBe(paragraphs.length);
    }),
  );
});

test('a folder with it is valid', () => {
  const made = add(TEXTS, [], [added('es', ES)]);
  const work = { ...WORK, variants: [...WORK.variants.filter(({ id }) => id !== 'fr'), ...made.variants] };
  const files = new Map([
    ['work.json', JSON.stringify(work)],
    ...[...TEXTS, ...made.texts].map(([id, text]) => [`${id}.md`, writeVariant(text)] as const),
  ]);
  expect(checkTexts(work.slug, { files }).problems).toEqual([]);
});
