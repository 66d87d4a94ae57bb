import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CorrectionEditor } from '../../src/app/correction-editor/correction-editor.ts';
import { loadLaterTexts, startI18n, t } from '../../src/i18n/i18n.ts';
import type { Drafts } from '../../src/store/drafts.ts';
import { DE, NEXT, button, field, mountEditor, ownDrafts, save, workOf, write } from './correcting.ts';
import {
  all,
  change,
  correction,
  heard,
  openedWork,
  press,
  recordId,
  rendered,
  review,
  textOf,
} from './make.ts';

beforeAll(async () => {
  await page.viewport(800, 900);
  await startI18n(['en']);
  await loadLaterTexts();
});

let drafts: Drafts;
beforeEach(() => {
  drafts = ownDrafts();
});

const editorFor = (given: Partial<CorrectionEditor> = {}) => mountEditor({ drafts, ...given });
const signs = (editor: CorrectionEditor) => all(editor, '.sign').length;
const notices = (editor: CorrectionEditor) => all(editor, '.notice').map(textOf);
const caretAt = (editor: CorrectionEditor, at: number) => {
  field(editor).focus();
  field(editor).setSelectionRange(at, at);
};
const step = async (
  editor: CorrectionEditor,
  name: 'joinNext' | 'joinPrevious' | 'insertAfter' | 'remove',
) => {
  button(editor, t(`correcting.structure.${name}`)).click();
  await rendered(editor);
};
const drafted = (editor: CorrectionEditor) => {
  const events = heard(editor, 'correction-drafted');
  save(editor).click();
  return events[0]?.draft;
};

describe('a line', () => {
  test('is a paragraph of its own, with a sign at its end; Enter parts one at the caret', async () => {
    const editor = await editorFor();
    expect(signs(editor)).toBe(0);
    caretAt(editor, 'Wir haben keine Kontrolle'.length);
    await userEvent.keyboard('{Enter}');
    await rendered(editor);
    expect([field(editor).value.split('\n'), signs(editor)]).toEqual([
      ['Wir haben keine Kontrolle', ' mehr über die Spenden.'],
      1,
    ]);
    expect(drafted(editor)).toMatchObject({
      base: DE,
      text: 'Wir haben keine Kontrolle\nmehr über die Spenden.',
    });
  });

  test.each([
    ['Backspace', 5],
    ['Delete', 4],
  ])('is joined with the one beside it by %s, with the space that the two need', async (key, at) => {
    const editor = await editorFor();
    await write(editor, 'Eins\nzwei');
    caretAt(editor, at);
    await userEvent.keyboard(`{${key}}`);
    expect(field(editor).value).toBe('Eins zwei');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field(editor).value).toBe('Eins\nzwei');
  });

  test('is joined without a space in Chinese', async () => {
    const opened = openedWork({ zh: { p: '一二' }, en: { p: 'One.' } }, [], { subject: 'zh' });
    const editor = await editorFor({ opened, variant: 'zh' });
    await write(editor, '一\n二');
    caretAt(editor, 2);
    await userEvent.keyboard('{Backspace}');
    expect(field(editor).value).toBe('一二');
  });

  test('stands over the very line of the field, however long', async () => {
    const editor = await editorFor();
    await write(
      editor,
      `${'Ein langer Satz, der umbricht. '.repeat(12)}\n${'Noch einer. '.repeat(20)}\nEnde.`,
    );
    const [signs] = all(editor, '.signs');
    expect(signs?.scrollHeight).toBe(field(editor).scrollHeight);
    expect(signs?.clientWidth).toBe(field(editor).clientWidth);
  });

  test('comes with what is pasted where an empty line parts it; a single break is a space', async () => {
    const editor = await editorFor();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'zwei \r\n Zeilen\r\n\r\nund ein Absatz');
    field(editor).select();
    field(editor).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
    await rendered(editor);
    expect(field(editor).value).toBe('zwei Zeilen\nund ein Absatz');
  });

  test('that begins like a header cannot be kept', async () => {
    const editor = await editorFor();
    await write(editor, `${DE}\n <!-- x`);
    expect(save(editor).disabled).toBe(true);
    expect(all(editor, '.warning').map(textOf)).toEqual([t('correcting.fault.header', { limit: '' })]);
  });
});

