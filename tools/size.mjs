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

/** Loaded on demand: the other interface languages (the largest one counts), texts that come later, the help, the list of
 * faults, the window on long works. A journey in tests/e2e holds this list against what the browser really fetches. */
const LATER = [
  ...readdirSync('translations/interface')
    .map((name) => name.replace('.json', ''))
    .filter((lang) => lang !== 'de'),
  'later',
  'help-dialog',
  'fault-list',
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

let sum = 0;
for (const file of files) {
  const size = gzipSync(readFileSync(ASSETS + file), { level: 9 }).length;
  sum += size;
  console.log(`${(size / 1024).toFixed(1).padStart(7)} KiB  ${file}`);
}
console.log(
  `${(sum / 1024).toFixed(1).padStart(7)} KiB  first load of scripts, gzip (budget ${BUDGET / 1024} KiB)`,
);
if (sum > BUDGET) process.exit(1);
