import { beforeAll, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Beside } from '../../../src/app/beside.ts';
import { SEVERITY_KEYS, WITH_DIGIT } from '../../../src/app/mark-editor/severity-keys.ts';
import { TYPOLOGIES } from '../../../src/core/mqm/typologies.ts';
import '../../../src/app/mark-editor/mark-editor.ts';
import type { MarkDraft, MarkEditor } from '../../../src/app/mark-editor/mark-editor.ts';
import { SEVERITIES } from '../../../src/core/mqm/typology.ts';
import { loadLaterTexts, startI18n, t } from '../../../src/i18n/i18n.ts';
import { all, heard, mount, one, press, rendered, textOf } from '../make.ts';

beforeAll(async () => {
  await page.viewport(1000, 800);
  await startI18n(['en']);
  await loadLaterTexts();
});

const typologyNamed = (id: string) => TYPOLOGIES.find((typology) => typology.id === id)!;
const ALL = typologyNamed('everyday').entries.map(({ category }) => category);
/** Those with a digit. */
const EVERYDAY = ALL.slice(0, WITH_DIGIT);

const MIDDLE: Beside = { left: 300, top: 100, bottom: 120 };
const EDITED: Partial<MarkDraft> = {
  category: 'accuracy/omission',
  severity: 'minor',
  comment: 'Half of it.',
  replacement: 'alles',
};

/** The editor, open, with the drafts that it makes and how often it is left without one. */
async function show(given: Partial<MarkEditor> = {}, beside = MIDDLE) {
  const editor = await mount('lesart-mark-editor', {
    quotes: [{ words: 'keine Kontrolle', lang: 'de', label: 'Deutsch', gap: false }],
    author: 'Ada',
    ...given,
  });
  const events = heard(editor, 'mark-drafted');
  let left = 0;
  editor.addEventListener('mark-dismissed', () => (left += 1));
  await editor.show(beside);
  return {
    editor,
    drafts: () => events.map(({ draft }) => draft),
    left: () => left,
    dialog: one(editor, 'dialog') as HTMLDialogElement,
    /** Presses keys where the keyboard is. */
    type: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        press(editor.shadowRoot?.activeElement ?? document.body, key);
        await rendered(editor);
      }
    },
  };
}

const button = (editor: MarkEditor, name: string): HTMLButtonElement => {
  const found = all(editor, 'button').find((each) => textOf(each).startsWith(name));
  if (!found) throw new Error(`no button ${name}`);
  return found as HTMLButtonElement;
};
const save = (editor: MarkEditor): HTMLButtonElement => one(editor, '.save') as HTMLButtonElement;
const comment = (editor: MarkEditor): HTMLTextAreaElement => one(editor, 'textarea') as HTMLTextAreaElement;
const input = (editor: MarkEditor, name: string): HTMLInputElement =>
  one(editor, `input.${name}`) as HTMLInputElement;
const tree = (editor: MarkEditor): HTMLSelectElement => one(editor, 'select') as HTMLSelectElement;
const pressed = (editor: MarkEditor): readonly string[] =>
  all(editor, '[aria-pressed=true]').map((each) => textOf(each).replace(/ \S+$/, ''));

