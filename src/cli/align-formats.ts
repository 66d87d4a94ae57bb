import type { AlignedRow } from '../core/align/align-many.ts';
import { visible } from './terminal.ts';

/** Two or more aligned texts. */
export interface Aligned {
  readonly files: readonly string[];
  readonly langs: readonly string[];
  /** By text. */
  readonly units: readonly (readonly string[])[];
  readonly rows: readonly AlignedRow[];
}

const DIGITS = 4;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));

const indices = ([start, end]: readonly [number, number]): number[] =>
  Array.from({ length: end - start }, (_, offset) => start + offset);

const JAPANESE_OR_CHINESE = /^(?:zh|ja)\b/u;

/** The units of a range as one text; Chinese and Japanese put no space between sentences. */
function textOf({ units, langs }: Aligned, text: number, [start, end]: readonly [number, number]): string {
  return units[text]!.slice(start, end).join(JAPANESE_OR_CHINESE.test(langs[text]!) ? '' : ' ');
}

/** A row a line, unit indices from 0: `[0]:[0, 1]`. */
export function beadLines({ rows }: Aligned): string {
  return rows
    .map(({ ranges }) => `${ranges.map((range) => `[${indices(range).join(', ')}]`).join(':')}\n`)
    .join('');
}

/** A row a line: the texts, then the confidence, then `?` where the texts contradict each other. */
export function tsvLines(aligned: Aligned): string {
  const clean = (text: string) => visible(text.replace(/[\t\n\r\u0085\u2028\u2029]+/gu, ' '));
  return aligned.rows
    .map((row) => {
      const cells = row.ranges.map((range, text) => clean(textOf(aligned, text, range)));
      return `${[...cells, row.confidence.toFixed(DIGITS), ...(row.isDisputed ? ['?'] : [])].join('\t')}\n`;
    })
    .join('');
}

/** Texts with their units, and rows of unit indices. */
export function alignJson({ files, langs, units, rows }: Aligned): string {
  const texts = files.map((file, index) => ({ file, lang: langs[index]!, units: units[index]! }));
  const found = rows.map(({ ranges, confidence, isDisputed }) => ({
    units: ranges.map(indices),
    confidence: rounded(confidence),
    ...(isDisputed ? { disputed: true } : {}),
  }));
  return `${JSON.stringify({ texts, rows: found }, null, 1)}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 has no place for other control characters, nor for halves of surrogate pairs and U+FFFE, U+FFFF. */
// eslint-disable-next-line no-control-regex -- the control characters are what is asked for
const NOT_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu;
const xml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** A translation memory (TMX 1.4b); rows with text in fewer than two languages are left out. */
export function tmx(aligned: Aligned, version: string): string {
  const { langs, rows, files } = aligned;
  const units = rows
    .map(({ ranges, confidence, isDisputed }, index) => {
      const variants = ranges.flatMap((range, text) =>
        range[0] === range[1]
          ? []
          : [
              `      <tuv xml:lang="${xml(langs[text]!)}"><seg>${xml(textOf(aligned, text, range))}</seg></tuv>`,
            ],
      );
      if (variants.length < 2) return '';
      const disputed = isDisputed ? `      <prop type="x-disputed">true</prop>\n` : '';
      return `    <tu tuid="${index}">\n      <prop type="x-confidence">${confidence.toFixed(DIGITS)}</prop>\n${disputed}${variants.join('\n')}\n    </tu>\n`;
    })
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Lesart" creationtoolversion="${xml(version)}" segtype="sentence" o-tmf="plain text" adminlang="en" srclang="${xml(langs[0]!)}" datatype="plaintext">
    <note>${xml(files.join(', '))}</note>
  </header>
  <body>
${units}  </body>
</tmx>
`;
}
