import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Contribution } from '../../../src/core/contribution/record.ts';
import { canonical } from '../../../src/core/contribution/canonical.ts';
import { fold } from '../../../src/core/contribution/fold.ts';
import type { ContributionLog } from '../../../src/store/contribution-log.ts';
import { comment, review } from '../make.ts';
import { opened, ownDatabase } from './logs.ts';

const linesOf = (log: ContributionLog) => log.records.map(canonical).sort();
const standing = (log: ContributionLog) => [...fold(log.records).standing.values()].map(canonical);

/** Few ids, so that tabs append the same record and, now and then, different ones with one id. */
const record: fc.Arbitrary<Contribution> = fc
  .tuple(fc.nat(15), fc.nat(15), fc.constantFrom('why?', 'how?'))
  .chain(([n, of, en]) => fc.constantFrom<Contribution[]>(comment(n, { text: { en } }), review(n, of)));
const actions = fc.array(
  fc.record({
    tab: fc.nat(2),
    records: fc.array(record, { minLength: 1, maxLength: 3 }),
    /** Whether the next action waits for this one. */
    waits: fc.boolean(),
  }),
  { maxLength: 12 },
);

/** Whatever tabs do at once, in whatever order it arrives: all of them and the store have the union. */
async function haveTheUnion(numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(actions, async (all) => {
      const name = `test-${crypto.randomUUID()}`;
      const tabs = [await opened(name), await opened(name), await opened(name)];
      const appending: Promise<unknown>[] = [];
      for (const { tab, records, waits } of all) {
        const done = tabs[tab]?.append(records) ?? Promise.resolve();
        appending.push(done);
        if (waits) await done;
      }
      await Promise.all(appending);
      await Promise.all(tabs.map((tab) => tab.refresh()));

      const union = [...new Set(all.flatMap(({ records }) => records).map(canonical))].sort();
      const later = await opened(name);
      for (const log of [...tabs, later]) {
        expect(linesOf(log)).toEqual(union);
        expect(standing(log)).toEqual(standing(later));
        log.close();
      }
      indexedDB.deleteDatabase(name);
    }),
    { numRuns },
  );
}

test('three tabs that append at once end with the union, in the store as well', { timeout: 60_000 }, () =>
  haveTheUnion(40),
);

test('so they do when only some of what they say arrives', { timeout: 60_000 }, async () => {
  const Channel = globalThis.BroadcastChannel;
  let said = 0;
  vi.stubGlobal(
    'BroadcastChannel',
    class extends Channel {
      override postMessage(message: unknown): void {
        said += 1;
        if (said % 2 === 0) super.postMessage(message);
      }
    },
  );
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  await haveTheUnion(20);
  expect(said).toBeGreaterThan(0);
});

test('two tabs that append a burst at once overwrite nothing', async () => {
  const name = ownDatabase();
  const [a, b] = [await opened(name), await opened(name)];
  const burst = (tab: number) => Array.from({ length: 100 }, (_, n) => comment(2 * n + tab));
  const appended = await Promise.all([
    ...burst(0).map((one) => a.append([one])),
    ...burst(1).map((one) => b.append([one])),
  ]);
  expect(appended.filter(({ stored }) => !stored)).toEqual([]);
  expect((await opened(name)).records).toHaveLength(200);
});