describe('the editor', () => {
  test('is a dialog with a name, over the page, with the words in their language and the keyboard on it', async () => {
    const { editor, dialog } = await show();
    expect(dialog.matches(':modal')).toBe(true);
    const title = one(editor, `#${dialog.getAttribute('aria-labelledby') ?? ''}`);
    expect(textOf(title)).toBe(t('marking.title'));
    expect([one(editor, 'q').lang, textOf(one(editor, 'q'))]).toEqual(['de', 'keine Kontrolle']);
    expect(editor.shadowRoot?.activeElement).toBe(title);
  });

  test('offers every category once and every severity, with the keys for them', async () => {
    const { editor } = await show();
    const [categories, severities] = all(editor, 'fieldset').map((set) => [
      ...set.querySelectorAll('button'),
    ]);
    expect(categories?.map(textOf)).toEqual(
      EVERYDAY.map((category, index) => `${t(`mqm.category.${category}`)} ${String(index + 1)}`),
    );
    expect(severities?.map(textOf)).toEqual(
      SEVERITIES.map((severity) => {
        const key = Object.entries(SEVERITY_KEYS).find(([, named]) => named === severity)?.[0];
        return `${t(`mqm.severity.${severity}`)} ${key ?? ''}`;
      }),
    );
    const others = [...tree(editor).options].map(({ value }) => value).filter((value) => value !== '');
    expect([...EVERYDAY, ...others]).toEqual(ALL);
  });

  test.each([
    { left: 300, top: 100, bottom: 120 },
    { left: 990, top: 100, bottom: 120 },
    { left: -200, top: 0, bottom: 20 },
    { left: 300, top: 770, bottom: 790 },
    { left: 990, top: 400, bottom: 420 },
    { left: 5, top: -100, bottom: 900 },
  ])('stands whole inside the window beside $left, $top', async (beside) => {
    const { dialog } = await show({}, beside);
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(innerWidth);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
  });

  // Words that were selected and then scrolled away: M opens the editor where nobody sees it.
  test('stands inside the window beside words that are above it', async () => {
    const { dialog } = await show({}, { left: 300, top: -1000, bottom: -980 });
    expect(dialog.getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
  });

  test('stands under the words where there is room, over them where there is not, and never on them', async () => {
    const { dialog } = await show();
    expect(dialog.getBoundingClientRect().top).toBeGreaterThan(MIDDLE.bottom);
    expect(dialog.getBoundingClientRect().left).toBe(MIDDLE.left);
    const low = await show({}, { left: 300, top: 700, bottom: 720 });
    expect(low.dialog.getBoundingClientRect().bottom).toBeLessThan(700);
  });
});

describe('a mark by two keys', () => {
  const draft = (category: MarkDraft['category'], severity: MarkDraft['severity']): MarkDraft => ({
    category,
    severity,
    comment: '',
    replacement: '',
    author: 'Ada',
  });

  test.each(EVERYDAY.map((category, index) => [String(index + 1), category] as const))(
    '%s is %s',
    async (key, category) => {
      const { type, drafts, dialog } = await show();
      await type(key);
      expect(drafts()).toEqual([]);
      await type('j');
      expect(drafts()).toEqual([draft(category, 'major')]);
      expect(dialog.open).toBe(false);
    },
  );

  test.each(Object.entries(SEVERITY_KEYS))(
    '%s is %s, small or capital, before or after',
    async (key, severity) => {
      const before = await show();
      await before.type(key, '1');
      expect(before.drafts()).toEqual([draft('accuracy/mistranslation', severity)]);
      const after = await show();
      await after.type('1', `Shift+${key.toUpperCase()}`);
      expect(after.drafts()).toEqual([draft('accuracy/mistranslation', severity)]);
    },
  );

  test('has the last category and severity that were chosen', async () => {
    const { editor, type, drafts } = await show();
    await type('1', '2', '3');
    expect(pressed(editor)).toEqual([t(`mqm.category.${EVERYDAY[2]!}`)]);
    await type('c');
    expect(drafts()).toEqual([draft(EVERYDAY[2]!, 'critical')]);
  });

  test('is not made by other keys, nor with Control, Alt or Command', async () => {
    const { type, drafts, editor } = await show();
    await type('0', 'x', ' ', 'Control+1', 'Alt+1', 'Meta+1', 'Control+c', 'ArrowDown', 'F1');
    expect([drafts(), pressed(editor)]).toEqual([[], []]);
  });

  test('takes the comment along that was typed before, and no letter of it for a key', async () => {
    const { editor, type, drafts } = await show();
    comment(editor).focus();
    await userEvent.keyboard('nmjc 123');
    expect([drafts(), pressed(editor)]).toEqual([[], []]);
    expect(comment(editor).value).toBe('nmjc 123');
    one(editor, 'h2').focus();
    await type('1', 'n');
    expect(drafts().map((each) => each.comment)).toEqual(['nmjc 123']);
  });
});

describe('a mark by its buttons', () => {
  test('can be saved when it has a category and a severity, with all that was said, trimmed', async () => {
    const { editor, drafts } = await show({ author: '' });
    expect(save(editor).disabled).toBe(true);
    button(editor, t('mqm.category.accuracy/omission')).click();
    await rendered(editor);
    expect(save(editor).disabled).toBe(true);
    button(editor, t('mqm.severity.neutral')).click();
    await rendered(editor);
    expect(pressed(editor)).toEqual([t('mqm.category.accuracy/omission'), t('mqm.severity.neutral')]);
    comment(editor).value = '  Half of it.\n';
    input(editor, 'replacement').value = ' alles ';
    input(editor, 'author').value = ' Grace ';
    expect(drafts()).toEqual([]);
    save(editor).click();
    expect(drafts()).toEqual([
      {
        category: 'accuracy/omission',
        severity: 'neutral',
        comment: 'Half of it.',
        replacement: 'alles',
        author: 'Grace',
      },
    ]);
  });

  test('can have any category of the tree, which is shown chosen there alone', async () => {
    const { editor, drafts } = await show();
    const other = ALL.find((category) => !EVERYDAY.includes(category))!;
    await userEvent.selectOptions(tree(editor), other);
    await rendered(editor);
    expect(pressed(editor)).toEqual([]);
    expect(tree(editor).value).toBe(other);
    button(editor, t('mqm.severity.minor')).click();
    await rendered(editor);
    save(editor).click();
    expect(drafts().map(({ category }) => category)).toEqual([other]);
  });

  test('shows the category of the tree or the one beside it, whichever was chosen last', async () => {
    const { editor } = await show();
    const [first, second] = ALL.filter((category) => !EVERYDAY.includes(category));
    for (const other of [first!, second!, first!]) {
      await userEvent.selectOptions(tree(editor), other);
      await rendered(editor);
      expect([tree(editor).value, pressed(editor)]).toEqual([other, []]);
      button(editor, t('mqm.category.accuracy/omission')).click();
      await rendered(editor);
      expect([tree(editor).value, pressed(editor)]).toEqual(['', [t('mqm.category.accuracy/omission')]]);
    }
  });

  // “choose …” is shown, no button is pressed, and the category that was chosen before would be saved.
  test('saves no category that is shown nowhere', async () => {
    const { editor, drafts } = await show();
    button(editor, t('mqm.severity.minor')).click();
    const other = ALL.find((category) => !EVERYDAY.includes(category))!;
    await userEvent.selectOptions(tree(editor), other);
    await rendered(editor);
    await userEvent.selectOptions(tree(editor), '');
    await rendered(editor);
    expect(pressed(editor)).toEqual([t('mqm.severity.minor')]);
    save(editor).click();
    expect(drafts().map(({ category }) => category)).toEqual(tree(editor).value === '' ? [] : [other]);
  });

  test('asks for a name where none is known, and goes without where none is given', async () => {
    const known = await show();
    expect(all(known.editor, 'input.author')).toEqual([]);
    const unknown = await show({ author: '' });
    expect(all(unknown.editor, 'input.author')).toHaveLength(1);
    await unknown.type('1', 'n');
    expect(unknown.drafts().map(({ author }) => author)).toEqual([t('marking.nobody')]);
  });
});

describe('Enter', () => {
  test('saves from a line, and with Control or Command from the comment; alone it is a new line there', async () => {
    for (const [field, key, count] of [
      ['input.replacement', 'Enter', 1],
      ['textarea', 'Control+Enter', 1],
      ['textarea', 'Meta+Enter', 1],
      ['textarea', 'Enter', 0],
    ] as const) {
      const { editor, drafts } = await show({ draft: EDITED });
      const event = press(one(editor, field), key);
      expect(drafts()).toHaveLength(count);
      expect(event.defaultPrevented).toBe(count === 1);
    }
  });

  test('saves nothing that is not complete', async () => {
    const { editor, drafts, dialog } = await show();
    press(input(editor, 'replacement'), 'Enter');
    press(comment(editor), 'Control+Enter');
    expect([drafts(), dialog.open]).toEqual([[], true]);
  });

  // With an input method (Japanese, Chinese, Korean) Enter takes the proposed characters.
  test('that ends a composition saves nothing', async () => {
    const { editor, drafts } = await show({ draft: EDITED });
    input(editor, 'replacement').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true }),
    );
    expect(drafts()).toEqual([]);
  });
});

