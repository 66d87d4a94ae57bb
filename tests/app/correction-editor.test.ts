import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CorrectionEditor } from '../../src/app/correction-editor/correction-editor.ts';
import { loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import { Drafts } from '../../src/store/drafts.ts';
import { DE, EN, button, field, mountEditor, ownDrafts, save, workOf, write } from './correcting.ts';
import {
  all,
  change,
  correction,
  heard,
  mark,
  one,
  openedWork,
  press,
  recordId,
  rendered,
  review,
  textOf,
} from './make.ts';
import { ownDatabase } from './store/logs.ts';

beforeAll(async () => {
  await page.viewport(800, 900);
  await startI18n(['en']);
  await loadLaterTexts();
});

const MARKS = [
  mark(1, DE, 'keine Kontrolle', { replacement: 'kein Mitspracherecht' }),
  mark(2, DE, 'Spenden', { replacement: 'Finanzierung', severity: 'critical' }),
];

let drafts: Drafts;
beforeEach(() => {
  drafts = ownDrafts();
});

const PLACE = { work: 'w', variant: 'de', paragraph: 'p' };
const editorFor = (given: Partial<CorrectionEditor> = {}): Promise<CorrectionEditor> =>
  mountEditor({ opened: workOf(...MARKS), drafts, ...given });
const shownDiff = (editor: CorrectionEditor) => {
  const root = one(editor, 'lesart-diff-text').shadowRoot;
  return [...(root?.querySelectorAll('del, ins') ?? [])].map((each) => `${each.localName} ${textOf(each)}`);
};
const resolved = (editor: CorrectionEditor) =>
  all(editor, '.resolves input').map((box) => (box as HTMLInputElement).checked);

describe('the editor', () => {
  test('shows the text in its language with spelling checked, the reference and the open marks beside it', async () => {
    const editor = await editorFor();
    const { value, lang, dir, spellcheck } = field(editor);
    expect([value, lang, dir, spellcheck]).toEqual([DE, 'de', 'ltr', true]);
    expect(textOf(one(editor, '.reference'))).toBe(EN);
    expect(all(editor, '.marks q').map(textOf)).toEqual(['keine Kontrolle', 'Spenden']);
    expect(save(editor).disabled).toBe(true);
  });

  test('begins with what accepted corrections made of the text', async () => {
    const better = DE.replace('Spenden', 'Gelder');
    const editor = await editorFor({ opened: workOf(correction(3, DE, better), review(4, 3)) });
    expect(field(editor).value).toBe(better);
  });

  test('shows what changes while it is typed', async () => {
    const editor = await editorFor();
    field(editor).focus();
    field(editor).setSelectionRange(DE.length - 1, DE.length - 1);
    await userEvent.keyboard(' heute');
    await expect.poll(() => shownDiff(editor)).toEqual([expect.stringContaining('heute')]);
    await write(editor, DE.replace('mehr ', ''));
    await expect.poll(() => shownDiff(editor)).toEqual([expect.stringContaining('mehr')]);
  });

  test('shows what changes in a paragraph of 2,000 words, which a worker compares', async () => {
    const long = Array.from({ length: 2_000 }, (_each, n) => `Wort${String(n % 700)}`).join(' ');
    const editor = await editorFor({ opened: openedWork({ de: { p: long }, en: { p: EN } }) });
    for (const text of ['eins', 'eins zwei', 'eins zwei drei']) await write(editor, `${long} ${text}`);
    await expect
      .poll(() => shownDiff(editor), { timeout: 10_000 })
      .toEqual([expect.stringContaining('eins zwei drei')]);
  });

  test('warns of what checks find, and saves all the same', async () => {
    const editor = await editorFor({ findings: [{ message: 'Two spaces.' }] });
    expect(textOf(one(editor, '.findings'))).toContain('Two spaces.');
    await write(editor, 'Neu.');
    expect(save(editor).disabled).toBe(false);
  });
});

describe('a mark’s better words', () => {
  test('are taken over with one key or button, each in the place of the marked ones', async () => {
    const editor = await editorFor();
    field(editor).dispatchEvent(
      new KeyboardEvent('keydown', { code: 'Digit1', altKey: true, bubbles: true }),
    );
    await rendered(editor);
    expect(field(editor).value).toBe(DE.replace('keine Kontrolle', 'kein Mitspracherecht'));
    button(editor, `${t('correcting.take')}: Finanzierung`).click();
    await rendered(editor);
    expect(field(editor).value).toBe(
      DE.replace('keine Kontrolle', 'kein Mitspracherecht').replace('Spenden', 'Finanzierung'),
    );
  });

  test('can be taken back by the field’s own undo', async () => {
    const editor = await editorFor();
    all(editor, '.take')[1]?.click();
    await userEvent.keyboard('{Control>}z{/Control}');
    await rendered(editor);
    expect(field(editor).value).toBe(DE);
  });

  test('cannot be taken over when the marked ones do not stand there any more', async () => {
    const editor = await editorFor();
    await write(editor, DE.replace('Spenden', 'Gelder'));
    expect(all(editor, '.take').map((each) => (each as HTMLButtonElement).disabled)).toEqual([false, true]);
  });

  test('resolve their mark once they are in the text, unless the reader says otherwise', async () => {
    const editor = await editorFor();
    await expect.poll(() => resolved(editor)).toEqual([false, false]);
    await write(editor, DE.replace('Spenden', 'Gelder'));
    await expect.poll(() => resolved(editor)).toEqual([false, true]);
    one(editor, '.resolves input').click();
    await rendered(editor);
    expect(resolved(editor)).toEqual([true, true]);
    const events = heard(editor, 'correction-drafted');
    save(editor).click();
    expect(events[0]?.draft.resolves).toEqual([recordId(1), recordId(2)]);
  });
});

describe('saving', () => {
  test('tells the text, its base, the reason, the marks and the name', async () => {
    const editor = await editorFor({ author: '' });
    const events = heard(document.body, 'correction-drafted');
    await write(editor, ` ${DE.replace('Spenden', 'Gelder')} `);
    await expect.poll(() => resolved(editor)).toEqual([false, true]);
    const [reason, author] = ['.reason', '.author'].map((each) => one(editor, each) as HTMLInputElement);
    reason!.value = ' Sinn ';
    reason!.dispatchEvent(new InputEvent('input'));
    author!.value = ' Bo ';
    press(field(editor), 'Control+Enter');
    expect(events.map(({ draft }) => draft)).toEqual([
      {
        variant: 'de',
        paragraph: 'p',
        text: DE.replace('Spenden', 'Gelder'),
        base: DE,
        reason: 'Sinn',
        resolves: [recordId(2)],
        author: 'Bo',
      },
    ]);
  });

  test('is for a text that differs', async () => {
    const editor = await editorFor();
    const events = heard(editor, 'correction-drafted');
    for (const text of [DE, `${DE} `, ` \n${DE}\n `]) {
      await write(editor, text);
      press(field(editor), 'Control+Enter');
    }
    expect([events.length, save(editor).disabled]).toEqual([0, true]);
  });

  test('of a proposal that is accepted with edits names it, also when nothing was edited', async () => {
    const text = DE.replace('Spenden', 'Gelder');
    const editor = await editorFor({
      opened: workOf(correction(3, DE, text)),
      draft: text,
      editedFrom: recordId(3),
    });
    const events = heard(editor, 'correction-drafted');
    expect(textOf(save(editor))).toContain(t('correcting.saveEdit'));
    save(editor).click();
    expect(events[0]?.draft).toMatchObject({ text, base: DE, editedFrom: recordId(3) });
  });
});

describe('a draft', () => {
  test('is there again after the editor was left, with the reason, as what it is', async () => {
    const editor = await editorFor();
    const left = heard(document.body, 'correction-left' as 'text-edited');
    await write(editor, 'Neu.');
    press(field(editor), 'Escape');
    editor.remove();
    expect(left).toHaveLength(1);
    await expect.poll(async () => (await drafts.read(PLACE))?.text).toBe('Neu.');
    const again = await editorFor();
    await expect.poll(() => field(again).value).toBe('Neu.');
    expect(textOf(again.shadowRoot!.querySelector('.notice')!)).toBe(t('correcting.restored'));
  });

  test('is of its paragraph alone', async () => {
    const editor = await editorFor();
    await write(editor, 'Neu.');
    await change(editor, { paragraph: 'q' });
    expect(field(editor).value).toBe('Und weiter.');
    await change(editor, { paragraph: 'p' });
    await expect.poll(() => field(editor).value).toBe('Neu.');
  });

  test('goes when the text is the old one again, or the reader starts over', async () => {
    const editor = await editorFor();
    await write(editor, 'Neu.');
    await expect.poll(async () => (await drafts.read(PLACE))?.text).toBe('Neu.');
    button(editor, t('correcting.startOver')).click();
    await rendered(editor);
    expect(field(editor).value).toBe(DE);
    await expect.poll(() => drafts.read(PLACE)).toBeUndefined();
  });

  test('does not come over what was typed before it', async () => {
    await drafts.write({ ...PLACE, base: DE, text: 'Alt.', reason: '', resolves: {} });
    const editor = await editorFor();
    await write(editor, 'Neu.');
    await expect.poll(async () => (await drafts.read(PLACE))?.text).toBe('Neu.');
    expect(field(editor).value).toBe('Neu.');
  });

  const CHANGED = DE.replace('Wir haben', 'Sie haben');
  const began = (text: string) => drafts.write({ ...PLACE, base: DE, text, reason: '', resolves: {} });
  const changedWork = () => workOf(correction(3, DE, CHANGED), review(4, 3));

  test('whose base has changed says so and takes the change in where the two do not touch', async () => {
    await began(DE.replace('Spenden', 'Gelder'));
    const editor = await editorFor({ opened: changedWork() });
    await expect.poll(() => all(editor, '.warning').length).toBe(1);
    button(editor, t('correcting.baseMerge')).click();
    await rendered(editor);
    expect(field(editor).value).toBe(CHANGED.replace('Spenden', 'Gelder'));
    expect(all(editor, '.warning')).toEqual([]);
    const events = heard(editor, 'correction-drafted');
    save(editor).click();
    expect(events[0]?.draft.base).toBe(CHANGED);
  });

  test('whose base has changed in the same words stays as it is, on either base', async () => {
    const mine = DE.replace('Wir haben', 'Ich habe');
    await began(mine);
    const editor = await editorFor({ opened: changedWork() });
    await expect.poll(() => all(editor, '.warning').length).toBe(1);
    expect(all(editor, '.warning button').map(textOf)).toEqual([t('correcting.baseOver')]);
    button(editor, t('correcting.baseOver')).click();
    await rendered(editor);
    expect(field(editor).value).toBe(mine);
    expect(all(editor, '.warning')).toEqual([]);
  });

  test('that cannot be kept is told', async () => {
    const nowhere = new Drafts({ name: ownDatabase(), factory: () => undefined });
    const editor = await editorFor({ drafts: nowhere });
    await expect.poll(() => all(editor, '[role=alert]').map(textOf)).toEqual([t('correcting.unkept')]);
  });
});

test('a text that nobody has begun to correct is followed when it changes', async () => {
  const editor = await editorFor();
  const better = DE.replace('Spenden', 'Gelder');
  await change(editor, { opened: workOf(correction(3, DE, better), review(4, 3)) });
  expect(field(editor).value).toBe(better);
  await write(editor, `${better} Ja.`);
  await change(editor, { opened: workOf() });
  expect(field(editor).value).toBe(`${better} Ja.`);
  expect(all(editor, '.warning')).toHaveLength(1);
});
