import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint } from 'eslint';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkImports } from '../../tools/imports.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lesart-imports-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function plant(files: Readonly<Record<string, string>>): void {
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), code);
  }
}

describe('the import checker', () => {
  test.each([
    ['core-is-the-ground', 'src/core/work/a.ts', 'src/app/b.ts'],
    ['middle-rooms-do-not-see-the-app', 'src/store/a.ts', 'src/app/b.ts'],
    ['cli-stands-on-core', 'src/cli/a.ts', 'src/worker/b.ts'],
    ['app-does-not-see-cli', 'src/app/a.ts', 'src/cli/b.ts'],
    ['core-ground-floor', 'src/core/segment/a.ts', 'src/core/compare/b.ts'],
    ['core-first-floor', 'src/core/compare/a.ts', 'src/core/contribution/b.ts'],
    ['core-second-floor', 'src/core/contribution/a.ts', 'src/core/format/b.ts'],
  ])('reports %s when %s imports %s', async (rule, from, to) => {
    const up = '../'.repeat(from.split('/').length - 1);
    plant({
      [from]: `import { b } from '${up}${to}';\nexport const a = b;\n`,
      [to]: 'export const b = 1;\n',
    });
    const { violations } = await checkImports(root);
    expect(violations).toContainEqual({ rule, from, to });
  });

  test('reports a circle, and one that only types make', async () => {
    plant({
      'src/core/work/a.ts': "import type { B } from './b.ts';\nexport interface A { b: B }\n",
      'src/core/work/b.ts': "import type { A } from './a.ts';\nexport interface B { a: A }\n",
    });
    const { violations } = await checkImports(root);
    expect(violations.map(({ rule }) => rule)).toContain('no-circles');
  });

  test("reports Node's own modules in core", async () => {
    plant({
      'src/core/work/a.ts': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;\n",
    });
    const { violations } = await checkImports(root);
    expect(violations.map(({ rule }) => rule)).toContain('core-is-pure');
  });

  test('allows what runs the right way, and reads every module', async () => {
    plant({
      'src/core/work/b.ts': 'export const b = 1;\n',
      'src/app/a.ts': "import { b } from '../core/work/b.ts';\nexport const a = b;\n",
    });
    expect(await checkImports(root)).toEqual({ modules: 2, files: 2, violations: [] });
  });
});

describe('the linter', () => {
  const lint = async (code: string): Promise<(string | null)[]> => {
    const [result] = await new ESLint().lintText(code, { filePath: 'src/app/direction.ts' });
    return result?.messages.map(({ ruleId }) => ruleId) ?? [];
  };

  test('forbids handing imported text to the HTML parser', async () => {
    expect(
      await lint(
        "import { unsafeHTML } from 'lit/directives/unsafe-html.js';\nexport const a = unsafeHTML('');\n",
      ),
    ).toContain('no-restricted-imports');
    expect(await lint("export const a = (e: HTMLElement): void => {\n  e.innerHTML = '';\n};\n")).toContain(
      'no-restricted-properties',
    );
  });

  test('forbids explicit any', async () => {
    expect(await lint('export const a = (b: any): unknown => b;\n')).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });
});
