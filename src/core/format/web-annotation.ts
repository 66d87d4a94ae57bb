import type { Anchor } from '../contribution/anchor.ts';
import { byId, canonical } from '../contribution/canonical.ts';
import type { Comment, Contribution, Mark } from '../contribution/record.ts';
import { isKnown } from '../contribution/record-schema.ts';
import type { Span } from '../span.ts';

/** The paragraph that an annotation is about, as an IRI; identifiers need no escaping. */
export function paragraphIri(work: string, variant: string, paragraph: string): string {
  return `${PREFIX}${work}:${variant}:${paragraph}`;
}

export const PREFIX = 'urn:lesart:';
export const UUID_PREFIX = 'urn:uuid:';
/** Purposes of a mark's bodies, from the Web Annotation vocabulary (section 3.3.5 of the data model). */
export const PURPOSE = {
  category: 'classifying',
  severity: 'assessing',
  explanation: 'describing',
  replacement: 'editing',
  comment: 'commenting',
} as const;
/** What the vocabulary has no word for, kept as JSON. */
export const REST = 'lesart:rest';
export const RECORDS = 'lesart:records';

const CONTEXT = [
  'http://www.w3.org/ns/anno.jsonld',
  {
    '@version': 1.1,
    lesart: `${PREFIX}ns:`,
    [REST]: { '@type': '@json' },
    [RECORDS]: { '@type': '@json' },
  },
];

export interface WriteAnnotationOptions {
  /**
   * A paragraph's text, where known: the data model counts positions in code points, ours are UTF-16 units.
   * Without it the quote is the only selector, and the position is among the rest.
   */
  readonly textOf?: (variant: string, paragraph: string) => string | undefined;
}

/** Fields of a record that have a place of their own in an annotation. */
const OWN_PLACE = {
  common: ['id', 'type', 'author', 'time', 'work', 'variant', 'paragraph', 'spans'],
  mark: ['category', 'severity', 'explanation', 'replacement'],
  comment: ['text', 'of'],
};

/**
 * Writes a log as a page of W3C Web Annotations (https://www.w3.org/TR/annotation-model/): marks and comments
 * as annotations of paragraphs, with quote and position as selectors; all other records as they are, beside
 * them. `readWebAnnotations` gives back the same set of records.
 */
export function writeWebAnnotations(
  records: Iterable<Contribution>,
  { textOf = () => undefined }: WriteAnnotationOptions = {},
): string {
  const unique = new Map([...records].map((record) => [canonical(record), record]));
  const sorted = [...unique.values()].sort(byId);
  const items: object[] = [];
  const others: Contribution[] = [];
  for (const record of sorted) {
    if (isKnown(record) && record.type === 'mark') items.push(markAnnotation(record, textOf));
    else if (isKnown(record) && record.type === 'comment' && hasTarget(record)) {
      items.push(commentAnnotation(record, textOf));
    } else others.push(record);
  }
  const list = (values: readonly object[]) => values.map((value) => `\n${JSON.stringify(value)}`).join(',');
  const head = `"@context":${JSON.stringify(CONTEXT)},\n"type":"AnnotationPage"`;
  const rest = others.length === 0 ? '' : `,\n"${RECORDS}":[${list(others)}\n]`;
  return `{${head},\n"items":[${list(items)}\n]${rest}}\n`;
}

type TextOf = NonNullable<WriteAnnotationOptions['textOf']>;

/** A comment is about a record, a paragraph, or both; what a newer version may say goes as it is. */
const hasTarget = ({ of, variant, paragraph, spans }: Comment): boolean =>
  paragraph === undefined
    ? of !== undefined && variant === undefined && spans === undefined
    : variant !== undefined;

function markAnnotation(mark: Mark, textOf: TextOf): object {
  const { category, severity, explanation = {}, replacement } = mark;
  const body = [
    textBody(PURPOSE.category, category),
    textBody(PURPOSE.severity, severity),
    ...Object.entries(explanation).map(([language, value]) => textBody(PURPOSE.explanation, value, language)),
    ...(replacement === undefined ? [] : [textBody(PURPOSE.replacement, replacement)]),
  ];
  const target = mark.spans.map((anchor) => anchorTarget(mark, anchor, textOf));
  return annotation(mark, 'highlighting', body, target, OWN_PLACE.mark);
}

