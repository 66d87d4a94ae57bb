import { nextUuidv7 } from '../core/contribution/id.ts';
import type { ImportedWork } from '../core/format/mqm-import.ts';
import type { WorkDraft } from '../store/device-works-draft.ts';
import type { Breather } from './import-walk.ts';

const RANDOM_BYTES = 10;
/** Paragraphs or records between two looks at what the page says. */
const PORTION = 4000;

/** Gives ids of records, each later than the one before. */
export function idMaker(): () => string {
  let last: string | undefined;
  return () => (last = nextUuidv7(last, Date.now(), crypto.getRandomValues(new Uint8Array(RANDOM_BYTES))));
}

/** Writes a work's texts and records into its draft, piece by piece. */
export async function storePieces(
  draft: WorkDraft,
  { texts, records }: Pick<ImportedWork, 'texts' | 'records'>,
  breather: Breather,
  report: (share: number) => void,
): Promise<void> {
  const total = [...texts.values()].reduce((sum, { length }) => sum + length, records.length);
  let done = 0;
  const rest = (count: number) => {
    done = Math.min(total, done + count);
    return breather.rest(() => {
      report(done / total);
    });
  };
  for (const [variant, paragraphs] of texts) {
    if (paragraphs.length === 0) await draft.addText(variant, []);
    for (let at = 0; at < paragraphs.length; at += PORTION) {
      await draft.addText(variant, paragraphs.slice(at, at + PORTION));
      await rest(PORTION);
    }
  }
  for (let at = 0; at < records.length; at += PORTION) {
    await draft.addRecords(records.slice(at, at + PORTION));
    await rest(PORTION);
  }
}
