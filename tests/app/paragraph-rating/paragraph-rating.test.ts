import { beforeAll, describe, expect, test } from 'vitest';
import '../../../src/app/paragraph-rating/paragraph-rating.ts';
import type { ParagraphRating } from '../../../src/app/paragraph-rating/paragraph-rating.ts';
import { writeSetting } from '../../../src/app/settings.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, change, heard, mount, one, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
  writeSetting('author', 'Ada');
});

const rating = (author: string, score: number) => ({
  id: author,
  type: 'rating' as const,
  author,
  time: '2026-01-01T00:00:00.000Z',
  work: 'w',
  variant: 'de',
  paragraph: 'p',
  score,
});

const show = (given: Partial<ParagraphRating> = {}): Promise<ParagraphRating> =>
  mount('lesart-paragraph-rating', {
    variant: 'de',
    label: 'Deutsch',
    textLang: 'de',
    paragraph: 'p',
    ...given,
  });
const slider = (element: ParagraphRating): HTMLInputElement => one(element, 'input') as HTMLInputElement;
const save = (element: ParagraphRating): HTMLButtonElement => one(element, 'button') as HTMLButtonElement;
const slide = async (element: ParagraphRating, value: number): Promise<void> => {
  slider(element).value = String(value);
  slider(element).dispatchEvent(new InputEvent('input'));
  await rendered(element);
};

describe('rating a paragraph', () => {
  test('says nothing until the slider was moved and the reader says so', async () => {
    const element = await show();
    const rated = heard(document.body, 'paragraph-rated');
    expect(save(element).disabled).toBe(true);
    await slide(element, 73);
    expect([textOf(one(element, 'output')), rated.length]).toEqual(['73', 0]);
    save(element).click();
    expect(rated.map(({ variant, paragraph, score }) => [variant, paragraph, score])).toEqual([
      ['de', 'p', 73],
    ]);
  });

  test('stands where the reader put it before, and names the others', async () => {
    const element = await show({ ratings: [rating('Ada', 40), rating('Bo', 90)] });
    expect(slider(element).value).toBe('40');
    expect(all(element, 'ul li').map(textOf)).toEqual(['Ada: 40', 'Bo: 90']);
    await slide(element, 40);
    expect(save(element).disabled).toBe(true);
  });

  test('is for one paragraph: the next one is rated anew', async () => {
    const element = await show();
    await slide(element, 10);
    await change(element, { paragraph: 'q' });
    expect([slider(element).value, save(element).disabled]).toEqual(['50', true]);
  });

  test('tells a screen reader what the number is out of', async () => {
    const element = await show();
    expect(slider(element).getAttribute('aria-valuetext')).toBe(t('rating.value', { score: '50' }));
  });
});
