import { Lexer, type Token, type Tokens } from 'marked';
import type { Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { type Role, ROLES } from '../work/model.ts';
import { readVariant } from '../work/variant-file.ts';
import type { ImportedParagraph, ImportedText } from './imported.ts';
import { languageTagOf } from './language-of-name.ts';
import { oneLine } from './paragraph-flow.ts';
import { textReadSteps, tooLong } from './text-read.ts';

/** UTF-16 units that are read at once; the lexer takes more than linear time for some texts. */
const PORTION = 16 * 1024;
/** A block without a blank line that is longer is read as plain text. */
const LONGEST_BLOCK = 64 * 1024;
/** References of links; a reader needs only that they are some. */
const MAX_REFERENCES = 10_000;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const VARIANT = new RegExp(`^\\s*<!--\\s+[\\w.-]+\\s+(?:${ROLES.join('|')})\\s+-->\\s*?\\n`, 'u');

/**
 * Reads Markdown (CommonMark with GitHub's tables): headings, list items, quotations, cells of tables and code as
 * paragraphs; of what is inside a paragraph the text stays. Comments, link targets and front matter are left out,
 * but for its title and language. A variant's file (`<!-- id role -->`) is read as one.
 */
export function* markdownReadSteps(text: string, file: string): Steps<Read<ImportedText | undefined>> {
  const fault = tooLong(text, file);
  if (fault !== undefined) return { value: undefined, problems: [fault] };
  const source = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  if (VARIANT.test(source)) {
    const { value, problems } = readVariant(source, file);
    const paragraphs = value.map(({ role, text: own }) => ({ role, text: oneLine(own) })).filter(hasText);
    if (paragraphs.length > 0)
      return { value: { kind: 'text', ...titleOf(paragraphs), paragraphs }, problems };
  }
  const matter = FRONT_MATTER.exec(source);
  const fields = fieldsOf(matter?.[1] ?? '');
  const body = source.slice(matter?.[0].length ?? 0);
  const links = referencesOf(body);
  const paragraphs: ImportedParagraph[] = [];
  for (const { part, end } of portions(body)) {
    if (part.length > LONGEST_BLOCK) {
      const plain = yield* textReadSteps(part, file);
      // Not spread: there may be more than a call has arguments.
      for (const paragraph of plain.value?.paragraphs ?? []) paragraphs.push(paragraph);
    } else paragraphs.push(...blocksOf(tokensOf(part, links)));
    yield { done: end, total: body.length };
  }
  const titled = withTitle(paragraphs.filter(hasText));
  if (titled.length === 0) {
    return { value: undefined, problems: [{ code: 'file-empty', severity: 'fault', args: {}, file }] };
  }
  const lang = languageTagOf(fields.get('lang') ?? fields.get('language') ?? '');
  const title = fields.get('title');
  return {
    value: {
      kind: 'text',
      ...(title === undefined ? titleOf(titled) : { title }),
      ...(lang === undefined ? {} : { lang }),
      paragraphs: titled,
    },
    problems: [],
  };
}

const hasText = ({ text }: ImportedParagraph): boolean => text !== '';

const titleOf = (paragraphs: readonly ImportedParagraph[]): { readonly title?: string } => {
  const title = paragraphs.find(({ role }) => role === 'title')?.text;
  return title === undefined ? {} : { title };
};

/** Simple fields of YAML; nothing else of it is read. */
function fieldsOf(matter: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = '', value = ''] of matter.matchAll(/^([A-Za-z_-]{1,40}):[ \t]+(.{1,500})$/gmu)) {
    const plain = value.trim().replace(/^(["'])(.*)\1$/u, '$2');
    if (plain !== '') fields.set(name.toLowerCase(), plain);
  }
  return fields;
}

type Links = Record<string, { href: string | null; title: string | null }>;

function referencesOf(source: string): Links {
  const links = Object.create(null) as Links;
  let count = 0;
  for (const [, label = ''] of source.matchAll(/^ {0,3}\[([^\]\n]{1,200})\]:[ \t]*\S/gmu)) {
    if (++count > MAX_REFERENCES) break;
    links[label.toLowerCase().replace(/\s+/gu, ' ')] = { href: '', title: null };
  }
  return links;
}

/** Parts that can be read by themselves: they end at blank lines outside of fences, before a line that is not indented. */
function* portions(source: string): Generator<{ readonly part: string; readonly end: number }> {
  let start = 0;
  let fence: string | undefined;
  let isAfterBlank = false;
  for (let at = 0; at < source.length;) {
    const found = source.indexOf('\n', at);
    const end = found === -1 ? source.length : found + 1;
    const line = source.slice(at, Math.min(end, at + 200));
    const isStart = isAfterBlank && fence === undefined && !/^(?:\s|[-*+] |\d{1,9}[.)] )/u.test(line);
    if (isStart && at - start >= PORTION) {
      yield { part: source.slice(start, at), end: at };
      start = at;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === undefined) fence = mark;
      else if (mark.startsWith(fence)) fence = undefined;
    }
    isAfterBlank = line.trim() === '';
    at = end;
  }
  if (start < source.length) yield { part: source.slice(start), end: source.length };
}

