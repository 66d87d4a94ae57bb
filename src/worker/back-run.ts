import { diffTexts, type Diff } from '../core/compare/diff.ts';
import { nextUuidv7 } from '../core/contribution/id.ts';
import type { Contribution, Correction } from '../core/contribution/record.ts';
import { backFormatOf, isOfWork, newRecords, readTranslations } from '../core/format/import-back.ts';
import { xmlEncoding } from '../core/format/xml-encoding.ts';
import type { Problem } from '../core/problem.ts';
import type { WorkToExport } from './export-work.ts';
import { textOf } from './import-text.ts';

/** A text of the file that differs from the work. */
export interface BackProposal {
  readonly correction: Correction;
  /** BCP 47. */
  readonly lang: string;
  readonly label: string;
  readonly diff: Diff;
}

/** What a file of translations says about a work that the work does not have. */
export interface BackRead {
  /** Whether the file is of a kind that can be read at all. */
  readonly isKnown: boolean;
  /** Those that are shown, out of all `corrections`. */
  readonly proposals: readonly BackProposal[];
  readonly corrections: readonly Correction[];
  /** Records with ids and authors of their own, such as marks from another reader's Lesart. */
  readonly others: readonly Contribution[];
  readonly known: number;
  readonly conflicts: number;
  readonly problems: readonly Problem[];
}

const MAX_BYTES = 64 * 1024 * 1024;
const RANDOM_BYTES = 10;
/** Proposals whose changes are compared; the others are counted. */
const SHOWN = 200;

/** The text of a file: XML in the encoding that it names, all else in UTF-8 or UTF-16 with its mark. */
async function fileTextOf(file: File): Promise<string | Problem> {
  if (file.size > MAX_BYTES) {
    const args = { length: file.size, limit: MAX_BYTES };
    return { code: 'file-too-large', severity: 'fault', args, file: file.name };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = xmlEncoding(bytes);
  if (encoding === 'utf-8') return textOf(file);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { code: 'not-utf8', severity: 'fault', args: { position: 0 }, file: file.name };
  }
}

/** Reads what came back. Nothing is added; that is the page's to do. */
export async function readBack(from: WorkToExport, file: File, author: string): Promise<BackRead> {
  const nothing = { proposals: [], corrections: [], others: [], known: 0, conflicts: 0 };
  const text = await fileTextOf(file);
  if (typeof text !== 'string') return { ...nothing, isKnown: true, problems: [text] };
  if (backFormatOf(text) === undefined) return { ...nothing, isKnown: false, problems: [] };
  let last: string | undefined;
  const now = Date.now();
  const made = new Set<string>();
  const newId = (): string => {
    last = nextUuidv7(last, now, crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
    made.add(last);
    return last;
  };
  const options = { author, time: new Date(now).toISOString(), newId };
  const { value, problems } = readTranslations(text, file.name, from, options);
  const { added, known, conflicts } = newRecords(from, value);
  const isProposal = (record: Contribution): record is Correction =>
    record.type === 'correction' && made.has(record.id);
  const corrections = added.filter(isProposal);
  const infos = new Map(from.work.variants.map((info) => [info.id, info]));
  return {
    isKnown: true,
    corrections,
    proposals: corrections.slice(0, SHOWN).map((correction): BackProposal => {
      const { lang = 'und', label = correction.variant } = infos.get(correction.variant) ?? {};
      return { correction, lang, label, diff: diffTexts(correction.base, correction.text, { lang }) };
    }),
    others: added.filter((record) => !isProposal(record)),
    known,
    conflicts: conflicts.length,
    problems,
  };
}

/** Whether a file names paragraphs of the work. */
export async function belongsToWork(from: WorkToExport, file: File): Promise<boolean> {
  const text = await fileTextOf(file);
  return typeof text === 'string' && isOfWork(text, from);
}
