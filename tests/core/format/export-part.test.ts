import { describe, expect, test } from 'vitest';
import { exportSteps, type ExportTask } from '../../../src/core/format/export-file.ts';
import type { ExportFormat } from '../../../src/core/format/export-format.ts';
import { countPart, type ExportPart, partOf } from '../../../src/core/format/export-part.ts';
import type { ExportSource } from '../../../src/core/format/export-source.ts';
import { exportWords, filled } from '../../../src/core/format/export-words.ts';
import { finish } from '../../../src/core/steps.ts';
import { accepted, correction, demo, id, mark, work } from './export-demo.ts';

const words = exportWords((key) => key, 'en');
const [en, de] = work.variants as [(typeof work.variants)[0], (typeof work.variants)[0]];
const written = (from: ExportSource, format: ExportFormat): string => {
  const task: ExportTask = {
    ...{ format, source: en, target: de, columns: [en, de], added: [], root: 'w', words },
    time: '2026-01-03T00:00:00.000Z',
  };
  return finish(exportSteps(from, task)).content as string;
};
const part = (given: Partial<ExportPart>): ExportPart => ({
  ...{ paragraphs: 'all', variants: ['de'], proposals: 'beside' },
  ...given,
});

const RECORDS = [
  correction(1, 'a', 'Haus', 'Häuser'),
  accepted(2, 1),
  correction(3, 'a', 'Häuser', 'Alle Häuser', 'Zoë'),
  correction(4, 'b', 'Eins.', 'Eins!', 'Zoë'),
  mark(5, 'c', 'Zwei'),
];

describe('a part of a work', () => {
  test('has the text with its accepted corrections, or also with the proposals that fit', () => {
    expect(written(partOf(demo(RECORDS), part({ proposals: 'none' })), 'txt')).toBe(
      'Häuser\n\nEins.\n\nZwei.\n',
    );
    expect(written(partOf(demo(RECORDS), part({ proposals: 'applied' })), 'txt')).toBe(
      'Alle Häuser\n\nEins!\n\nZwei.\n',
    );
  });

  test('takes none of two proposals that say different things about one text', () => {
    const rival = correction(6, 'b', 'Eins.', 'Eins?');
    const both = partOf(demo([...RECORDS, rival]), part({ proposals: 'applied' }));
    expect(written(both, 'txt')).toBe('Alle Häuser\n\nEins.\n\nZwei.\n');
    expect(countPart(both, ['de'])).toMatchObject({ corrections: 2, proposals: 2 });
  });

  test('is the paragraphs with marks, with corrections, or one of them', () => {
    const rowsOf = (given: Partial<ExportPart>) =>
      written(partOf(demo(RECORDS), part(given)), 'csv')
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[0]);
    expect(rowsOf({ paragraphs: 'marked' })).toEqual(['c']);
    expect(rowsOf({ paragraphs: 'corrected' })).toEqual(['a', 'b']);
    expect(rowsOf({ rows: ['b'] })).toEqual(['b']);
    expect(rowsOf({ rows: ['c'], paragraphs: 'corrected' })).toEqual([]);
  });

  test('counts what it will hold', () => {
    expect(countPart(partOf(demo(RECORDS), part({ paragraphs: 'corrected' })), ['de'])).toEqual({
      ...{ paragraphs: 2, marks: 0, corrections: 1, proposals: 2, records: 4 },
    });
  });

  test('has of one reader what they said, with the verdicts of others on it', () => {
    const own = partOf(demo(RECORDS), part({ own: [id(1), id(5)] }));
    expect(own.records.map((record) => record.id)).toEqual([id(1), id(2), id(5)]);
    expect(written(own, 'txt')).toBe('Häuser\n\nEins.\n\nZwei.\n');
    expect(written(own, 'jsonl').trim().split('\n')).toHaveLength(3);
  });

  test('leaves open proposals out of the records too, but not their subject', () => {
    const { records } = partOf(demo(RECORDS), part({ proposals: 'none' }));
    expect(records.map((record) => record.id)).toEqual([id(1), id(2), id(5)]);
  });

  test('of everything is the work with all its records', () => {
    expect(partOf(demo(RECORDS), part({})).records).toHaveLength(RECORDS.length);
  });
});

test('values are put into a text once, whatever they hold', () => {
  expect(filled('{author}: {text} {other}', { author: '{text}', text: '$& {author}' })).toBe(
    '{text}: $& {author} {other}',
  );
});
