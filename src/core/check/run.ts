import type { Check } from './check.ts';
import { type CheckInput, type DocumentContext, documentContext } from './context.ts';
import type { Finding } from './finding.ts';

export interface CheckProgress {
  /** Steps done so far, of `total`. */
  readonly done: number;
  readonly total: number;
  /** Found in this step. */
  readonly findings: readonly Finding[];
}

/**
 * Runs checks over a work, one text or one row a step, so that a caller can show progress, let others work or
 * stop between any two. The order of the findings depends on the input alone.
 */
export function* runChecks(input: CheckInput, checks: readonly Check[]): Generator<CheckProgress, void> {
  const document = documentContext(input);
  const steps = document.texts.length + document.rows.length;
  let done = 0;
  for (const findings of [...byText(document, checks), ...byRow(document, checks)]) {
    done += 1;
    yield { done, total: steps, findings: unique(findings()) };
  }
}

type Step = () => readonly Finding[];

function byText({ texts }: DocumentContext, checks: readonly Check[]): Step[] {
  const whole = checks.filter((check) => check.scope === 'text');
  return texts.map((text) => () => whole.flatMap((check) => check.run(text)));
}

function byRow({ rows }: DocumentContext, checks: readonly Check[]): Step[] {
  return rows.map((row) => () => {
    const findings: Finding[] = [];
    for (const check of checks) {
      if (check.scope === 'row') findings.push(...check.run(row));
      if (check.scope === 'cell') for (const cell of row.cells) findings.push(...check.run(cell));
    }
    return findings;
  });
}

/** One finding a key: the same words twice in a paragraph are dismissed together. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [finding.key, finding])).values()];
}

/** All findings at once, in the order of the texts, then of their paragraphs. */
export function findAll(input: CheckInput, checks: readonly Check[]): readonly Finding[] {
  const findings = [...runChecks(input, checks)].flatMap((progress) => progress.findings);
  const place = new Map<string, number>();
  for (const { variant, paragraphs } of input.texts) {
    for (const { id } of paragraphs) place.set(`${variant}/${id}`, place.size);
  }
  const placeOf = ({ variant, paragraph }: Finding) => place.get(`${variant}/${paragraph}`) ?? 0;
  const startOf = ({ spans }: Finding) => spans[0]?.start ?? -1;
  return findings.sort((a, b) => placeOf(a) - placeOf(b) || startOf(a) - startOf(b));
}