function tokensOf(part: string, links: Links): readonly Token[] {
  const lexer = new Lexer({ gfm: true });
  Object.assign(lexer.tokens.links, links);
  return lexer.lex(part);
}

function blocksOf(tokens: readonly Token[], role: Role = 'paragraph'): readonly ImportedParagraph[] {
  return tokens.flatMap((token): readonly ImportedParagraph[] => {
    switch (token.type) {
      case 'heading':
        return [{ role: (token as Tokens.Heading).depth === 1 ? 'title' : 'heading', text: inline(token) }];
      case 'paragraph':
      case 'text': {
        const text = inline(token);
        return [{ role: role === 'paragraph' && isQuestion(token, text) ? 'question' : role, text }];
      }
      case 'list':
        return (token as Tokens.List).items.flatMap((item) => blocksOf(item.tokens, 'list-item'));
      case 'blockquote':
        return blocksOf((token as Tokens.Blockquote).tokens, role);
      case 'table': {
        const { header, rows } = token as Tokens.Table;
        return [header, ...rows].flat().map((cell) => ({ role: 'paragraph', text: inlineOf(cell.tokens) }));
      }
      case 'code':
        return (token as Tokens.Code).text
          .split(/\n\s*\n/u)
          .map((text) => ({ role: 'paragraph', text: oneLine(text) }));
      case 'html':
        return [{ role, text: withoutTags((token as Tokens.HTML).text) }];
      default:
        return [];
    }
  });
}

/** In interviews a question is often a paragraph in bold. */
function isQuestion(token: Token, text: string): boolean {
  const tokens = 'tokens' in token ? (token.tokens ?? []) : [];
  return tokens.length === 1 && tokens[0]?.type === 'strong' && /[?？؟]["'”’»」]*$/u.test(text);
}

const inline = (token: Token): string =>
  'tokens' in token && token.tokens !== undefined
    ? inlineOf(token.tokens)
    : oneLine(entities('text' in token ? String(token.text) : ''));

const inlineOf = (tokens: readonly Token[]): string => oneLine(tokens.map(plainOf).join(''));

function plainOf(token: Token): string {
  switch (token.type) {
    case 'br':
      return ' ';
    case 'html':
      return '';
    case 'codespan':
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'image':
      return entities((token as Tokens.Image).text);
    default:
      if ('tokens' in token && token.tokens !== undefined) return token.tokens.map(plainOf).join('');
      return 'text' in token ? entities(String(token.text)) : '';
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  shy: '\u00AD',
};

const entities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/giu,
    (whole, decimal?: string, hex?: string, name = '') => {
      const code =
        decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (code === undefined) return ENTITIES[name as string] ?? whole;
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : '\uFFFD';
    },
  );

const withoutTags = (html: string): string =>
  oneLine(
    entities(
      html
        .replace(/<!--[\s\S]*?(?:-->|$)/gu, ' ')
        .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
        .replace(/<\/?[a-z][^<>]*>/giu, ' ')
        .replace(/ {2,}/gu, ' '),
    ),
  );

/** Of several headings of the first level, only one that stands before all else is the title. */
function withTitle(paragraphs: readonly ImportedParagraph[]): readonly ImportedParagraph[] {
  const titles = paragraphs.filter(({ role }) => role === 'title').length;
  const [first] = paragraphs;
  return paragraphs.map((paragraph) => {
    if (paragraph.role !== 'title') return paragraph;
    const isTitle = titles === 1 || paragraph === first;
    return isTitle ? paragraph : { ...paragraph, role: 'heading' };
  });
}
