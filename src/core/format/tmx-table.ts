import type { Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import type { ImportedTable } from './imported.ts';
import { importedTable } from './imported-table.ts';
import { languageTagOf } from './language-of-name.ts';
import { readTmxSteps } from './tmx-read.ts';

/** Reads TMX as a table: a column for the units' ids, one for each language, and one for notes. */
export function* tmxTableSteps(text: string, file: string): Steps<Read<ImportedTable | undefined>> {
  const { value: units, problems } = yield* readTmxSteps(text, file);
  if (units === undefined) return { value: undefined, problems };
  // A second text of a language in one unit has a column of its own, as back-translations have.
  const columns = new Map<string, { readonly name: string; readonly lang: string; readonly at: number }>();
  const placed = units.map(({ id = '', texts, notes }) => {
    const counts = new Map<string, number>();
    const cells = texts.map(({ lang: written, text: own, variant }) => {
      const lang = languageTagOf(written) ?? written;
      const name = variant ?? lang;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const key = count === 1 ? name : `${name} (${count})`;
      let column = columns.get(key);
      if (column === undefined) columns.set(key, (column = { name: key, lang, at: columns.size }));
      return { at: column.at, text: own };
    });
    return { id, cells, note: notes.join(' – ') };
  });
  const width = columns.size;
  const rows = placed.map(({ id, cells, note }) => {
    const row = [id, ...Array.from({ length: width }, () => ''), note];
    for (const { at, text: own } of cells) row[at + 1] = own;
    return row;
  });
  return importedTable(
    [
      { name: 'tuid', use: 'id' },
      ...[...columns.values()].map(({ name, lang }) => ({ name, lang, use: 'text' as const })),
      { name: 'note', use: 'note' },
    ],
    rows,
    file,
    problems,
  );
}
