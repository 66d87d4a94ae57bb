import type { Paragraph, Work } from '../../core/work/model.ts';
import { foldPortions } from '../../store/device-log.ts';
import { DeviceWorks } from '../../store/device-works.ts';
import { OpenedWork } from '../opened-work.ts';

/** Lets the page show what waits. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });

/** Opens a work of this device with some of its texts; undefined when there is none of that slug. Rejects with
 * an error that `troubleOf` (store/trouble.ts) words. */
export async function openDeviceWork(
  slug: string,
  wanted: (work: Work) => readonly string[],
): Promise<OpenedWork | undefined> {
  const works = new DeviceWorks();
  try {
    const entry = await works.find(slug);
    if (!entry) return undefined;
    const texts = new Map<string, readonly Paragraph[]>();
    for (const id of wanted(entry.work)) {
      const text = await works.text(slug, id);
      if (text) texts.set(id, text);
    }
    const log = await foldPortions(works.records(slug));
    await breathe();
    let opened = new OpenedWork(entry.work, texts, log);
    // Before its marks are counted: they stand elsewhere then.
    if (opened.needsProject)
      opened = opened.withProject((await import('../../core/contribution/projection.ts')).projectionOf);
    // What the first view asks of all marks, found beforehand with breaths in between: 100,000 marks would hold
    // it up for a second.
    await breathe();
    opened.severitySums(entry.work.subject);
    await breathe();
    void opened.strays;
    await breathe();
    return opened;
  } finally {
    works.close();
  }
}

/** One variant's paragraphs; undefined when it has none on this device (any more). */
export async function deviceText(slug: string, variant: string): Promise<readonly Paragraph[] | undefined> {
  const works = new DeviceWorks();
  try {
    return await works.text(slug, variant);
  } finally {
    works.close();
  }
}
