import type { RememberedCorrection } from '../core/contribution/correction-memory.ts';
import { fold } from '../core/contribution/fold.ts';
import type { Contribution } from '../core/contribution/record.ts';
import { readContribution } from '../core/contribution/record-schema.ts';
import type { LocalText, Paragraph, Work } from '../core/work/model.ts';
import { Database } from '../store/database.ts';
import { DeviceWorks } from '../store/device-works.ts';
import { readEntries } from '../store/record-store.ts';
import { fetchSlugs, fetchWork } from '../store/shipped.ts';

/** Which corrections are of use: of texts in `target` that are held against one in `source` (BCP 47). */
export interface LanguagePair {
  readonly source: string;
  readonly target: string;
}

/** A work's corrections, and its title. */
export interface GatheredWork {
  readonly slug: string;
  readonly title: LocalText;
  readonly corrections: readonly RememberedCorrection[];
}

/** The primary language of a tag: de-AT is German. */
const languageOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';

const isPair = (work: Work, { source, target }: LanguagePair): boolean => {
  const langOf = (id: string) => languageOf(work.variants.find((variant) => variant.id === id)?.lang ?? '');
  return (
    langOf(work.reference) === languageOf(source) &&
    work.variants.some(({ id, lang }) => id !== work.reference && languageOf(lang) === languageOf(target))
  );
};

/** The corrections that stand, without rejected ones, with the reference's text of their paragraph. */
export function remembered(
  work: Work,
  records: Iterable<Contribution>,
  reference: readonly Paragraph[],
  { target }: LanguagePair,
): readonly RememberedCorrection[] {
  const variants = new Set(
    work.variants.filter(({ lang }) => languageOf(lang) === languageOf(target)).map(({ id }) => id),
  );
  const sources = new Map(reference.map(({ id, text }) => [id, text]));
  const { corrections } = fold(records);
  return [...corrections.values()].flat().flatMap(({ correction, status }): RememberedCorrection[] => {
    const { variant, paragraph, author, time, base, text } = correction;
    if (status === 'rejected' || !variants.has(variant)) return [];
    const source = sources.get(paragraph);
    return [
      {
        work: work.slug,
        variant,
        paragraph,
        author,
        time,
        base,
        text,
        ...(source === undefined ? {} : { source }),
      },
    ];
  });
}

/**
 * The corrections of all other works of a language pair, one work after another: those that were imported on this
 * device, those that came with the app, and what readers added to either here. A work that cannot be read is left out.
 * @param root where the app is served, with a slash at the end
 */
export async function* gatherWorks(
  root: string,
  except: string,
  pair: LanguagePair,
): AsyncGenerator<GatheredWork> {
  const own = await ownRecords(except);
  const ownOf = (slug: string) => own.get(slug) ?? [];
  const works = new DeviceWorks();
  try {
    for (const { work, trashed } of await works.list().catch(() => [])) {
      if (trashed !== undefined || work.slug === except || !isPair(work, pair)) continue;
      const records: Contribution[] = [...ownOf(work.slug)];
      // Marks are most of an imported log, and of no use here.
      for await (const portion of works.records(work.slug)) records.push(...portion.filter(isOfUse));
      const reference = (await works.text(work.slug, work.reference)) ?? [];
      yield { slug: work.slug, title: work.title, corrections: remembered(work, records, reference, pair) };
    }
  } finally {
    works.close();
  }
  for (const slug of await fetchSlugs(root)) {
    if (slug === except) continue;
    const wanted = (work: Work) => (isPair(work, pair) ? [work.reference] : []);
    const shipped = await fetchWork(root, slug, wanted).catch(() => undefined);
    if (!shipped || !isPair(shipped.work, pair)) continue;
    const { work, texts, log } = shipped;
    const records = [...log, ...ownOf(slug)].filter(isOfUse);
    yield {
      slug,
      title: work.title,
      corrections: remembered(work, records, texts.get(work.reference) ?? [], pair),
    };
  }
}

/** What says something of corrections: themselves, verdicts on them, and what was taken back. */
const isOfUse = ({ type }: Contribution): boolean =>
  type === 'correction' || type === 'review' || type === 'withdrawal';

/** What readers added on this device, by work. */
async function ownRecords(except: string): Promise<ReadonlyMap<string, readonly Contribution[]>> {
  const database = new Database({});
  const found = new Map<string, Contribution[]>();
  try {
    const { entries } = await readEntries(database.use, undefined);
    for (const [, stored] of entries) {
      const { value } = readContribution(stored);
      if (!value || value.work === except || !isOfUse(value)) continue;
      const records = found.get(value.work);
      if (records) records.push(value);
      else found.set(value.work, [value]);
    }
  } catch {
    // No store, nothing remembered.
  } finally {
    database.close();
  }
  return found;
}
