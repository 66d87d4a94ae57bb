import * as v from 'valibot';
import { type Anchor, CONTEXT_LENGTH } from '../contribution/anchor.ts';
import { byId } from '../contribution/canonical.ts';
import type { Contribution } from '../contribution/record.ts';
import { readContribution } from '../contribution/record-schema.ts';
import { UUID_V7 } from '../contribution/id.ts';
import { categoryOfLabel, severityOfLabel } from '../mqm/wmt-labels.ts';
import type { Problem, ProblemCode, Read } from '../problem.ts';
import { describePlace, mapJson } from '../work/json-map.ts';
import { excerpt, isLanguageTag, isMoment } from '../work/schema.ts';
import { logTexts } from './mqm-log.ts';
import { type Annotation, annotation, type Specific } from './web-annotation-schema.ts';
import { PREFIX, PURPOSE, RECORDS, REST, utf16Span, UUID_PREFIX } from './web-annotation.ts';

/** A paragraph of a variant of a work. */
export interface AnnotatedPlace {
  readonly work: string;
  readonly variant: string;
  readonly paragraph: string;
}

export interface ReadAnnotationOptions {
  /** A new UUIDv7 at each call, for annotations of other tools. */
  readonly newId: () => string;
  /** When an annotation does not say: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  /** The paragraph behind the IRI of a page of another tool; our own IRIs are known. */
  readonly placeOf?: (iri: string) => AnnotatedPlace | undefined;
  /** A paragraph's text, where known: places a quote that has no position, and counts code points. */
  readonly textOf?: (variant: string, paragraph: string) => string | undefined;
}

/**
 * Reads W3C Web Annotations: one, an array, or the items of a page or collection. An annotation that names
 * an MQM category is a mark, another one with text is a comment. What cannot be read is a problem with its
 * path; the others are kept.
 */
export function readWebAnnotations(
  input: string,
  file: string,
  options: ReadAnnotationOptions,
): Read<readonly Contribution[]> {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const { line, ...args } = describePlace(text, mapJson(text).fault ?? 0);
    return { value: [], problems: [{ code: 'json-invalid', severity: 'fault', args, file, line }] };
  }
  const problems: Problem[] = [];
  const records: Contribution[] = [];
  const keep = (path: string, read: Read<Contribution | undefined>) => {
    if (read.value !== undefined) records.push(read.value);
    problems.push(
      ...read.problems.map((problem): Problem => ({ ...problem, ...inFile(problem, path, file) })),
    );
  };
  const others = isObject(value) ? value[RECORDS] : undefined;
  if (Array.isArray(others)) {
    others.forEach((record: unknown, index) => {
      keep(`${RECORDS}[${index}]`, readContribution(record));
    });
  }
  const own = logTexts(records);
  const textOf = (variant: string, paragraph: string) =>
    own.textOf(variant, paragraph) ?? options.textOf?.(variant, paragraph);
  for (const { path, item } of itemsOf(value)) keep(path, readAnnotation(item, { ...options, textOf }));
  return { value: records.sort(byId), problems };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function inFile({ args }: Problem, path: string, file: string): Pick<Problem, 'args' | 'file'> {
  const inner = args['path'] === undefined || args['path'] === '$' ? '' : `.${args['path']}`;
  return { args: { ...args, path: `${path}${inner}` }, file };
}

function itemsOf(value: unknown, path = ''): { path: string; item: unknown }[] {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => ({ path: `${path}[${index}]`, item }));
  }
  if (!isObject(value)) return [{ path: path || '$', item: value }];
  const types = [value['type']].flat();
  if (types.includes('AnnotationPage')) return itemsOf(value['items'] ?? [], 'items');
  if (types.includes('AnnotationCollection')) {
    const first = value['first'];
    return isObject(first) ? itemsOf(first['items'] ?? [], 'first.items') : [];
  }
  return [{ path: '$', item: value }];
}

const fault = (code: ProblemCode, args: Problem['args'] = {}): Read<undefined> => ({
  value: undefined,
  problems: [{ code, severity: 'fault', args }],
});

