import * as v from 'valibot';
import type { Problem, ProblemCode } from '../problem.ts';
import { PROVENANCES, ROLES, type Work } from './model.ts';
import { REPOSITORY_PATH, REPOSITORY_URL } from './repository.ts';
import { date, identifier, languageTag, localText, someText, text } from './schema.ts';

export const MAX_LENGTH = 1 << 20;

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
/** The shape of `work.json`. */
export const workSchema: v.GenericSchema<unknown, Work> = v.object({
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

/** A key, outside of strings: a quotation mark ends one when no backslash is before it. */
const KEY = /(?<!\\)"\s*:/g;

/**
 * Reads a `work.json` that has no fault at all, the usual case; undefined for any other, which `readWork` reads and
 * says what is wrong with it.
 */
export function faultlessWork(json: string): Work | undefined {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch {
    return undefined;
  }
  const result = v.safeParse(workSchema, input);
  // A key that is unknown or stands twice is lost on the way.
  const isWhole =
    result.success && json.length <= MAX_LENGTH && json.match(KEY)?.length === countKeys(result.output);
  return isWhole && brokenReferences(result.output).length === 0 ? result.output : undefined;
}

const countKeys = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value).reduce<number>(
        (sum, inner) => sum + countKeys(inner),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      );

export function brokenReferences(work: Work): readonly Problem[] {
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
