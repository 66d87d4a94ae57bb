/**
 * Holds the first load to its budget: every script that opening the first work fetches, gzipped, without texts
 * and fonts. The list is not guessed from the build: it is read from the page's entry and its static and
 * first-load dynamic imports.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 80 * 1024;
const ASSETS = 'dist/app/assets/';
const entry = /src="[^"]*\/assets\/([^"]+\.js)"/.exec(readFileSync('dist/app/index.html', 'utf8'))?.[1];
if (!entry) throw new Error('dist/app/index.html names no script; run `npm run build` first.');

const TEXTS = readdirSync('translations/interface').map((name) => name.replace('.json', ''));

/** Loaded on demand: the other interface languages (the largest one counts), texts that come later, the help, marking and the log of the reader's own marks, the list of
 * faults, the window on long works. A journey in tests/e2e holds this list against what the browser really fetches. */
const LATER = [
  ...TEXTS.filter((lang) => lang !== 'de'),
  'later',
  'help-dialog',
  'fault-list',
  'mark-editor',
  'marking',
  'word-choice',
  'contribution-log',
  'new-record',
  'virtual-rows',
];

const files = new Set();
const visit = (file) => {
  if (files.has(file)) return;
  files.add(file);
  const code = readFileSync(ASSETS + file, 'utf8');
  for (const [, next] of code.matchAll(/["'`](?:\.\/|\/assets\/|assets\/)?([\w.-]+\.js)["'`]/g))
    if (readdirSync(ASSETS).includes(next) && !LATER.some((name) => next.startsWith(`${name}-`))) visit(next);
};
visit(entry);

/** The interface's own wording comes as a script, but is text: shown, and left out of the budget. */
const isText = (file) => TEXTS.some((lang) => file.startsWith(`${lang}-`));
const kib = (bytes) => `${(bytes / 1024).toFixed(1).padStart(7)} KiB`;

let scripts = 0;
let texts = 0;
for (const file of files) {
  const size = gzipSync(readFileSync(ASSETS + file), { level: 9 }).length;
  if (isText(file)) texts += size;
  else scripts += size;
  console.log(`${kib(size)}  ${file}`);
}
console.log(`${kib(texts)}  the interface's texts in its longest language, gzip`);
console.log(`${kib(scripts)}  first load of scripts without texts, gzip (budget ${BUDGET / 1024} KiB)`);
if (scripts > BUDGET) process.exit(1);
