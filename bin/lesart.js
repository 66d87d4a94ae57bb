#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

const built = new URL('../dist/cli/lesart.js', import.meta.url);

if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('lesart has not been built yet. Run: npm run build:cli\n');
  process.exitCode = 2;
}
