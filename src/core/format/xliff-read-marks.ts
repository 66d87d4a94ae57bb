import { type Anchor, attach } from '../contribution/anchor.ts';
import type { Comment, Contribution, Mark } from '../contribution/record.ts';
import { excerpt } from '../work/schema.ts';
import { xmlSafe } from './xml-write.ts';
import { categoryOfIssue, severityOfIssue } from './xliff-issue.ts';
import { type MetaGroup, metaOf } from './xliff-metadata.ts';
import { GROUP } from './xliff-names.ts';
import type { FileNote, PlacedIssue } from './xliff-read-unit.ts';
import {
  type Change,
  checkedRecord,
  newFields,
  ownRecord,
  type RecordContext,
  type RecordSource,
} from './xliff-records.ts';
import { anchorsAt, type Issue, issueOf, type UnitPlace } from './xliff-unit.ts';

/** The marks of a unit: its localization quality issues. */
export function readMarks(source: RecordSource, context: RecordContext): readonly Contribution[] {
  const { found } = source;
  const issues = new Map(found.issues.map((issue) => [issue.id, issue]));
  const groups = groupsOf(source, GROUP.mark);
  const own = groups.flatMap((group): Contribution[] => {
    const placed = issues.get(group.id);
    const lang = metaOf(group.metas, 'lang');
    const record = ownRecord('mark', group, source, context, {
      places: placed?.places ?? [],
      changeOf: (mark) => (placed === undefined ? 'removed' : issueChange(mark, placed.issue, lang)),
    });
    return record === undefined ? [] : [record];
  });
  const ids = new Set(groups.map(({ id }) => id));
  const foreign = found.issues.filter(({ id }) => !ids.has(id));
  return [...own, ...foreign.flatMap((issue) => foreignMark(issue, source, context) ?? [])];
}

/** The comments of a unit: its notes, and markers with a comment. */
export function readComments(source: RecordSource, context: RecordContext): readonly Contribution[] {
  const { found } = source;
  const notes = new Map(found.notes.map((note) => [note.id, note]));
  const groups = groupsOf(source, GROUP.comment);
  const own = groups.flatMap((group): Contribution[] => {
    const note = notes.get(group.id);
    const lang = metaOf(group.metas, 'lang') ?? 'und';
    const record = ownRecord('comment', group, source, context, {
      places: note?.places ?? [],
      changeOf: ({ text }): Change<Comment> => {
        if (note === undefined) return 'removed';
        return note.text === xmlSafe(text[lang] ?? '') ? 'none' : { text: { [lang]: note.text } };
      },
    });
    return record === undefined ? [] : [record];
  });
  const ids = new Set(groups.map(({ id }) => id));
  const foreign = found.notes.filter(({ id, text }) => !ids.has(id) && text !== '');
  return [...own, ...foreign.flatMap((note) => foreignComment(note, source, context) ?? [])];
}

function groupsOf(
  { found }: RecordSource,
  category: string,
): readonly (MetaGroup & { readonly id: string })[] {
  return found.groups.flatMap((group) =>
    group.category === category && group.id !== undefined ? [{ ...group, id: group.id }] : [],
  );
}

function issueChange(mark: Mark, { type, severity, comment }: Issue, lang: string | undefined): Change<Mark> {
  const was = issueOf(mark, lang);
  const changes: Change<Mark> = {
    ...(type === was.type || type === undefined ? {} : { category: categoryOfIssue(type) ?? 'other' }),
    ...(severity === undefined || severityOfIssue(severity) === mark.severity
      ? {}
      : { severity: severityOfIssue(severity) }),
    ...(comment === undefined || comment === '' || comment === xmlSafe(was.comment ?? '')
      ? {}
      : { explanation: { [lang ?? 'und']: comment } }),
  };
  return Object.keys(changes).length === 0 ? 'none' : changes;
}

function foreignMark(
  { issue, places }: PlacedIssue,
  source: RecordSource,
  context: RecordContext,
): Mark | undefined {
  const { type, comment = '', severity, profile, isEnabled } = issue;
  const args = { id: source.found.id, comment: excerpt(comment === '' ? (type ?? '') : comment) };
  if (!isEnabled) {
    context.report('issue-disabled', args, 'warning');
    return undefined;
  }
  const variant = variantOf(places, source);
  const spans = foreignAnchors(places, variant, source, context);
  if (spans.length === 0) {
    context.report('issue-place-missing', args);
    return undefined;
  }
  const category = categoryOfIssue(type ?? 'uncategorized');
  if (category === undefined) {
    context.report('issue-type-unknown', { id: source.found.id, value: excerpt(type ?? '') }, 'warning');
  }
  const said = { type, severity, profile };
  return checkedRecord(
    'mark',
    {
      ...newFields(context, source, variant),
      spans,
      category: type === undefined ? 'other' : (category ?? 'other'),
      severity: severity === undefined ? 'minor' : severityOfIssue(severity),
      ...(comment === '' ? {} : { explanation: { und: comment } }),
      // As the file says it: several types are read as one category, many numbers as one severity.
      its: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    },
    source,
    context,
  );
}

function foreignComment(note: FileNote, source: RecordSource, context: RecordContext): Comment | undefined {
  const { text, appliesTo, places, attributes } = note;
  const { unit } = source;
  const variant = places.length > 0 ? variantOf(places, source) : unit[appliesTo].variant;
  const spans = foreignAnchors(places, variant, source, context);
  return checkedRecord(
    'comment',
    {
      ...newFields(context, source, variant),
      text: { und: text },
      ...(spans.length === 0 ? {} : { spans }),
      ...(Object.keys(attributes).length === 0 ? {} : { note: attributes }),
    },
    source,
    context,
  );
}

/** The target's, unless all places are in the source. */
function variantOf(places: readonly UnitPlace[], { unit }: RecordSource): string {
  const isOfSource = places.length > 0 && places.every(({ side }) => side === 'source');
  return unit[isOfSource ? 'source' : 'target'].variant;
}

/** The file's places in the texts that its records are about. */
function foreignAnchors(
  places: readonly UnitPlace[],
  variant: string,
  { found, unit }: RecordSource,
  { report }: RecordContext,
): readonly Anchor[] {
  const inFile = {
    ...unit,
    source: { ...unit.source, text: found.source.text },
    target: { ...unit.target, text: found.target?.text },
  };
  return places.flatMap((place) => {
    const [anchor] = anchorsAt(inFile, [place], variant);
    if (anchor === undefined) return [];
    const text = unit[place.side].text;
    if (text === inFile[place.side].text) return [anchor];
    const now = text === undefined || text === '' ? undefined : attach(anchor, text);
    if (now === undefined || !('span' in now)) {
      report('issue-place-lost', { id: found.id, quote: excerpt(anchor.quote.exact) }, 'warning');
      return [anchor];
    }
    return anchorsAt(unit, [{ ...now.span, side: place.side }], variant);
  });
}
