import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../../src/core/contribution/anchor.ts';
import { currentText } from '../../../src/core/contribution/current-text.ts';
import type { Fields, Plan } from '../../../src/core/contribution/file-plans.ts';
import { fold, placeKey, type State } from '../../../src/core/contribution/fold.ts';
import { type Projection, projectionOf } from '../../../src/core/contribution/projection.ts';
import type { Alignment, Contribution, KnownContribution } from '../../../src/core/contribution/record.ts';
import { alignment, anyAlignments, anyTexts, ORDER, type Texts, textsOf } from './align-make.ts';
import { comment, correction, id, mark, rating, review } from './make.ts';

const texts = textsOf({
  de: ['p1: Eins.', 'p2: Zwei. Drei.', 'p4: Vier.'],
  en: ['p1: One.', 'p2: Two.', 'p2._2: Three.', 'p4: Four.'],
});
const split = alignment(1, {
  rows: [{ id: 'n', after: 'p2' }],
  placements: [
    { variant: 'de', paragraph: 'p2', at: 6, quote: { prefix: 'Zwei. ', suffix: 'Drei.' }, row: 'n' },
    { variant: 'en', paragraph: 'p2._2', at: 0, row: 'n' },
  ],
});

const project = (given: Texts, records: readonly Contribution[]): Projection =>
  projectionOf(ORDER, given, fold(records))!;

const textAt = ({ rows }: Pick<Projection, 'rows'>, variant: string, row: string): string =>
  rows.find(({ id: each }) => each === row)?.cells.get(variant)?.[0]?.text ?? '';

/** The records that plans become, from the nth on. */
const made = (plans: readonly Plan[], n = 50): readonly KnownContribution[] => {
  const records: KnownContribution[] = [];
  for (const plan of plans) {
    const fields: Fields = typeof plan === 'function' ? plan(records) : plan;
    records.push({
      ...fields,
      id: id(n + records.length),
      time: '2026-11-01T00:00:00.000Z',
    } as KnownContribution);
  }
  return records;
};

const fieldsOf = (record: KnownContribution): Fields => {
  const fields: Partial<KnownContribution> = { ...record };
  delete (fields as { id?: string }).id;
  delete (fields as { time?: string }).time;
  return fields as Fields;
};
const marksOf = ({ marks }: State, variant: string, row: string) =>
  (marks.get(placeKey(variant, row)) ?? []).map((folded) => folded.mark);
const readingOf = (projection: Projection, variant: string, row: string): string =>
  currentText(
    textAt(projection, variant, row),
    projection.state.corrections.get(placeKey(variant, row)) ?? [],
  );

describe('a work as it is shown', () => {
  test('is the files where nothing was moved and no row has several paragraphs', () => {
    const plain = textsOf({ de: ['p1: Eins.'], en: ['p1: One.'] });
    const confirmed = alignment(1, { standings: [{ row: 'p1', cells: { de: '' } }] });
    expect(projectionOf(ORDER, plain, fold([mark(3), confirmed]))).toBeUndefined();
  });

  test('has one text for each row, a line for each paragraph', () => {
    const { rows, texts: shown } = project(texts, []);
    expect(rows.map(({ id: row }) => row)).toEqual(['p1', 'p2', 'p4']);
    expect(textAt({ rows }, 'en', 'p2')).toBe('Two.\nThree.');
    expect(shown.get('en')!.map((each) => each.id)).toEqual(['p1', 'p2', 'p4']);
    expect(shown.get('de')).toBe(texts.get('de'));
  });

  test('is made anew only where words move', () => {
    const before = project(texts, [split]);
    const after = projectionOf(ORDER, texts, fold([split, mark(5)]), before)!;
    expect(after.rows).toBe(before.rows);
    expect(projectionOf(ORDER, texts, fold([]), before)!.rows).not.toBe(before.rows);
  });
});

