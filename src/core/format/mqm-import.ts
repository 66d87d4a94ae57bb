import { type Anchor, anchorOf, attach } from '../contribution/anchor.ts';
import type { Contribution } from '../contribution/record.ts';
import { isError, isRating } from '../mqm/annotation.ts';
import type { ImportedMark, ImportedRating, ImportedRow } from '../mqm/rating.ts';
import { categoryOfLabel, severityOfLabel } from '../mqm/wmt-labels.ts';
import type { Span } from '../span.ts';
import type { Paragraph, VariantInfo, Work } from '../work/model.ts';
import { anchorsIn, derivedCell } from './mqm-cell.ts';
import type { MqmRow, MqmTable } from './mqm-tsv.ts';
import { identifiersOf } from './identifiers.ts';
import { writeSpanTags } from './span-tags.ts';
import { finish, type Steps } from '../steps.ts';

export interface ImportOptions {
  readonly slug: string;
  /** ISO 8601 date of the work. */
  readonly date: string;
  /** When the records are made: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  /** A new UUIDv7 at each call. */
  readonly newId: () => string;
  /** BCP 47; the format does not tell. */
  readonly sourceLang?: string;
  readonly targetLang?: string;
}

/** A file of annotations as a work with contributions. */
export interface ImportedWork {
  readonly work: Work;
  /** By variant id. Segments without text are left out. */
  readonly texts: ReadonlyMap<string, readonly Paragraph[]>;
  readonly records: readonly Contribution[];
}

/** Who speaks for rows that nobody rated. */
const NOBODY = '-';
const MAX_AUTHOR = 200;
/** A record has no more. */
const MAX_SPANS = 100;
/** The variant that holds the sources. */
const SOURCE = 'source';
const STEP = 500;

/** Imports at once; see `mqmImportSteps`. */
export function importMqm(table: MqmTable, options: ImportOptions): ImportedWork {
  return finish(mqmImportSteps(table, options));
}

/**
 * Makes a work of annotations: a variant for each system and one for the sources, a paragraph for each
 * segment, a mark for each error (category and severity as near as our typology has them, WMT's own labels
 * kept beside), a rating for each segment without errors. `exportMqm` makes the same rows of it again.
 */
export function* mqmImportSteps({ rows }: MqmTable, options: ImportOptions): Steps<ImportedWork> {
  const { slug, date, sourceLang = 'und', targetLang = 'und' } = options;
  const total = 3 * rows.length;
  const systems = new Set<string>();
  const segments = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index % STEP === STEP - 1) yield { done: index, total };
    systems.add(row.system);
    segments.add(placeOf(row));
  }
  const variantIds = identifiersOf([...systems], (system) => system, [SOURCE]);
  const paragraphIds = identifiersOf([...segments], (place) => place.replace('\t', '.'));

  const texts = new Map<string, Map<string, string>>([[SOURCE, new Map()]]);
  for (const system of systems) texts.set(variantIds.get(system)!, new Map());
  for (const [index, row] of rows.entries()) {
    if (index % STEP === STEP - 1) yield { done: rows.length + index, total };
    const paragraph = paragraphIds.get(placeOf(row))!;
    keepFirst(texts.get(SOURCE)!, paragraph, row.sourceText);
    keepFirst(texts.get(variantIds.get(row.system)!)!, paragraph, row.targetText);
  }

  const records: Contribution[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % STEP === STEP - 1) yield { done: 2 * rows.length + index, total };
    const paragraph = paragraphIds.get(placeOf(row))!;
    const variant = variantIds.get(row.system)!;
    const place = {
      variant,
      paragraph,
      source: texts.get(SOURCE)!.get(paragraph) ?? '',
      target: texts.get(variant)!.get(paragraph) ?? '',
    };
    records.push(recordOf(row, place, options));
  }

  const order = [...paragraphIds.values()];
  const variant = (id: string, label: string, lang: string, isHuman: boolean): VariantInfo => ({
    id,
    lang,
    label,
    provenance: isHuman ? 'human' : 'machine',
    status: 'complete',
    listed: true,
  });
  return {
    work: {
      slug,
      title: { und: slug },
      date,
      credit: '',
      source: { und: slug },
      subject: [...variantIds.values()][0] ?? SOURCE,
      reference: SOURCE,
      variants: [
        ...[...systems].map((system) =>
          variant(variantIds.get(system)!, system, targetLang, isHumanSystem(system)),
        ),
        variant(SOURCE, SOURCE, sourceLang, true),
      ],
    },
    texts: new Map(
      [...texts].map(([id, own]) => [
        id,
        order.flatMap((paragraph): Paragraph[] => {
          const text = own.get(paragraph) ?? '';
          return text === '' ? [] : [{ id: paragraph, role: 'paragraph', text }];
        }),
      ]),
    ),
    records,
  };
}

