import { canonical } from '../core/contribution/canonical.ts';
import { resolveConflict } from '../core/contribution/conflict.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { Paragraph } from '../core/work/model.ts';
import { type Row, rowsOf } from '../core/work/rows.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import { writeVariant } from '../core/work/variant-file.ts';
import type { DeviceWorks } from './device-works.ts';
import type { TextFile } from './zip-file.ts';

/**
 * The folder of a work as `lesart validate` accepts it: its texts, what came with it and what readers added.
 * Where the format cannot hold a text it is altered: a line break becomes a space, a comment at its beginning
 * gets a space before it. A paragraph that a variant lacks, or that is blank, is left out.
 * @param own readers' contributions to the work
 * @throws RangeError when there is no such work
 */
export async function* folderFiles(
  works: DeviceWorks,
  slug: string,
  own: readonly Contribution[],
): AsyncGenerator<TextFile> {
  const entry = await works.find(slug);
  if (!entry) throw new RangeError(`no work ${slug}`);
  const { work } = entry;
  const texts = new Map<string, readonly Paragraph[]>();
  for (const { id } of work.variants) {
    const text = await works.text(slug, id);
    if (text) texts.set(id, text);
  }
  yield { name: `${slug}/work.json`, pieces: [`${JSON.stringify(work, null, 2)}\n`] };
  const rows = rowsOf(work, texts);
  for (const { id, status } of work.variants)
    if (status === 'complete') yield { name: `${slug}/${id}.md`, pieces: [variantFile(rows, id)] };
  yield { name: `${slug}/${LOG_FILE}`, pieces: logLines(works.records(slug), own) };
}

/** In the order of the rows, and of their roles: in a row each text has as many paragraphs as it has. */
const variantFile = (rows: readonly Row[], variant: string): string =>
  writeVariant(
    rows.flatMap((row) =>
      (row.cells.get(variant) ?? [])
        .map(({ id, role, text }) => ({ id, role, text: fitting(text) }))
        .filter(({ text }) => text.trim() !== '')
        .map((paragraph, index) => (index === 0 ? { ...paragraph, role: row.role } : paragraph)),
    ),
  );

function fitting(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ');
  return line.startsWith('<!--') ? ` ${line}` : line;
}

/** Records in the order of their ids, each once; of two with one id the one that counts. */
async function* logLines(
  portions: AsyncIterable<readonly Contribution[]>,
  own: readonly Contribution[],
): AsyncGenerator<string> {
  const records = new Map<string, Contribution>();
  const take = (record: Contribution) => {
    const known = records.get(record.id);
    records.set(record.id, known === undefined ? record : resolveConflict(known, record));
  };
  for await (const portion of portions) portion.forEach(take);
  own.forEach(take);
  const ids = [...records.keys()].sort();
  for (const id of ids) yield `${canonical(records.get(id)!)}\n`;
}
