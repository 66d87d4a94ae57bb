import type { TFunction } from 'i18next';

/** What a command may use of the world. */
export interface Terminal {
  readonly t: TFunction;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Standard output is a terminal that wants colours. */
  readonly hasColour: boolean;
  readonly isTerminal: boolean;
}

/**
 * Text from a file, safe to print: control characters (a terminal would obey them) and marks of
 * direction become visible; tabs and line breaks stay.
 */
export function visible(text: string): string {
  return text.replace(/(?![\t\n])\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x20) return String.fromCodePoint(0x2400 + point);
    return `<U+${point.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
