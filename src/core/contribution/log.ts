import type { Read } from '../problem.ts';
import { describePlace, mapJson } from '../work/json-map.ts';
import { byId, canonical } from './canonical.ts';
import { type Locate, MAX_FILE_LENGTH, type PlacedContribution, readLogLines } from './log-lines.ts';
import type { Contribution } from './record.ts';

const locate: Locate = (line) => describePlace(line, mapJson(line).fault ?? 0);

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
  return readLogLines(text, file, limit, locate);
}

/** Writes what `readLog` reads: canonical, sorted by id, each record once. */
export function writeLog(records: Iterable<Contribution>): string {
  const lines = new Set([...records].sort(byId).map(canonical));
  return [...lines].map((line) => `${line}\n`).join('');
}
