/** Declarations stand at the beginning, in ASCII. */
const HEAD = 4096;
const NAME = String.raw`([A-Za-z][\w.:-]{0,39})`;
const DECLARATIONS = [
  new RegExp(String.raw`^\s*<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']${NAME}["']`, 'u'),
  new RegExp(String.raw`<meta\s[^>]{0,400}?\bcharset\s*=\s*["']?\s*${NAME}`, 'iu'),
  // The header of a catalogue of gettext.
  new RegExp(String.raw`^"Content-Type:[^"\n]{0,100}?\bcharset=${NAME}`, 'imu'),
  // Python, Emacs and Vim, whose habit some texts follow.
  new RegExp(String.raw`^.{0,80}-\*-.{0,80}?\bcoding:\s*${NAME}.{0,80}-\*-`, 'u'),
];

/**
 * The encoding that a file says it is in: an XML declaration, HTML's `meta`, the header of a PO file; as it is
 * written there. What gettext has in a template, `CHARSET`, is none.
 */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  for (const declaration of DECLARATIONS) {
    const name = declaration.exec(head)?.[1];
    if (name !== undefined && name !== 'CHARSET') return name;
  }
  return undefined;
}