describe('a paragraph', () => {
  test('can get one after it', async () => {
    const editor = await editorFor();
    press(field(editor), 'Alt+Enter');
    await userEvent.keyboard('Neu.');
    await rendered(editor);
    expect(drafted(editor)?.text).toBe(`${DE}\nNeu.`);
  });

  test('can be removed, and the field’s own undo brings it back', async () => {
    const editor = await editorFor();
    await step(editor, 'remove');
    expect(notices(editor)).toEqual([t('correcting.removes', { count: 1 })]);
    expect(textOf(save(editor))).toContain(t('correcting.saveRemoval'));
    expect(drafted(editor)).toMatchObject({ paragraph: 'p', base: DE, text: '' });
    field(editor).focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field(editor).value).toBe(DE);
  });

  test('is joined with the next one: that one is empty then, in the same action', async () => {
    const editor = await editorFor();
    press(field(editor), 'Alt+J');
    await rendered(editor);
    expect(field(editor).value).toBe(`${DE} ${NEXT}`);
    expect(field(editor).selectionStart).toBe(DE.length + 1);
    expect(notices(editor)).toEqual([t('correcting.joins', { numbers: '1 and 2' })]);
    expect(all(editor, '.reference').map(textOf)).toEqual([
      'We have no say in the funding any more.',
      'And on.',
    ]);
    expect(drafted(editor)).toMatchObject({
      paragraph: 'p',
      base: DE,
      text: `${DE} ${NEXT}`,
      also: [{ variant: 'de', paragraph: 'q', base: NEXT, text: '' }],
    });
  });

  test('is joined with the one before it: this one is empty then', async () => {
    const editor = await editorFor({ paragraph: 'q' });
    await step(editor, 'joinPrevious');
    expect(drafted(editor)).toMatchObject({
      paragraph: 'p',
      base: DE,
      text: `${DE} ${NEXT}`,
      begun: 'q',
      also: [{ variant: 'de', paragraph: 'q', base: NEXT, text: '' }],
    });
  });

  test('that was joined and is parted again by undo leaves the other one alone', async () => {
    const editor = await editorFor();
    await step(editor, 'joinNext');
    await userEvent.keyboard('{Control>}z{/Control}');
    await rendered(editor);
    expect([field(editor).value, notices(editor)]).toEqual([DE, []]);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await rendered(editor);
    expect(notices(editor)).toEqual([t('correcting.joins', { numbers: '1 and 2' })]);
    button(editor, t('correcting.startOver')).click();
    await rendered(editor);
    expect([field(editor).value, notices(editor)]).toEqual([DE, []]);
  });

  test('has no step where there is nothing to join with', async () => {
    const editor = await editorFor();
    const isOff = () =>
      ['joinPrevious', 'joinNext'].map((name) => all(editor, `.${name}`)[0]?.hasAttribute('disabled'));
    expect(isOff()).toEqual([true, false]);
    await change(editor, { paragraph: 'q' });
    expect(isOff()).toEqual([false, true]);
  });
});

test('a draft of joined paragraphs is there again, with both', async () => {
  const editor = await editorFor();
  await step(editor, 'joinNext');
  editor.remove();
  await expect
    .poll(async () => (await drafts.read({ work: 'w', variant: 'de', paragraph: 'p' }))?.parts?.length)
    .toBe(2);
  const again = await editorFor();
  await expect.poll(() => field(again).value).toBe(`${DE} ${NEXT}`);
  expect(drafted(again)?.also).toEqual([{ variant: 'de', paragraph: 'q', base: NEXT, text: '' }]);
});

test('a proposal that joins is edited with both', async () => {
  const action = recordId(3);
  const joined = [
    correction(3, DE, `${DE} ${NEXT}`, { action }),
    correction(4, NEXT, '', { action, paragraph: 'q' }),
  ];
  const editor = await editorFor({
    opened: workOf(...joined),
    draft: `${DE} ${NEXT}`,
    editedFrom: recordId(3),
  });
  expect(drafted(editor)).toMatchObject({
    text: `${DE} ${NEXT}`,
    editedFrom: recordId(3),
    also: [{ paragraph: 'q', base: NEXT, text: '' }],
  });
});

test('says that marks are resolved where all are', async () => {
  const { mark } = await import('./make.ts');
  const editor = await editorFor({
    opened: workOf(
      mark(1, DE, 'Spenden'),
      correction(3, DE, DE.replace('Spenden', 'Gelder'), { resolves: [recordId(1)] }),
      review(4, 3),
    ),
  });
  expect(all(editor, '.empty').map(textOf)).toEqual([t('correcting.allResolved', { count: 1 })]);
});
