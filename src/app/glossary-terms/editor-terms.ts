import type { Glossary } from '../../core/work/glossary.ts';
import { glossarySource } from '../controllers/glossary.ts';
import type { CorrectionEditor, WrittenText } from '../correction-editor/correction-editor.ts';
import type { OpenedWork } from '../opened-work.ts';
import './glossary-terms.ts';

/**
 * Puts the terms of the paragraph that is being written into the editor's slot for them, each rendering to insert.
 * Resolves to the glossary that the text is to be checked by.
 */
export async function showTerms(
  editor: CorrectionEditor | null,
  opened: OpenedWork,
  variant: string,
  { text }: WrittenText,
): Promise<Glossary | undefined> {
  const source = glossarySource();
  await source.ready(opened);
  if (editor) {
    let terms = editor.querySelector('lesart-glossary-terms');
    if (!terms) {
      terms = Object.assign(document.createElement('lesart-glossary-terms'), {
        slot: 'terms',
        insertable: true,
        opened,
      });
      terms.addEventListener('rendering-inserted', ({ words }) => {
        editor.insertWords(words);
      });
      editor.append(terms);
    }
    Object.assign(terms, { opened, variant, paragraph: editor.paragraph, text });
  }
  return source.glossaryOf(opened);
}
