import { fold } from '../core/contribution/fold.ts';
import { readLog } from '../core/contribution/log.ts';
import type { Contribution } from '../core/contribution/record.ts';
import type { ExportSource } from '../core/format/export-source.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import { LOG_FILE } from '../core/work/validate.ts';
import { readVariant, writeVariant } from '../core/work/variant-file.ts';
import { readWork } from '../core/work/work-json.ts';
import { DEVICE_PREFIX } from '../store/device-works-keys.ts';
import { DeviceWorks } from '../store/device-works.ts';
import { fileText } from '../store/shipped.ts';
import { storedRecords } from './stored-records.ts';

/** A work as it is to be exported, with what readers of this device added. */
export interface WorkToExport extends ExportSource {
  /** Records that came with the work. */
  readonly shipped: readonly Contribution[];
  /** Records that were made or taken in on this device. */
  readonly own: readonly Contribution[];
  readonly isOfDevice: boolean;
}

/**
 * Reads a work anew, from where it was served or from this device.
 * @param root where the app is served, with a slash at the end
 * @param held the device's records as the page has them, which may not be stored; read from the store when left out
 * @throws Error when its declaration or one of its texts cannot be had: half a work is not exported
 */
export async function workToExport(
  root: string,
  slug: string,
  held: readonly Contribution[] | undefined,
): Promise<WorkToExport> {
  const isOfDevice = slug.startsWith(DEVICE_PREFIX);
  const read = isOfDevice ? await deviceWork(slug) : await servedWork(root, slug);
  const own = held ?? (await storedRecords(slug));
  const records = byIds([...read.shipped, ...own]);
  return { ...read, own, records, state: fold(records), isOfDevice };
}

type ReadWork = Pick<WorkToExport, 'work' | 'files' | 'texts' | 'shipped'>;

const byIds = (records: readonly Contribution[]): readonly Contribution[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

async function servedWork(root: string, slug: string): Promise<ReadWork> {
  const base = `${root}works/${slug}/`;
  const had = async (file: string): Promise<string> => {
    const text = await fileText(base, file);
    if (typeof text !== 'string') throw new Error(`${file}: ${String(text.args['reason'])}`);
    return text;
  };
  const [json, log] = await Promise.all([had('work.json'), fileText(base, LOG_FILE)]);
  const { value: work } = readWork(json);
  if (!work) throw new Error('work.json');
  const ids = work.variants.filter(({ status }) => status === 'complete').map(({ id }) => id);
  const texts = await Promise.all(ids.map((id) => had(`${id}.md`)));
  // A work need not have a log.
  const lines = typeof log === 'string' ? log : '';
  return {
    work,
    files: new Map([[LOG_FILE, lines], ...ids.map((id, index) => [`${id}.md`, texts[index]!] as const)]),
    texts: new Map(ids.map((id, index) => [id, readVariant(texts[index]!, `${id}.md`).value])),
    shipped: readLog(lines, LOG_FILE).value,
  };
}

async function deviceWork(slug: string): Promise<ReadWork> {
  const works = new DeviceWorks();
  try {
    const entry = await works.find(slug);
    if (!entry) throw new Error(slug);
    const { work } = entry;
    const texts = await textsOf(works, work);
    const shipped: Contribution[] = [];
    for await (const portion of works.records(slug)) shipped.push(...portion);
    const files = [...texts].map(([id, text]) => [`${id}.md`, writeVariant(text)] as const);
    return { work, files: new Map(files), texts, shipped };
  } finally {
    works.close();
  }
}

/** What the file of a variant cannot hold is set as its folder sets it. */
async function textsOf(works: DeviceWorks, work: Work): Promise<ReadonlyMap<string, readonly Paragraph[]>> {
  const texts = new Map<string, readonly Paragraph[]>();
  for (const { id } of work.variants) {
    const text = await works.text(work.slug, id);
    if (text) texts.set(id, text.map(fitting));
  }
  return texts;
}

function fitting(paragraph: Paragraph): Paragraph {
  const text = paragraph.text.replace(/[\r\n]+/gu, ' ');
  return { ...paragraph, text: text.startsWith('<!--') ? ` ${text}` : text };
}