const placeOf = ({ doc, segment }: MqmRow): string => `${doc}\t${segment}`;

/** WMT's names of human translations: `ref`, `refA`, `ref-C`, `Human-B.0`. */
const isHumanSystem = (system: string): boolean => /^(?:[Rr]ef(?:erence)?|[Hh]uman)(?![a-z])/.test(system);

function keepFirst(texts: Map<string, string>, paragraph: string, text: string): void {
  if (!texts.has(paragraph) || texts.get(paragraph) === '') texts.set(paragraph, text);
}

interface Place {
  readonly variant: string;
  readonly paragraph: string;
  /** The paragraphs' texts. */
  readonly source: string;
  readonly target: string;
}

function recordOf(row: MqmRow, place: Place, { slug, time, newId }: ImportOptions): Contribution {
  const author = row.rater.slice(0, MAX_AUTHOR) || NOBODY;
  const common = {
    id: newId(),
    author,
    time,
    work: slug,
    variant: place.variant,
    paragraph: place.paragraph,
  };
  const spans = isError(row) && isRating(row) ? anchorsOf(row, place) : [];
  const imported = importedRow(row, place, author, spans);
  if (spans.length === 0) {
    const rating: ImportedRating = { ...common, type: 'rating', imported };
    return rating;
  }
  const mark: ImportedMark = {
    ...common,
    type: 'mark',
    spans: spans.slice(0, MAX_SPANS),
    category: categoryOfLabel(row.category) ?? 'other',
    severity: severityOfLabel(row.severity) ?? 'neutral',
    imported,
  };
  return mark;
}

/** The marked stretches; the whole paragraph for an error without any. None where no text holds it. */
function anchorsOf(row: MqmRow, place: Place): readonly Anchor[] {
  const target = row.target.flatMap((span) => anchored(row.targetText, span, place.target));
  const source = row.source.flatMap((span) => anchored(row.sourceText, span, place.source));
  const marked = [...target, ...source.map((anchor) => ({ variant: SOURCE, ...anchor }))];
  if (marked.length > 0) return marked;
  if (place.target !== '') return [anchorOf(place.target, 0, place.target.length)];
  return place.source === '' ? [] : [{ variant: SOURCE, ...anchorOf(place.source, 0, place.source.length) }];
}

/** The row's own text may differ from the paragraph's: files repeat a segment, not always to the letter. */
function anchored(own: string, { start, end }: Span, text: string): readonly Anchor[] {
  if (start === end) return [];
  if (own === text) return [anchorOf(text, start, end)];
  const found = attach(anchorOf(own, start, end), text);
  return 'span' in found ? [anchorOf(text, found.span.start, found.span.end)] : [];
}

function importedRow(row: MqmRow, place: Place, author: string, spans: readonly Anchor[]): ImportedRow {
  const { line, system, doc, segment, category, severity, rater, globalSegment, comment, extra } = row;
  const source = writeSpanTags({ text: row.sourceText, spans: row.source });
  const target = writeSpanTags({ text: row.targetText, spans: row.target });
  const mark = { variant: place.variant, spans };
  return {
    line,
    system,
    doc,
    segment,
    category,
    severity,
    ...(rater === author ? {} : { rater }),
    ...(globalSegment === undefined ? {} : { globalSegment }),
    ...(comment === undefined ? {} : { comment }),
    ...(extra === undefined ? {} : { extra }),
    ...(source === derivedCell(place.source, anchorsIn(SOURCE, mark)) ? {} : { source }),
    ...(target === derivedCell(place.target, anchorsIn(place.variant, mark)) ? {} : { target }),
  };
}
