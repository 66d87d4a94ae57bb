import { type PackagePart, XML_DECLARATION } from './package-part.ts';
import {
  cellParagraphs,
  isRightToLeft,
  type ParallelCell,
  type ParallelColumn,
  type ParallelRow,
  type ParallelText,
  type TextPiece,
} from './parallel-text.ts';
import { xmlElement, xmlText } from './xml-write.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Twentieths of a point: A4 on its side, and what is left between its edges. */
const PAGE = { width: 16_838, height: 11_906, edge: 850 };
const NUMBER_WIDTH = 1000;

export interface DocxOptions {
  /** When it is written: ISO 8601, UTC. */
  readonly time: string;
  /** Who a change is by that names nobody. */
  readonly author: string;
}

/**
 * Texts side by side as the parts of an Office Open XML document (ECMA-376, part 1): a table with a row a paragraph
 * and a last column of remarks. What was changed stands as tracked changes, so that a reviewer can accept or
 * reject each in Word or LibreOffice.
 */
export function docxParts(document: ParallelText, options: DocxOptions): readonly PackagePart[] {
  const part = (path: string, text: string): PackagePart => ({ path, text: XML_DECLARATION + text });
  return [
    part('[Content_Types].xml', CONTENT_TYPES),
    part('_rels/.rels', RELATIONSHIPS),
    part('docProps/core.xml', coreProperties(document, options)),
    part('word/document.xml', documentMarkup(document, options)),
    part('word/styles.xml', styles(document.lang)),
    part('word/_rels/document.xml.rels', DOCUMENT_RELATIONSHIPS),
  ];
}

