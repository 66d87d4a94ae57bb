import { describe, expect, test } from 'vitest';
import { Comparisons } from '../../src/app/comparisons.ts';
import type { OpenedWork } from '../../src/app/opened-work.ts';
import { correctionOf, readingOf } from '../../src/app/readings.ts';
import { holdWorkers } from './held-worker.ts';
import { correction, openedWork, review } from './make.ts';

const de = { p: 'Wir haben keine Kontrolle mehr.' };
const back = { p: 'We no longer have control.' };
const en = { p: 'We still have control.' };

const asked = (
  opened: OpenedWork,
  paragraph = 'p',
  compare: typeof readingOf | typeof correctionOf = readingOf,
): { outcome: unknown; requests: number } => {
  const workers = holdWorkers();
  const outcome = compare(opened, new Comparisons(), paragraph);
  return { outcome, requests: workers.asked() };
};

describe('the reading of a paragraph', () => {
  test('is asked for where subject, back-translation and reference have it', () => {
    const opened = openedWork({ de, en, 'de-back': back });
    expect(asked(opened)).toEqual({ outcome: { state: 'running' }, requests: 1 });
  });

  test.each([
    ['the subject', { de: {}, en, 'de-back': back }],
    ['the reference', { de, en: {}, 'de-back': back }],
    ['the back-translation', { de, en, 'de-back': {} }],
  ])('is not to be had, and not asked for, where %s has no such paragraph', (_variant, texts) => {
    expect(asked(openedWork(texts))).toEqual({ outcome: undefined, requests: 0 });
  });

  test('is not to be had in a work without a back-translation', () => {
    expect(asked(openedWork({ de, en }))).toEqual({ outcome: undefined, requests: 0 });
  });

  test('is not to be had where the reference is not declared', () => {
    const opened = openedWork({ de, en, 'de-back': back }, [], { reference: 'fr' });
    expect(asked(opened)).toEqual({ outcome: undefined, requests: 0 });
  });

  test('holds the subject against the reference: what is struck is the back-translation’s', async () => {
    const comparisons = new Comparisons();
    const opened = openedWork({ de, en, 'de-back': back });
    const arrived = new Promise((resolve) => {
      comparisons.addEventListener('settled', resolve, { once: true });
    });
    readingOf(opened, comparisons, 'p');
    await arrived;
    const outcome = readingOf(opened, comparisons, 'p');
    if (outcome?.state !== 'done') throw new Error('no reading');
    expect([outcome.value.diff.old, outcome.value.diff.new]).toEqual([back.p, en.p]);
    expect(outcome.value.spans.every(({ end }) => end <= de.p.length)).toBe(true);
  });
});

describe('the correction of a paragraph', () => {
  const proposed = correction(1, de.p, 'Wir haben volle Kontrolle.');

  test('is asked for where something was proposed', () => {
    expect(asked(openedWork({ de, en }, [proposed]), 'p', correctionOf)).toEqual({
      outcome: { state: 'running' },
      requests: 1,
    });
  });

  test.each([
    ['nothing was proposed', openedWork({ de, en })],
    ['it was rejected', openedWork({ de, en }, [proposed, review(2, 1, { verdict: 'rejected' })])],
    ['another variant is corrected', openedWork({ de, en }, [{ ...proposed, variant: 'en' }])],
    ['the subject has no such paragraph', openedWork({ de: {}, en }, [proposed])],
  ])('is not to be had, and not asked for, where %s', (_why, opened) => {
    expect(asked(opened, 'p', correctionOf)).toEqual({ outcome: undefined, requests: 0 });
  });

  test('holds the text as it is now against what was proposed', async () => {
    const comparisons = new Comparisons();
    const opened = openedWork({ de, en }, [correction(1, 'Zuvor.', 'Wir haben volle Kontrolle.')]);
    const arrived = new Promise((resolve) => {
      comparisons.addEventListener('settled', resolve, { once: true });
    });
    correctionOf(opened, comparisons, 'p');
    await arrived;
    const outcome = correctionOf(opened, comparisons, 'p');
    if (outcome?.state !== 'done') throw new Error('no correction');
    expect([outcome.value.old, outcome.value.new]).toEqual([de.p, 'Wir haben volle Kontrolle.']);
  });
});
