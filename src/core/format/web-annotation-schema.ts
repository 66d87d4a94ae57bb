import * as v from 'valibot';
import { REST } from './web-annotation.ts';

// Models allow one value where there may be several, and an object or its IRI.
const many = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(
    v.union([v.array(schema), schema]),
    v.transform((value): v.InferOutput<T>[] =>
      Array.isArray(value) ? (value as v.InferOutput<T>[]) : [value as v.InferOutput<T>],
    ),
  );
const rest = v.optional(v.record(v.string(), v.unknown()), {});
const body = v.looseObject({
  value: v.optional(v.string(), ''),
  purpose: v.optional(v.string(), ''),
  language: v.optional(v.string(), 'und'),
});
const selector = v.looseObject({
  type: v.string(),
  exact: v.optional(v.string()),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
  start: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  end: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
const resource = v.looseObject({ id: v.string() });
/** A part of a resource. */
const specific = v.looseObject({
  source: v.union([v.string(), resource]),
  selector: v.optional(many(selector), []),
  [REST]: rest,
});
const creator = v.union([
  v.string(),
  v.looseObject({ name: v.optional(v.string()), id: v.optional(v.string()) }),
]);
/** An annotation of the W3C's data model, as far as it is read here. */
export const annotation = v.looseObject({
  id: v.optional(v.string(), ''),
  type: v.optional(many(v.string()), ['Annotation']),
  motivation: v.optional(many(v.string()), []),
  creator: v.optional(many(creator), []),
  created: v.optional(v.string(), ''),
  body: v.optional(many(v.union([v.string(), body])), []),
  bodyValue: v.optional(v.string()),
  target: many(v.union([v.string(), specific, resource])),
  [REST]: rest,
});
export type Annotation = v.InferOutput<typeof annotation>;

export type Specific = v.InferOutput<typeof specific>;
