/** Checks that imports run one way (.dependency-cruiser.cjs), and that the checker really read the modules. */
import { readFileSync, readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/**
 * Cruises a folder by the house's rules.
 * @param {string} root the folder that holds `src/`
 * @returns {Promise<{ modules: number, files: number, violations: { rule: string, from: string, to: string }[] }>}
 */
export async function checkImports(root) {
  const require = createRequire(import.meta.url);
  const { forbidden, options } = require('../.dependency-cruiser.cjs');
  const result = await cruise(
    ['src'],
    { ...options, ruleSet: { forbidden }, validate: true, baseDir: root },
    undefined,
    { tsConfig: extractTSConfig(resolve(import.meta.dirname, '../tsconfig.base.json')) },
  );
  const { modules, summary } = result.output;
  return {
    modules: modules.filter(({ source }) => source.startsWith('src/')).length,
    files: readdirSync(resolve(root, 'src'), { recursive: true }).filter((name) =>
      String(name).endsWith('.ts'),
    ).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

if (process.argv[1] && readFileSync(process.argv[1]).equals(readFileSync(new URL(import.meta.url)))) {
  const { modules, files, violations } = await checkImports(resolve(import.meta.dirname, '..'));
  for (const { rule, from, to } of violations) console.error(`${from} → ${to}: ${rule}`);
  console.log(`${modules} of ${files} modules read, ${violations.length} forbidden imports`);
  // A checker that does not understand the sources reads nothing and would pass.
  if (modules < files || violations.length > 0) process.exit(1);
}