describe('a mark that is edited', () => {
  test('begins with what it says, under another title', async () => {
    const { editor } = await show({ draft: EDITED });
    expect(textOf(one(editor, 'h2'))).toBe(t('marking.editTitle'));
    expect(pressed(editor)).toEqual([t('mqm.category.accuracy/omission'), t('mqm.severity.minor')]);
    expect([comment(editor).value, input(editor, 'replacement').value]).toEqual(['Half of it.', 'alles']);
    expect(save(editor).disabled).toBe(false);
  });

  test('of a category of the tree has it chosen there', async () => {
    const other = ALL.find((category) => !EVERYDAY.includes(category))!;
    const { editor, drafts } = await show({ draft: { ...EDITED, category: other } });
    expect([tree(editor).value, pressed(editor)]).toEqual([other, [t('mqm.severity.minor')]]);
    save(editor).click();
    expect(drafts().map(({ category }) => category)).toEqual([other]);
  });

  test('changes by the same keys, and waits for its button', async () => {
    const { editor, type, drafts } = await show({ draft: EDITED });
    await type('1', 'c');
    expect(drafts()).toEqual([]);
    expect(pressed(editor)).toEqual([t('mqm.category.accuracy/mistranslation'), t('mqm.severity.critical')]);
    save(editor).click();
    expect(drafts()).toEqual([
      { ...EDITED, category: 'accuracy/mistranslation', severity: 'critical', author: 'Ada' },
    ]);
  });

  test('can lose its comment and its better words', async () => {
    const { editor, drafts } = await show({ draft: EDITED });
    comment(editor).value = '';
    input(editor, 'replacement').value = '';
    save(editor).click();
    expect(drafts().map((draft) => [draft.comment, draft.replacement])).toEqual([['', '']]);
  });

  test('leaves nothing of itself to the one that is edited after it', async () => {
    const { editor } = await show({ draft: EDITED });
    button(editor, t('marking.cancel')).click();
    editor.draft = {};
    await editor.show(MIDDLE);
    await rendered(editor);
    expect([pressed(editor), comment(editor).value, input(editor, 'replacement').value]).toEqual([
      [],
      '',
      '',
    ]);
  });
});

