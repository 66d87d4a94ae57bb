import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messageLanguage } from '../../src/cli/words.ts';
import { install, type Installed, ROOT } from './lesart.ts';

let lesart: Installed;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});

describe('lesart', () => {
  test('shows its help', () => {
    const { code, out, error } = lesart.run(['--help']);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('Usage: lesart <command> [options]');
    expect(lesart.run(['-h']).out).toBe(out);
  });

  test.each(['validate', 'diff'])('shows the help of %s', (command) => {
    const { code, out } = lesart.run([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: lesart ${command}`);
  });

  test('shows the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(lesart.run(['--version'])).toEqual({ code: 0, out: `${version}\n`, error: '' });
  });

  test.each([
    ['nothing', [], 'Usage: lesart'],
    ['an unknown command', ['translate'], 'There is no command “translate”. See “lesart --help”.\n'],
    ['a method’s name as a command', ['toString'], 'There is no command “toString”. See “lesart --help”.\n'],
    ['an unknown option', ['--fast'], 'There is no option “--fast”. See “lesart --help”.\n'],
    [
      'an unknown option of a command',
      ['validate', '--fast'],
      'There is no option “--fast”. See “lesart validate --help”.\n',
    ],
    [
      'a value where none belongs',
      ['validate', '--json=yes'],
      'The option --json takes no value. See “lesart validate --help”.\n',
    ],
    ['no value', ['diff', '--lang'], 'The option --lang needs a value. See “lesart diff --help”.\n'],
    [
      'an argument too many',
      ['validate', 'a', 'b'],
      'That is one argument too many: “b”. See “lesart validate --help”.\n',
    ],
  ])('given %s says so on standard error and ends with 2', (_name, args, message) => {
    const { code, out, error } = lesart.run(args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
  });

  test('speaks German where German is set', () => {
    expect(lesart.run(['--help'], { env: { LANG: 'de_DE.UTF-8' } }).out).toContain('Aufruf: lesart <Befehl>');
    expect(lesart.run(['los'], { env: { LESART_LANG: 'de' } }).error).toBe(
      'Den Befehl „los“ gibt es nicht. Siehe „lesart --help“.\n',
    );
  });

  test('prints a strange argument so that a terminal does not obey it', () => {
    expect(lesart.run(['\u001b[31mred']).error).toBe(
      'There is no command “␛[31mred”. See “lesart --help”.\n',
    );
  });

  test('takes an argument that looks like an i18next call as it is', () => {
    expect(lesart.run(['$t(cli.stdin){{name}}']).error).toContain(
      'There is no command “$t(cli.stdin){{name}}”.',
    );
  });

  test('says what to do when it was not built', async () => {
    const unbuilt = await install({ isBuilt: false });
    expect(unbuilt.run(['--help'])).toEqual({
      code: 2,
      out: '',
      error: 'lesart has not been built yet. Run: npm run build:cli\n',
    });
    unbuilt.remove();
  });
});

describe('the language of the messages', () => {
  test.each([
    ['en', {}],
    ['de', { LANG: 'de_AT.UTF-8' }],
    ['de', { LANG: 'en_US.UTF-8', LC_ALL: 'de_DE' }],
    ['en', { LESART_LANG: 'en', LANG: 'de_DE.UTF-8' }],
    ['de', { LESART_LANG: '', LC_MESSAGES: 'de@euro' }],
    ['en', { LC_ALL: 'C' }],
    ['en', { LANG: 'xx_XX' }],
    ['de', { LESART_LANG: 'de-CH' }],
  ])('is %s for %o', (language, env) => {
    expect(messageLanguage(env)).toBe(language);
  });
});
