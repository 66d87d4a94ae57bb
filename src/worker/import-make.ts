import { alignMany, type AlignedRow } from '../core/align/align-many.ts';
import type { ImportedTable } from '../core/format/imported.ts';
import type { Steps } from '../core/steps.ts';
import type { ComposedWork, ComposeOptions } from '../core/format/compose.ts';
import { composeTable } from '../core/format/compose-table.ts';
import { type ComposedText, composeTexts, rowsByOrder } from '../core/format/compose-texts.ts';
import type { DatabaseOptions } from '../store/database.ts';
import { DeviceWorks } from '../store/device-works.ts';
import type { WorkDraft } from '../store/device-works-draft.ts';
import { troubleOf } from '../store/trouble.ts';
import type { MakeOutcome, MakeProgress, WorkPlan } from './import-plan.ts';
import type { ImportSources } from './import-sources.ts';
import { stageReporter } from './import-stages.ts';
import { idMaker, storePieces } from './import-store.ts';
import { takenOf } from './import-taken.ts';
import { Breather, walk } from './import-walk.ts';

/** Makes a work of files that were read and keeps it on this device, or leaves nothing behind. */
export async function makeWork(
  sources: ImportSources,
  plan: WorkPlan,
  report: (progress: MakeProgress) => void,
  signal: AbortSignal,
  options: DatabaseOptions = {},
): Promise<MakeOutcome> {
  const works = new DeviceWorks(options);
  const breather = new Breather(signal);
  const now = new Date();
  let draft: WorkDraft | undefined;
  try {
    const at = stageReporter(report);
    const table = tableOf(sources, plan);
    const texts = table ? [] : plan.variants.map((variant) => takenOf(variant, sources));
    const empty = texts.findIndex(({ paragraphs }) => paragraphs.length === 0);
    if (empty >= 0) return { state: 'empty', variant: empty };

    const rows =
      table || plan.byOrder ? undefined : await walk(alignSteps(texts, plan), breather, at('aligning'));
    draft = await works.begin(plan.name);
    const composing: ComposeOptions = {
      slug: draft.slug,
      title: plan.title,
      source: { und: plan.source },
      date: now.toISOString().slice(0, 10),
      time: now.toISOString(),
      newId: idMaker(),
      subject: plan.subject,
      reference: plan.reference,
    };
    const made = await walk(compose(table, texts, rows, plan, composing), breather, at('making'));
    if (made.rows === 0) {
      await draft.discard();
      return { state: 'empty', variant: 0 };
    }
    await storePieces(draft, made, breather, at('storing'));
    const entry = await draft.commit(made.work, { imported: now.toISOString(), rows: made.rows });
    return { state: 'made', entry, doubtful: made.doubtful };
  } catch (error) {
    // What cannot be taken back now is swept away later.
    await draft?.discard().catch(() => undefined);
    return signal.aborted ? { state: 'cancelled' } : { state: 'failed', trouble: troubleOf(error) };
  } finally {
    works.close();
  }
}

/** The table that all variants are columns of. */
function tableOf(sources: ImportSources, { variants: [first] }: WorkPlan): ImportedTable | undefined {
  if (first?.column === undefined) return undefined;
  const imported = sources.get(first.source);
  return imported?.kind === 'table' ? imported : undefined;
}

/** The subject is what the others are aligned with. */
function* alignSteps(texts: readonly ComposedText[], { subject }: WorkPlan): Steps<readonly AlignedRow[]> {
  const order = [subject, ...texts.keys()].filter((text, index, all) => all.indexOf(text) === index);
  const units = order.map((text) => ({
    lang: texts[text]!.lang,
    units: texts[text]!.paragraphs.map((paragraph) => paragraph.text),
  }));
  const steps = alignMany(units);
  for (;;) {
    const step = steps.next();
    if (step.done === true)
      return step.value.map((row) => ({
        ...row,
        ranges: texts.map((_, text) => row.ranges[order.indexOf(text)]!),
      }));
    yield { done: step.value, total: 1 };
  }
}

function compose(
  table: ImportedTable | undefined,
  texts: readonly ComposedText[],
  rows: readonly AlignedRow[] | undefined,
  { variants, idColumn, noteColumns = [] }: WorkPlan,
  options: ComposeOptions,
): Steps<ComposedWork> {
  if (table) {
    const columns = {
      texts: variants.map(({ column = 0, ...variant }) => ({ ...variant, column })),
      ...(idColumn === undefined ? {} : { id: idColumn }),
      notes: noteColumns,
    };
    return composeTable(table, columns, options);
  }
  if (rows) return composeTexts(texts, rows, options);
  const counts = texts.map(({ paragraphs }) => paragraphs.length);
  return composeTexts(texts, rowsByOrder(counts), options, false);
}
