import type { Problem, ProblemCode } from '../problem.ts';
import { GLOSSARY_FILE } from '../work/glossary.ts';
import type { Work } from '../work/model.ts';
import { checkTexts, LOG_FILE, type WorkFolder } from '../work/validate.ts';
import { checkLanguages } from '../work/variant-checks.ts';
import { type Anchor, attach } from './anchor.ts';
import { FiledText } from './filed-text.ts';
import { fold, type State } from './fold.ts';
import type { PlacedContribution } from './log-lines.ts';
import { readPlacedLog } from './log.ts';
import type { Contribution, KnownContribution } from './record.ts';
import { isKnown } from './record-schema.ts';
import { AlignmentCheck } from './validate-alignment.ts';

/** Everything that is wrong with a work's folder; empty for a sound one. Texts first, then contributions. */
export function validateFolder(slug: string, folder: WorkFolder): readonly Problem[] {
  const { problems: structure, work, texts } = checkTexts(slug, folder);
  const language = work === undefined ? [] : checkLanguages(work, texts, folder.files.get(GLOSSARY_FILE));
  const problems = [...structure, ...language];
  const log = folder.files.get(LOG_FILE);
  if (log === undefined) return problems;
  const { value: placed, problems: found } = readPlacedLog(log, LOG_FILE);
  if (work === undefined) return [...problems, ...found];

  const state = fold(placed.map(({ record }) => record));
  // One that is only planned has no text yet, but may have corrections.
  const byVariant = new Map(
    work.variants.map(({ id }) => [id, new FiledText(texts.get(id) ?? [], id, state)]),
  );
  const hasText = (variant: string): boolean =>
    texts.has(variant) || work.variants.some(({ id, status }) => id === variant && status === 'planned');
  const isRemoved = (variant: string, paragraph: string): boolean =>
    byVariant.get(variant)?.isRemoved(paragraph) === true;
  const context: Context = {
    work,
    alignments: new AlignmentCheck(work, texts, state, hasText, isRemoved),
    textOf: (variant) => byVariant.get(variant),
    hasRow: (paragraph) => [...byVariant.values()].some((text) => text.row(paragraph).length > 0),
    hasText,
    records: new Map(placed.map(({ record }) => [record.id, record])),
    state,
    current: currentIds(state),
  };
  // What an accepted correction removed is missing on purpose, and the others have it alone.
  const unasked = problems.filter(({ code, file, args }) => {
    const id = String(args['id']);
    if (code === 'paragraph-missing') return byVariant.get(file!.slice(0, -3))?.isRemoved(id) !== true;
    return code !== 'paragraph-extra' || byVariant.get(work.subject)?.isRemoved(id) !== true;
  });
  return [...unasked, ...found, ...placed.flatMap((record) => recordProblems(record, context))];
}

interface Context {
  readonly work: Work;
  readonly alignments: AlignmentCheck;
  readonly textOf: (variant: string) => FiledText | undefined;
  /** Whether some variant has a paragraph of the same row. */
  readonly hasRow: (paragraph: string) => boolean;
  /** Whether a variant's file could be read: what is said of a text that could not is not checked against it. */
  readonly hasText: (variant: string) => boolean;
  readonly records: ReadonlyMap<string, Contribution>;
  readonly state: State;
  readonly current: ReadonlySet<string>;
}

function recordProblems({ record, line }: PlacedContribution, context: Context): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, args: Problem['args'], severity: Problem['severity'] = 'fault') => {
    problems.push({ code, severity, args: { ...args, id: record.id }, file: LOG_FILE, line });
  };
  if (record.work !== context.work.slug) {
    report('contribution-work-differs', { work: record.work, slug: context.work.slug });
  }
  const { action, author } = record;
  if (action !== undefined && !beginsAction(context.records.get(action), record)) {
    // The records of an action are undone together as long as they name the same one.
    report('contribution-action-unknown', { action, author }, 'warning');
  }
  if (!isKnown(record)) return problems;

  for (const target of targetsOf(record)) {
    if (!context.records.has(target)) report('contribution-target-unknown', { target });
  }
  if (record.type === 'alignment' && context.current.has(record.id)) context.alignments.check(record, report);
  if (!('variant' in record) || record.variant === undefined) return problems;
  const { variant, paragraph } = record;
  const spans = 'spans' in record ? (record.spans ?? []) : [];
  const variants = new Set([variant, ...spans.map((anchor) => anchor.variant ?? variant)]);
  const declared = new Set(context.work.variants.map(({ id }) => id));
  const unknown = [...variants].filter((id) => !declared.has(id));
  for (const id of unknown) report('contribution-variant-unknown', { variant: id });
  if (paragraph === undefined || unknown.length > 0) return problems;
  if ([...variants, context.work.subject].some((id) => !context.hasText(id))) return problems;
  const text = context.textOf(variant);
  // A correction may be the first text of a paragraph that only others have so far, or have removed the last one.
  if (!context.hasRow(paragraph) && text?.isRemoved(paragraph) !== true) {
    report('contribution-paragraph-unknown', { variant, paragraph });
    return problems;
  }
  if (!context.current.has(record.id)) return problems;
  if (record.type === 'correction' && text?.isOutdated(record) !== false) {
    report('correction-stale', { variant, paragraph }, 'warning');
  }
  for (const anchor of spans) {
    const place = { variant: anchor.variant ?? variant, paragraph: anchor.paragraph ?? paragraph };
    const problem = anchorProblem(anchor, context.textOf(place.variant), place.paragraph);
    if (problem !== undefined) {
      const quote = anchor.quote.exact.slice(0, 80);
      report(problem, { quote, ...place }, problem === 'anchor-lost' ? 'fault' : 'warning');
    }
  }
  return problems;
}

/** Whether a record is the first one of an action that another one can belong to: its author's, and no part of another. */
function beginsAction(first: Contribution | undefined, { author }: Contribution): boolean {
  return first?.author === author && (first.action === undefined || first.action === first.id);
}

function targetsOf(record: KnownContribution): readonly string[] {
  if (record.type === 'correction') return record.resolves ?? [];
  return 'of' in record && record.of !== undefined ? [record.of] : [];
}

/** What was taken back, rejected or resolved need not fit the text any more. */
function currentIds({ standing, marks, corrections }: State): ReadonlySet<string> {
  const done = [
    ...[...marks.values()].flat().flatMap(({ mark, status }) => (status === 'open' ? [] : [mark.id])),
    ...[...corrections.values()]
      .flat()
      .flatMap(({ correction, status }) => (status === 'rejected' ? [correction.id] : [])),
  ];
  const settled = new Set(done);
  return new Set([...standing.keys()].filter((id) => !settled.has(id)));
}

function anchorProblem(anchor: Anchor, text: FiledText | undefined, id: string): ProblemCode | undefined {
  const { state } = attach(anchor, text?.own(id) ?? '');
  if (state === 'lost' && text !== undefined) {
    // The paragraph was parted, or it went, and its words with it.
    const whole = text.row(id).map((paragraph) => paragraph.text);
    if (whole.length > 1 && attach(anchor, whole.join('\n')).state !== 'lost') return 'anchor-moved';
    if (text.isRemoved(id)) return undefined;
  }
  switch (state) {
    case 'exact':
      return undefined;
    case 'moved':
    case 'approximate':
      return 'anchor-moved';
    case 'ambiguous':
      return 'anchor-ambiguous';
    case 'lost':
      return 'anchor-lost';
  }
}
