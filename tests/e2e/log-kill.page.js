/** What the page of log-kill.spec.ts can do. The test bundles this file. */
import { ContributionLog } from '../../src/store/contribution-log.ts';
import { recordMaker } from '../../src/store/new-record.ts';

const SLUG = 'w';
const maker = recordMaker();
const mark = (n) => ({
  type: 'mark',
  author: 'Ada',
  work: SLUG,
  variant: 'de',
  paragraph: `p${n}`,
  spans: [{ quote: { exact: 'keine', prefix: 'Wir haben ', suffix: ' Kontrolle.' }, start: 10, end: 15 }],
  category: 'accuracy/mistranslation',
  severity: 'major',
});

/** Opens the log; `records` are those that were on disk. */
export async function open() {
  const log = await ContributionLog.open(SLUG);
  return {
    state: log.state,
    trouble: log.trouble,
    records: log.records.map(({ id, paragraph }) => ({ id, paragraph })),
  };
}

/** Appends marks, an action each, and says of each the moment it is acknowledged. */
export async function burst(count, acknowledge) {
  const log = await ContributionLog.open(SLUG);
  const from = log.records.length;
  for (let n = from; n < from + count; n += 1) {
    const record = maker.newRecord(mark(n));
    const { stored } = await log.append([record]);
    if (!stored) break;
    acknowledge(record.id);
  }
  return { state: log.state, trouble: log.trouble, unsaved: log.unsaved };
}
