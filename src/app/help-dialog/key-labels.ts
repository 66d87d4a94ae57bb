const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: '⇧',
  Escape: 'Esc',
  $mod: 'Ctrl',
};

/** A key, in tinykeys' notation, as it is printed in the help: `Shift+N` is ⇧ N. */
export function keyLabels(key: string): string {
  return key
    .split('+')
    .map((part) => SYMBOLS[part] ?? part)
    .join(' ');
}
