import type { Problem, Read } from '../problem.ts';
import { describePlace, mapJson } from '../work/json-map.ts';
import { byId, canonical } from './canonical.ts';
import type { Contribution } from './record.ts';
import { readContribution } from './record-schema.ts';

/** UTF-16 units of a file that ships with a work. */
const MAX_FILE_LENGTH = 32 * 1024 * 1024;
/** A correction holds two paragraphs of at most 100,000 characters and a reason. */
const MAX_LINE_LENGTH = 1024 * 1024;

/** A record with the 1-based line it stands in. */
export interface PlacedContribution {
  readonly record: Contribution;
  readonly line: number;
}

/**
 * Reads JSON Lines. A bad line is a problem, the others are kept; a record that is there twice (as a union
 * merge leaves it) is read once; of two different records with one id the one that `resolveConflict` names.
 */
export function readLog(text: string, file: string): Read<readonly Contribution[]> {
  const { value, problems } = readPlacedLog(text, file);
  return { value: value.map(({ record }) => record), problems };
}

/** As `readLog`, with the line of each record; `limit` in UTF-16 units. */
export function readPlacedLog(
  text: string,
  file: string,
  limit = MAX_FILE_LENGTH,
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
    const read = readLine(content);
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

function readLine(content: string): Read<Contribution | undefined> {
  if (content.length > MAX_LINE_LENGTH) {
    const args = { length: content.length, limit: MAX_LINE_LENGTH };
    return { value: undefined, problems: [{ code: 'line-too-long', severity: 'fault', args }] };
  }
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    const { column, near } = describePlace(content, mapJson(content).fault ?? 0);
    return {
      value: undefined,
      problems: [{ code: 'json-invalid', severity: 'fault', args: { column, near } }],
    };
  }
  return readContribution(value);
}

/**
 * Two different records with one id: no honest device makes them. Every device keeps the same one, by the
 * order of their canonical lines.
 */
export function resolveConflict<T extends Contribution>(one: T, other: T): T {
  return canonical(other) < canonical(one) ? other : one;
}

/** Writes what `readLog` reads: canonical, sorted by id, each record once. */
export function writeLog(records: Iterable<Contribution>): string {
  const lines = new Set([...records].sort(byId).map(canonical));
  return [...lines].map((line) => `${line}\n`).join('');
}
