import type { LanguageIdentifier } from '../check/context.ts';
import { identifyLanguage, type LanguageGuess, UNKNOWN_LANGUAGE } from '../check/identify-language.ts';
import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { decode } from './decode.ts';
import { decoded, type DecoderConstructor } from './decoded.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import type { Imported, ImportedTable, ImportedText } from './imported.ts';
import { languageOfName } from './language-of-name.ts';
import { refineRoles } from './roles.ts';
import type { CueLayout } from './subtitle-read.ts';
import type { TextLayout } from './text-read.ts';

/** A file, or pasted text as UTF-8 under an empty name. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a person chose instead of what would be recognised. */
export interface ReadAnyOptions {
  readonly kind?: FileKind;
  readonly encoding?: string;
  /** Of plain text. */
  readonly layout?: TextLayout | 'auto';
  /** Of subtitles; joined when left out. */
  readonly cues?: CueLayout;
}

/** What core does not have itself. */
export interface ReadAnyPlatform {
  readonly TextDecoder: DecoderConstructor;
  readonly identifier?: LanguageIdentifier;
}

/** A file that was read, and what was taken for granted in doing so. */
export interface AnyFile {
  readonly kind: FileKind;
  /** `undefined` when it cannot be read, and for kinds that are works already (`mqm-tsv`, `work-folder-zip`). */
  readonly imported: Imported | undefined;
  /** Of files that are text. */
  readonly encoding?: { readonly name: string; readonly certain: boolean };
  /** Of plain text. */
  readonly layout?: TextLayout;
  /** One of a text; of a table one for each column, by `none` for columns without text. */
  readonly languages: readonly LanguageGuess[];
}

/** The steps of a reader, and what it took for granted. */
interface Reader {
  readonly steps: Steps<Read<Imported | undefined>>;
  readonly layout?: TextLayout;
}

/**
 * Reads a file of any kind that we know. The reader is fetched first; the steps do the work. Nothing is thrown for
 * a bad file: its problems name the place.
 */
export async function readAny(
  { name, bytes }: SourceFile,
  options: ReadAnyOptions,
  platform: ReadAnyPlatform,
): Promise<Steps<Read<AnyFile>>> {
  const kind = options.kind ?? fileKind(name, bytes);
  if (kind === 'unknown') {
    return only({ kind, imported: undefined, languages: [] }, [
      { code: 'format-unknown', severity: 'fault', args: {}, file: name },
    ]);
  }
  if (kind === 'mqm-tsv' || kind === 'work-folder-zip') {
    return only({ kind, imported: undefined, languages: [] }, []);
  }
  if (kind === 'docx' || kind === 'odt' || kind === 'epub') {
    const steps = await packageSteps(kind, bytes, platform.TextDecoder);
    return allSteps({ kind }, { steps }, [], name, platform);
  }
  const { value, problems } = decode(bytes, platform.TextDecoder, encodingHint(options));
  if (problems.some(({ code }) => code === 'file-too-large')) {
    return only(
      { kind, imported: undefined, languages: [] },
      problems.map((problem) => ({ ...problem, file: name })),
    );
  }
  const encoding = { name: value.encoding, certain: value.certain };
  const reader = await textReader(kind, value.text, name, options);
  const placed = problems.map((problem) => ({ ...problem, file: name }));
  return allSteps({ kind, encoding }, reader, placed, name, platform);
}

const encodingHint = ({ encoding }: ReadAnyOptions) => (encoding === undefined ? {} : { encoding });

// eslint-disable-next-line require-yield -- steps that are none
function* only(value: AnyFile, problems: readonly Problem[]): Steps<Read<AnyFile>> {
  return { value, problems };
}

async function packageSteps(
  kind: 'docx' | 'odt' | 'epub',
  bytes: Uint8Array,
  Decoder: DecoderConstructor,
): Promise<Steps<Read<Imported | undefined>>> {
  const decodePart = (part: Uint8Array, encoding: string): string | undefined => {
    try {
      new Decoder(encoding, { fatal: true }).decode(part);
      return decoded(part, encoding, Decoder);
    } catch {
      return undefined;
    }
  };
  switch (kind) {
    case 'docx':
      return (await import('./docx-read.ts')).docxSteps(bytes, decodePart);
    case 'odt':
      return (await import('./odt-read.ts')).odtSteps(bytes, decodePart);
    case 'epub':
      return (await import('./epub-read.ts')).epubSteps(bytes, decodePart);
  }
}

