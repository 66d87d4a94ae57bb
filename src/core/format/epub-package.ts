import type { Problem } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { attributeOf, type Decode, packageTags, partOf } from './package-xml.ts';
import { oneLine } from './paragraph-flow.ts';
import { zipFault } from './zip-directory.ts';
import type { ZipPackage } from './zip-read.ts';

/** A document of a book, in reading order. */
export interface BookDocument {
  /** In the package. */
  readonly path: string;
  /** About the book rather than of it, or outside its reading order: cover, title page, imprint. */
  readonly isFront: boolean;
}

/** What a book says of itself. */
export interface BookPackage {
  readonly title: string;
  /** As written. */
  readonly language: string;
  /** Each once; without the table of contents. */
  readonly documents: readonly BookDocument[];
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const PAGE = /^(application\/xhtml\+xml|text\/html|application\/xml)$/i;
/** Kinds of documents in the guide of EPUB 2 that are not the book's text. */
const FRONT = /^(cover|title-?page|copyright-page|colophon|index|loi|lot|other\.(imprint|landmarks))$/i;

/** Reads the package document of an EPUB (EPUB 3.3 and 2.0.1): what it holds, and in which order. */
export function* bookPackage(zip: ZipPackage, decode: Decode): Steps<BookPackage | Problem> {
  let root: string | undefined;
  const container = packageTags(zip, CONTAINER, decode, (tag) => {
    if (tag.local === 'rootfile') root ??= attributeOf(tag, 'full-path');
  });
  const problem = yield* partOf(container, 0, 0);
  if (problem !== undefined) return problem;
  if (root === undefined) return zipFault('package-part-missing', { part: 'package.opf' });
  const found = yield* partOf(packageDocument(zip, root, decode), 0, 1);
  if ('code' in found) return found;
  const encrypted = yield* partOf(encryptedParts(zip, decode), 1, 1);
  return found.documents.some(({ path }) => encrypted.has(path)) ? zipFault('file-encrypted') : found;
}

function* packageDocument(zip: ZipPackage, root: string, decode: Decode): Steps<BookPackage | Problem> {
  let title = '';
  let titles = 0;
  let language = '';
  let languages = 0;
  const items = new Map<string, { readonly path: string; readonly type: string; readonly isNav: boolean }>();
  const spine: { readonly id: string; readonly isLinear: boolean }[] = [];
  const guide = new Map<string, string>();
  const problem = yield* packageTags(
    zip,
    root,
    decode,
    (tag) => {
      const path = pathIn(root, attributeOf(tag, 'href') ?? '');
      if (tag.local === 'title') titles += 1;
      else if (tag.local === 'language') languages += 1;
      else if (tag.local === 'item') {
        const isNav = /(^|\s)nav(\s|$)/.test(attributeOf(tag, 'properties') ?? '');
        items.set(attributeOf(tag, 'id') ?? '', { path, type: attributeOf(tag, 'media-type') ?? '', isNav });
      } else if (tag.local === 'itemref') {
        spine.push({ id: attributeOf(tag, 'idref') ?? '', isLinear: attributeOf(tag, 'linear') !== 'no' });
      } else if (tag.local === 'reference') guide.set(path, attributeOf(tag, 'type') ?? '');
    },
    (text, around) => {
      if (around.at(-1) === 'title' && titles === 1) title += text;
      else if (around.at(-1) === 'language' && languages === 1) language += text;
    },
  );
  if (problem !== undefined) return problem;
  const documents = new Map<string, BookDocument>();
  for (const { id, isLinear } of spine) {
    const item = items.get(id);
    if (item === undefined || !PAGE.test(item.type) || item.isNav || documents.has(item.path)) continue;
    const kind = guide.get(item.path) ?? '';
    if (kind === 'toc') continue;
    documents.set(item.path, { path: item.path, isFront: !isLinear || FRONT.test(kind) });
  }
  return { title: oneLine(title), language, documents: [...documents.values()] };
}

/** Fonts may be encrypted in a book that anyone can read. */
function* encryptedParts(zip: ZipPackage, decode: Decode): Steps<ReadonlySet<string>> {
  const parts = new Set<string>();
  if (zip.has(ENCRYPTION)) {
    yield* packageTags(zip, ENCRYPTION, decode, (tag) => {
      if (tag.local === 'CipherReference') parts.add(pathIn('', attributeOf(tag, 'URI') ?? ''));
    });
  }
  return parts;
}

/** The path in the package that a reference in one of its files means; nothing outside it has one. */
function pathIn(file: string, reference: string): string {
  const [plain = ''] = reference.split(/[#?]/);
  const folder = plain.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const step of decoded(plain).split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.' && step !== '') folder.push(step);
  }
  return folder.join('/');
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
