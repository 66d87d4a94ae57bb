import { describe, expect, test, vi } from 'vitest';
import {
  type ReadingPlace,
  nextMark,
  nextParagraph,
  searchedFrom,
} from '../../../src/app/controllers/reading-steps.ts';
import { SEVERITIES, type Severity } from '../../../src/core/mqm/typology.ts';
import { mark, openedWork, recordId } from '../make.ts';

const IDS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'p9'];
const texts = Object.fromEntries(IDS.map((id) => [id, 'eins zwei']));
const marked = openedWork({ de: texts }, [
  mark(1, 'eins zwei', 'eins', { paragraph: 'p2', severity: 'minor' }),
  mark(2, 'eins zwei', 'zwei', { paragraph: 'p5', severity: 'major' }),
]);
const place = (given: Partial<ReadingPlace> = {}): ReadingPlace => ({
  active: undefined,
  mark: undefined,
  seen: [0, 3],
  ...given,
});

describe('a step from paragraph to paragraph', () => {
  test('goes on from the active one while it is on screen, and stops at the ends', () => {
    expect(nextParagraph(marked, place({ active: 'p2' }), 1)).toBe('p3');
    expect(nextParagraph(marked, place({ active: 'p2' }), -1)).toBe('p1');
    expect(nextParagraph(marked, place({ active: 'p0' }), -1)).toBe('p0');
    expect(nextParagraph(marked, place({ active: 'p9', seen: [7, 9] }), 1)).toBe('p9');
  });

  test('begins with the first on arrival, and with what is on screen after scrolling away', () => {
    expect(nextParagraph(marked, place(), 1)).toBe('p0');
    const away = place({ active: 'p0', seen: [4, 7] });
    expect([nextParagraph(marked, away, 1), nextParagraph(marked, away, -1)]).toEqual(['p5', 'p6']);
  });
});

describe('a step from mark to mark', () => {
  const step = (
    given: Partial<ReadingPlace>,
    by: 1 | -1,
    of = marked,
    severities: readonly Severity[] = SEVERITIES,
  ) => nextMark(of, place(given), by, ['de'], severities);

  test('goes on from the mark that is on screen, and from the screen otherwise', () => {
    const first = { mark: recordId(1), paragraph: 'p2' };
    const second = { mark: recordId(2), paragraph: 'p5' };
    expect(step({ active: 'p2', mark: recordId(1) }, 1)).toEqual(second);
    expect(step({ active: 'p2', mark: recordId(1), seen: [4, 8] }, -1)).toEqual(second);
    expect(step({ seen: [3, 4] }, 1)).toEqual(second);
    expect(step({ seen: [3, 4] }, -1)).toEqual(first);
  });

  test('looks at no row where nothing is marked, or nothing of what is shown', () => {
    const looks = vi.spyOn(marked, 'step');
    expect(step({}, 1, marked, ['critical'])).toBeUndefined();
    expect(nextMark(marked, place(), 1, ['en'], SEVERITIES)).toBeUndefined();
    expect(looks).not.toHaveBeenCalled();
    expect(step({}, 1, marked, ['major'])?.mark).toBe(recordId(2));
    expect(looks).toHaveBeenCalledOnce();
  });
});

test('a search begins at the active paragraph while it is on screen, else at the top of the screen', () => {
  expect(searchedFrom(marked, place({ active: 'p2' }))).toBe(2);
  expect(searchedFrom(marked, place({ active: 'p2', seen: [6, 9] }))).toBe(6);
  expect(searchedFrom(marked, place({ seen: [6, 9] }))).toBe(6);
});
