import { describe, expect, test } from 'vitest';
import type { Comparator } from '../../../src/app/address.ts';
import { changedLayers } from '../../../src/app/compare-view/changed-layers.ts';
import { Comparisons } from '../../../src/app/comparisons.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import { holdWorkers } from '../held-worker.ts';
import { correction, openedWork, review } from '../make.ts';

const DE = 'Wir haben keine Kontrolle mehr. Das Wetter ist heute schön.';
const BACK = 'We no longer have control. The weather is nice today.';
const EN = 'Everything remains firmly in our hands. The weather is nice today.';
const texts = { de: { p: DE }, en: { p: EN }, 'de-back': { p: BACK } };

/** The layers of a paragraph of a variant, as [words, name], when all comparisons have arrived. */
async function layersOf(
  opened: OpenedWork,
  comparator: Comparator,
  variant: string,
): Promise<readonly (readonly [string, string])[]> {
  const workers = holdWorkers();
  const comparisons = new Comparisons();
  const paragraph = opened.paragraph(variant, 'p')!;
  const layers = () => changedLayers(opened, comparisons, comparator, variant, paragraph);
  const arrived = new Promise((resolve) => {
    comparisons.addEventListener('settled', resolve, { once: true });
  });
  expect(layers()).toEqual([]);
  if (workers.asked() > 0) {
    workers.answer();
    await arrived;
  }
  return layers().map(({ start, end, name }) => [paragraph.text.slice(start, end), name]);
}

describe('by meaning', () => {
  test('a sentence of which no word is left is touched, the one that says the same is plain', async () => {
    expect(await layersOf(openedWork(texts), 'meaning', 'de')).toEqual([
      ['Wir haben keine Kontrolle mehr.', 'touched'],
    ]);
  });

  test.each([
    ['shifted', 'In these areas we really have full control any more today.'],
    ['far', 'In those places we really keep full and firm control.'],
  ])(
    'a sentence that says something else is %s by the share of words that changed',
    async (name, reference) => {
      const opened = openedWork({
        de: { p: 'Wir haben in diesen Bereichen heute wirklich keine Kontrolle mehr.' },
        'de-back': { p: 'In these areas we really have no control any more today.' },
        en: { p: reference },
      });
      expect((await layersOf(opened, 'meaning', 'de')).map((layer) => layer[1])).toEqual([name]);
    },
  );

  test('the reference’s words that the subject does not say are unsaid', async () => {
    const layers = await layersOf(openedWork(texts), 'meaning', 'en');
    expect(new Set(layers.map(([, name]) => name))).toEqual(new Set(['unsaid']));
    expect(layers.map(([words]) => words).join(' ')).toContain('firmly');
    expect(layers.map(([words]) => words).join(' ')).not.toContain('weather');
  });

  test('other variants are plain', async () => {
    const opened = openedWork({ ...texts, fr: { p: 'Nous ne contrôlons plus rien.' } });
    expect(await layersOf(opened, 'meaning', 'fr')).toEqual([]);
  });

  test('nothing is changed where there is no back-translation', async () => {
    expect(await layersOf(openedWork({ de: { p: DE }, en: { p: EN } }), 'meaning', 'de')).toEqual([]);
  });
});

describe('by correction', () => {
  const corrected = DE.replace('keine', 'volle');

  test('the subject’s words that the correction replaces are touched', async () => {
    const opened = openedWork(texts, [correction(1, DE, corrected)]);
    expect(await layersOf(opened, 'correction', 'de')).toEqual([['keine', 'touched']]);
  });

  test('the reference is plain', async () => {
    const opened = openedWork(texts, [correction(1, DE, corrected)]);
    expect(await layersOf(opened, 'correction', 'en')).toEqual([]);
  });

  test('nothing is touched without a correction, or with a rejected one', async () => {
    expect(await layersOf(openedWork(texts), 'correction', 'de')).toEqual([]);
    const rejected = [correction(1, DE, corrected), review(2, 1, { verdict: 'rejected' })];
    expect(await layersOf(openedWork(texts, rejected), 'correction', 'de')).toEqual([]);
  });

  test('the words are those of the text as it is now, not of the correction’s base', async () => {
    const opened = openedWork(texts, [correction(1, `Zuvor. ${DE}`, corrected)]);
    expect(await layersOf(opened, 'correction', 'de')).toEqual([['keine', 'touched']]);
  });
});
