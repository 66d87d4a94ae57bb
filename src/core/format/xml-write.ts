/** What XML 1.0 has no way to say, not even as `&#1;` (production 2): control characters, lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const REPLACEMENT = '\uFFFD';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (character: string): string => ESCAPES[character]!;

/** Whether XML can hold every character of a text. */
export function isXmlText(text: string): boolean {
  return text.search(FORBIDDEN) === -1;
}

/** A text with U+FFFD for what XML cannot hold. */
export function xmlSafe(text: string): string {
  return text.replace(FORBIDDEN, REPLACEMENT);
}

/** A text as the content of an element. A reader gives the very text back, as far as XML can hold it. */
export function xmlText(text: string): string {
  return xmlSafe(text).replace(/[&<>\r]/g, escaped);
}

/** Content with `instead` for each character that XML cannot hold. */
export function xmlTextWith(text: string, instead: (character: string) => string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(FORBIDDEN)) {
    parts.push(xmlText(text.slice(at, index)), instead(character));
    at = index + character.length;
  }
  return parts.join('') + xmlText(text.slice(at));
}

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** ` name="value"` for each attribute that has a value. */
export function xmlAttributes(attributes: XmlAttributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${xmlSafe(String(value)).replace(/[&<>"\t\n\r]/g, escaped)}"`)
    .join('');
}

/** An element; `content` is markup already. */
export function xmlElement(name: string, attributes: XmlAttributes, content = ''): string {
  const start = `<${name}${xmlAttributes(attributes)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** JSON in which every character is one that XML can hold. */
export function xmlJson(value: unknown): string {
  return JSON.stringify(value).replace(
    FORBIDDEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
