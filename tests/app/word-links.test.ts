import { describe, expect, test } from 'vitest';
import type { OpenedWork } from '../../src/app/opened-work.ts';
import { counterpartsOf, wordReading } from '../../src/app/word-links.ts';
import { openedWork } from './make.ts';

const DE = {
  p1: 'Der Hund bellt.',
  p2: 'Die Katze schläft.',
  p3: 'Der Hund schläft.',
  p4: 'Die Katze bellt.',
};
const EN = { p1: 'The dog barks.', p2: 'The cat sleeps.', p3: 'The dog sleeps.', p4: 'The cat barks.' };

/** The surest counterpart of the word at an offset of the first row. */
async function surest(opened: OpenedWork, offset: number): Promise<string | undefined> {
  const reply = await counterpartsOf(opened, { variant: 'de', row: 0, offset }, ['de', 'en'], true);
  const [first] = reply?.counterparts ?? [];
  return first && opened.paragraph(first.variant, 'p1')?.text.slice(first.start, first.end);
}

describe('counterparts of a word', () => {
  test('are those of the work that is open, also after another one with the same rows', async () => {
    expect(await surest(openedWork({ de: DE, en: EN }), 4)).toBe('dog');
    const other = { ...EN, p1: 'The wolf barks.', p3: 'The wolf sleeps.' };
    expect(await surest(openedWork({ de: DE, en: other }), 4)).toBe('wolf');
  });

  test('are the same when one more text has come', async () => {
    const opened = openedWork({ de: DE, en: EN });
    const before = await surest(opened, 9);
    expect(await surest(opened.withText('fr', []), 9)).toBe(before);
    expect(before).toBe('barks');
  });

  test('are told to be unlearnt before they are learnt, if they are not to be', async () => {
    const opened = openedWork({ de: { ...DE, p5: 'Neu.' }, en: { ...EN, p5: 'New.' } });
    const ask = () => counterpartsOf(opened, { variant: 'de', row: 0, offset: 4 }, ['de', 'en'], false);
    expect(await ask()).toEqual({ word: { start: 4, end: 8 }, counterparts: [], unlearnt: ['en'] });
    await surest(opened, 4);
    expect(await ask()).toMatchObject({ unlearnt: [] });
  });

  test('are none between words', async () => {
    expect(await surest(openedWork({ de: DE, en: EN }), 3)).toBeUndefined();
  });

  test('wait for a text that is still being sent', async () => {
    const opened = openedWork({ de: { ...DE, p6: 'Sechs.' }, en: { ...EN, p6: 'Six.' } });
    expect(await Promise.all([surest(opened, 4), surest(opened, 4)])).toEqual(['dog', 'dog']);
  });
});

test('a paragraph is read by words where its work has a back-translation, and not where it has none', async () => {
  const texts = [
    { text: DE.p1, lang: 'de' },
    { text: EN.p1, lang: 'en' },
    { text: 'The dog sings.', lang: 'en' },
  ] as const;
  const work = openedWork({ de: DE, en: { ...EN, p1: 'The dog sings.' }, 'de-back': EN });
  const reading = await wordReading(work, 'p1', texts);
  expect(reading?.spans.map(({ start, end }) => DE.p1.slice(start, end))).toEqual(['bellt']);
  expect(await wordReading(openedWork({ de: DE, en: EN }), 'p1', texts)).toBeUndefined();
});
