import { byId, canonical } from '../contribution/canonical.ts';
import { fold, placeKey } from '../contribution/fold.ts';
import type { Contribution } from '../contribution/record.ts';
import type { Paragraph } from '../work/model.ts';
import { finish, type Steps } from '../steps.ts';
import { xmlAttributes, xmlElement, xmlJson } from './xml-write.ts';
import { metadataMarkup } from './xliff-metadata.ts';
import { GROUP, ITS, MATCHES, METADATA, XLIFF } from './xliff-names.ts';
import { unitMarkup } from './xliff-write-unit.ts';

/** A variant's text in a file of translations. */
export interface XliffText {
  readonly variant: string;
  /** BCP 47. */
  readonly lang: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface XliffDocument {
  /** Slug. */
  readonly work: string;
  readonly source: XliffText;
  /** At least one; of one language, since the format has one for a whole document. */
  readonly targets: readonly XliffText[];
  /** All that is to be in the file. Marks of other variants, reviews and so on are kept as metadata. */
  readonly records: readonly Contribution[];
  /** The language of comments, where a record speaks several. */
  readonly lang: string;
}

/** Units between two steps. */
const STEP = 50;

/** Writes at once; see `xliffSteps`. */
export function writeXliff(document: XliffDocument): string {
  return finish(xliffSteps(document));
}

/**
 * Writes XLIFF 2.1 (OASIS, 2018): a `file` for each target variant, a `unit` for each of its paragraphs,
 * marks as ITS localization quality issues on `mrk`, or on `sm` and `em`; comments as notes; corrections as
 * matches (Translation Candidates module); what these have no place for as metadata. `readXliff` gives back
 * the same set of records. Of several paragraphs in a row each is a unit, although the source may have them as one:
 * records are about paragraphs of the files, and their places have to come back exactly.
 * @throws RangeError without a target
 */
export function* xliffSteps({ work, source, targets, records, lang }: XliffDocument): Steps<string> {
  const [first] = targets;
  if (first === undefined) throw new RangeError('no target');
  const unique = new Map(records.map((record) => [canonical(record), record]));
  const state = fold(unique.values());
  const sources = new Map(source.paragraphs.map(({ id, text }) => [id, text]));
  const written = new Set<Contribution>();
  let issues = 0;
  const newIssuesId = () => `lqi${(issues += 1)}`;
  const total = targets.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  let done = 0;

  const files: { target: XliffText; units: string[] }[] = [];
  for (const target of targets) {
    const units: string[] = [];
    for (const { id, role, text } of unitsOf(source, target)) {
      done += 1;
      if (done % STEP === 0) yield { done: Math.min(done, total), total };
      const unit = {
        paragraph: id,
        source: { variant: source.variant, text: sources.get(id) },
        target: { variant: target.variant, text },
      };
      const keys = [placeKey(target.variant, id), placeKey(source.variant, id)];
      const here = <T>(lists: ReadonlyMap<string, readonly T[]>, recordOf: (item: T) => Contribution) =>
        [
          ...new Map(
            keys.flatMap((key) => lists.get(key) ?? []).map((item) => [recordOf(item).id, item]),
          ).values(),
        ].filter((item) => recordOf(item).work === work && !written.has(recordOf(item)));
      const found = unitMarkup(
        unit,
        {
          // A mark stands under each variant that it has spans in, but belongs to the paragraph it names.
          marks: here(state.marks, ({ mark }) => mark).filter(({ mark }) => mark.paragraph === id),
          comments: here(state.comments, (comment) => comment),
          corrections: (state.corrections.get(keys[0]!) ?? []).filter(
            ({ correction }) => correction.work === work && !written.has(correction),
          ),
          isForked: state.forks.has(keys[0]!),
        },
        { work, lang, role, newIssuesId },
      );
      for (const record of found.written) written.add(record);
      units.push(found.markup);
    }
    files.push({ target, units });
  }
  const others = [...unique.values()].filter((record) => !written.has(record)).sort(byId);
  const body = files.map(({ target, units }, index) =>
    fileMarkup({ work, source, target, units, others: index === 0 ? others : [] }),
  );
  const root = {
    xmlns: XLIFF,
    'xmlns:mtc': MATCHES,
    'xmlns:mda': METADATA,
    'xmlns:its': ITS,
    'its:version': '2.0',
    version: '2.1',
    srcLang: source.lang,
    trgLang: first.lang,
    'xml:space': 'preserve',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${xmlAttributes(root)}>\n${body.join('\n')}\n</xliff>\n`;
}

/** The target's paragraphs, and those that only the source has, where it has them. */
function unitsOf(
  source: XliffText,
  target: XliffText,
): readonly (Omit<Paragraph, 'text'> & { text: string | undefined })[] {
  const own = new Set(target.paragraphs.map(({ id }) => id));
  const after = new Map<string | undefined, Paragraph[]>();
  let previous: string | undefined;
  for (const paragraph of source.paragraphs) {
    if (own.has(paragraph.id)) previous = paragraph.id;
    else {
      const run = after.get(previous);
      if (run === undefined) after.set(previous, [paragraph]);
      else run.push(paragraph);
    }
  }
  const missing = (id: string | undefined) =>
    (after.get(id) ?? []).map(({ id: only, role }) => ({ id: only, role, text: undefined }));
  return [
    ...missing(undefined),
    ...target.paragraphs.flatMap((paragraph) => [paragraph, ...missing(paragraph.id)]),
  ];
}

function fileMarkup(file: {
  work: string;
  source: XliffText;
  target: XliffText;
  units: readonly string[];
  others: readonly Contribution[];
}): string {
  const { work, source, target, units, others } = file;
  const groups = metadataMarkup([
    {
      category: GROUP.work,
      metas: [
        ['work', work],
        ['source', source.variant],
        ['target', target.variant],
      ],
    },
    ...(others.length === 0
      ? []
      : [{ category: GROUP.records, metas: others.map((record) => ['record', xmlJson(record)] as const) }]),
  ]);
  const attributes = { id: target.variant, original: `${work}/${target.variant}.md`, canResegment: 'no' };
  return xmlElement('file', attributes, ['', groups, ...units, ''].join('\n'));
}
