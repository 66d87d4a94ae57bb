import * as v from 'valibot';
import type { Problem, Read } from '../problem.ts';
import { describePlace, lineAt, mapJson } from '../work/json-map.ts';
import { identifier, localText, problemsOf } from '../work/schema.ts';
import { CATEGORIES, SEVERITIES } from './typology.ts';
import type { Typology } from './typologies.ts';

const MAX_LENGTH = 1 << 20;

const schema = v.strictObject({
  id: identifier,
  name: v.exactOptional(localText),
  entries: v.pipe(
    v.array(
      v.strictObject({
        category: v.picklist(CATEGORIES),
        name: v.exactOptional(localText),
        explanation: v.exactOptional(localText),
        example: v.exactOptional(localText),
      }),
    ),
    v.minLength(1),
  ),
  severities: v.optional(v.pipe(v.array(v.picklist(SEVERITIES)), v.minLength(1)), [...SEVERITIES]),
});

/**
 * Reads a typology of one's own from JSON: the fields of `Typology`; all severities when they are left out.
 * Severities are put in order. There is no value when there is a fault; each names its JSON path and line.
 */
export function readTypology(json: string, file: string): Read<Typology | undefined> {
  const text = json.startsWith('\uFEFF') ? json.slice(1) : json;
  if (text.length > MAX_LENGTH) {
    const args = { length: text.length, limit: MAX_LENGTH };
    return { value: undefined, problems: [{ code: 'file-too-large', severity: 'fault', args, file }] };
  }
  const map = mapJson(text);
  if (map.fault !== undefined) {
    const { line, ...args } = describePlace(text, map.fault);
    return { value: undefined, problems: [{ code: 'json-invalid', severity: 'fault', args, file, line }] };
  }
  const result = v.safeParse(schema, JSON.parse(text));
  const found: readonly Problem[] = [
    ...map.repeated.map((path): Problem => ({ code: 'key-repeated', severity: 'fault', args: { path } })),
    ...(result.success ? repeated(result.output) : problemsOf(result.issues)),
  ];
  const problems = found.map((problem): Problem => {
    const place = map.places.get(String(problem.args['path'] ?? '')) ?? 0;
    return { ...problem, file, line: lineAt(text, place) };
  });
  if (!result.success || problems.length > 0) return { value: undefined, problems };
  const { severities, ...rest } = result.output;
  return { value: { ...rest, severities: SEVERITIES.filter((name) => severities.includes(name)) }, problems };
}

function repeated({ entries }: Pick<Typology, 'entries'>): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ category }, index): Problem[] => {
    if (!seen.has(category)) {
      seen.add(category);
      return [];
    }
    const args = { path: `entries[${index}].category`, category };
    return [{ code: 'typology-category-repeated', severity: 'fault', args }];
  });
}
