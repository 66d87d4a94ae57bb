import { readContribution } from '../core/contribution/record-schema.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { Database } from '../store/database.ts';
import { readEntries } from '../store/record-store.ts';

/** The contributions to a work that readers of this device made and this version can read. */
export async function storedRecords(slug: string): Promise<readonly Contribution[]> {
  const database = new Database({});
  try {
    const { entries } = await readEntries(database.use, slug);
    return entries.flatMap(([, value]) => readContribution(value).value ?? []);
  } finally {
    database.close();
  }
}
