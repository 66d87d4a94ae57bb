import * as v from 'valibot';
import type { Problem, Read } from '../problem.ts';
import { describePlace, lineAt, mapJson } from './json-map.ts';
import { pathText } from './json-path.ts';
import type { Work } from './model.ts';
import { problemsOf } from './schema.ts';
import { brokenReferences, MAX_LENGTH, workSchema } from './work-schema.ts';

const FILE = 'work.json';

/**
 * Reads `work.json`. The value is there when the file has the shape of a `Work`; references to variants
 * that do not exist are faults beside it. Each problem names its JSON path and its line.
 */
export function readWork(json: string): Read<Work | undefined> {
  const source = json.startsWith('\uFEFF') ? json.slice(1) : json;
  if (source.length > MAX_LENGTH) {
    const args = { length: source.length, limit: MAX_LENGTH };
    return { value: undefined, problems: [{ code: 'file-too-large', severity: 'fault', args, file: FILE }] };
  }
  const map = mapJson(source);
  if (map.fault !== undefined) {
    const { line, ...args } = describePlace(source, map.fault);
    return {
      value: undefined,
      problems: [{ code: 'json-invalid', severity: 'fault', args, file: FILE, line }],
    };
  }
  const input: unknown = JSON.parse(source);
  const result = v.safeParse(workSchema, input);
  const found: readonly Problem[] = [
    ...map.repeated.map((path): Problem => ({ code: 'key-repeated', severity: 'fault', args: { path } })),
    ...(result.success
      ? [...unknownKeys(input, result.output, []), ...brokenReferences(result.output)]
      : problemsOf(result.issues)),
  ];
  const problems = found.map((problem): Problem => {
    const path = String(problem.args['path'] ?? '');
    return { ...problem, file: FILE, line: lineAt(source, placeOf(path, map.places)) };
  });
  return { value: result.success ? result.output : undefined, problems };
}

/** The place of a path, or of the nearest thing around it that exists. */
function placeOf(path: string, places: ReadonlyMap<string, number>): number {
  let around = path;
  while (around !== '' && !places.has(around)) around = around.replace(/(?:^|\.)[^.[]*$|\[\d+\]$/, '');
  return places.get(around) ?? 0;
}

function unknownKeys(input: unknown, known: unknown, keys: readonly (string | number)[]): readonly Problem[] {
  if (typeof input !== 'object' || input === null || typeof known !== 'object' || known === null) return [];
  const kept = new Map<string, unknown>(Object.entries(known));
  return Object.entries(input).flatMap(([key, inner]: [string, unknown]): readonly Problem[] => {
    const path = [...keys, Array.isArray(input) ? Number(key) : key];
    if (kept.has(key)) return unknownKeys(inner, kept.get(key), path);
    return [{ code: 'key-unknown', severity: 'warning', args: { path: pathText(path) } }];
  });
}
