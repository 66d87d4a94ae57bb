import type { TypedFinding } from '../../worker/check-typed.ts';
import type { OpenedWork } from '../opened-work.ts';
import { checkName, expectation } from '../review-view/finding-words.ts';
import type { TextFinding } from './findings-list.ts';

/** What checks found in a text, in the reader's words; what somebody said is no error is left out. */
export const wordedFindings = (
  found: readonly TypedFinding[],
  text: string,
  opened: OpenedWork,
): readonly TextFinding[] =>
  found
    .filter(({ finding: { key } }) => !opened.state.dismissals.has(key))
    .map(({ finding, isOld }) => ({
      message: `${checkName(finding.check)}. ${expectation(finding, opened)}`,
      places: finding.spans.map(({ start, end }) => ({ start, words: text.slice(start, end) })),
      isOld,
    }));
