import { expect } from 'vitest';
import { diffTexts, type Diff, type DiffOptions } from '../../../src/core/compare/diff.ts';

/** A diff as one string: `[-deleted-]`, `{+inserted+}`, and `[1-…-]`, `{1+…+}` for what moved. */
export function show(oldText: string, newText: string, options: Partial<DiffOptions> = {}): string {
  const diff = diffTexts(oldText, newText, { lang: 'en', ...options });
  expectCorrect(diff);
  return diff.hunks
    .map((hunk) => {
      const move = hunk.move ?? '';
      if (hunk.kind === 'delete') return `[${move}-${oldText.slice(hunk.old.start, hunk.old.end)}-]`;
      const text = newText.slice(hunk.new.start, hunk.new.end);
      return hunk.kind === 'insert' ? `{${move}+${text}+}` : text;
    })
    .join('');
}

/** Applying the script to the old text gives the new one, and the hunks have the form that the contract states. */
export function expectCorrect(diff: Diff): void {
  let old = 0;
  let now = 0;
  let result = '';
  for (const [index, hunk] of diff.hunks.entries()) {
    expect([hunk.old.start, hunk.new.start]).toEqual([old, now]);
    const before = diff.hunks[index - 1];
    const oldText = diff.old.slice(hunk.old.start, hunk.old.end);
    const newText = diff.new.slice(hunk.new.start, hunk.new.end);
    if (hunk.kind === 'equal') {
      expect(oldText).toBe(newText);
      result += oldText;
    } else if (hunk.kind === 'delete') {
      expect(newText).toBe('');
      expect(before?.kind).not.toBe('insert');
    } else {
      expect(oldText).toBe('');
      result += newText;
    }
    expect(oldText + newText).not.toBe('');
    if (before?.kind === hunk.kind) expect(before.move).not.toBe(hunk.move);
    old = hunk.old.end;
    now = hunk.new.end;
  }
  expect([old, now]).toEqual([diff.old.length, diff.new.length]);
  expect(result).toBe(diff.new);
  expectPairedMoves(diff);
}

function expectPairedMoves(diff: Diff): void {
  const moved = (kind: 'delete' | 'insert') =>
    new Map(
      diff.hunks
        .filter((hunk) => hunk.kind === kind && hunk.move !== undefined)
        .map((hunk) => [
          hunk.move,
          kind === 'delete'
            ? diff.old.slice(hunk.old.start, hunk.old.end)
            : diff.new.slice(hunk.new.start, hunk.new.end),
        ]),
    );
  const deleted = moved('delete');
  expect(new Map([...moved('insert')].sort())).toEqual(new Map([...deleted].sort()));
  expect(deleted.size).toBe(
    diff.hunks.filter((hunk) => hunk.kind === 'delete' && hunk.move !== undefined).length,
  );
}
