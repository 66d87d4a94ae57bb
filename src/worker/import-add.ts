import { alignmentSteps, type RowAlignment } from '../core/contribution/alignment.ts';
import { fold } from '../core/contribution/fold.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { composeAdded } from '../core/format/compose-added.ts';
import type { Paragraph, Work } from '../core/work/model.ts';
import type { DatabaseOptions } from '../store/database.ts';
import { DeviceWorks } from '../store/device-works.ts';
import { troubleOf } from '../store/trouble.ts';
import type { AddOutcome, AdditionPlan, MakeProgress } from './import-plan.ts';
import type { ImportSources } from './import-sources.ts';
import { stageReporter } from './import-stages.ts';
import { idMaker } from './import-store.ts';
import { takenOf } from './import-taken.ts';
import { Breather, walk } from './import-walk.ts';

/**
 * Aligns texts that were read with a work of this device, as people have arranged its rows, and adds them to it as
 * further variants. Until all is stored at once the work is as it was.
 *
 * @param own what readers contributed to the work
 */
export async function addTexts(
  sources: ImportSources,
  plan: AdditionPlan,
  own: () => Promise<readonly Contribution[]>,
  report: (progress: MakeProgress) => void,
  signal: AbortSignal,
  options: DatabaseOptions = {},
): Promise<AddOutcome> {
  const works = new DeviceWorks(options);
  const breather = new Breather(signal);
  let release: (() => void) | undefined;
  try {
    const at = stageReporter(report);
    const texts = plan.variants.map((variant) => takenOf(variant, sources));
    const empty = texts.findIndex(({ paragraphs }) => paragraphs.length === 0);
    if (empty >= 0) return { state: 'empty', variant: empty };

    const telling = at('aligning');
    release = await works.claim(plan.slug);
    if (!release) return { state: 'busy' };
    const entry = await works.find(plan.slug);
    const { work } = entry ?? {};
    const known = work?.variants.map(({ id }) => id) ?? [];
    const wanted = [plan.anchor, ...plan.variants.flatMap(({ ofVariant }) => ofVariant ?? [])];
    if (!work || wanted.some((id) => !known.includes(id))) return { state: 'changed' };

    const alignment = await alignmentNow(works, work, await own(), breather);
    if (!alignment.order.includes(plan.anchor)) return { state: 'changed' };
    const composing = { anchor: plan.anchor, time: new Date().toISOString(), newId: idMaker() };
    const made = await walk(composeAdded(work, alignment, texts, composing), breather, telling);
    at('storing');
    // The last chance to be heard: a transaction is not given up half way.
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    const done = await works.extend(plan.slug, known, made);
    return done ? { state: 'added', ...done, doubtful: made.doubtful } : { state: 'changed' };
  } catch (error) {
    return signal.aborted ? { state: 'cancelled' } : { state: 'failed', trouble: troubleOf(error) };
  } finally {
    release?.();
    works.close();
  }
}

/** The rows of a work with what came with it and what readers said of them. */
async function alignmentNow(
  works: DeviceWorks,
  { slug, subject, reference, variants }: Work,
  own: readonly Contribution[],
  breather: Breather,
): Promise<RowAlignment> {
  const order = [...new Set([subject, reference, ...variants.map(({ id }) => id)])];
  const texts = new Map<string, readonly Paragraph[]>();
  for (const id of order) {
    const text = await works.text(slug, id);
    if (text) texts.set(id, text);
  }
  const records: Contribution[] = [];
  for await (const portion of works.records(slug)) records.push(...portion.filter(isOfRows));
  const { alignments } = fold([...records, ...own.filter(isOfRows)]);
  return walk(alignmentSteps(order, texts, alignments), breather, () => undefined);
}

/** Records that say what belongs together, or may take such a one back. */
const isOfRows = ({ type }: Contribution): boolean => type === 'alignment' || type === 'withdrawal';
