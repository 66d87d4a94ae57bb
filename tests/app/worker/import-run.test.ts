import { describe, expect, test } from 'vitest';
import type { DeviceWorks } from '../../../src/store/device-works.ts';
import { type ImportProgress, type ImportRun, runImport } from '../../../src/worker/import-run.ts';
import { ownDatabase } from '../store/logs.ts';
import { deviceWorks, recordsOf } from '../store/works.ts';

const HEADER = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity';
const row = (system: string, segment: number, category = 'Style/Awkward', severity = 'Minor'): string =>
  `${system}\ttalk\t${String(segment)}\t1\tada\tOne ${String(segment)}.\t<v>Eins</v> ${String(segment)}.\t${category}\t${severity}`;
const GOOD = [HEADER, row('A', 1), row('A', 2, 'No-error', 'No-error'), row('B', 1), ''].join('\n');

const file = (content: BlobPart, name = 'talks.tsv'): File => new File([content], name);

const IGNORED: (progress: ImportProgress) => void = () => undefined;

async function run(
  content: BlobPart,
  { signal = new AbortController().signal, report = IGNORED, name = ownDatabase() } = {},
): Promise<[ImportRun, DeviceWorks]> {
  const result = await runImport({ file: file(content), format: 'mqm-tsv' }, report, signal, { name });
  return [result, deviceWorks(name)];
}

describe('a file of annotations', () => {
  test('becomes a work with a variant for each system', async () => {
    const [{ outcome }, works] = await run(GOOD);
    if (outcome.state !== 'imported') throw new Error(outcome.state);
    const { work, rows, records } = outcome.entry;
    expect([work.title, rows, records]).toEqual([{ und: 'talks' }, 2, 3]);
    expect(work.variants.map(({ label }) => label)).toEqual(['A', 'B', 'source']);
    expect((await works.text(work.slug, 'A'))?.map(({ text }) => text)).toEqual(['Eins 1.', 'Eins 2.']);
    const log = await recordsOf(works, work.slug);
    expect(log.map(({ type }) => type).sort()).toEqual(['mark', 'mark', 'rating']);
    expect(new Set(log.map((record) => record.work))).toEqual(new Set([work.slug]));
    expect(outcome.rejected).toEqual({ count: 0, first: [] });
  });

  test('keeps its good rows, and lists the bad ones by row, column and reason', async () => {
    const bad = ['A\ttalk\t1', row('', 3), row('A', 4).replace('</v>', '')];
    const text = [HEADER, bad[0], row('A', 1), bad[1], bad[2]].join('\n');
    const [{ outcome, rejectedText }] = await run(text);
    if (outcome.state !== 'imported') throw new Error(outcome.state);
    expect(outcome.entry.rows).toBe(1);
    expect(outcome.rejected.count).toBe(3);
    expect(
      outcome.rejected.first.map(({ line, problem }) => [line, problem.args['column'], problem.code]),
    ).toEqual([
      [2, 'rater', 'row-cells-missing'],
      [4, 'system', 'cell-empty'],
      [5, 'target', 'span-tags-unpaired'],
    ]);
    expect(rejectedText?.()).toBe([HEADER, ...bad, ''].join('\n'));
  });

  test('lists no more than a thousand bad rows and counts them all', async () => {
    const [{ outcome, rejectedText }] = await run([HEADER, row('A', 1), 'x\n'.repeat(1500)].join('\n'));
    if (outcome.state !== 'imported') throw new Error(outcome.state);
    expect([outcome.rejected.count, outcome.rejected.first.length]).toEqual([1500, 1000]);
    expect(rejectedText?.().trimEnd().split('\n')).toHaveLength(1501);
  });

  test('is read as UTF-16 where its mark says so', async () => {
    const units = new Uint16Array([0xfeff, ...[...GOOD].map((char) => char.charCodeAt(0))]);
    const [{ outcome }] = await run(units);
    expect(outcome.state).toBe('imported');
  });
});

describe('no work is made, and nothing is left behind,', () => {
  const cases: [when: string, content: BlobPart, codes: readonly string[]][] = [
    ['of an empty file', '', []],
    ['of a header alone', `${HEADER}\n`, []],
    ['of a header that lacks columns', 'system\tdoc\trater\n', ['columns-missing']],
    ['of a file without a good row', 'some\nprose\n', ['row-cells-missing']],
    ['of bytes that are no text', new Uint8Array([0x61, 0xc3, 0x28]), ['not-utf8']],
  ];
  test.each(cases)('%s', async (_when, content, codes) => {
    const [{ outcome }, works] = await run(content);
    if (outcome.state !== 'unreadable') throw new Error(outcome.state);
    expect(outcome.problems.map(({ code }) => code)).toEqual(codes);
    expect(await works.list()).toEqual([]);
  });

  test('when it is cancelled while it runs', async () => {
    const abort = new AbortController();
    const rows = Array.from({ length: 20_000 }, (_, n) => row('A', n));
    const seen: ImportProgress[] = [];
    const [{ outcome }, works] = await run([HEADER, ...rows].join('\n'), {
      signal: abort.signal,
      report: (progress) => {
        seen.push(progress);
        abort.abort();
      },
    });
    expect(outcome.state).toBe('cancelled');
    expect(await works.list()).toEqual([]);
    expect(seen[0]).toEqual({ stage: 'reading', share: 0 });
  });

  test('where the device keeps nothing, and the reason is named', async () => {
    const request = { file: file(GOOD), format: 'mqm-tsv' } as const;
    const { outcome } = await runImport(request, () => undefined, new AbortController().signal, {
      factory: () => undefined,
    });
    expect(outcome).toEqual({ state: 'failed', trouble: { code: 'unavailable', args: {} } });
  });
});

test('progress goes up to the end', async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => row('A', n));
  const shares: number[] = [];
  await run([HEADER, ...rows].join('\n'), { report: ({ share }) => shares.push(share) });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
  expect(shares.length).toBeGreaterThan(1);
});

test('the byte that is no text is named by its place', async () => {
  const [{ outcome }] = await run(new Uint8Array([0xc3, 0xa4, 0x61, 0xff, 0x62]));
  expect(outcome).toMatchObject({ problems: [{ code: 'not-utf8', args: { position: 3 } }] });
});
