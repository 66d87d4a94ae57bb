/**
 * Holds the first load to its budget: every script that opening the first work fetches, gzipped, without texts
 * and fonts. They are the page's entry with all that it imports statically, and of what is imported on demand
 * the few that the first view asks for. A journey in tests/e2e holds this list against what the browser really
 * fetches.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET = 80 * 1024;
const ASSETS = 'dist/app/assets/';
/** On demand, and asked for at once: the app, the worker that compares texts, and the interface's texts in one language
 * (the largest one counts). */
const AT_ONCE = ['app-shell', 'compare.worker', 'de'];
const TEXTS = readdirSync('translations/interface').map((name) => name.replace('.json', ''));

const entry = /src="[^"]*\/assets\/([^"]+\.js)"/.exec(readFileSync('dist/app/index.html', 'utf8'))?.[1];
if (!entry) throw new Error('dist/app/index.html names no script; run `npm run build` first.');
const all = readdirSync(ASSETS).filter((file) => file.endsWith('.js'));

const files = new Set();
const visit = (file) => {
  if (files.has(file)) return;
  files.add(file);
  const code = readFileSync(ASSETS + file, 'utf8');
  for (const [, next] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) visit(next);
};
visit(entry);
for (const name of AT_ONCE) {
  const found = all.filter((file) => file.replace(/-[\w-]{8}\.js$/, '') === name);
  if (found.length !== 1) throw new Error(`${name} is ${found.length} files: ${found.join(', ')}`);
  visit(found[0]);
}

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
