import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The command as it is installed, built into a folder of its own so that no other build is disturbed. */
export interface Installed {
  /** A folder for the test's files; commands run there. */
  readonly folder: string;
  /** The script that Node runs. */
  readonly command: string;
  readonly run: (args: readonly string[], options?: { input?: string | Buffer; env?: object }) => Outcome;
  readonly write: (name: string, content: string | Buffer) => string;
  readonly remove: () => void;
}

export async function install({ isBuilt = true } = {}): Promise<Installed> {
  const home = mkdtempSync(join(tmpdir(), 'lesart-'));
  const folder = join(home, 'files');
  mkdirSync(folder);
  cpSync(join(ROOT, 'bin'), join(home, 'bin'), { recursive: true });
  cpSync(join(ROOT, 'package.json'), join(home, 'package.json'));
  if (isBuilt) {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.cli.config.ts'),
      logLevel: 'error',
      build: { outDir: join(home, 'dist/cli') },
    });
  }
  const command = join(home, 'bin/lesart.js');
  return {
    folder,
    command,
    run: (args, { input = '', env = {} } = {}) => {
      const result = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', ...env },
        input,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: result.status, out: result.stdout, error: result.stderr };
    },
    write: (name, content) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
    remove: () => {
      rmSync(home, { recursive: true, force: true });
    },
  };
}
