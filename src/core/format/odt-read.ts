import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { languageTag } from './document-language.ts';
import type { ImportedText } from './imported.ts';
import { odtStyles } from './odt-styles.ts';
import { odtText } from './odt-text.ts';
import { type Decode, packageTags, packageXml, partOf } from './package-xml.ts';
import { oneLine } from './paragraph-flow.ts';
import { zipFault } from './zip-directory.ts';
import { openZip } from './zip-read.ts';

/**
 * The text of an OpenDocument text (ODT, OASIS 1.0 to 1.4). Roles are those of its elements, styles and lists; the
 * cells of a table are paragraphs, row by row; text of notes and text boxes follows its paragraph. Notes and tables
 * of contents are left out at first; deletions that are tracked are left out, insertions stay.
 */
export function* odtSteps(bytes: Uint8Array, decode: Decode): Steps<Read<ImportedText | undefined>> {
  const failed = (problem: Problem): Read<undefined> => ({ value: undefined, problems: [problem] });
  const { value: zip, problems } = openZip(bytes);
  if (zip === undefined) return { value: undefined, problems };
  if (!zip.has('content.xml')) return failed(zipFault('package-part-missing', { part: 'content.xml' }));
  if (zip.has('META-INF/manifest.xml')) {
    let isEncrypted = false;
    const manifest = packageTags(zip, 'META-INF/manifest.xml', decode, ({ local }) => {
      isEncrypted ||= local === 'encryption-data';
    });
    // A damaged list of parts is no reason not to read them.
    yield* partOf(manifest, 0, 0);
    if (isEncrypted) return failed(zipFault('file-encrypted'));
  }
  const styles = odtStyles();
  const warnings: Problem[] = [];
  if (zip.has('styles.xml')) {
    const problem = yield* partOf(packageTags(zip, 'styles.xml', decode, styles.take), 0, 0.1);
    if (problem !== undefined) warnings.push({ ...problem, severity: 'warning' });
  }
  const text = odtText(styles);
  const problem = yield* partOf(packageXml(zip, 'content.xml', decode, text.handler), 0.1, 1);
  if (problem !== undefined) return failed(problem);
  const about = { title: '', language: '' };
  if (zip.has('meta.xml')) {
    const meta = packageTags(
      zip,
      'meta.xml',
      decode,
      () => undefined,
      (piece, around) => {
        if (around.at(-1) === 'title') about.title += piece;
        else if (around.at(-1) === 'language') about.language += piece;
      },
    );
    yield* partOf(meta, 1, 1);
  }
  const paragraphs = text.paragraphs();
  const title = oneLine(about.title) || paragraphs.find(({ role }) => role === 'title')?.text;
  const lang = text.language() ?? languageTag(about.language);
  return {
    value: {
      kind: 'text',
      ...(title === undefined ? {} : { title }),
      ...(lang === undefined ? {} : { lang }),
      paragraphs,
    },
    problems: warnings,
  };
}