const CONTENT_TYPES = xmlElement(
  'Types',
  { xmlns: `${PACKAGE}/content-types` },
  [
    xmlElement('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xmlElement('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    xmlElement('Override', { PartName: '/word/document.xml', ContentType: `${WORD_TYPE}.document.main+xml` }),
    xmlElement('Override', { PartName: '/word/styles.xml', ContentType: `${WORD_TYPE}.styles+xml` }),
    xmlElement('Override', {
      PartName: '/docProps/core.xml',
      ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    }),
  ].join(''),
);

const RELATIONSHIPS = xmlElement(
  'Relationships',
  { xmlns: `${PACKAGE}/relationships` },
  [
    xmlElement('Relationship', { Id: 'rId1', Type: `${OFFICE}/officeDocument`, Target: 'word/document.xml' }),
    xmlElement('Relationship', {
      Id: 'rId2',
      Type: `${PACKAGE}/relationships/metadata/core-properties`,
      Target: 'docProps/core.xml',
    }),
  ].join(''),
);

const DOCUMENT_RELATIONSHIPS = xmlElement(
  'Relationships',
  { xmlns: `${PACKAGE}/relationships` },
  xmlElement('Relationship', { Id: 'rId1', Type: `${OFFICE}/styles`, Target: 'styles.xml' }),
);

function coreProperties({ title, lang }: ParallelText, { time, author }: DocxOptions): string {
  const date = `${time.slice(0, 19)}Z`;
  return xmlElement(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [
      xmlElement('dc:title', {}, xmlText(title)),
      xmlElement('dc:creator', {}, xmlText(author)),
      xmlElement('dc:language', {}, xmlText(lang)),
      xmlElement('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, date),
      xmlElement('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, date),
    ].join(''),
  );
}

function styles(lang: string): string {
  const style = (id: string, name: string, content: string): string =>
    xmlElement(
      'w:style',
      { 'w:type': 'paragraph', 'w:styleId': id },
      xmlElement('w:name', { 'w:val': name }) + content,
    );
  const text = (size: number, isBold = false): string =>
    xmlElement('w:rPr', {}, `${isBold ? '<w:b/>' : ''}${xmlElement('w:sz', { 'w:val': size * 2 })}`);
  const defaults = xmlElement(
    'w:rPrDefault',
    {},
    xmlElement('w:rPr', {}, xmlElement('w:sz', { 'w:val': 20 }) + xmlElement('w:lang', { 'w:val': lang })),
  );
  const based = xmlElement('w:basedOn', { 'w:val': 'Normal' });
  return xmlElement(
    'w:styles',
    { 'xmlns:w': W },
    [
      xmlElement('w:docDefaults', {}, defaults),
      xmlElement(
        'w:style',
        { 'w:type': 'paragraph', 'w:default': '1', 'w:styleId': 'Normal' },
        xmlElement('w:name', { 'w:val': 'Normal' }),
      ),
      style('Title', 'Title', based + text(18, true)),
      style('Strong', 'Table heading', based + text(10, true)),
      style('Small', 'Remark', based + text(8)),
    ].join(''),
  );
}

function documentMarkup(document: ParallelText, options: DocxOptions): string {
  const { title, about, lang, columns, rows, words } = document;
  const isRemarked = rows.some(({ remarks }) => remarks.length > 0);
  const count = columns.length + (isRemarked ? 1 : 0);
  const width = Math.floor((PAGE.width - 2 * PAGE.edge - NUMBER_WIDTH) / Math.max(1, count));
  const widths = [NUMBER_WIDTH, ...Array.from({ length: count }, () => width)];
  const head = [
    words.paragraph,
    ...columns.map(({ label, note }) => (note === undefined ? label : `${label} (${note})`)),
    ...(isRemarked ? [words.remarks] : []),
  ];
  const changes = changeMarkup(options);
  const body = rows.map((row) => rowMarkup(row, { columns, isRemarked, widths, lang, changes }));
  const headCells = head.map((text, index) =>
    cell(widths[index]!, paragraph(run(text, columns[index - 1]?.lang ?? lang), 'Strong')),
  );
  const table = xmlElement(
    'w:tbl',
    {},
    [
      xmlElement(
        'w:tblPr',
        {},
        `${xmlElement('w:tblW', { 'w:w': 5000, 'w:type': 'pct' })}${borders()}${xmlElement('w:tblLayout', { 'w:type': 'fixed' })}`,
      ),
      xmlElement('w:tblGrid', {}, widths.map((each) => xmlElement('w:gridCol', { 'w:w': each })).join('')),
      xmlElement('w:tr', {}, `${xmlElement('w:trPr', {}, '<w:tblHeader/>')}${headCells.join('')}`),
      ...body,
    ].join(''),
  );
  const page = xmlElement(
    'w:sectPr',
    {},
    xmlElement('w:pgSz', { 'w:w': PAGE.width, 'w:h': PAGE.height, 'w:orient': 'landscape' }) +
      xmlElement('w:pgMar', {
        'w:top': PAGE.edge,
        'w:right': PAGE.edge,
        'w:bottom': PAGE.edge,
        'w:left': PAGE.edge,
        'w:header': 400,
        'w:footer': 400,
        'w:gutter': 0,
      }),
  );
  const lead = [
    paragraph(run(title, lang), 'Title'),
    ...about.map((line) => paragraph(run(line, lang), 'Small')),
  ];
  // Word wants a paragraph behind a table.
  return xmlElement(
    'w:document',
    { 'xmlns:w': W },
    xmlElement('w:body', {}, `${lead.join('')}${table}<w:p/>${page}`),
  );
}

interface TableContext {
  readonly columns: readonly ParallelColumn[];
  readonly isRemarked: boolean;
  readonly widths: readonly number[];
  readonly lang: string;
  readonly changes: {
    readonly piece: (piece: TextPiece, cell: ParallelCell, lang: string) => string;
    /** The mark of a paragraph whose break was put in or is taken out; empty for one that stays. */
    readonly mark: (kind: TextPiece['kind'] | undefined, cell: ParallelCell) => string;
  };
}

function rowMarkup(
  { id, role, cells, remarks }: ParallelRow,
  { columns, isRemarked, widths, lang, changes }: TableContext,
): string {
  const style = role === 'title' || role === 'heading' ? 'Strong' : undefined;
  const texts = columns.map((column, index) => {
    const own = cells[index] ?? { pieces: [] };
    const paragraphs = cellParagraphs(own).map(({ pieces, end }) => {
      const runs = pieces.map((piece) => changes.piece(piece, own, column.lang)).join('');
      return paragraph(runs, style, isRightToLeft(column.lang), changes.mark(end, own));
    });
    return cell(widths[index + 1]!, paragraphs.join(''));
  });
  const notes = remarks.map((remark, index) =>
    paragraph(run(`${String(index + 1)}. ${remark}`, lang), 'Small'),
  );
  const last = isRemarked ? cell(widths.at(-1)!, notes.join('') || '<w:p/>') : '';
  // The id is what tells the paragraph when the table comes back.
  const first = cell(widths[0]!, paragraph(run(id, 'zxx'), 'Small'));
  return xmlElement(
    'w:tr',
    {},
    `${xmlElement('w:trPr', {}, '<w:cantSplit/>')}${first}${texts.join('')}${last}`,
  );
}

/** Insertions and deletions each have a number of their own in a document. */
function changeMarkup({ author, time }: DocxOptions): TableContext['changes'] {
  let changes = 0;
  const change = (
    kind: 'insert' | 'delete',
    { author: own, time: at }: ParallelCell,
    content?: string,
  ): string => {
    changes += 1;
    const attributes = {
      'w:id': changes,
      'w:author': own ?? author,
      'w:date': `${(at ?? time).slice(0, 19)}Z`,
    };
    return xmlElement(kind === 'delete' ? 'w:del' : 'w:ins', attributes, content);
  };
  return {
    piece: ({ kind, text, remarks = [] }, cell, lang) => {
      const note = remarks.length === 0 ? '' : superscript(`[${remarks.join(',')}]`);
      if (kind === 'equal') return run(text, lang) + note;
      return change(kind, cell, run(text, lang, kind === 'delete' ? 'w:delText' : 'w:t')) + note;
    },
    mark: (kind, cell) => (kind === 'insert' || kind === 'delete' ? change(kind, cell) : ''),
  };
}

const cell = (width: number, content: string): string =>
  xmlElement(
    'w:tc',
    {},
    xmlElement('w:tcPr', {}, xmlElement('w:tcW', { 'w:w': width, 'w:type': 'dxa' })) + content,
  );

function paragraph(runs: string, style?: string, isRtl = false, mark = ''): string {
  const properties = [
    ...(style === undefined ? [] : [xmlElement('w:pStyle', { 'w:val': style })]),
    ...(isRtl ? ['<w:bidi/>'] : []),
    ...(mark === '' ? [] : [xmlElement('w:rPr', {}, mark)]),
  ].join('');
  return xmlElement('w:p', {}, (properties === '' ? '' : xmlElement('w:pPr', {}, properties)) + runs);
}

/** A line break, a tab and the rest; each has an element of its own. */
function run(text: string, lang: string, element = 'w:t'): string {
  const content = text
    .split(/(\r\n|[\n\r\t])/u)
    .map((part) => {
      if (part === '\t') return '<w:tab/>';
      if (/^[\r\n]/u.test(part)) return '<w:br/>';
      return part === '' ? '' : xmlElement(element, { 'xml:space': 'preserve' }, xmlText(part));
    })
    .join('');
  const rtl = isRightToLeft(lang) ? '<w:rtl/>' : '';
  const language = xmlElement('w:lang', { 'w:val': lang, 'w:eastAsia': lang, 'w:bidi': lang });
  return content === '' ? '' : xmlElement('w:r', {}, xmlElement('w:rPr', {}, rtl + language) + content);
}

const superscript = (text: string): string =>
  xmlElement(
    'w:r',
    {},
    xmlElement('w:rPr', {}, xmlElement('w:vertAlign', { 'w:val': 'superscript' })) +
      xmlElement('w:t', {}, xmlText(text)),
  );

function borders(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const line = { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'A0A0A0' };
  return xmlElement('w:tblBorders', {}, sides.map((side) => xmlElement(`w:${side}`, line)).join(''));
}
