import { isKnown } from '../contribution/record-schema.ts';
import type { Contribution } from '../contribution/record.ts';
import type { VariantInfo } from '../work/model.ts';
import { LOG_FILE } from '../work/validate.ts';
import { type AcceptedCorrection, applyAccepted } from './accepted-corrections.ts';
import { correctionSeries } from './correction-series.ts';
import { type ExportSource, sourceOf } from './export-source.ts';
import { type ExportWords, filled } from './export-words.ts';
import { linePatch } from './line-patch.ts';
import { logSeries } from './log-patch.ts';
import { type MailPatch, mailPatches, signedBy } from './mail-patch.ts';

export interface PatchOptions {
  /** The work's folder from the repository's root, with slashes. */
  readonly root: string;
  readonly words: ExportWords;
  /** All in one commit, by the first author; the others are named in its message. */
  readonly isOne?: boolean;
}

export interface PatchSeries {
  /** For `git am`; empty when there is nothing to apply. */
  readonly mails: string;
  readonly count: number;
  readonly accepted: readonly AcceptedCorrection[];
}

/** The accepted corrections of these variants as commits that edit their files. */
export function patchSeries(
  from: ExportSource,
  variants: readonly VariantInfo[],
  { root, words, isOne = false }: PatchOptions,
): PatchSeries {
  const corrections = [...from.state.corrections.values()].flat().map(({ correction }) => correction);
  const byId = new Map(corrections.map((correction) => [correction.id, correction]));
  const patches: MailPatch[] = [];
  const diffs: string[] = [];
  const all: AcceptedCorrection[] = [];
  for (const info of variants) {
    const source = sourceOf(from, info);
    if (source === undefined) continue;
    const { text, accepted } = applyAccepted(source, from.state);
    all.push(...accepted);
    const path = `${root}/${info.id}.md`;
    diffs.push(linePatch(path, source.source, text));
    const series = correctionSeries(source, accepted, {
      path,
      lang: words.lang,
      titleOf: ({ variant, paragraph }) => filled(words.commit, { work: from.work.slug, variant, paragraph }),
      byId,
    });
    patches.push(...series);
  }
  const title = filled(words.commitAll, { work: from.work.slug });
  const mails = isOne ? joined(all, diffs.join(''), title) : patches;
  return { mails: mails.length === 0 ? '' : mailPatches(mails), count: mails.length, accepted: all };
}

/** All corrections as one commit. */
function joined(
  accepted: readonly AcceptedCorrection[],
  diff: string,
  subject: string,
): readonly MailPatch[] {
  const applied = accepted.filter(({ fate }) => fate === 'applied').map(({ correction }) => correction);
  return diff === '' ? [] : [{ ...signedBy(applied), subject, diff }];
}

/** Records that the work's log lacks, as commits that add them to it. */
export function logPatchSeries(
  { work, files }: ExportSource,
  records: readonly Contribution[],
  { root, words, isOne = false }: PatchOptions,
): Omit<PatchSeries, 'accepted'> {
  const series = logSeries(files.get(LOG_FILE) ?? '', records, {
    path: `${root}/${LOG_FILE}`,
    isOne,
    titleOf: (made) => {
      const correction = made.filter(isKnown).find(({ type }) => type === 'correction');
      return correction?.type === 'correction' && !isOne
        ? filled(words.commit, {
            work: work.slug,
            variant: correction.variant,
            paragraph: correction.paragraph,
          })
        : filled(words.commitLog, { work: work.slug });
    },
  });
  return { mails: series.length === 0 ? '' : mailPatches(series), count: series.length };
}
