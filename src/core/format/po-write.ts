/** A paragraph for translators. */
export interface PoEntry {
  /** Stands as `msgctxt`, so that equal sources stay apart. */
  readonly id: string;
  readonly source: string;
  /** Empty where there is no translation. */
  readonly target: string;
  /** Where it is from, such as `de.md:12`. */
  readonly reference?: string;
  /** What the makers of the text say, such as its role. */
  readonly remarks?: readonly string[];
  /** What translators said. */
  readonly comments?: readonly string[];
  /** Has yet to be reviewed. */
  readonly isFuzzy?: boolean;
}

export interface PoHeader {
  /** Such as the work's slug. */
  readonly project: string;
  /** BCP 47. */
  readonly sourceLang: string;
  readonly lang: string;
  /** ISO 8601, UTC. */
  readonly time: string;
}

/** Writes a catalogue of GNU gettext (its manual, "The Format of PO Files"), in UTF-8. */
export function writePo(header: PoHeader, entries: readonly PoEntry[]): string {
  const date = header.time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, '$1 $2+0000');
  const fields = [
    `Project-Id-Version: ${oneLine(header.project)}`,
    `POT-Creation-Date: ${date}`,
    `PO-Revision-Date: ${date}`,
    'Last-Translator: ',
    `Language-Team: ${header.lang}`,
    `Language: ${posix(header.lang)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `X-Source-Language: ${posix(header.sourceLang)}`,
    'X-Generator: Lesart',
  ];
  const lines = fields.map((field) => quoted(`${field}\n`));
  return [['msgid ""', 'msgstr ""', ...lines, ''].join('\n'), ...entries.map(entryText)].join('\n');
}

function entryText({ id, source, target, reference, remarks, comments, isFuzzy }: PoEntry): string {
  return [
    ...comment('#', comments),
    ...comment('#.', remarks),
    ...(reference === undefined ? [] : [`#: ${oneLine(reference).replace(/ /gu, '_')}`]),
    ...(isFuzzy === true ? ['#, fuzzy'] : []),
    `msgctxt ${quoted(id)}`,
    `msgid ${quoted(source)}`,
    `msgstr ${quoted(target)}`,
    '',
  ].join('\n');
}

/** A comment is of a kind by its second character; a translator's begins with a space. */
const comment = (sign: string, texts: readonly string[] = []): readonly string[] =>
  texts.flatMap((text) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map((line) => `${sign} ${line}`));

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const posix = (tag: string): string => tag.replace(/-/gu, '_');

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** A string of C. NUL would end it and becomes U+FFFD. */
function quoted(text: string): string {
  const escaped = text.replace(/\0/gu, '\uFFFD').replace(/["\\]|(?=\p{ASCII})\p{Cc}/gu, (character) => {
    const octal = character.charCodeAt(0).toString(8).padStart(3, '0');
    return ESCAPES[character] ?? `\\${octal}`;
  });
  return `"${escaped}"`;
}
