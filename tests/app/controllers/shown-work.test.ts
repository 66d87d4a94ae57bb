import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Address } from '../../../src/app/address.ts';
import { ShownWork } from '../../../src/app/controllers/shown-work.ts';
import type { Hit } from '../../../src/app/controllers/text-search.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { projectionOf } from '../../../src/core/contribution/projection.ts';
import type { Alignment, Contribution } from '../../../src/core/contribution/record.ts';
import { startI18n } from '../../../src/i18n/i18n.ts';
import { mark, openedWork, recordId } from '../make.ts';

const text = 'eins zwei drei';
const plain = { de: { p: text, q: text, r: text }, en: { p: 'one', q: 'two', r: 'three' } };
const work = openedWork(plain, [
  mark(1, text, 'eins', { paragraph: 'p', severity: 'minor' }),
  mark(2, text, 'zwei', { paragraph: 'q', severity: 'major' }),
  mark(3, text, 'drei', { paragraph: 'q', severity: 'minor' }),
]);

let opened: OpenedWork | undefined;
let records: readonly Contribution[];
let address: Address;
let found: ReadonlyMap<string, readonly Hit[]>;
const project = vi.fn<() => void>();

beforeAll(async () => {
  await startI18n(['en']);
});
beforeEach(() => {
  opened = work;
  records = [];
  address = { view: 'compare', comparator: 'meaning' };
  found = new Map();
  project.mockReset();
});

function show(): ShownWork {
  const shown = new ShownWork({
    opened: () => opened,
    records: () => records,
    address: () => address,
    found: () => found,
    project,
  });
  shown.derive();
  return shown;
}

describe('the columns', () => {
  test('are those of the address that have a text, else the subject and the reference', () => {
    expect(show().columns).toEqual(['de', 'en']);
    address = { ...address, columns: ['en', 'nowhere'] };
    const shown = show();
    expect([shown.columns, shown.marked]).toEqual([['en'], ['de', 'en']]);
  });

  test('stay the same object while they say the same', () => {
    const shown = show();
    const before = shown.columns;
    address = { ...address, columns: ['de', 'en'] };
    shown.derive();
    expect(shown.columns).toBe(before);
  });
});

describe('rows that readers changed', () => {
  const moved: Alignment = {
    id: recordId(9),
    type: 'alignment',
    author: 'Ada',
    time: '2026-11-01T00:00:00.000Z',
    work: 'w',
    placements: [{ variant: 'de', paragraph: 'q', at: 0, row: 'p' }],
  };

  test('ask once for what shows them, and are shown when it is there', () => {
    const shown = show();
    expect(project).not.toHaveBeenCalled();
    records = [moved];
    shown.derive();
    shown.derive();
    expect(project).toHaveBeenCalledOnce();
    opened = work.withProject(projectionOf);
    shown.derive();
    expect(project).toHaveBeenCalledOnce();
    expect(shown.opened?.paragraph('de', 'p')?.text).toBe(`${text}\n${text}`);
    expect(shown.rowOf(recordId(2))).toBe('p');
  });
});

describe('the paragraph that is explained', () => {
  test('is the one that the address names, if the work has it', () => {
    address = { ...address, paragraph: 'r' };
    expect([show().active, show().shown]).toEqual(['r', 'r']);
    address = { ...address, paragraph: 'nowhere' };
    expect([show().active, show().shown]).toEqual([undefined, 'q']);
  });

  test('is the first with an error that matters, else the first', () => {
    expect(show().shown).toBe('q');
    opened = openedWork(plain);
    expect(show().shown).toBe('p');
  });
});

describe('the marks', () => {
  test('of a paragraph are counted as they are shown: each once, of the chosen severities', () => {
    const ids = (): readonly string[] =>
      show()
        .marksAt('q')
        .map(({ id }) => id);
    expect(ids()).toEqual([recordId(2), recordId(3)]);
    address = { ...address, severities: ['minor'], columns: ['de', 'en'] };
    expect(ids()).toEqual([recordId(3)]);
  });

  test('on the map are those of the chosen severities, beside what was found', () => {
    address = { ...address, severities: ['major'] };
    found = new Map([['en/r', [{ variant: 'en', paragraph: 'r', span: { start: 0, end: 1 } }]]]);
    expect(show().mapRows.map(({ id, counts, found: has }) => [id, counts, has])).toEqual([
      ['p', {}, false],
      ['q', { major: 1 }, false],
      ['r', {}, true],
    ]);
  });

  test('lead to their row; what is no mark leads nowhere', () => {
    const shown = show();
    expect(shown.rowOf(recordId(3))).toBe('q');
    expect([shown.rowOf(recordId(9)), shown.rowOf(undefined)]).toEqual([undefined, undefined]);
  });

  test('that the reader adds are shown with the others and counted as the reader’s own', () => {
    const shown = show();
    expect([shown.own, shown.markCounts.get('de')]).toEqual([0, 3]);
    records = [mark(4, text, 'eins', { paragraph: 'r', severity: 'critical' })];
    shown.derive();
    expect([shown.own, shown.markCounts.get('de'), shown.rowOf(recordId(4))]).toEqual([1, 4, 'r']);
    expect(shown.opened).toBe(shown.opened);
  });
});

test('scrolling, which changes none of what it is made from, makes nothing anew', () => {
  const shown = show();
  const before = shown.mapRows;
  address = { ...address, paragraph: 'r', mark: recordId(1) };
  shown.derive();
  expect(shown.mapRows).toBe(before);
});