describe('leaving the editor', () => {
  const beside = (dialog: HTMLElement, type = 'click'): void => {
    const { right, bottom } = dialog.getBoundingClientRect();
    const place = { clientX: right + 20, clientY: bottom + 20, bubbles: true, composed: true };
    if (type === 'click')
      for (const before of ['pointerdown', 'pointerup'])
        dialog.dispatchEvent(new PointerEvent(before, place));
    dialog.dispatchEvent(new MouseEvent('click', place));
  };

  test('by Escape, by its button and by a click beside it makes no mark, and is told once', async () => {
    for (const leave of [
      () => userEvent.keyboard('{Escape}'),
      ({ editor }: { editor: MarkEditor }) => {
        button(editor, t('marking.cancel')).click();
      },
      ({ dialog }: { dialog: HTMLElement }) => {
        beside(dialog);
      },
    ]) {
      const own = await show({ draft: EDITED });
      await leave(own);
      await expect.poll(own.left).toBe(1);
      expect([own.drafts(), own.dialog.open]).toEqual([[], false]);
      own.editor.remove();
    }
  });

  test('is not told of one that was saved, and is of the next that was not', async () => {
    const { editor, drafts, left, dialog } = await show({ draft: EDITED });
    const closed = new Promise((resolve) => {
      dialog.addEventListener('close', resolve, { once: true });
    });
    save(editor).click();
    await closed;
    expect([drafts().length, left()]).toEqual([1, 0]);
    await editor.show(MIDDLE);
    button(editor, t('marking.cancel')).click();
    await expect.poll(left).toBe(1);
    expect(drafts()).toHaveLength(1);
  });

  test('is not done by a click on what stands in it', async () => {
    const { editor, dialog } = await show();
    for (const selector of ['h2', 'q', 'legend', 'textarea', '.actions']) one(editor, selector).click();
    expect(dialog.open).toBe(true);
  });

  // The padding belongs to the dialog element itself, as the backdrop does.
  test('is not done by a click on its edge', async () => {
    const { dialog } = await show();
    const { left, top } = dialog.getBoundingClientRect();
    const place = { clientX: left + 5, clientY: top + 5, bubbles: true, composed: true };
    dialog.dispatchEvent(new PointerEvent('pointerdown', place));
    dialog.dispatchEvent(new MouseEvent('click', place));
    expect(dialog.open).toBe(true);
  });

  // The click's target is then the dialog, in which both ends lie: what was typed would be lost.
  test('is not done when text is selected in the comment and the pointer is let go beside the editor', async () => {
    const { editor, dialog } = await show({ draft: EDITED });
    comment(editor).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    beside(dialog, 'release');
    expect(dialog.open).toBe(true);
  });
});

