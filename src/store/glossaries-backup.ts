import { type Glossaries, isEntry, type OwnEntry } from './glossaries.ts';
import type { TextFile } from './zip-file.ts';

/** A backup's file with the entries of all glossaries, one a line. */
export const GLOSSARIES_FILE = 'glossaries.jsonl';

/** All entries of this device's glossaries as a file; nothing where there are none. */
export async function* glossaryFiles(glossaries: Glossaries): AsyncGenerator<TextFile> {
  const entries = await glossaries.read();
  if (entries.length > 0)
    yield { name: GLOSSARIES_FILE, pieces: entries.map((entry) => `${JSON.stringify(entry)}\n`) };
}

export interface RestoredGlossaries {
  /** Entries that were not on this device. */
  readonly added: number;
  /** Lines that hold no entry. */
  readonly unreadable: number;
}

/** Adds a backup's entries to those of this device; none is replaced. */
export async function restoreGlossaries(glossaries: Glossaries, text: string): Promise<RestoredGlossaries> {
  const there = new Set((await glossaries.read()).map(({ work, id }) => `${work}/${id}`));
  const added = new Map<string, OwnEntry>();
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (!isEntry(value)) unreadable += 1;
    else if (!there.has(`${value.work}/${value.id}`)) added.set(`${value.work}/${value.id}`, value);
  }
  if (added.size > 0) await glossaries.change([...added.values()]);
  return { added: added.size, unreadable };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