describe('marks', () => {
  const drei = mark(5, { variant: 'de', paragraph: 'p2', spans: [anchorOf('Zwei. Drei.', 6, 10)] });

  test('go with their words to another row', () => {
    const { state } = project(texts, [split, drei]);
    expect(marksOf(state, 'de', 'p2')).toEqual([]);
    expect(marksOf(state, 'de', 'n')).toEqual([
      { ...drei, paragraph: 'n', spans: [anchorOf('Drei.', 0, 4)] },
    ]);
    expect(state.standing.get(drei.id)).toMatchObject({ paragraph: 'n' });
  });

  test('over two pieces show in both rows', () => {
    const over = mark(6, { variant: 'de', paragraph: 'p2', spans: [anchorOf('Zwei. Drei.', 2, 8)] });
    const { state } = project(texts, [split, over]);
    const [shown] = marksOf(state, 'de', 'p2');
    expect(shown!.spans).toEqual([anchorOf('Zwei. ', 2, 6), { paragraph: 'n', ...anchorOf('Drei.', 0, 2) }]);
    expect(marksOf(state, 'de', 'n')).toEqual([shown]);
  });

  test('whose words are gone stay where they were, to be seen as lost', () => {
    const lost = mark(7, {
      variant: 'en',
      paragraph: 'p2._2',
      spans: [anchorOf('a wholly different text', 2, 18)],
    });
    const { state } = project(texts, [lost]);
    expect(marksOf(state, 'en', 'p2')[0]!.spans[0]!.quote).toEqual(lost.spans[0]!.quote);
  });

  test('over several lines get an anchor in each paragraph', () => {
    const projection = project(texts, []);
    const [fields] = projection.toFile([
      fieldsOf(mark(9, { variant: 'en', paragraph: 'p2', spans: [anchorOf('Two.\nThree.', 1, 8)] })),
    ]);
    expect(fields).toMatchObject({
      paragraph: 'p2',
      spans: [anchorOf('Two.', 1, 4), { paragraph: 'p2._2', ...anchorOf('Three.', 0, 3) }],
    });
  });

  const anyMark = (projection: Projection, picks: readonly number[]) => {
    const cells = projection.rows.flatMap(({ id: row, cells: own }) =>
      [...own].map(([variant, [paragraph]]) => ({ row, variant, text: paragraph!.text })),
    );
    const [first] = cells.length === 0 ? [] : [cells[picks[0]! % cells.length]!];
    if (!first) return undefined;
    const spans = picks.slice(1).map((seed, index) => {
      const cell = index === 0 ? first : cells[seed % cells.length]!;
      const start = seed % cell.text.length;
      const end = Math.min(cell.text.length, start + 1 + (seed % 23));
      return { cell, start, end };
    });
    return mark(60, {
      variant: first.variant,
      paragraph: first.row,
      spans: spans.map(({ cell, start, end }) => ({
        ...(cell.variant === first.variant ? {} : { variant: cell.variant }),
        ...(cell.row === first.row ? {} : { paragraph: cell.row }),
        ...anchorOf(cell.text, start, end),
      })),
    });
  };

  test('that are made of what is shown are shown as they were made, wherever words were moved', () => {
    fc.assert(
      fc.property(
        anyTexts,
        anyAlignments,
        fc.array(fc.nat({ max: 500 }), { minLength: 2, maxLength: 4 }),
        (given, records, picks) => {
          const projection = projectionOf(ORDER, given, fold(records));
          const own = projection && anyMark(projection, picks);
          // A stretch that begins or ends at a break has a neighbour that is nothing but the break.
          if (!own || own.spans.some(({ quote }) => quote.exact.trim() !== quote.exact)) return;
          const [record] = made(projection.toFile([fieldsOf(own)]), 60);
          const { state } = projectionOf(ORDER, given, fold([...records, record!]))!;
          const shown = state.standing.get(own.id);
          const quotes = (each: typeof own) =>
            each.spans.map(({ variant, paragraph, start, end }) => ({
              variant: variant ?? each.variant,
              paragraph: paragraph ?? each.paragraph,
              start,
              end,
            }));
          expect(quotes(shown as typeof own)).toEqual(quotes(own));
          for (const { variant, paragraph } of quotes(own))
            expect(marksOf(state, variant, paragraph).map((each) => each.id)).toEqual([own.id]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('corrections', () => {
  const said = (plans: readonly Plan[]) =>
    plans.map((plan) => {
      const { paragraph, base, text } = plan as { paragraph: string; base: string; text: string };
      return [paragraph, base, text];
    });
  const corrects = (variant: string, paragraph: string, base: string, text: string): Fields =>
    fieldsOf(correction(9, { variant, paragraph, base, text }));

  test('of one paragraph among others show the others around it', () => {
    const records = [
      correction(5, { variant: 'en', paragraph: 'p2._2', base: 'Three.', text: 'Three!' }),
      correction(6, { variant: 'en', paragraph: 'p2', base: 'Two.', text: 'Two?' }),
      review(7, 5),
    ];
    const projection = project(texts, records);
    expect(
      projection.state.corrections
        .get('en/p2')!
        .map(({ correction: { id: own, base, text } }) => [own, base, text]),
    ).toEqual([
      [id(5), 'Two.\nThree.', 'Two.\nThree!'],
      [id(6), 'Two.\nThree!', 'Two?\nThree!'],
    ]);
    expect(readingOf(project(texts, [...records, review(8, 6)]), 'en', 'p2')).toBe('Two?\nThree!');
  });

  test('become one for each paragraph that they change', () => {
    const projection = project(texts, []);
    const one = corrects('en', 'p2', 'Two.\nThree.', 'Two.\nThree!');
    expect(said(projection.toFile([one]))).toEqual([['p2._2', 'Three.', 'Three!']]);
    const both = corrects('en', 'p2', 'Two.\nThree.', 'Two!\nThree!');
    expect(said(projection.toFile([both]))).toEqual([
      ['p2', 'Two.', 'Two!'],
      ['p2._2', 'Three.', 'Three!'],
    ]);
  });

  test('that join lines, split them, add some or take some away keep the others as they are', () => {
    const cell = textsOf({ en: ['p1: The first one.', 'p1._2: And a second.', 'p1._3: Last of all.'] });
    const base = 'The first one.\nAnd a second.\nLast of all.';
    const to = (text: string) => said(project(cell, []).toFile([corrects('en', 'p1', base, text)]));
    expect(to('The first one. And a second.\nLast of all.')).toEqual([
      ['p1', 'The first one.', 'The first one. And a second.'],
      ['p1._2', 'And a second.', ''],
    ]);
    expect(to('The first one.\nAnd\na second.\nLast of all.')).toEqual([
      ['p1._2', 'And a second.', 'And\na second.'],
    ]);
    expect(to('The first one.\nAnd a second.\nBrand-new words.\nLast of all.')).toEqual([
      ['p1._2', 'And a second.', 'And a second.\nBrand-new words.'],
    ]);
    expect(to('The first one.\nLast of all.')).toEqual([['p1._2', 'And a second.', '']]);
    expect(to('')).toEqual([
      ['p1', 'The first one.', ''],
      ['p1._2', 'And a second.', ''],
      ['p1._3', 'Last of all.', ''],
    ]);
  });

  test('of a piece become those of its whole paragraph', () => {
    const projection = project(texts, [split]);
    const [plan] = projection.toFile([corrects('de', 'n', 'Drei.', 'Drei!')]);
    expect(plan).toMatchObject({
      paragraph: 'p2',
      base: 'Zwei. Drei.',
      text: 'Zwei. Drei!',
      within: { start: 6, end: 11 },
    });
  });

  test('of a paragraph in two rows show where they change something', () => {
    const both = correction(5, { variant: 'de', paragraph: 'p2', base: 'Zwei. Drei.', text: 'Zwo. Drei!' });
    const one = correction(6, { variant: 'de', paragraph: 'p2', base: 'Zwei. Drei.', text: 'Zwei. Dreie.' });
    const { state } = project(texts, [split, both, one]);
    const at = (row: string) =>
      state.corrections.get(placeKey('de', row))?.map((each) => [each.correction.base, each.correction.text]);
    expect(at('p2')).toEqual([['Zwei. ', 'Zwo. ']]);
    expect(at('n')).toEqual([
      ['Drei.', 'Drei!'],
      ['Drei.', 'Dreie.'],
    ]);
  });

  test('that disagree are a fork in their row', () => {
    const records = [
      correction(5, { variant: 'en', paragraph: 'p2._2', base: 'Three.', text: 'Three!' }),
      correction(6, { variant: 'en', paragraph: 'p2._2', base: 'Three.', text: 'Three?' }),
      review(7, 5),
      review(8, 6),
    ];
    const { state } = project(texts, records);
    expect([...state.forks.keys()]).toEqual(['en/p2']);
    expect(state.forks.get('en/p2')![0]!.corrections).toHaveLength(2);
  });

  test('undone again leave the others applied', () => {
    const records = [
      correction(5, { variant: 'en', paragraph: 'p2', base: 'Two.', text: 'Two!' }),
      review(6, 5),
      correction(7, { variant: 'en', paragraph: 'p2._2', base: 'Three.', text: 'Three!' }),
      review(8, 7),
      correction(9, { variant: 'en', paragraph: 'p2', base: 'Two!', text: 'Two.' }),
      review(10, 9),
      correction(11, { variant: 'en', paragraph: 'p2', base: 'Two.', text: 'Two…' }),
      review(12, 11),
    ];
    expect(readingOf(project(texts, records), 'en', 'p2')).toBe('Two…\nThree!');
  });

  test('and what is said of them in the same action go together', () => {
    const projection = project(texts, []);
    const plans: readonly Plan[] = [
      corrects('en', 'p2', 'Two.\nThree.', 'Two!\nThree!'),
      (records) => fieldsOf(review(9, 9, { of: records[0]!.id })),
    ];
    const records = made(projection.toFile(plans));
    expect(records.map(({ type }) => type)).toEqual(['correction', 'correction', 'review', 'review']);
    expect(readingOf(project(texts, records), 'en', 'p2')).toBe('Two!\nThree!');
  });

  test('keep the marks that they resolve with the paragraph that these stand in', () => {
    const resolved = [
      mark(5, { variant: 'en', paragraph: 'p2', spans: [anchorOf('Two.', 0, 3)] }),
      mark(6, { variant: 'en', paragraph: 'p2._2', spans: [anchorOf('Three.', 0, 5)] }),
    ];
    const fields = { ...corrects('en', 'p2', 'Two.\nThree.', 'Two!\nThree!'), resolves: [id(5), id(6)] };
    expect(project(texts, resolved).toFile([fields])).toMatchObject([
      { resolves: [id(5)] },
      { resolves: [id(6)] },
    ]);
  });

  const edits = fc.array(
    fc.record({
      cell: fc.nat({ max: 40 }),
      at: fc.nat({ max: 60 }),
      gone: fc.nat({ max: 12 }),
      put: fc.constantFrom('', 'zig', ' zag ', 'a new line\nand more', 'Ж'),
    }),
    { minLength: 1, maxLength: 4 },
  );

  test('read as they were written, one after another, wherever words were moved', () => {
    fc.assert(
      fc.property(anyTexts, anyAlignments, edits, (given, alignments, all) => {
        let records: readonly Contribution[] = alignments;
        let n = 100;
        for (const { cell, at, gone, put } of all) {
          const projection = projectionOf(ORDER, given, fold(records));
          if (!projection) return;
          const cells = projection.rows.flatMap((row) =>
            [...row.cells.keys()].map((variant) => [variant, row.id]),
          );
          if (cells.length === 0) return;
          const [variant, row] = cells[cell % cells.length]! as [string, string];
          const base = readingOf(projection, variant, row);
          const start = Math.min(at, base.length);
          const text = (base.slice(0, start) + put + base.slice(start + gone))
            .split('\n')
            .filter((line) => line !== '')
            .join('\n');
          if (text === base) continue;
          const plans: readonly Plan[] = [
            corrects(variant, row, base, text),
            (before) => fieldsOf(review(9, 9, { of: before[0]!.id })),
          ];
          records = [...records, ...made(projection.toFile(plans), (n += 20))];
          const after = projectionOf(ORDER, given, fold(records))!;
          expect(readingOf(after, variant, row)).toBe(text);
          for (const [other, place] of cells)
            if (other !== variant || place !== row)
              expect(readingOf(after, other!, place!)).toBe(readingOf(projection, other!, place!));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what else is said of a place', () => {
  test('ratings of a row are kept for each of its paragraphs and show once', () => {
    const projection = project(texts, []);
    const plans = projection.toFile([fieldsOf(rating(9, { variant: 'en', paragraph: 'p2', score: 40 }))]);
    expect(plans.map((plan) => (plan as { paragraph: string }).paragraph)).toEqual(['p2', 'p2._2']);
    const { state } = project(texts, made(plans));
    expect(state.ratings.get('en/p2')!.map(({ score }) => score)).toEqual([40]);
  });

  test('comments stand in the row of their paragraph', () => {
    const { state } = project(texts, [split, comment(5, { variant: 'en', paragraph: 'p2._2' })]);
    expect(state.comments.get('en/n')!.map((each) => each.id)).toEqual([id(5)]);
  });

  test('alignments, reviews and what names no shown place are passed on', () => {
    const projection = project(texts, [split]);
    const plans: readonly Fields[] = [
      fieldsOf(split as Alignment),
      fieldsOf(review(8, 5)),
      fieldsOf(comment(9, { of: id(5) })),
      fieldsOf(correction(10, { variant: 'en', paragraph: 'p2._2', base: 'Three.', text: '3.' })),
    ];
    expect(projection.toFile(plans)).toEqual(plans);
  });

  test('a first text for a row whose own paragraph was moved elsewhere gets an id of its own', () => {
    const moved = alignment(1, { placements: [{ variant: 'en', paragraph: 'p1', at: 0, row: 'p2' }] });
    const projection = project(texts, [moved]);
    const fields = fieldsOf(correction(9, { variant: 'en', paragraph: 'p1', base: '', text: 'Uno.' }));
    expect(projection.toFile([fields])).toMatchObject([{ paragraph: 'p1._2', base: '', text: 'Uno.' }]);
    const records = [moved, ...made(projection.toFile([fields]))];
    expect(project(texts, records).state.corrections.get('en/p1')).toMatchObject([
      { correction: { base: '', text: 'Uno.' } },
    ]);
  });
});
