import { createKeybindingsHandler } from 'tinykeys';

/** What a key can do; the interface names each one (`keys.<name>`). */
export const COMMANDS = [
  'nextParagraph',
  'previousParagraph',
  'nextMark',
  'previousMark',
  'firstParagraph',
  'lastParagraph',
  'comparator',
  'mark',
  'correct',
  'glossary',
  'undo',
  'redo',
  'words',
  'columns',
  'moveColumn',
  'search',
  'nextHit',
  'previousHit',
  'apparatus',
  'statistics',
  'review',
  'overview',
  'alignment',
  'library',
  'export',
  'theme',
  'help',
  'escape',
] as const;
export type Command = (typeof COMMANDS)[number];

/** Keys and the command that they give, in tinykeys' notation. */
export interface Binding {
  readonly name: Command;
  readonly keys: readonly string[];
  /** Works while single-key shortcuts are off and needs no handler here (the element has its own). */
  readonly always?: boolean;
  /** Works in every view, not beside the text alone. */
  readonly everywhere?: boolean;
}

export const BINDINGS: readonly Binding[] = [
  { name: 'nextParagraph', keys: ['j', 'ArrowDown'] },
  { name: 'previousParagraph', keys: ['k', 'ArrowUp'] },
  { name: 'nextMark', keys: ['n'] },
  { name: 'previousMark', keys: ['Shift+N'] },
  { name: 'firstParagraph', keys: ['Home'] },
  { name: 'lastParagraph', keys: ['End'] },
  { name: 'comparator', keys: ['c'] },
  { name: 'mark', keys: ['m'] },
  { name: 'correct', keys: ['e'] },
  { name: 'glossary', keys: ['g'] },
  { name: 'undo', keys: ['$mod+z'], always: true, everywhere: true },
  { name: 'redo', keys: ['$mod+Shift+Z', '$mod+y'], always: true, everywhere: true },
  { name: 'words', keys: ['w'] },
  { name: 'columns', keys: ['v'] },
  { name: 'moveColumn', keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], always: true },
  { name: 'search', keys: ['/'] },
  { name: 'nextHit', keys: ['F3'] },
  { name: 'previousHit', keys: ['Shift+F3'] },
  { name: 'apparatus', keys: ['a'] },
  { name: 'statistics', keys: ['i'], everywhere: true },
  { name: 'review', keys: ['r'], everywhere: true },
  { name: 'overview', keys: ['o'], everywhere: true },
  { name: 'alignment', keys: ['b'], everywhere: true },
  { name: 'library', keys: ['l'], everywhere: true },
  { name: 'export', keys: ['x'] },
  { name: 'theme', keys: ['t'], everywhere: true },
  { name: 'help', keys: ['?'], everywhere: true },
  { name: 'escape', keys: ['Escape'], always: true, everywhere: true },
];

/** Whether the keyboard belongs to a field, a list or an open dialog now. */
function isTyping(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLDialogElement && target.open) ||
        (target instanceof HTMLElement && target.isContentEditable),
    );
}

/** Whether a key was pressed in the text, or nowhere in particular. */
function isInText(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  return (
    path[0] === document.body || path.some((target) => target instanceof Element && target.id === 'text')
  );
}

/** A sign that is no letter may need Shift to be typed (? everywhere, / on a German keyboard). */
const withShift = (key: string): readonly string[] => (/^\P{L}$/u.test(key) ? [key, `Shift+${key}`] : [key]);

/** A handler for `keydown` that runs a command for its keys. `enabled` tells whether single keys count, `isReading`
 * whether the text is shown. */
export function keyHandler(
  run: (command: Command) => void,
  enabled: () => boolean,
  isReading: () => boolean = () => true,
): (event: KeyboardEvent) => void {
  const act =
    ({ name, always, everywhere }: Binding) =>
    (event: KeyboardEvent): void => {
      if (isTyping(event) || event.defaultPrevented || (!always && !enabled())) return;
      if (!everywhere && !isReading()) return;
      // Arrows scroll a panel that has the focus; they step only in the text, or where nothing has it.
      if (/^(?:Arrow|Home$|End$)/.test(event.key) && !isInText(event)) return;
      // Escape stays the browser's as well: it closes popovers.
      if (name !== 'escape') event.preventDefault();
      run(name);
    };
  return createKeybindingsHandler(
    Object.fromEntries(
      BINDINGS.filter(({ name }) => name !== 'moveColumn').flatMap((binding) =>
        binding.keys.flatMap(withShift).map((key) => [key, act(binding)]),
      ),
    ),
  );
}

/** A handler for `keydown` by which page keys scroll the text before anything has the focus, as they do on any
 * page; `scroll` gets the share of a screen and tells whether there is anything to scroll. */
export function pageKeyHandler(scroll: (share: number) => boolean): (event: KeyboardEvent) => void {
  return (event) => {
    const share = { PageDown: 1, PageUp: -1, ' ': event.shiftKey ? -1 : 1 }[event.key];
    if (share === undefined || event.target !== document.body || event.defaultPrevented) return;
    if (event.composedPath()[0] !== document.body) return;
    if (scroll(share)) event.preventDefault();
  };
}
