import type { Check } from '../core/check/check.ts';
import type { CheckInput } from '../core/check/context.ts';
import type { Finding } from '../core/check/finding.ts';
import { type CheckProgress, runChecks } from '../core/check/run.ts';

/** What a run has found since its last portion, whole rows at a time. */
export interface CheckPortion {
  /** Texts and rows looked at so far, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly findings: readonly Finding[];
  /** Found so far beyond what is listed: see `CheckLimits`. */
  readonly unlisted: number;
}

/** How much is listed; the rest is counted. A check that a long text sets off everywhere leaves room for others, and
 * all other variants together leave room for the subject. */
export interface CheckLimits {
  /** Of one check in one variant. */
  readonly each: number;
  /** In the subject. */
  readonly subject: number;
  /** In all others. */
  readonly others: number;
}

export const CHECK_LIMITS: CheckLimits = { each: 1000, subject: 10_000, others: 10_000 };

/** Milliseconds to the first portion, and between two in the long run: each has the page render its queue anew. */
const FIRST_PORTION = 150;
const LATER_PORTION = 1200;

/**
 * Runs checks and hands on what they find in portions, the next one when the last was taken. Rows come first, checks
 * that look at a whole text last: on a long one they take longest. `subject` is the variant of most interest. The last portion has `done` equal to `total`.
 */
export async function runCheckPortions(
  input: CheckInput,
  checks: readonly Check[],
  report: (portion: CheckPortion) => unknown,
  { subject, limits = CHECK_LIMITS }: { readonly subject?: string; readonly limits?: CheckLimits } = {},
): Promise<void> {
  const listed = new Map<string, number>();
  const counts = { subject: 0, others: 0 };
  let unlisted = 0;
  let findings: Finding[] = [];
  let last = performance.now();
  let wait = FIRST_PORTION;
  let at = { done: 0, total: 0 };
  const send = async (): Promise<void> => {
    const portion = { ...at, findings, unlisted };
    findings = [];
    await report(portion);
    last = performance.now();
    wait = Math.min(LATER_PORTION, wait * 2);
  };
  for (const { done, total, findings: found } of rowsFirst(input, checks)) {
    for (const finding of found) {
      const kind = `${finding.check} ${finding.variant}`;
      const before = listed.get(kind) ?? 0;
      const part = finding.variant === subject ? 'subject' : 'others';
      if (before >= limits.each || counts[part] >= limits[part]) unlisted += 1;
      else {
        listed.set(kind, before + 1);
        counts[part] += 1;
        findings.push(finding);
      }
    }
    at = { done, total };
    if (done < total && performance.now() - last >= wait) await send();
  }
  await send();
}

/** The steps of `runChecks`, which has texts before rows, the other way round. */
function* rowsFirst(input: CheckInput, checks: readonly Check[]): Generator<CheckProgress, void> {
  const texts = input.texts.filter(
    ({ isBackTranslation, paragraphs }) => isBackTranslation !== true && paragraphs.length > 0,
  ).length;
  const rowChecks = checks.filter(({ scope }) => scope !== 'text');
  for (const step of runChecks(input, rowChecks))
    if (step.done > texts) yield { ...step, done: step.done - texts };
  const textChecks = checks.filter(({ scope }) => scope === 'text');
  for (const step of runChecks(input, textChecks)) {
    if (step.done > texts) return;
    yield { ...step, done: step.total - texts + step.done };
  }
}
