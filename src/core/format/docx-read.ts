import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { languageTag } from './document-language.ts';
import { docxStyleReader } from './docx-styles.ts';
import { type DocxText, docxText } from './docx-text.ts';
import type { ImportedParagraph, ImportedText } from './imported.ts';
import { attributeOf, type Decode, packageTags, packageXml, partOf } from './package-xml.ts';
import { oneLine } from './paragraph-flow.ts';
import { zipFault } from './zip-directory.ts';
import { openZip, type ZipPackage } from './zip-read.ts';

type NotePart = 'footnotes' | 'endnotes';

/**
 * The text of an Office Open XML document (DOCX; ECMA-376, transitional and strict). Roles are those of its styles
 * and lists; the cells of a table are paragraphs, row by row; text of notes and text boxes follows its paragraph.
 * Notes and tables of contents are left out at first. Of tracked changes, insertions count as made and deletions too.
 */
export function* docxSteps(bytes: Uint8Array, decode: Decode): Steps<Read<ImportedText | undefined>> {
  const { value: zip, problems } = openZip(bytes);
  if (zip === undefined) return { value: undefined, problems };
  const main = yield* partOf(mainPart(zip, decode), 0, 0);
  if (typeof main !== 'string') return { value: undefined, problems: [main] };
  const warnings: Problem[] = [];
  // A document is read without its styles or notes when they are damaged.
  const warn = (problem: Problem | undefined): void => {
    if (problem !== undefined) warnings.push({ ...problem, severity: 'warning' });
  };
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const { handler, styles } = docxStyleReader();
  if (zip.has(`${folder}styles.xml`)) {
    warn(yield* partOf(packageXml(zip, `${folder}styles.xml`, decode, handler), 0, 0.1));
  }
  const notes = new Map<string, readonly ImportedParagraph[]>();
  for (const part of ['footnotes', 'endnotes'] as const satisfies readonly NotePart[]) {
    if (!zip.has(`${folder}${part}.xml`)) continue;
    const text = docxText(
      styles,
      () => [],
      (id, own) => notes.set(`${part} ${id}`, own),
    );
    warn(yield* partOf(packageXml(zip, `${folder}${part}.xml`, decode, text.handler), 0.1, 0.1));
  }
  const text = docxText(styles, (part, id) => notes.get(`${part} ${id}`) ?? []);
  const problem = yield* partOf(packageXml(zip, main, decode, text.handler), 0.1, 1);
  if (problem !== undefined) return { value: undefined, problems: [problem] };
  const { title, language } = yield* partOf(coreProperties(zip, decode), 1, 1);
  return { value: imported(text, title, language), problems: warnings };
}

function imported(text: DocxText, title: string, language: string | undefined): ImportedText {
  const paragraphs = text.paragraphs();
  const name = oneLine(title) || paragraphs.find(({ role }) => role === 'title')?.text;
  const lang = text.language() ?? languageTag(language);
  return {
    kind: 'text',
    ...(name === undefined ? {} : { title: name }),
    ...(lang === undefined ? {} : { lang }),
    paragraphs,
  };
}

/** The path of the document's text, as the package's relationships name it. */
function* mainPart(zip: ZipPackage, decode: Decode): Steps<string | Problem> {
  let target = 'word/document.xml';
  if (zip.has('_rels/.rels')) {
    const problem = yield* packageTags(zip, '_rels/.rels', decode, (tag) => {
      if (attributeOf(tag, 'Type')?.endsWith('/officeDocument') !== true) return;
      target = (attributeOf(tag, 'Target') ?? target).replace(/^\//, '');
    });
    if (problem !== undefined) return problem;
  }
  return zip.has(target) ? target : zipFault('package-part-missing', { part: target });
}

function* coreProperties(
  zip: ZipPackage,
  decode: Decode,
): Steps<{ readonly title: string; readonly language: string | undefined }> {
  const found = { title: '', language: '' };
  if (zip.has('docProps/core.xml')) {
    yield* packageTags(
      zip,
      'docProps/core.xml',
      decode,
      () => undefined,
      (text, around) => {
        if (around.at(-1) === 'title') found.title += text;
        else if (around.at(-1) === 'language') found.language += text;
      },
    );
  }
  return found;
}