function readAnnotation(item: unknown, options: ReadAnnotationOptions): Read<Contribution | undefined> {
  const parsed = v.safeParse(annotation, item);
  if (!parsed.success || !parsed.output.type.includes('Annotation')) return fault('annotation-invalid');
  const found = parsed.output;
  const targets = found.target.map((target) => readTarget(target, options));
  const unknown = targets.find((target): target is { iri: string } => 'iri' in target);
  if (unknown !== undefined) return fault('annotation-target-unknown', { iri: excerpt(unknown.iri) });
  const places = targets.filter((target): target is Place => 'place' in target);
  const of = targets.find((target): target is { of: string } => 'of' in target)?.of;

  const texts = [...found.body, ...(found.bodyValue === undefined ? [] : [found.bodyValue])].map((text) =>
    typeof text === 'string' ? { value: text, purpose: '', language: 'und' } : text,
  );
  const valueOf = (purpose: string) => texts.find((text) => text.purpose === purpose)?.value;
  const wording = (purpose: string) => {
    const own = texts.filter((text) => text.purpose === purpose && text.value !== '');
    return Object.fromEntries(
      own.map(({ language, value }) => [isLanguageTag(language) ? language : 'und', value]),
    );
  };
  const { variant: named, ...others } = found[REST];
  const place = places[0]?.place;
  const anchors = places.flatMap(({ anchor }) => (anchor === undefined ? [] : [anchor]));
  const variant = typeof named === 'string' ? named : place?.variant;
  const common = {
    ...others,
    id: idOf(found, options),
    author: authorOf(found),
    time: momentOf(found.created) ?? options.time,
    ...(place === undefined ? {} : { work: place.work }),
    ...(variant === undefined ? {} : { variant }),
    ...(place === undefined ? {} : { paragraph: place.paragraph }),
  };
  const spans = anchors.map((anchor) => withoutOwnVariant(anchor, variant));
  const category = texts
    .filter(({ purpose }) => purpose === PURPOSE.category || purpose === 'tagging')
    .map(({ value }) => categoryOfLabel(value))
    .find((label) => label !== undefined);
  if (category !== undefined && spans.length > 0) {
    const explanation = { ...wording(''), ...wording(PURPOSE.comment), ...wording(PURPOSE.explanation) };
    const replacement = valueOf(PURPOSE.replacement);
    return readContribution({
      ...common,
      type: 'mark',
      spans,
      category,
      severity: severityOfLabel(valueOf(PURPOSE.severity) ?? '') ?? 'neutral',
      ...(Object.keys(explanation).length === 0 ? {} : { explanation }),
      ...(replacement === undefined ? {} : { replacement }),
    });
  }
  const text = {
    ...wording(''),
    ...wording(PURPOSE.explanation),
    ...wording('tagging'),
    ...wording(PURPOSE.comment),
  };
  if (Object.keys(text).length === 0) return fault('annotation-invalid');
  return readContribution({
    ...common,
    type: 'comment',
    ...(of === undefined ? {} : { of }),
    ...(spans.length === 0 ? {} : { spans }),
    text,
  });
}

interface Place {
  readonly place: AnnotatedPlace;
  readonly anchor?: Anchor;
}
type Target = Place | { readonly of: string } | { readonly iri: string };

function readTarget(target: Annotation['target'][number], options: ReadAnnotationOptions): Target {
  const source = typeof target === 'string' ? target : 'source' in target ? target.source : target.id;
  const iri = typeof source === 'object' ? (source as { id: string }).id : String(source);
  if (iri.startsWith(UUID_PREFIX)) return { of: iri.slice(UUID_PREFIX.length) };
  const place = ownPlace(iri) ?? options.placeOf?.(iri);
  if (place === undefined) return { iri };
  if (typeof target === 'string' || !('selector' in target)) return { place };
  const { selector: selectors, [REST]: others } = target as Specific;
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const text = options.textOf?.(place.variant, place.paragraph);
  const points =
    position?.start === undefined || position.end === undefined
      ? undefined
      : { start: position.start, end: position.end };
  const offsets = isSpan(others) ? others : points && text !== undefined ? utf16Span(text, points) : points;
  const exact = quote?.exact ?? (offsets && text?.slice(offsets.start, offsets.end)) ?? '';
  if (exact === '') return { place };
  const prefix = (quote?.prefix ?? '').slice(-CONTEXT_LENGTH);
  const found = offsets?.start ?? placeOfQuote(text ?? '', prefix, exact);
  const { quote: quoted, ...kept } = others;
  const more = Object.fromEntries(Object.entries(kept).filter(([key]) => key !== 'start' && key !== 'end'));
  return {
    place,
    anchor: {
      ...more,
      variant: place.variant,
      quote: {
        ...(isObject(quoted) ? quoted : {}),
        exact,
        prefix,
        suffix: (quote?.suffix ?? '').slice(0, CONTEXT_LENGTH),
      },
      start: found,
      end: found + exact.length,
      ...(more['variant'] === undefined ? {} : { [NAMED]: true }),
    },
  };
}

/** Marks an anchor that named the record's own variant; taken off before the record is made. */
const NAMED = Symbol('named');

function withoutOwnVariant(anchor: Anchor & { [NAMED]?: true }, own: string | undefined): Anchor {
  const { variant, [NAMED]: isNamed, ...rest } = anchor;
  return variant !== undefined && (variant !== own || isNamed === true) ? { ...rest, variant } : rest;
}

const isSpan = (value: object): value is { start: number; end: number } =>
  'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';

function ownPlace(iri: string): AnnotatedPlace | undefined {
  if (!iri.startsWith(PREFIX)) return undefined;
  const [work, variant, paragraph, ...more] = iri.slice(PREFIX.length).split(':');
  if (work === undefined || variant === undefined || paragraph === undefined || more.length > 0)
    return undefined;
  return { work, variant, paragraph };
}

/** Where a quote stands, its prefix before it if possible; 0 where it does not: a hint for re-anchoring. */
function placeOfQuote(text: string, prefix: string, exact: string): number {
  const at = text.indexOf(prefix + exact);
  return at === -1 ? Math.max(0, text.indexOf(exact)) : at + prefix.length;
}

function idOf({ id }: Annotation, { newId }: ReadAnnotationOptions): string {
  const own = id.startsWith(UUID_PREFIX) ? id.slice(UUID_PREFIX.length).toLowerCase() : '';
  return UUID_V7.test(own) ? own : newId();
}

function authorOf({ creator: [first] }: Annotation): string {
  const name = typeof first === 'string' ? first : (first?.name ?? first?.id ?? '');
  return name.slice(0, 200) || '-';
}

function momentOf(created: string): string | undefined {
  if (isMoment(created)) return created;
  const ms = Date.parse(created);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
