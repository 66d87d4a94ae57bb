import type { Diff, Hunk } from '../core/compare/diff.ts';
import { visible } from './terminal.ts';

const RESET = '\u001b[0m';
const COLOURS = { delete: '\u001b[31m', insert: '\u001b[32m' };
const MOVED_COLOURS = { delete: '\u001b[35m', insert: '\u001b[36m' };
const BRACKETS = { delete: ['[-', '-]'], insert: ['{+', '+}'] } as const;

/**
 * The difference as `git diff --word-diff` writes it, `[-deleted-]{+inserted+}`; a phrase that moved has
 * the number of its move: `[-1<phrase>-]` and `{+1<phrase>+}`.
 */
export function textDiff(diff: Diff, options: { hasColour: boolean; isTerminal: boolean }): string {
  const shown = diff.hunks.map((hunk) => hunkText(diff, hunk, options)).join('');
  return shown === '' || shown.endsWith('\n') ? shown : `${shown}\n`;
}

function hunkText(
  diff: Diff,
  { kind, old, new: inserted, move }: Hunk,
  { hasColour, isTerminal }: { hasColour: boolean; isTerminal: boolean },
): string {
  const raw =
    kind === 'insert' ? diff.new.slice(inserted.start, inserted.end) : diff.old.slice(old.start, old.end);
  const text = isTerminal ? visible(raw) : raw;
  if (kind === 'equal') return text;
  const [open, close] = BRACKETS[kind];
  const marked = move === undefined ? `${open}${text}${close}` : `${open}${move}<${text}>${close}`;
  if (!hasColour) return marked;
  const colour = (move === undefined ? COLOURS : MOVED_COLOURS)[kind];
  // A colour ends with its line, since pagers show line by line.
  return marked
    .split('\n')
    .map((line) => `${colour}${line}${RESET}`)
    .join('\n');
}
