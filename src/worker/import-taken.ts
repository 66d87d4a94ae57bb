import { linesOf } from '../core/format/compose-table.ts';
import type { ComposedText } from '../core/format/compose-texts.ts';
import type { ImportedTable, ImportedText } from '../core/format/imported.ts';
import type { PlannedVariant } from './import-plan.ts';
import type { ImportSources } from './import-sources.ts';

/** A text with the paragraphs that are taken of it; a column of a table is a text too. */
export function takenOf<T extends PlannedVariant>(variant: T, sources: ImportSources): T & ComposedText {
  const imported = sources.get(variant.source);
  if (imported?.kind === 'table') return { ...variant, paragraphs: cellParagraphs(imported, variant) };
  return { ...variant, paragraphs: imported?.kind === 'text' ? takenParagraphs(imported, variant) : [] };
}

const cellParagraphs = ({ rows }: ImportedTable, { column }: PlannedVariant): ComposedText['paragraphs'] =>
  rows.flatMap((row) =>
    linesOf(row[column ?? -1] ?? '').map((text) => ({ role: 'paragraph' as const, text })),
  );

function takenParagraphs(
  { paragraphs }: ImportedText,
  { fates, all = false }: PlannedVariant,
): ComposedText['paragraphs'] {
  return paragraphs.flatMap(({ role, text, left = false }, index) => {
    const fate = fates?.get(index) ?? (left && !all ? 'left' : role);
    return fate === 'left' ? [] : [{ role: fate, text }];
  });
}
