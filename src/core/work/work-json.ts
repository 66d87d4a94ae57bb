import * as v from 'valibot';
import type { Problem, ProblemCode, Read } from '../problem.ts';
import { describePlace, lineAt, mapJson, pathText } from './json-map.ts';
import { PROVENANCES, ROLES, type Work } from './model.ts';
import { REPOSITORY_PATH, REPOSITORY_URL } from './repository.ts';
import { date, identifier, languageTag, localText, problemsOf, someText, text } from './schema.ts';

const FILE = 'work.json';
const MAX_LENGTH = 1 << 20;

const role = v.picklist(ROLES);
const variant = v.object({
  id: identifier,
  lang: languageTag,
  label: someText,
  provenance: v.picklist(PROVENANCES),
  status: v.picklist(['complete', 'planned']),
  listed: v.boolean(),
  of: v.exactOptional(identifier),
  note: v.exactOptional(localText),
});
const page = v.object({
  variant: identifier,
  gap: text,
  tight: v.array(role),
  prefix: v.record(role, text),
  before: v.record(identifier, text),
  barAfter: identifier,
});
const repositoryCode: ProblemCode = 'repository-invalid';
const repositoryPath = v.pipe(text, v.regex(REPOSITORY_PATH, repositoryCode));
const repository = v.object({
  url: v.pipe(text, v.regex(REPOSITORY_URL, repositoryCode)),
  branch: repositoryPath,
  folder: repositoryPath,
});
const schema: v.GenericSchema<unknown, Work> = v.object({
  slug: identifier,
  title: localText,
  date,
  credit: text,
  source: localText,
  subject: identifier,
  reference: identifier,
  chain: v.exactOptional(v.array(identifier)),
  variants: v.pipe(v.array(variant), v.minLength(1)),
  page: v.exactOptional(page),
  repository: v.exactOptional(repository),
});

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
  const result = v.safeParse(schema, input);
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

function brokenReferences(work: Work): readonly Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  work.variants.forEach(({ id, of, provenance }, index) => {
    const path = `variants[${index}]`;
    if (ids.has(id)) problems.push({ code: 'variant-repeated', severity: 'fault', args: { path, id } });
    if (of === undefined && provenance === 'back-translation') {
      problems.push({ code: 'variant-of-missing', severity: 'fault', args: { path, id } });
    }
    ids.add(id);
  });
  const named: [string, string | undefined][] = [
    ['subject', work.subject],
    ['reference', work.reference],
    ['page.variant', work.page?.variant],
    ...(work.chain ?? []).map((id, index): [string, string | undefined] => [`chain[${index}]`, id]),
    ...work.variants.map(({ of }, index): [string, string | undefined] => [`variants[${index}].of`, of]),
  ];
  for (const [path, id] of named) {
    if (id !== undefined && !ids.has(id)) {
      problems.push({ code: 'variant-unknown', severity: 'fault', args: { path, id } });
    }
  }
  return problems;
}
