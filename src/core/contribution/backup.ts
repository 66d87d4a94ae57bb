import type { Read } from '../problem.ts';
import { readPlacedLog, writeLog } from './log.ts';
import type { Contribution } from './record.ts';

/** The first line of a backup. */
export interface BackupHeader {
  readonly lesart: 'backup';
  readonly version: number;
  /** When it was made, ISO 8601. */
  readonly time: string;
  /** Lines that follow. */
  readonly records: number;
}

export interface ReadBackup extends Read<readonly Contribution[]> {
  /** Undefined for a file without one, such as a work's `contributions.jsonl`. */
  readonly header: BackupHeader | undefined;
  /** Lines that are not blank, without the header; fewer than the header says when the file was cut. */
  readonly lines: number;
}

export const BACKUP_VERSION = 1;

/** Contributions of any works as JSON Lines below a header. */
export function writeBackup(records: Iterable<Contribution>, time: string): string {
  const log = writeLog(records);
  const header: BackupHeader = { lesart: 'backup', version: BACKUP_VERSION, time, records: lineCount(log) };
  return `${JSON.stringify(header)}\n${log}`;
}

/** Reads a backup or any other log, however long. A bad line is a problem with its number; the others are kept. */
export function readBackup(text: string, file: string): ReadBackup {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const feed = text.indexOf('\n');
  const end = feed === -1 ? text.length : feed;
  const header = headerOf(text.slice(start, end));
  // Without the header's characters but with its line, so that the numbers of the others stay true.
  const body = header === undefined ? text : text.slice(end);
  const { value, problems } = readPlacedLog(body, file, Number.POSITIVE_INFINITY);
  return { value: value.map(({ record }) => record), problems, header, lines: lineCount(body) };
}

function headerOf(line: string): BackupHeader | undefined {
  try {
    const value = JSON.parse(line) as Partial<BackupHeader> | null;
    const isHeader = value?.lesart === 'backup' && typeof value.version === 'number';
    return isHeader
      ? { time: '', records: 0, ...value, lesart: 'backup', version: value.version! }
      : undefined;
  } catch {
    return undefined;
  }
}

function lineCount(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) if (line.trim() !== '') count += 1;
  return count;
}
