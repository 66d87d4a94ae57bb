import { writeTbx } from '../../core/format/tbx-write.ts';
import { writeGlossary } from '../../core/work/glossary.ts';
import { type Concept, conceptGlossary } from '../../core/work/glossary-concept.ts';
import type { Work } from '../../core/work/model.ts';
import { language } from '../../i18n/i18n.ts';
import { wording } from '../../i18n/local-text.ts';
import { saveFile } from '../save-file.ts';

/** Offers the reader's entries as a file: TBX holds all of them, the layout of `glossary.tsv` those that the work's
 * reference has a word for. */
export function saveGlossary(work: Work, concepts: readonly Concept[], format: 'tsv' | 'tbx'): void {
  const name = `${work.slug}-glossary.${format}`;
  const title = wording(work.title, language())?.text ?? work.slug;
  const content =
    format === 'tbx' ? writeTbx(concepts, title, language()) : writeGlossary(conceptGlossary(work, concepts));
  const type = format === 'tbx' ? 'application/x-tbx+xml' : 'text/tab-separated-values';
  saveFile(name, new Blob([content], { type: `${type};charset=utf-8` }));
}
