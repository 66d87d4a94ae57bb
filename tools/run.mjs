/* Bundles one TypeScript entry with Vite and runs it: `node tools/run.mjs <entry.ts> [arguments]`. */
import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error('Which script? node tools/run.mjs <entry.ts> [arguments]');
  process.exit(2);
}
const root = fileURLToPath(new URL('..', import.meta.url));
const name = basename(entry).replace(/\.[cm]?ts$/, '');
// One folder a process: two runs at the same time must not overwrite each other's bundle.
const outDir = join(root, 'node_modules/.cache/lesart', `${name}-${process.pid}`);
process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));

await build({
  configFile: false,
  root,
  logLevel: 'error',
  build: {
    ssr: resolve(entry),
    target: 'node20',
    outDir,
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
  },
});
process.argv.splice(1, process.argv.length - 1, resolve(entry), ...rest);
await import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