describe('what a category means', () => {
  const meaning = (editor: MarkEditor): string => textOf(one(editor, '#meaning'));

  test('is said of the one that is pointed at or focused, else of the chosen one', async () => {
    const { editor } = await show();
    expect(meaning(editor)).toBe(t('marking.meaningHint'));
    const [first, second] = all(editor, 'fieldset button');
    first!.click();
    await rendered(editor);
    expect(meaning(editor)).toContain(t(`mqm.explanation.${EVERYDAY[0]!}.text`));
    expect(meaning(editor)).toContain(t(`mqm.explanation.${EVERYDAY[0]!}.example`));
    second!.dispatchEvent(new PointerEvent('pointerenter'));
    await rendered(editor);
    expect(meaning(editor)).toContain(t(`mqm.explanation.${EVERYDAY[1]!}.text`));
    second!.dispatchEvent(new PointerEvent('pointerleave'));
    await rendered(editor);
    expect(meaning(editor)).toContain(t(`mqm.explanation.${EVERYDAY[0]!}.text`));
  });
});

describe('the typology', () => {
  test('decides what is offered: WMT’s has no critical, and its own categories under the digits', async () => {
    const { editor, type, drafts } = await show({ typology: typologyNamed('wmt') });
    await type('c', '1', 'j');
    expect(drafts().map(({ category, severity }) => [category, severity])).toEqual([
      ['accuracy/addition', 'major'],
    ]);
    expect(all(editor, 'fieldset:nth-of-type(2) button')).toHaveLength(3);
  });

  test.each(['core', 'wmt', 'everyday'])('%s offers each of its categories exactly once', async (id) => {
    const { editor } = await show({ typology: typologyNamed(id) });
    const listed = [...tree(editor).options].map(({ value }) => value).filter((value) => value !== '');
    const quick = typologyNamed(id)
      .entries.slice(0, WITH_DIGIT)
      .map(({ category }) => category);
    expect([...quick, ...listed].sort()).toEqual(
      typologyNamed(id)
        .entries.map(({ category }) => category)
        .sort(),
    );
  });

  test('of one’s own names its categories its own way', async () => {
    const typology = {
      id: 'house',
      entries: [{ category: 'style' as const, name: { en: 'Clumsy' }, explanation: { en: 'Reads badly.' } }],
      severities: ['minor' as const],
    };
    const { editor } = await show({ typology });
    const [only] = all(editor, 'fieldset button');
    expect(textOf(only!)).toBe('Clumsy 1');
    only!.click();
    await rendered(editor);
    expect(textOf(one(editor, '#meaning'))).toContain('Clumsy: Reads badly.');
  });

  test('keeps the category of a mark that it does not offer', async () => {
    const { editor } = await show({ draft: { ...EDITED, category: 'locale-conventions/shortcut-key' } });
    expect(tree(editor).value).toBe('locale-conventions/shortcut-key');
  });

  test('is asked for by its id or with a file', async () => {
    const { editor } = await show();
    const asked = heard(editor, 'typology-asked');
    await userEvent.click(one(editor, '.typology summary'));
    await userEvent.selectOptions(one(editor, '.typology select'), 'wmt');
    expect(asked.map(({ wanted }) => wanted)).toEqual(['wmt']);
  });

  test('that cannot be read says where and what to do', async () => {
    const { editor } = await show({
      problems: [{ code: 'typology-id-taken', severity: 'fault', args: { id: 'wmt' }, file: 'mine.json' }],
    });
    await userEvent.click(one(editor, '.typology summary'));
    const alert = textOf(one(editor, '[role=alert]'));
    expect(alert).toContain('mine.json');
    expect(alert).toContain(t('remedy.typology-id-taken'));
  });
});

describe('the marked stretch', () => {
  test.each([
    ['Alt+ArrowRight', 'end', 1],
    ['Alt+ArrowLeft', 'end', -1],
    ['Alt+Shift+ArrowRight', 'start', 1],
    ['Alt+Shift+ArrowLeft', 'start', -1],
  ] as const)('has an end moved by %s', async (key, edge, step) => {
    const { editor, type } = await show();
    const asked = heard(editor, 'mark-resized');
    await type(key);
    expect(asked.map((event) => [event.edge, event.step])).toEqual([[edge, step]]);
  });

  test('has its ends moved by four buttons with names', async () => {
    const { editor } = await show();
    const asked = heard(editor, 'mark-resized');
    for (const each of all(editor, '.extent button')) each.click();
    expect(asked.map((event) => [event.edge, event.step])).toEqual([
      ['start', -1],
      ['start', 1],
      ['end', -1],
      ['end', 1],
    ]);
  });

  test('of two languages says which is which', async () => {
    const { editor } = await show({
      quotes: [
        { words: 'keine', lang: 'de', label: 'Deutsch', gap: false },
        { words: 'no', lang: 'en', label: 'English', gap: false },
      ],
    });
    expect(textOf(one(editor, '.quotes'))).toBe('keine Deutsch … no English');
  });
});
