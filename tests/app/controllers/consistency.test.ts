import { render } from 'lit';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Consistency } from '../../../src/app/controllers/consistency.ts';
import type { OpenedWork } from '../../../src/app/opened-work.ts';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { loadLaterTexts, startI18n } from '../../../src/i18n/i18n.ts';
import { all, correction, one, openedWork, ownStorage, rendered, textOf } from '../make.ts';
import { stubHost } from './own-log.ts';

beforeAll(async () => {
  await startI18n(['en']);
  await loadLaterTexts();
});

const TEXTS = { p: 'Wir wollen Spenden.', q: 'Spenden kamen. Gut.', r: 'Mehr Spenden.', s: 'Nichts.' };
const KEPT = { variant: 'de', paragraph: 'p', base: TEXTS.p, text: 'Wir wollen Finanzierung.' };
const work = (log: readonly Contribution[] = []): OpenedWork => openedWork({ de: TEXTS, en: TEXTS }, log);

function bench() {
  ownStorage();
  const proposeElsewhere = vi.fn(() => Promise.resolve());
  const consistency = new Consistency(stubHost(), { proposeElsewhere });
  const page = document.createElement('div');
  document.body.append(page);
  onTestFinished(() => {
    page.remove();
  });
  return {
    consistency,
    proposeElsewhere,
    /** The offer as it is rendered for a work. */
    offer: async (opened = work()) => {
      render(consistency.render(opened), page);
      const element = page.querySelector('lesart-consistency-dialog');
      if (element) await rendered(element);
      return element;
    },
  };
}

describe('after a correction', () => {
  test('the same change is offered for the other paragraphs, and proposed where it is confirmed', async () => {
    const { consistency, proposeElsewhere, offer } = bench();
    await consistency.afterCorrection(work(), [KEPT]);
    const element = await offer();
    if (!element) throw new Error('nothing is offered');
    expect(textOf(one(element, '.offer p'))).toContain('stands in 2 other places.');
    await element.show();
    (all(element, 'li input')[1] as HTMLInputElement).click();
    await rendered(element);
    one(element, '.save').click();
    expect(proposeElsewhere).toHaveBeenCalledExactlyOnceWith(
      expect.anything(),
      'de',
      [{ paragraph: 'r', base: 'Mehr Spenden.', text: 'Mehr Finanzierung.' }],
      { author: '', reason: '“Spenden” → “Finanzierung”, as in paragraph 1.' },
    );
    await expect.poll(() => offer()).toBeNull();
  });

  test('nothing is offered for what is proposed already, nor in another work', async () => {
    const { consistency, offer } = bench();
    const proposed = work([correction(1, TEXTS.q, 'Finanzierung kam. Gut.', { paragraph: 'q' })]);
    await consistency.afterCorrection(proposed, [KEPT]);
    const element = await offer(proposed);
    expect(element?.places.map(({ paragraph }) => paragraph)).toEqual(['r']);
    expect(await offer(openedWork({ de: TEXTS }, [], { slug: 'other' }))).toBeNull();
  });

  test('nothing is offered where no words are replaced or they stand nowhere else', async () => {
    const { consistency, offer } = bench();
    await consistency.afterCorrection(work(), [{ ...KEPT, text: 'Wir wollen Spenden. Sehr.' }]);
    expect(await offer()).toBeNull();
    await consistency.afterCorrection(work(), [{ ...KEPT, paragraph: 's', base: 'Nichts.', text: 'Alles.' }]);
    expect(await offer()).toBeNull();
  });

  test('the offer goes when the reader does not want it, and with the next correction', async () => {
    const { consistency, offer } = bench();
    await consistency.afterCorrection(work(), [KEPT]);
    one((await offer())!, '.dismiss').click();
    expect(await offer()).toBeNull();
    await consistency.afterCorrection(work(), [KEPT]);
    await consistency.afterCorrection(work(), []);
    expect(await offer()).toBeNull();
  });
});
