import { loadLaterTexts } from '../../i18n/i18n.ts';
import type { OpenedWork } from '../opened-work.ts';
import { type TextRange, selectedRange } from '../text-range.ts';
import { glossarySource } from '../controllers/glossary.ts';
import { fieldText } from './glossary-fields.ts';

/** What the glossary needs of the view that it opens over. */
export interface GlossaryPlace {
  /** Where its dialog is put while it is open. */
  readonly root: ParentNode & Node;
  readonly opened: OpenedWork;
  /** Ids of the variants that are shown. */
  readonly columns: readonly string[];
}

/** What is selected in the text. */
function selectedIn(root: ParentNode): readonly TextRange[] {
  const text = root.querySelector('lesart-compare-view')?.shadowRoot;
  const range = text && selectedRange(text);
  return range ? [range] : [];
}

/** The languages that an entry is asked in: the reference's, the subject's, those of the other columns; each once. */
export function glossaryLangs({ opened, columns }: Omit<GlossaryPlace, 'root'>): readonly string[] {
  const { reference, subject } = opened.work;
  const ids = [reference, subject, ...columns].filter(
    (id) => opened.variant(id)?.provenance !== 'back-translation',
  );
  return [...new Set(ids.flatMap((id) => opened.variant(id)?.lang ?? []))];
}

/** Opens the form for words that were selected, or without any the whole glossary; resolves when it is there. */
export async function openGlossary(
  place: GlossaryPlace,
  ranges: readonly TextRange[] = selectedIn(place.root),
): Promise<void> {
  const { root, opened } = place;
  // One at a time: a second key press opens no second dialog.
  root.querySelector('lesart-glossary-form, lesart-glossary-dialog')?.remove();
  const langs = glossaryLangs(place);
  const words = new Map<string, string>();
  for (const { variant, paragraph, span } of ranges) {
    const lang = opened.variant(variant)?.lang;
    const text = opened.paragraph(variant, paragraph)?.text.slice(span.start, span.end);
    if (lang !== undefined && text !== undefined) words.set(lang, fieldText(text));
  }
  await Promise.all([
    words.size > 0 ? import('./glossary-form.ts') : import('./glossary-dialog.ts'),
    loadLaterTexts(),
    glossarySource().ready(opened),
  ]);
  if (words.size > 0) {
    const form = Object.assign(document.createElement('lesart-glossary-form'), {
      work: opened.work.slug,
      langs,
      words,
    });
    form.addEventListener('form-closed', () => {
      form.remove();
    });
    root.append(form);
    await form.show();
    return;
  }
  const dialog = Object.assign(document.createElement('lesart-glossary-dialog'), { opened, langs });
  dialog.addEventListener('glossary-closed', () => {
    dialog.remove();
  });
  root.append(dialog);
  await dialog.show();
}