type TextKind = Exclude<FileKind, 'docx' | 'odt' | 'epub' | 'mqm-tsv' | 'work-folder-zip' | 'unknown'>;

async function textReader(
  kind: TextKind,
  text: string,
  file: string,
  options: ReadAnyOptions,
): Promise<Reader> {
  switch (kind) {
    case 'text': {
      const { textLayout, textReadSteps } = await import('./text-read.ts');
      const chosen = options.layout ?? 'auto';
      const layout = chosen === 'auto' ? textLayout(text) : chosen;
      return { steps: textReadSteps(text, file, layout), layout };
    }
    case 'markdown':
      return { steps: (await import('./markdown-read.ts')).markdownReadSteps(text, file) };
    case 'html':
      return { steps: (await import('./html-read.ts')).htmlSteps(text) };
    case 'srt':
    case 'vtt':
      return { steps: (await import('./subtitle-read.ts')).subtitleReadSteps(text, file, options.cues) };
    case 'xliff':
      return { steps: (await import('./xliff-table.ts')).xliffTableSteps(text, file) };
    case 'tmx':
      return { steps: (await import('./tmx-table.ts')).tmxTableSteps(text, file) };
    case 'po':
      return { steps: (await import('./po-read.ts')).poReadSteps(text, file) };
    case 'csv':
      return { steps: (await import('./table-read.ts')).tableReadSteps(text, file) };
    case 'tsv':
      return { steps: (await import('./table-read.ts')).tableReadSteps(text, file, '\t') };
    case 'json':
      return { steps: (await import('./json-read.ts')).jsonReadSteps(text, file) };
  }
}

function* allSteps(
  known: Pick<AnyFile, 'kind' | 'encoding'>,
  { steps, layout }: Reader,
  before: readonly Problem[],
  name: string,
  { identifier }: ReadAnyPlatform,
): Steps<Read<AnyFile>> {
  const { value, problems } = yield* steps;
  const imported = value?.kind === 'text' ? { ...value, paragraphs: refineRoles(value.paragraphs) } : value;
  const languages =
    imported === undefined
      ? []
      : imported.kind === 'text'
        ? [textLanguage(imported, name, identifier)]
        : columnLanguages(imported, name, identifier);
  return {
    value: { ...known, imported, ...(layout === undefined ? {} : { layout }), languages },
    problems: [...before, ...problems.map((problem) => ({ ...problem, file: problem.file ?? name }))],
  };
}

function textLanguage(
  { lang, paragraphs }: ImportedText,
  name: string,
  identifier: LanguageIdentifier | undefined,
): LanguageGuess {
  const texts = paragraphs.flatMap(({ text, left }) => (left === true ? [] : [text]));
  return weighed(lang, languageOfName(name), identifyLanguage(texts, identifier));
}

function columnLanguages(
  { columns, rows }: ImportedTable,
  name: string,
  identifier: LanguageIdentifier | undefined,
): readonly LanguageGuess[] {
  const isText = columns.filter(({ use }) => use === 'text').length;
  return columns.map(({ use, lang }, at) => {
    if (use !== 'text') return UNKNOWN_LANGUAGE;
    const texts = rows.map((row) => row[at] ?? '');
    // The name of a table with several languages is at best that of one of them.
    return weighed(
      lang,
      isText === 1 ? languageOfName(name) : undefined,
      identifyLanguage(texts, identifier),
    );
  });
}

/** What the file or its name says, unless the text is for certain in another language. */
function weighed(said: string | undefined, named: string | undefined, told: LanguageGuess): LanguageGuess {
  const given: LanguageGuess | undefined =
    said !== undefined && said !== 'und'
      ? { lang: said, certain: true, by: 'file' }
      : named === undefined
        ? undefined
        : { lang: named, certain: !told.certain || isSame(named, told.lang), by: 'name' };
  if (given === undefined) return told;
  if (told.lang === 'und' || isSame(given.lang, told.lang)) return given;
  return told.certain ? { ...told, certain: false } : given;
}

const isSame = (a: string, b: string): boolean => a.split('-', 1)[0] === b.split('-', 1)[0];
