import type { Change } from './changes.ts';

/** What a key asks of the table. */
export type AlignmentKey =
  | { readonly does: 'change'; readonly change: Change }
  | { readonly does: 'move'; readonly rows: number; readonly columns: number }
  | { readonly does: 'end'; readonly of: 'row' | 'work'; readonly last: boolean }
  | { readonly does: 'caret'; readonly step: 1 | -1; readonly by: 'word' | 'sentence' }
  | { readonly does: 'doubtful'; readonly step: 1 | -1 }
  | { readonly does: 'history'; readonly direction: 'undo' | 'redo' };

/** Rows that PageUp and PageDown go. */
const LEAP = 10;

const change = (name: Change): AlignmentKey => ({ does: 'change', change: name });
const move = (rows: number, columns: number): AlignmentKey => ({ does: 'move', rows, columns });

const PLAIN: Readonly<Record<string, AlignmentKey>> = {
  ArrowUp: move(-1, 0),
  ArrowDown: move(1, 0),
  ArrowLeft: move(0, -1),
  ArrowRight: move(0, 1),
  PageUp: move(-LEAP, 0),
  PageDown: move(LEAP, 0),
  Home: { does: 'end', of: 'row', last: false },
  End: { does: 'end', of: 'row', last: true },
  Enter: change('split'),
  'Shift+Enter': change('splitNew'),
  Backspace: change('join'),
  Delete: change('take'),
  u: change('unlink'),
  s: change('swap'),
  m: change('merge'),
  t: change('untranslated'),
  c: change('confirm'),
  n: { does: 'doubtful', step: 1 },
  'Shift+n': { does: 'doubtful', step: -1 },
  'Ctrl+ArrowUp': change('shiftUp'),
  'Ctrl+ArrowDown': change('shiftDown'),
  'Ctrl+Home': { does: 'end', of: 'work', last: false },
  'Ctrl+End': { does: 'end', of: 'work', last: true },
  'Ctrl+z': { does: 'history', direction: 'undo' },
  'Ctrl+Shift+z': { does: 'history', direction: 'redo' },
  'Ctrl+y': { does: 'history', direction: 'redo' },
  'Alt+ArrowUp': change('linkUp'),
  'Alt+ArrowDown': change('linkDown'),
  'Alt+ArrowLeft': { does: 'caret', step: -1, by: 'word' },
  'Alt+ArrowRight': { does: 'caret', step: 1, by: 'word' },
  'Alt+Shift+ArrowLeft': { does: 'caret', step: -1, by: 'sentence' },
  'Alt+Shift+ArrowRight': { does: 'caret', step: 1, by: 'sentence' },
};

/** The keys of a change, as they are shown. */
export const KEYS_OF: Readonly<Record<Change, string>> = {
  split: 'Enter',
  splitNew: 'Shift+Enter',
  join: 'Backspace',
  take: 'Delete',
  shiftUp: 'Ctrl+ArrowUp',
  shiftDown: 'Ctrl+ArrowDown',
  linkUp: 'Alt+ArrowUp',
  linkDown: 'Alt+ArrowDown',
  unlink: 'u',
  swap: 's',
  merge: 'm',
  untranslated: 't',
  confirm: 'c',
};

/** What a key that is pressed in the table asks for; undefined for none of its keys. */
export function alignmentKey(event: KeyboardEvent): AlignmentKey | undefined {
  if (event.defaultPrevented || event.isComposing) return undefined;
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const name = [
    ...(ctrlKey || metaKey ? ['Ctrl'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
    key.length === 1 ? key.toLowerCase() : key,
  ].join('+');
  return Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
}
