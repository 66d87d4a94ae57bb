import type { Problem, Read } from '../problem.ts';
import { canonical } from './canonical.ts';
import { resolveConflict } from './conflict.ts';
import type { Contribution } from './record.ts';
import { readContribution } from './record-schema.ts';

/** UTF-16 units of a file that ships with a work. */
export const MAX_FILE_LENGTH = 32 * 1024 * 1024;
/** A correction holds two paragraphs of at most 100,000 characters and a reason. */
const MAX_LINE_LENGTH = 1024 * 1024;

/** A record with the 1-based line it stands in. */
export interface PlacedContribution {
  readonly record: Contribution;
  readonly line: number;
}

/** The column (1-based) of a fault in a line, and the text around it. */
export type Locate = (line: string) => { readonly column: number; readonly near: string };

/**
 * Reads JSON Lines as `readLog` does, with the line of each record.
 * @param limit in UTF-16 units
 * @param locate says where in a line that is no JSON the fault is
 */
export function readLogLines(
  text: string,
  file: string,
  limit: number,
  locate: Locate,
): Read<readonly PlacedContribution[]> {
  if (text.length > limit) {
    const args = { length: text.length, limit };
    return { value: [], problems: [{ code: 'file-too-large', severity: 'fault', args, file }] };
  }
  const problems: Problem[] = [];
  const records = new Map<string, PlacedContribution>();
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n');
  lines.forEach((content, index) => {
    if (content.trim() === '') return;
    const line = index + 1;
    const read = readLine(content, locate);
    problems.push(...read.problems.map((problem): Problem => ({ ...problem, file, line })));
    if (read.value === undefined) return;
    const record = read.value;
    const known = records.get(record.id);
    if (known === undefined) {
      records.set(record.id, { record, line });
    } else if (canonical(known.record) !== canonical(record)) {
      const args = { id: record.id, first: known.line };
      problems.push({ code: 'contribution-conflict', severity: 'fault', args, file, line });
      if (resolveConflict(known.record, record) === record) records.set(record.id, { record, line });
    }
  });
  return { value: [...records.values()], problems };
}

function readLine(content: string, locate: Locate): Read<Contribution | undefined> {
  if (content.length > MAX_LINE_LENGTH) {
    const args = { length: content.length, limit: MAX_LINE_LENGTH };
    return { value: undefined, problems: [{ code: 'line-too-long', severity: 'fault', args }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    const { column, near } = locate(content);
    return {
      value: undefined,
      problems: [{ code: 'json-invalid', severity: 'fault', args: { column, near } }],
    };
  }
  return readContribution(value);
}
