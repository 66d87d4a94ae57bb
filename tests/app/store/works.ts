import { onTestFinished } from 'vitest';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import type { Work } from '../../../src/core/work/model.ts';
import type { DatabaseOptions } from '../../../src/store/database.ts';
import { DeviceWorks } from '../../../src/store/device-works.ts';
import type { DeviceWork } from '../../../src/store/device-works-keys.ts';
import { type Texts, paragraphs, work } from '../make.ts';

/** The imported works in a database, closed when the test ends. */
export function deviceWorks(name: string, options: DatabaseOptions = {}): DeviceWorks {
  const works = new DeviceWorks({ name, ...options });
  onTestFinished(() => {
    works.close();
  });
  return works;
}

export const IMPORTED = '2026-01-02T03:04:05.006Z';

/** Keeps a work with these texts, by variant id. */
export async function keep(
  works: DeviceWorks,
  texts: Readonly<Record<string, Texts>>,
  records: (slug: string) => readonly Contribution[] = () => [],
  given: Partial<Work> = {},
): Promise<DeviceWork> {
  const draft = await works.begin('A work');
  for (const [variant, own] of Object.entries(texts)) await draft.addText(variant, paragraphs(own));
  await draft.addRecords(records(draft.slug));
  const rows = new Set(Object.values(texts).flatMap((own) => Object.keys(own))).size;
  return draft.commit(work({ ...given, slug: draft.slug }), { imported: IMPORTED, rows });
}

/** All contributions that came with a work. */
export async function recordsOf(works: DeviceWorks, slug: string): Promise<readonly Contribution[]> {
  const all: Contribution[] = [];
  for await (const portion of works.records(slug)) all.push(...portion);
  return all;
}
