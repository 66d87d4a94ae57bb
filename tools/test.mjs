/**
 * Runs every check, one after the other, and goes on after a failure so that one run tells all. Ends with the
 * line "N passed, N failed, N skipped", which counts tests and the checks that are no test runs.
 */
import { availableParallelism } from 'node:os';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.mjs';

const REPORTS = '.cache/reports';
const bin = (name) => `node_modules/.bin/${name}`;
const total = { passed: 0, failed: 0, skipped: 0 };
const times = [];

function run(name, command, args) {
  console.log(`\n▶ ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: process.env.CI ? '0' : '1' },
    shell: process.platform === 'win32',
  });
  times.push([name, (performance.now() - start) / 1000, status === 0]);
  return status === 0;
}

/** A check that passes or fails as a whole. */
function check(name, command, args) {
  total[run(name, command, args) ? 'passed' : 'failed'] += 1;
}

/** A test run, counted by its report; a run without a readable report or without a test has failed. */
function tests(name, command, args, report, count) {
  const file = `${REPORTS}/${report}`;
  rmSync(file, { force: true });
  const ok = run(name, command, args);
  let counted = { passed: 0, failed: 0, skipped: 0 };
  try {
    counted = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${name}: no report (${error.message})`);
  }
  if ((!ok || counted.passed === 0) && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(total)) total[key] += counted[key];
}

const vitest = (json) => ({
  passed: json.numPassedTests,
  failed:
    json.numFailedTests +
    json.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length,
  skipped: json.numPendingTests + json.numTodoTests,
});

let browser;
try {
  browser = ensureBrowser();
} catch (error) {
  console.error(error.message);
}

mkdirSync(REPORTS, { recursive: true });
const start = performance.now();
check('types', 'node', ['node_modules/typescript-7/bin/tsc', '-b']);
check('lint', bin('eslint'), ['.']);
check('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
check('imports', 'node', ['tools/imports.mjs']);
check('command line build', bin('vite'), ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn']);
check('app build', bin('vite'), ['build', '--logLevel', 'warn']);
check('works', 'node', ['bin/lesart.js', 'validate']);
check('size', 'node', ['tools/size.mjs']);
tests(
  'unit tests',
  bin('vitest'),
  [
    'run',
    '--project',
    'core',
    '--project',
    'node',
    // All of them: left to itself, Vitest keeps one for a page that watches.
    `--maxWorkers=${availableParallelism()}`,
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${REPORTS}/unit.json`,
  ],
  'unit.json',
  vitest,
);
if (browser) {
  tests(
    'element tests',
    bin('vitest'),
    [
      'run',
      '--project',
      'elements',
      '--reporter',
      'default',
      '--reporter',
      'json',
      `--outputFile.json=${REPORTS}/elements.json`,
    ],
    'elements.json',
    vitest,
  );
  tests('journeys', bin('playwright'), ['test'], 'e2e.json', ({ stats }) => {
    if (stats.flaky > 0)
      console.log(`  ${stats.flaky} of the journeys passed only when tried again (named above)`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
} else {
  total.failed += 1;
}

console.log('\nSeconds a step:');
for (const [name, seconds, ok] of times) console.log(`  ${ok ? '✓' : '✗'} ${name}: ${seconds.toFixed(1)}`);
console.log(`  in all: ${((performance.now() - start) / 1000).toFixed(1)}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