function commentAnnotation(comment: Comment, textOf: TextOf): object {
  const { text, of, variant, paragraph, spans = [], work } = comment;
  const body = Object.entries(text).map(([language, value]) => textBody(PURPOSE.comment, value, language));
  const place = variant === undefined || paragraph === undefined ? undefined : { work, variant, paragraph };
  const target = [
    ...(of === undefined ? [] : [`${UUID_PREFIX}${of}`]),
    ...(place === undefined ? [] : spans.map((anchor) => anchorTarget(place, anchor, textOf))),
    ...(place === undefined || spans.length > 0
      ? []
      : [paragraphIri(place.work, place.variant, place.paragraph)]),
  ];
  return annotation(comment, of === undefined ? 'commenting' : 'replying', body, target, OWN_PLACE.comment);
}

function annotation(
  record: Mark | Comment,
  motivation: string,
  body: readonly object[],
  target: readonly (object | string)[],
  ownPlace: readonly string[],
): object {
  const placed = [...OWN_PLACE.common, ...ownPlace];
  const rest = Object.fromEntries(Object.entries(record).filter(([key]) => !placed.includes(key)));
  return {
    id: `${UUID_PREFIX}${record.id}`,
    type: 'Annotation',
    motivation,
    creator: { type: 'Person', name: record.author },
    created: record.time,
    body,
    target: target.length === 1 ? target[0] : target,
    ...withRest({ ...rest, ...placeRest(record) }),
  };
}

/** What the targets do not tell: the variant when the first span stands in another, the work without a place. */
function placeRest({ variant, paragraph, spans = [], work }: Mark | Comment): object {
  const first = spans[0]?.variant ?? variant;
  return {
    ...(variant !== undefined && first !== variant ? { variant } : {}),
    ...(paragraph === undefined ? { work } : {}),
  };
}

const withRest = (rest: object): object => (Object.keys(rest).length === 0 ? {} : { [REST]: rest });

function textBody(purpose: string, value: string, language?: string): object {
  return {
    type: 'TextualBody',
    purpose,
    ...(language === undefined ? {} : { language }),
    format: 'text/plain',
    value,
  };
}

function anchorTarget(
  { work, variant, paragraph }: { work: string; variant: string; paragraph: string },
  anchor: Anchor,
  textOf: TextOf,
): object {
  const { quote, start, end, variant: other, ...more } = anchor;
  const { exact, prefix, suffix, ...quoted } = quote;
  const at = anchor.paragraph ?? paragraph;
  const text = textOf(other ?? variant, at);
  const points = text === undefined ? undefined : codePoints(text, { start, end });
  // An anchor that names its variant though it is the record's own, is written so again.
  const named = other === variant ? { variant } : {};
  const rest = {
    ...more,
    ...named,
    // Whoever has no text cannot count its surrogates.
    ...(points?.start === start && points.end === end ? {} : { start, end }),
    ...(Object.keys(quoted).length === 0 ? {} : { quote: quoted }),
  };
  return {
    type: 'SpecificResource',
    source: paragraphIri(work, other ?? variant, at),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      ...(points === undefined ? [] : [{ type: 'TextPositionSelector', ...points }]),
    ],
    ...withRest(rest),
  };
}

/** UTF-16 offsets as numbers of code points; `undefined` where they do not fit the text. */
function codePoints(text: string, { start, end }: Span): Span | undefined {
  if (end > text.length || splitsPair(text, start) || splitsPair(text, end)) return undefined;
  const count = (from: number, to: number) => [...text.slice(from, to)].length;
  const before = count(0, start);
  return { start: before, end: before + count(start, end) };
}

const splitsPair = (text: string, at: number): boolean => at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** Numbers of code points as UTF-16 offsets; `undefined` beyond the text. */
export function utf16Span(text: string, { start, end }: Span): Span | undefined {
  let at = 0;
  let points = 0;
  let from: number | undefined;
  for (;;) {
    if (points === start) from = at;
    if (points === end) return from === undefined ? undefined : { start: from, end: at };
    const point = text.codePointAt(at);
    if (point === undefined) return undefined;
    at += point > 0xffff ? 2 : 1;
    points += 1;
  }
}
