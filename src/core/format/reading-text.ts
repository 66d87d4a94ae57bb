import type { Paragraph, Role } from '../work/model.ts';

/** Paragraphs as plain text, a blank line between two. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => `${text}\n`).join('\n');
}

const PREFIXES: Readonly<Partial<Record<Role, string>>> = { title: '# ', heading: '## ', 'list-item': '- ' };

/**
 * Paragraphs as Markdown (CommonMark 0.31) for reading, each behind a comment that names it. Every sign of the text
 * that could be taken for markup is escaped. This is no variant file: `writeVariant` makes one.
 */
export function markdownText(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ id, role, text }) => `<!-- ${id} -->\n\n${PREFIXES[role] ?? ''}${markdown(text)}\n`)
    .join('\n');
}

function markdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|$^#&]/gu, '\\$&')
    .replace(/(?:\r\n|[\n\r])+/gu, '\\\n')
    .replace(/^(\\\n)?[ \t]+/gmu, (blank) => blank.replace(/[ \t]/gu, '&#32;'))
    .replace(/^(\s*)([-+=])/gmu, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gmu, '$1\\$2')
    .replace(/!(?=\\\[)/gu, '\\!');
}
