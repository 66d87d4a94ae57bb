/** The platform's `TextDecoder` (Encoding Standard): core has none of its own. */
export type DecoderConstructor = new (
  label?: string,
  options?: { fatal?: boolean; ignoreBOM?: boolean },
) => { decode: (input?: Uint8Array) => string };

/** 0x80 to 0x9F in windows-1252; five are control characters in the standard too. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** The text of bytes in a known encoding, a byte order mark left out; U+FFFD for what is none. */
export function decoded(bytes: Uint8Array, encoding: string, Decoder: DecoderConstructor): string {
  const text = new Decoder(encoding).decode(bytes);
  if (!/^(?:windows-1252|cp1252|iso-?8859-?1|latin1|l1|(?:us-)?ascii)$/u.test(encoding)) return text;
  // Node's decoder (20.20 and others) takes windows-1252 for Latin-1, whose C1 are control characters.
  return text.replace(/[\x80-\x9F]/gu, (character) => C1.charAt(character.charCodeAt(0) - 0x80));
}
