import type { Comment, Correction, Mark } from '../contribution/record.ts';
import type { Problem } from '../problem.ts';
import { readContribution } from '../contribution/record-schema.ts';
import { type MetaGroup, metaOf, readRecordMetas } from './xliff-metadata.ts';
import type { FileUnit, Report } from './xliff-read-unit.ts';
import { anchorsAt, placesText, readPlaces, type Unit, type UnitPlace } from './xliff-unit.ts';

/** What is read into, and who reads it. */
export interface RecordContext {
  /** Slug. */
  readonly work: string;
  /** A new UUIDv7 at each call. */
  readonly newId: () => string;
  /** When and by whom it is said, where the file does not tell: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly author: string;
  readonly report: Report;
}

/** A unit of a file, with the texts that its records are about: those from before the file was changed. */
export interface RecordSource {
  readonly found: FileUnit;
  readonly unit: Unit;
}

interface RecordTypes {
  readonly mark: Mark;
  readonly comment: Comment;
  readonly correction: Correction;
}

/** Checks a record that was put together; what is wrong with it is reported. */
export function checkedRecord<T extends keyof RecordTypes>(
  type: T,
  fields: object,
  { found }: RecordSource,
  { report }: RecordContext,
): RecordTypes[T] | undefined {
  const { value, problems } = readContribution({ ...fields, type });
  for (const { code, args, severity } of problems) {
    report(code, { ...args, path: pathIn(found.id, args) }, severity);
  }
  return value as RecordTypes[T] | undefined;
}

const pathIn = (unit: string, { path }: Problem['args']): string =>
  path === undefined || path === '$' ? unit : `${unit}: ${path}`;

/** The fields of a new record about a paragraph. */
export function newFields(
  { work, newId, time, author }: RecordContext,
  { unit }: RecordSource,
  variant = unit.target.variant,
): object {
  return { id: newId(), author, time, work, variant, paragraph: unit.paragraph };
}

/** What of a record was changed in the file: nothing, all of it (it was taken out), or these fields. */
export type Change<T> = 'none' | 'removed' | Partial<T>;

/**
 * The record that a group of metadata holds. Where another program changed what XLIFF and ITS say of it, a new
 * record takes the change, since a record never changes.
 */
export function ownRecord<T extends keyof RecordTypes>(
  type: T,
  group: MetaGroup,
  source: RecordSource,
  context: RecordContext,
  given: {
    /** Where the file has it now. */
    readonly places?: readonly UnitPlace[];
    readonly defaults?: object;
    readonly changeOf: (record: RecordTypes[T]) => Change<RecordTypes[T]>;
  },
): RecordTypes[T] | undefined {
  const { found, unit } = source;
  const fields = readRecordMetas(group);
  if (fields === undefined) {
    context.report('unit-invalid', { id: found.id, reason: '<mda:meta>' });
    return undefined;
  }
  const written = metaOf(group.metas, 'places');
  const places = written === undefined ? undefined : readPlaces(written);
  const place = { work: context.work, variant: unit.target.variant, paragraph: unit.paragraph };
  const own = { ...place, ...given.defaults, ...fields };
  const spans =
    places === undefined || 'spans' in fields ? {} : { spans: anchorsAt(unit, places, own.variant) };
  const record = checkedRecord(type, { ...own, ...spans }, source, context);
  if (record === undefined) return undefined;

  const moved = movedTo(given.places ?? [], places ?? [], source, record.variant);
  const said = given.changeOf(record);
  if (moved === 'removed' || said === 'removed') {
    context.report('record-removed', { id: found.id, record: record.id }, 'warning');
    return record;
  }
  if (moved === 'none' && said === 'none') return record;
  context.report('record-changed', { id: found.id, record: record.id }, 'warning');
  const { id, author, time } = newFields(context, source) as Mark;
  const kept = Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'action'));
  const changed = { ...kept, ...(moved === 'none' ? {} : moved), ...(said === 'none' ? {} : said) };
  return checkedRecord(type, { ...changed, id, author, time }, source, context);
}

function movedTo(
  now: readonly UnitPlace[],
  before: readonly UnitPlace[],
  { found, unit }: RecordSource,
  variant: string | undefined,
): Change<Pick<Mark, 'spans'>> {
  const sorted = (places: readonly UnitPlace[]) => placesText(places).split(' ').sort().join(' ');
  // In a changed translation every place may be another one.
  if (found.target?.text !== unit.target.text || sorted(now) === sorted(before)) return 'none';
  return now.length === 0 ? 'removed' : { spans: anchorsAt(unit, now, variant) };
}
