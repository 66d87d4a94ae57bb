import { describe, expect, test } from 'vitest';
import { anchorOf } from '../../src/core/contribution/anchor.ts';
import { projectionOf } from '../../src/core/contribution/projection.ts';
import type { Alignment, Contribution, Mark } from '../../src/core/contribution/record.ts';
import { recordMaker } from '../../src/store/new-record.ts';
import type { OpenedWork } from '../../src/app/opened-work.ts';
import { openedWork, variant } from './make.ts';

const maker = recordMaker();
const common = { author: 'Ada', work: 'w' };

const moved: Alignment = maker.newRecord({
  ...common,
  type: 'alignment',
  placements: [{ variant: 'en', paragraph: 'p2', at: 0, row: 'p1' }],
});
const markOf = (paragraph: string, text: string, start: number, end: number): Mark =>
  maker.newRecord({
    ...common,
    type: 'mark',
    variant: 'en',
    paragraph,
    spans: [anchorOf(text, start, end)],
    category: 'accuracy/mistranslation',
    severity: 'major',
  });

const files = () =>
  openedWork({ de: { p1: 'Eins.', p2: 'Zwei.' }, en: { p1: 'One.', p2: 'Two.' } }, [], {
    variants: ['de', 'en', 'fr'].map((id) => variant(id)),
  });
const shown = (records: readonly Contribution[]): OpenedWork =>
  files().withProject(projectionOf).withRecords(records);

describe('a work whose words were moved to other rows', () => {
  test('costs nothing as long as nobody did so', () => {
    const plain = files();
    const ready = plain.withProject(projectionOf);
    expect(plain.needsProject).toBe(false);
    expect(ready.texts).toBe(ready.fileTexts);
    expect(ready.state).toBe(ready.fileState);
    const plans = [{ type: 'rating', ...common, variant: 'en', paragraph: 'p2' }] as const;
    expect(ready.toFile(plans)).toBe(plans);
  });

  test('says when it cannot be shown right yet', () => {
    expect(files().withRecords([moved]).needsProject).toBe(true);
    expect(shown([moved]).needsProject).toBe(false);
  });

  test('has the words in their new row, with their marks', () => {
    const mark = markOf('p2', 'Two.', 0, 3);
    const work = shown([moved, mark]);
    expect(work.paragraph('en', 'p1')?.text).toBe('One.\nTwo.');
    expect(work.paragraph('en', 'p2')).toBeUndefined();
    expect(work.fileTexts.get('en')!.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(work.marksIn('en', 'p1').map(({ spans }) => spans)).toEqual([[{ start: 5, end: 8 }]]);
    expect(work.marksIn('en', 'p2')).toEqual([]);
    expect(work.markCount('en')).toBe(1);
    expect(work.strays).toEqual([]);
  });

  test('keeps its rows while only something is said of them', () => {
    const before = shown([moved]);
    const after = before.withRecords([moved, markOf('p1', 'One.', 0, 3)]);
    expect(after.rows).toBe(before.rows);
    expect(after.texts).toBe(before.texts);
  });

  test('shows what came with one more text, and other roles', () => {
    const work = shown([moved]);
    const more = work.withText('fr', [{ id: 'p1', role: 'paragraph', text: 'Un.' }]);
    expect(more.paragraph('fr', 'p1')?.text).toBe('Un.');
    expect(more.paragraph('en', 'p1')?.text).toBe('One.\nTwo.');
    expect(work.withRoles({ subject: 'en', reference: 'de' }).rows.map(({ id }) => id)).toEqual(['p1', 'p2']);
  });

  test('takes what is added in terms of what is shown', () => {
    const work = shown([moved]);
    const text = work.paragraph('en', 'p1')!.text;
    const [plan] = work.toFile([markOf('p1', text, 5, 8)]);
    expect(plan).toMatchObject({ paragraph: 'p2', spans: [{ start: 0, end: 3 }] });
  });

  test('counts a mark with words in two paragraphs once', () => {
    const over = maker.newRecord({
      ...common,
      type: 'mark',
      variant: 'en',
      paragraph: 'p1',
      spans: [anchorOf('One.', 0, 3), { paragraph: 'p2', ...anchorOf('Two.', 0, 3) }],
      category: 'accuracy/mistranslation',
      severity: 'minor',
    });
    const work = files().withRecords([over]);
    expect(work.markCount('en')).toBe(1);
    expect(work.marksIn('en', 'p1').map(({ spans }) => spans)).toEqual([[{ start: 0, end: 3 }]]);
    expect(work.marksIn('en', 'p2').map(({ spans }) => spans)).toEqual([[{ start: 0, end: 3 }]]);
  });
});
