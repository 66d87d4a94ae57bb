import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type AcceptedCorrection, applyAccepted } from '../core/format/accepted-corrections.ts';
import { correctionSeries } from '../core/format/correction-series.ts';
import { type MailPatch, mailPatches } from '../core/format/mail-patch.ts';
import type { VariantInfo } from '../core/work/model.ts';
import type { TFunction } from 'i18next';
import { type OpenedWork, sourceOf } from './export-work.ts';

export interface PatchSeries {
  /** For `git am`; empty when there is nothing to apply. */
  readonly mails: string;
  readonly accepted: readonly AcceptedCorrection[];
}

/** The accepted corrections of these variants as a series of commits. */
export async function patchSeries(
  opened: OpenedWork,
  variants: readonly VariantInfo[],
  t: TFunction,
): Promise<PatchSeries> {
  const root = await pathInRepository(opened.folder, opened.work.slug);
  const corrections = [...opened.state.corrections.values()].flat().map(({ correction }) => correction);
  const byId = new Map(corrections.map((correction) => [correction.id, correction]));
  const patches: MailPatch[] = [];
  const all: AcceptedCorrection[] = [];
  for (const info of variants) {
    const source = sourceOf(opened, info);
    if (source === undefined) continue;
    const { accepted } = applyAccepted(source, opened.state);
    all.push(...accepted);
    const series = correctionSeries(source, accepted, {
      path: `${root}/${info.id}.md`,
      lang: t('cli.export.language'),
      titleOf: ({ variant, paragraph }) =>
        t('cli.export.commit', { work: opened.work.slug, variant, paragraph }),
      byId,
    });
    patches.push(...series);
  }
  return { mails: patches.length === 0 ? '' : mailPatches(patches), accepted: all };
}

/** A folder's path from the root of the repository that it lies in; where ours keeps works, when it lies in none. */
async function pathInRepository(folder: string, slug: string): Promise<string> {
  const here = resolve(folder);
  for (let at = here; ; at = dirname(at)) {
    const isRoot = await stat(join(at, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot && at !== here) return relative(at, here).split(sep).join('/');
    if (at === dirname(at)) return `translations/works/${slug}`;
  }
}
