import { beforeAll, describe, expect, test } from 'vitest';
import '../../../src/app/diff-text/diff-text.ts';
import { type Diff, diffTexts } from '../../../src/core/compare/diff.ts';
import { changeLanguage, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, change, mount, one, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await startI18n(['en']);
});

const show = (value: Diff, oldLang = 'en', newLang = 'en') =>
  mount('lesart-diff-text', { outcome: { state: 'done', value }, oldLang, newLang });

const diff = diffTexts('We have no control today.', 'We have full control today.', { lang: 'en' });

/** A diff in which a phrase moved from the end to the beginning. */
const withMove: Diff = {
  old: 'b a',
  new: 'a b',
  unit: 'word',
  kept: 1,
  bounded: false,
  hunks: [
    { kind: 'insert', old: { start: 0, end: 0 }, new: { start: 0, end: 2 }, move: 1 },
    { kind: 'equal', old: { start: 0, end: 1 }, new: { start: 2, end: 3 } },
    { kind: 'delete', old: { start: 1, end: 3 }, new: { start: 3, end: 3 }, move: 1 },
  ],
};

/** What is seen of an element: its text without the words for screen readers. */
const seen = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('.sr')) hidden.remove();
  return copy.textContent ?? '';
};

describe('a diff', () => {
  test('shows what was taken away struck through and what was put in underlined', async () => {
    const shown = await show(diff);
    expect(all(shown, 'del').map(seen)).toEqual(['no']);
    expect(all(shown, 'ins').map(seen)).toEqual(['full']);
    expect(getComputedStyle(one(shown, 'del')).textDecorationLine).toBe('line-through');
    expect(getComputedStyle(one(shown, 'ins')).textDecorationLine).toBe('underline');
  });

  test('reads as the new text with the old words in it', async () => {
    expect(seen(one(await show(diff), '.read')).trim()).toBe('We have nofull control today.');
  });

  test('tells a screen reader where something was removed or added, and where that ends', async () => {
    const shown = await show(diff);
    expect(textOf(one(shown, 'del'))).toBe(`${t('diff.removed')} no ${t('diff.end')}`);
    expect(textOf(one(shown, 'ins'))).toBe(`${t('diff.added')} full ${t('diff.end')}`);
  });

  test('shows what moved as moved, from where and to where', async () => {
    const shown = await show(withMove);
    expect(textOf(one(shown, 'del.moved'))).toBe(`${t('diff.movedFrom')} a ${t('diff.end')}`);
    expect(textOf(one(shown, 'ins.moved'))).toBe(`${t('diff.movedTo')} a ${t('diff.end')}`);
  });

  test('has each text in its language and the whole in the new one’s direction', async () => {
    const shown = await show(diff, 'de', 'ar');
    expect(one(shown, '.read').lang).toBe('ar');
    expect(one(shown, '.read').dir).toBe('rtl');
    expect(one(shown, 'del').lang).toBe('de');
    expect(one(shown, 'ins').matches(':lang(ar)')).toBe(true);
  });

  test('takes text that looks like markup as text', async () => {
    const shown = await show(diffTexts('a', '<b>a</b>', { lang: 'en' }));
    expect(seen(one(shown, '.read'))).toContain('<b>');
    expect(all(shown, 'b')).toEqual([]);
  });
});

describe('without changes to show', () => {
  const status = (element: Element): string => textOf(one(element, '[role=status]'));

  test('says that it is comparing, before it was asked and while it runs', async () => {
    const shown = await mount('lesart-diff-text', {});
    expect(status(shown)).toBe(t('diff.running'));
    await change(shown, { outcome: { state: 'running' } });
    expect(status(shown)).toBe(t('diff.running'));
  });

  test('says that the comparison failed, and why', async () => {
    const shown = await mount('lesart-diff-text', { outcome: { state: 'failed', reason: 'Out of memory' } });
    expect(status(shown)).toBe(t('diff.failed', { reason: 'Out of memory' }));
    expect(status(shown)).toContain('Out of memory');
    await change(shown, { outcome: { state: 'failed', reason: 'too-long' } });
    expect(status(shown)).toBe(t('diff.tooLong'));
  });

  test.each(['the same', ''])('says that “%s” is the same text', async (text) => {
    const shown = await show(diffTexts(text, text, { lang: 'en' }));
    expect(seen(one(shown, '.read')).trim()).toBe(text);
    expect(textOf(one(shown, '.waiting'))).toBe(t('diff.same'));
  });

  test('says so only then', async () => {
    const shown = await show(diff);
    expect(all(shown, '.waiting')).toEqual([]);
  });

  test('says that a bounded comparison is coarse', async () => {
    const shown = await show({ ...diff, bounded: true });
    expect(textOf(one(shown, '.waiting'))).toBe(t('diff.bounded'));
  });

  test('says it in the language that the reader changes to', async () => {
    const shown = await mount('lesart-diff-text', {});
    const english = status(shown);
    await changeLanguage('de');
    await rendered(shown);
    const german = status(shown);
    await changeLanguage('en');
    expect(german).not.toBe(english);
    await rendered(shown);
    expect(status(shown)).toBe(english);
  });
});
