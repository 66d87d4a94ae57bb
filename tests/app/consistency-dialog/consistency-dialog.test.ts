import { beforeAll, describe, expect, test } from 'vitest';
import '../../../src/app/consistency-dialog/consistency-dialog.ts';
import type { ConsistencyDialog } from '../../../src/app/consistency-dialog/consistency-dialog.ts';
import { type ConsistencyPlace, consistencySteps } from '../../../src/core/contribution/consistency.ts';
import { finish } from '../../../src/core/steps.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { all, heard, mount, one, press, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const PLACES: readonly ConsistencyPlace[] = finish(
  consistencySteps(
    [{ old: 'Spenden', new: 'Finanzierung' }],
    ['Nichts. Spenden kamen. Gut.', 'Mehr Spenden.', 'Spenden.'].map((text, at) => ({
      id: `p${String(at)}`,
      text,
    })),
    'de',
  ),
);

async function offer(places = PLACES) {
  const dialog: ConsistencyDialog = await mount('lesart-consistency-dialog', {
    places,
    textLang: 'de',
    numberOf: (paragraph) => Number(paragraph.slice(1)) + 1,
  });
  const events = heard(dialog, 'consistency-confirmed');
  return {
    dialog,
    confirmed: () => events.map((event) => event.places.map(({ paragraph }) => paragraph)),
    type: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        const target = dialog.shadowRoot?.activeElement;
        if (key === ' ') (target as HTMLInputElement).click();
        else press(target ?? document.body, key);
        await rendered(dialog);
      }
    },
  };
}

describe('a change that could be made elsewhere', () => {
  test('is offered in one line, and nothing opens unasked', async () => {
    const { dialog } = await offer();
    expect(textOf(one(dialog, '.offer p'))).toBe('Spenden → becomes Finanzierung stands in 3 other places.');
    expect(all(dialog, 'dialog')).toEqual([]);
    let left = 0;
    dialog.addEventListener('consistency-dismissed', () => (left += 1));
    one(dialog, '.dismiss').click();
    expect(left).toBe(1);
  });

  test('is shown place by place in its sentence, none of them chosen', async () => {
    const { dialog } = await offer();
    await dialog.show();
    expect(all(dialog, 'li small').map(textOf)).toEqual(['Paragraph 1', 'Paragraph 2', 'Paragraph 3']);
    expect(
      all(dialog, 'li del')
        .map(textOf)
        .every((words) => words.includes('Spenden')),
    ).toBe(true);
    expect(all(dialog, 'li ins').length).toBe(3);
    expect(textOf(one(dialog, 'li'))).toContain('kamen.');
    expect(textOf(one(dialog, 'li'))).not.toContain('Gut.');
    expect((one(dialog, '.save') as HTMLButtonElement).disabled).toBe(true);
    expect(one(dialog, 'li .read').lang).toBe('de');
  });

  test('is confirmed by keys: arrows, Space, Enter', async () => {
    const { dialog, confirmed, type } = await offer();
    await dialog.show();
    await type('Enter');
    expect(confirmed()).toEqual([]);
    await type('ArrowDown', ' ', 'ArrowDown', 'ArrowDown', ' ', 'ArrowUp', 'Enter');
    expect(confirmed()).toEqual([['p1', 'p2']]);
    await expect.poll(() => all(dialog, 'dialog').length).toBe(0);
  });

  test('is confirmed everywhere or nowhere by a button', async () => {
    const { dialog, confirmed } = await offer();
    await dialog.show();
    const [every, none] = all(dialog, '.sides button');
    every?.click();
    await rendered(dialog);
    none?.click();
    await rendered(dialog);
    expect(all(dialog, 'li.chosen')).toEqual([]);
    every?.click();
    await rendered(dialog);
    one(dialog, '.save').click();
    expect(confirmed()).toEqual([['p0', 'p1', 'p2']]);
  });
});
