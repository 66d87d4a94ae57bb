import * as v from 'valibot';
import { CATEGORIES, CAUSES, SEVERITIES } from '../mqm/typology.ts';
import type { Problem, ProblemCode, Read } from '../problem.ts';
import { identifier, localText, moment, problemsOf, text } from '../work/schema.ts';
import { CONTEXT_LENGTH } from './anchor.ts';
import { UUID_V7 } from './id.ts';
import { CERTAINTIES, type Contribution, INTENTS, type KnownContribution, VERDICTS } from './record.ts';

const code = (name: ProblemCode): ProblemCode => name;
const MAX_SPANS = 100;
/** A shifted column of the longest works: one placement a paragraph. */
const MAX_PLACEMENTS = 100_000;
/** A record of ours nests five deep; the bound keeps later recursion over a newer version's record safe. */
const MAX_DEPTH = 32;

const id = v.pipe(v.string(), v.regex(UUID_V7, code('id-invalid')));
const ids = v.pipe(v.array(id), v.maxLength(1000));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const context = v.pipe(v.string(), v.maxLength(CONTEXT_LENGTH));
const anchor = v.pipe(
  v.looseObject({
    variant: v.exactOptional(identifier),
    paragraph: v.exactOptional(identifier),
    quote: v.looseObject({ exact: text, prefix: context, suffix: context }),
    start: offset,
    end: offset,
  }),
  v.check(({ quote, start, end }) => end - start === quote.exact.length, code('anchor-inconsistent')),
  // A gap is known by its surroundings alone.
  v.check(({ quote }) => quote.exact + quote.prefix + quote.suffix !== '', code('anchor-inconsistent')),
);
const spans = v.pipe(v.array(anchor), v.minLength(1), v.maxLength(MAX_SPANS));
const cause = v.looseObject({
  kind: v.picklist(CAUSES),
  zh: v.exactOptional(text),
  note: v.exactOptional(localText),
});

const placement = v.looseObject({
  variant: identifier,
  paragraph: identifier,
  at: offset,
  quote: v.exactOptional(v.looseObject({ prefix: context, suffix: context })),
  row: v.nullable(identifier),
});
const standing = v.looseObject({
  row: identifier,
  cells: v.record(identifier, v.pipe(v.string(), v.maxLength(100))),
  confidence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  disputed: v.exactOptional(v.boolean()),
});

const common = {
  id,
  author: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  time: moment,
  work: identifier,
  action: v.exactOptional(id),
};
const opaque = v.looseObject({ ...common, type: v.pipe(v.string(), v.minLength(1), v.maxLength(100)) });

// Loose: what a newer version adds to a record is kept and passed on.
const schemas = {
  mark: v.looseObject({
    ...common,
    type: v.literal('mark'),
    variant: identifier,
    paragraph: identifier,
    spans,
    category: v.picklist(CATEGORIES),
    severity: v.picklist(SEVERITIES),
    explanation: v.exactOptional(localText),
    cause: v.exactOptional(cause),
    confidence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    replacement: v.exactOptional(text),
    carriedFrom: v.exactOptional(id),
  }),
  rating: v.looseObject({
    ...common,
    type: v.literal('rating'),
    variant: identifier,
    paragraph: identifier,
    score: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  }),
  correction: v.looseObject({
    ...common,
    type: v.literal('correction'),
    variant: identifier,
    paragraph: identifier,
    base: text,
    text,
    within: v.exactOptional(v.looseObject({ start: offset, end: offset })),
    reason: v.exactOptional(localText),
    resolves: v.exactOptional(ids),
    editedFrom: v.exactOptional(id),
  }),
  review: v.looseObject({
    ...common,
    type: v.literal('review'),
    of: id,
    verdict: v.picklist(VERDICTS),
    reason: v.exactOptional(localText),
  }),
  comment: v.looseObject({
    ...common,
    type: v.literal('comment'),
    variant: v.exactOptional(identifier),
    paragraph: v.exactOptional(identifier),
    of: v.exactOptional(id),
    spans: v.exactOptional(spans),
    text: localText,
    certainty: v.exactOptional(v.picklist(CERTAINTIES)),
  }),
  dismissal: v.looseObject({
    ...common,
    type: v.literal('dismissal'),
    variant: identifier,
    paragraph: identifier,
    finding: v.pipe(v.string(), v.minLength(1), v.maxLength(2000)),
    reason: v.exactOptional(localText),
  }),
  alignment: v.looseObject({
    ...common,
    type: v.literal('alignment'),
    placements: v.exactOptional(v.pipe(v.array(placement), v.maxLength(MAX_PLACEMENTS))),
    rows: v.exactOptional(
      v.pipe(
        v.array(v.looseObject({ id: identifier, after: v.exactOptional(identifier) })),
        v.maxLength(MAX_PLACEMENTS),
      ),
    ),
    standings: v.exactOptional(v.pipe(v.array(standing), v.maxLength(MAX_PLACEMENTS))),
  }),
  withdrawal: v.looseObject({
    ...common,
    type: v.literal('withdrawal'),
    of: id,
    intent: v.exactOptional(v.picklist(INTENTS)),
    reason: v.exactOptional(localText),
  }),
} satisfies { [T in KnownContribution['type']]: v.GenericSchema<unknown, KnownContribution & { type: T }> };

const isKnownType = (type: unknown): type is KnownContribution['type'] =>
  typeof type === 'string' && Object.hasOwn(schemas, type);

/** Whether this version knows the record's type. */
export function isKnown(record: Contribution): record is KnownContribution {
  return isKnownType(record.type);
}

/** Checks one record. The value is the very object that was given, when it is valid. */
export function readContribution(value: unknown): Read<Contribution | undefined> {
  if (!isShallow(value, MAX_DEPTH)) {
    const problem: Problem = { code: 'nesting-too-deep', severity: 'fault', args: { limit: MAX_DEPTH } };
    return { value: undefined, problems: [problem] };
  }
  const type: unknown = typeof value === 'object' && value !== null && 'type' in value ? value.type : '';
  const result = v.safeParse(isKnownType(type) ? schemas[type] : opaque, value);
  return result.success
    ? { value: value as Contribution, problems: [] }
    : { value: undefined, problems: problemsOf(result.issues) };
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
