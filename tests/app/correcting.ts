import { onTestFinished } from 'vitest';
import '../../src/app/correction-editor/correction-editor.ts';
import type { CorrectionEditor } from '../../src/app/correction-editor/correction-editor.ts';
import type { OpenedWork } from '../../src/app/opened-work.ts';
import type { Contribution } from '../../src/core/contribution/record.ts';
import { Drafts } from '../../src/store/drafts.ts';
import { all, mount, one, openedWork, rendered, textOf } from './make.ts';
import { ownDatabase } from './store/logs.ts';

export const DE = 'Wir haben keine Kontrolle mehr über die Spenden.';
export const EN = 'We have no say in the funding any more.';
export const NEXT = 'Und weiter.';

/** A work of two paragraphs, with these contributions. */
export const workOf = (...log: readonly Contribution[]): OpenedWork =>
  openedWork({ de: { p: DE, q: NEXT }, en: { p: EN, q: 'And on.' } }, log);

/** Drafts of the test's own, until it ends. */
export function ownDrafts(): Drafts {
  const drafts = new Drafts({ name: ownDatabase() });
  onTestFinished(() => {
    drafts.close();
  });
  return drafts;
}

/** An editor for the work's first paragraph, unless `given` says otherwise. */
export const mountEditor = (given: Partial<CorrectionEditor> = {}): Promise<CorrectionEditor> =>
  mount('lesart-correction-editor', {
    opened: workOf(),
    variant: 'de',
    paragraph: 'p',
    author: 'Ada',
    ...given,
  });

export const field = (editor: CorrectionEditor) => one(editor, '#text') as HTMLTextAreaElement;
export const save = (editor: CorrectionEditor) => one(editor, '.save') as HTMLButtonElement;
export const button = (editor: CorrectionEditor, name: string) => {
  const found = all(editor, 'button').find((each) => textOf(each).startsWith(name));
  if (!found) throw new Error(`no button ${name}`);
  return found as HTMLButtonElement;
};

/** Writes a text as if it were typed. */
export async function write(editor: CorrectionEditor, text: string): Promise<void> {
  field(editor).value = text;
  field(editor).dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rendered(editor);
}
