import type { Check } from '../core/check/check.ts';
import type { CheckInput } from '../core/check/context.ts';
import type { Finding } from '../core/check/finding.ts';
import { runChecks } from '../core/check/run.ts';

/** What a run has found since its last portion, whole rows at a time. */
export interface CheckPortion {
  /** Texts and rows looked at so far, of `total`. */
  readonly done: number;
  readonly total: number;
  readonly findings: readonly Finding[];
  /** Found so far beyond what is listed: see `CheckLimits`. */
  readonly unlisted: number;
}

/** How much is listed; the rest is counted. A check that a long text sets off everywhere leaves room for others. */
export interface CheckLimits {
  /** Of one check in one variant. */
  readonly each: number;
  readonly all: number;
}

export const CHECK_LIMITS: CheckLimits = { each: 1000, all: 20_000 };

/** Milliseconds between two portions: each has the page sort its queue. */
const PORTION_TIME = 150;

/**
 * Runs checks and hands on what they find in portions, the next one when the last was taken. The last portion has
 * `done` equal to `total`.
 */
export async function runCheckPortions(
  input: CheckInput,
  checks: readonly Check[],
  report: (portion: CheckPortion) => unknown,
  { each, all }: CheckLimits = CHECK_LIMITS,
): Promise<void> {
  const listed = new Map<string, number>();
  let count = 0;
  let unlisted = 0;
  let findings: Finding[] = [];
  let last = performance.now();
  let step = { done: 0, total: 0 };
  const send = async (): Promise<void> => {
    const portion = { ...step, findings, unlisted };
    findings = [];
    await report(portion);
    last = performance.now();
  };
  for (const { done, total, findings: found } of runChecks(input, checks)) {
    for (const finding of found) {
      const kind = `${finding.check} ${finding.variant}`;
      const before = listed.get(kind) ?? 0;
      if (before >= each || count >= all) unlisted += 1;
      else {
        listed.set(kind, before + 1);
        count += 1;
        findings.push(finding);
      }
    }
    step = { done, total };
    if (done < total && performance.now() - last >= PORTION_TIME) await send();
  }
  await send();
}
