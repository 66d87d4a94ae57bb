import type { Role } from '../work/model.ts';
import {
  cellParagraphs,
  isRightToLeft,
  type ParallelCell,
  type ParallelColumn,
  type ParallelRow,
  type ParallelText,
  type TextPiece,
} from './parallel-text.ts';

const STYLE = `
:root { color-scheme: light dark }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 Georgia, "Noto Serif", serif }
.about { color: GrayText; font-size: .875rem; margin: 0 0 .25rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin-top: 1.5rem }
th, td { vertical-align: top; text-align: start; padding: .5rem .75rem; border-top: 1px solid #8886; overflow-wrap: anywhere; white-space: pre-wrap }
thead th { border-top: 0; font-weight: 600 }
thead small { display: block; color: GrayText; font-weight: 400 }
td p { margin: 0 }
td p + p { margin-top: .6em }
.number { width: 3rem; font: .75rem/2 sans-serif; color: GrayText; padding-inline: 0 }
.number a { color: inherit; text-decoration: none }
.title td, .heading td { font-weight: 600 }
.title td { font-size: 1.25rem }
.list-item td::before { content: "\\2022\\00a0" }
.list-item td.remarks::before { content: none }
.date td, .credit td, .caption td { font-size: .875rem }
.question td { font-style: italic }
del { text-decoration: line-through; background: color-mix(in srgb, #c33 18%, transparent) }
ins { text-decoration: underline; background: color-mix(in srgb, #283 18%, transparent) }
mark { color: inherit; background: color-mix(in srgb, #c80 22%, transparent) }
mark sup { font: .65em sans-serif }
ol { margin: 0; padding-inline-start: 1.25rem; font: .875rem/1.45 sans-serif }
@media (max-width: 40rem) {
  table, tbody, tr, td, th { display: block; width: auto }
  thead { display: none }
  td { border: 0; padding: .25rem 0 }
  tr { border-top: 1px solid #8886; padding: .75rem 0 }
  th.number { border: 0; padding: 0 }
}
@media print {
  body { max-width: none; margin: 0; font-size: 10pt }
  thead { display: table-header-group }
  tr { break-inside: avoid }
}
`;

/**
 * Texts side by side as a page of its own: one file, no script, nothing loaded from elsewhere, made to be printed
 * too. Whatever the texts hold stays text.
 */
export function htmlPage({ title, lang, about, columns, rows, words }: ParallelText): string {
  const isRemarked = rows.some(({ remarks }) => remarks.length > 0);
  return `<!doctype html>
<html${langOf(lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lesart">
<title>${htmlText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${htmlText(title)}</h1>
${about.map((line) => `<p class="about">${htmlText(line)}</p>`).join('\n')}
</header>
<main>
<table>
<thead>
<tr><th class="number" scope="col">${htmlText(words.paragraph)}</th>${columns.map(columnHead).join('')}${isRemarked ? `<th scope="col">${htmlText(words.remarks)}</th>` : ''}</tr>
</thead>
<tbody>
${rows.map((row, index) => rowMarkup(row, index + 1, columns, isRemarked)).join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`;
}

const columnHead = ({ lang, label, note }: ParallelColumn): string =>
  `<th scope="col"${langOf(lang)}>${htmlText(label)}${note === undefined ? '' : `<small>${htmlText(note)}</small>`}</th>`;

function rowMarkup(
  { id, role, cells, remarks }: ParallelRow,
  number: number,
  columns: readonly ParallelColumn[],
  isRemarked: boolean,
): string {
  const anchor = `p-${htmlText(id)}`;
  const head = `<th class="number" scope="row"><a href="#${anchor}" title="${htmlText(id)}">${String(number)}</a></th>`;
  const texts = columns.map(({ lang }, index) => cellMarkup(cells[index], lang));
  const list = remarks.map((remark) => `<li>${htmlText(remark)}</li>`).join('');
  const last = isRemarked ? `<td class="remarks">${list === '' ? '' : `<ol>${list}</ol>`}</td>` : '';
  return `<tr id="${anchor}" class="${role satisfies Role}">${head}${texts.join('')}${last}</tr>`;
}

const cellMarkup = (cell: ParallelCell | undefined, lang: string): string =>
  `<td${langOf(lang)}>${cell === undefined ? '' : paragraphsMarkup(cell)}</td>`;

/** A paragraph each where there are several. A break that was put in or taken out is shown by its sign. */
function paragraphsMarkup(cell: ParallelCell): string {
  const paragraphs: string[] = [''];
  for (const { pieces, end } of cellParagraphs(cell)) {
    const sign = end === undefined || end === 'equal' ? '' : pieceMarkup({ kind: end, text: '\u00b6' });
    paragraphs.push((paragraphs.pop() ?? '') + pieces.map(pieceMarkup).join('') + sign);
    if (end === 'equal' || end === 'insert') paragraphs.push('');
  }
  return paragraphs.length === 1 ? paragraphs[0]! : paragraphs.map((text) => `<p>${text}</p>`).join('');
}

const TAGS = { equal: undefined, insert: 'ins', delete: 'del' } as const;

function pieceMarkup({ kind, text, remarks = [] }: TextPiece): string {
  const noted =
    remarks.length === 0 ? htmlText(text) : `<mark>${htmlText(text)}<sup>${remarks.join(',')}</sup></mark>`;
  const tag = TAGS[kind];
  return tag === undefined ? noted : `<${tag}>${noted}</${tag}>`;
}

/** The attributes of a text in a language. */
function langOf(lang: string): string {
  const known = lang === 'und' ? '' : lang;
  return ` lang="${htmlText(known)}" dir="${isRightToLeft(lang) ? 'rtl' : known === '' ? 'auto' : 'ltr'}"`;
}

/** Text as text, in content and in quoted attributes: markup characters by reference, and what HTML does not allow as U+FFFD. */
export function htmlText(text: string): string {
  return text
    .replace(/[&<>"'`\r]/gu, (character) => `&#${String(character.charCodeAt(0))};`)
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, '\uFFFD');
}
