import { beforeAll, describe, expect, test, vi } from 'vitest';
import '../../src/app/statistics-view/edit-effort.ts';
import { CORRECTED, correctedPairs, measurable } from '../../src/app/statistics-view/corrected-text.ts';
import '../../src/app/statistics-view/text-metrics.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import { changeLanguage, loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import { all, correction, heard, mark, mount, one, openedWork, review, textOf, variant } from './make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const DE = 'Wir haben Spenden gesammelt.';
const RIGHT = 'Wir haben Geld gesammelt.';
const texts = {
  de: { o: DE, p: 'Kein Fehler hier.' },
  'de-2': { o: RIGHT, p: 'Kein Fehler da.' },
  en: { o: 'We raised funds.', p: 'No error here.' },
};
const variants = [
  variant('de', { provenance: 'machine' }),
  variant('en'),
  variant('de-2', { lang: 'de-AT' }),
];
const MARK = mark(1, DE, 'Spenden', { paragraph: 'o' });
const PROPOSED = correction(2, DE, RIGHT, { paragraph: 'o', resolves: [MARK.id] });
const log: readonly Contribution[] = [MARK, PROPOSED, review(3, 2)];

const rowsOf = (element: HTMLElement, at = 0): readonly (readonly string[])[] => {
  const figure = all(element, 'lesart-statistics-figure')[at]!;
  return all(one(figure, 'lesart-statistics-table'), 'tbody tr').map((row) => [...row.children].map(textOf));
};

describe('what corrections took and did', () => {
  test('is counted over the corrected paragraphs alone', async () => {
    const opened = openedWork(texts, log, { variants });
    expect(correctedPairs(opened, 'de')).toEqual({ rows: ['o'], texts: [DE], references: [RIGHT] });
    const element = await mount('lesart-edit-effort', { opened });
    await vi.waitUntil(() => all(element, 'lesart-statistics-figure').length > 0);
    await vi.waitUntil(() => rowsOf(element).length > 0);
    // One of four words was replaced.
    expect(rowsOf(element)[0]?.slice(1, 7)).toEqual(['1', '1', '4', '25.0', '1', '0']);
  });

  test('is said to be nothing before anything was accepted', async () => {
    const element = await mount('lesart-edit-effort', { opened: openedWork(texts, [MARK, PROPOSED]) });
    await vi.waitUntil(() => textOf(one(element, 'p')) === t('statistics.noCorrections'));
  });
});

describe('metrics in the statistics', () => {
  test('offer the corrected text, and other variants of the language', () => {
    const opened = openedWork(texts, log, { variants });
    expect(measurable(opened)).toEqual(
      new Map([
        ['de', [CORRECTED, 'de-2']],
        ['de-2', ['de']],
      ]),
    );
  });

  test('are measured at once for a short work, and again for another choice', async () => {
    const element = await mount('lesart-text-metrics', { opened: openedWork(texts, log, { variants }) });
    await vi.waitUntil(() => all(element, 'lesart-statistics-figure').length > 0);
    await vi.waitUntil(() => rowsOf(element).length === 4);
    const names = rowsOf(element).map(([name = '']) => name.split(' ')[0]);
    expect(names).toEqual(['BLEU', 'chrF2', 'chrF2++', 'TER']);
    expect(rowsOf(element)[3]?.[1]).toBe('25.0');
    expect(rowsOf(element)[3]?.[3]).toContain('version:lesart-');
    const against = one(element, 'label:nth-of-type(2) select') as HTMLSelectElement;
    against.value = 'de-2';
    against.dispatchEvent(new Event('change'));
    await vi.waitUntil(() => all(element, 'lesart-statistics-figure').length === 0);
    await vi.waitUntil(() => all(element, 'lesart-statistics-figure').length > 0);
    // Over both paragraphs: two of seven words.
    await vi.waitUntil(() => Number(rowsOf(element)[3]?.[1]) > 25);
  });

  test('ask for a text that is not there', async () => {
    const { de, en } = texts;
    const opened = openedWork({ de, en }, [], { variants });
    const asked = heard(document.body, 'texts-asked');
    await mount('lesart-text-metrics', { opened });
    await vi.waitUntil(() => asked.length > 0);
    expect(asked[0]?.variants).toEqual(['de-2']);
  });

  test('say so where there is nothing to measure, in German too', async () => {
    await changeLanguage('de');
    const element = await mount('lesart-text-metrics', {
      opened: openedWork({ de: texts.de, en: texts.en }, []),
    });
    expect(textOf(one(element, 'p'))).toMatch(/nichts zu messen/);
    await changeLanguage('en');
  });
});
