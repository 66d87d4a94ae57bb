import type { Diff } from '../core/compare/diff.ts';

/** The difference as JSON, one hunk a line; positions are UTF-16 offsets, half open, in the texts without byte order mark. */
export function jsonDiff(diff: Diff, lang: string, files: { old: string; new: string }): string {
  const hunks = diff.hunks.map(({ kind, old, new: inserted, move }) =>
    JSON.stringify({
      kind,
      old: [old.start, old.end],
      new: [inserted.start, inserted.end],
      text:
        kind === 'insert' ? diff.new.slice(inserted.start, inserted.end) : diff.old.slice(old.start, old.end),
      ...(move === undefined ? {} : { move }),
    }),
  );
  const { unit, bounded } = diff;
  const head = JSON.stringify({ unit, lang, ...files, bounded }).slice(0, -1);
  return `${head},"hunks":[\n${hunks.join(',\n')}\n]}\n`;
}
