import type { Diff, Hunk } from '../core/compare/diff.ts';

const STYLE = `
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.6 Georgia, serif }
main { white-space: pre-wrap; overflow-wrap: anywhere }
del { text-decoration: line-through; background: color-mix(in srgb, #c33 18%, transparent) }
ins { text-decoration: underline; background: color-mix(in srgb, #283 18%, transparent) }
[data-move] { background: color-mix(in srgb, #36c 18%, transparent); text-decoration-style: dotted }
[data-move]::before { content: attr(data-move); font: .7em sans-serif; vertical-align: super }
`;

/** The difference as a page of its own: no script, nothing loaded from elsewhere. */
export function htmlDiff(diff: Diff, lang: string, title: string): string {
  return `<!doctype html>
<html lang="${escaped(lang === 'und' ? '' : lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main dir="auto">${diff.hunks.map((hunk) => hunkHtml(diff, hunk)).join('')}</main>
</body>
</html>
`;
}

function hunkHtml(diff: Diff, { kind, old, new: inserted, move }: Hunk): string {
  const text = escaped(
    kind === 'insert' ? diff.new.slice(inserted.start, inserted.end) : diff.old.slice(old.start, old.end),
  );
  if (kind === 'equal') return text;
  const tag = kind === 'delete' ? 'del' : 'ins';
  return `<${tag}${move === undefined ? '' : ` data-move="${move}"`}>${text}</${tag}>`;
}

/** Text as text: markup characters by reference, and what HTML does not allow as U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\uFFFD');
}
