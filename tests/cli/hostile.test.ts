import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { install, type Installed } from './lesart.ts';
import { filesOf, placeWork, WORK } from './work-with-corrections.ts';

const CANARY = 'CANARY-OF-A-SECRET';
const MEBIBYTE = 1024 * 1024;

let lesart: Installed;
let before: Readonly<Record<string, string>>;
beforeAll(async () => {
  lesart = await install();
});
afterAll(() => {
  lesart.remove();
});
beforeEach(() => {
  placeWork(lesart, []);
  before = filesOf(lesart);
});

const xliff = (target: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="x" source-language="en" target-language="de" datatype="plaintext"><body><trans-unit id="a"><source>x</source><target>${target}</target></trans-unit></body></file></xliff>`;
const tmx = (target: string): string =>
  `<tmx version="1.4"><header/><body><tu tuid="a"><tuv xml:lang="en"><seg>x</seg></tuv><tuv xml:lang="de"><seg>${target}</seg></tuv></tu></body></tmx>`;
const po = (target: string): string =>
  `msgid ""\nmsgstr "Language: de\\n"\n\nmsgctxt "a"\nmsgid "x"\nmsgstr "${target}"\n`;
const table = (target: string): string => `id,de\na,"${target}"\n`;
/** Each entity ten times the one before. */
const BOMB = `<!DOCTYPE r [<!ENTITY e0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')}]>\n`;

/** Imports a file, which must be refused by name and leave all as it was. */
function expectRefused(name: string, content: string | Buffer, code: number, error: RegExp): void {
  lesart.write(name, content);
  const outcome = lesart.run(['import', name, '--into', WORK]);
  expect([outcome.code, outcome.out]).toEqual([code, '']);
  expect(outcome.error).toMatch(error);
  expect(outcome.error.startsWith(name)).toBe(true);
  expect(filesOf(lesart)).toEqual(before);
}

describe('a file that is imported into a work', () => {
  test.each([
    ['a.xlf', BOMB + xliff('&e9;')],
    ['a.tmx', BOMB + tmx('&e9;')],
    ['b.tmx', `<!DOCTYPE r [<!ENTITY e "${'x'.repeat(100_000)}">]>\n${tmx('&e;'.repeat(100_000))}`],
  ])('with entities that would grow beyond all memory is refused (%s)', (name, content) => {
    expectRefused(name, content, 1, /^[ab]\.\w+:\d+: fault: the DOCTYPE declares something/u);
  });

  test.each([
    ['an entity', (url: string) => `<!DOCTYPE r [<!ENTITY e SYSTEM "${url}">]>\n${xliff('&e;')}`],
    [
      'an entity of the DTD',
      (url: string) => `<!DOCTYPE r [<!ENTITY % e SYSTEM "${url}"> %e;]>\n${xliff('x')}`,
    ],
    ['a DTD', (url: string) => `<!DOCTYPE tmx SYSTEM "${url}">\n${tmx('x')}`],
  ])('that names another one by %s does not get it', async (_, content) => {
    let asked = 0;
    const server: Server = createServer((_request, response) => {
      asked += 1;
      response.end(CANARY);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    lesart.write('secret', CANARY);
    const urls = [`file://${join(lesart.folder, 'secret')}`, 'secret', `http://127.0.0.1:${port}/x`];
    for (const url of urls) {
      lesart.write('a.xml', content(url));
      // Not waited for by `spawnSync`, which would keep the server from answering.
      const error = await new Promise<string>((resolve) => {
        const child = spawn(process.execPath, [lesart.command, 'import', 'a.xml', '--into', WORK], {
          cwd: lesart.folder,
        });
        let said = '';
        child.stdout.on('data', (part: Buffer) => (said += part.toString()));
        child.stderr.on('data', (part: Buffer) => (said += part.toString()));
        child.on('close', (code) => {
          resolve(`${String(code)} ${said}`);
        });
      });
      expect(error).toMatch(/^1 a\.xml:\d: fault: the DOCTYPE/u);
      expect(error).not.toContain(CANARY);
    }
    expect(asked).toBe(0);
    expect(filesOf(lesart)).toEqual(before);
    server.close();
  });

  test('with a million elements inside each other is refused at the limit', () => {
    expectRefused(
      'a.xlf',
      `${xliff('@').split('@')[0]!}${'<g>'.repeat(1_000_000)}`,
      1,
      /^a\.xlf:1: fault: the XML is nested more than 100/u,
    );
    expectRefused('b.xlf', '<a>'.repeat(1_000_000), 1, /^b\.xlf:1: fault: the XML is nested more than 100/u);
  });

  test('with a comment of ten million characters is refused at the limit', () => {
    expectRefused('a.xlf', `<!--${'-x'.repeat(5_000_000)}`, 1, /^a\.xlf:1: fault: a text, comment or tag/u);
  });

  test('larger than 64 MiB is refused before it is read whole', () => {
    expectRefused('a.xlf', Buffer.alloc(65 * MEBIBYTE, 0x20), 2, /^a\.xlf is larger than 64 MiB/u);
  });

  test.each([
    ['a.xlf', Buffer.from(xliff('süß'), 'latin1')],
    ['a.tmx', Buffer.from(tmx('süß'), 'latin1')],
    ['a.po', Buffer.from(po('süß'), 'latin1')],
    ['a.csv', Buffer.from(table('süß'), 'latin1')],
    ['b.xlf', Buffer.from(xliff('süß'), 'utf16le')],
    ['b.csv', Buffer.from(table('süß'), 'utf16le')],
  ])('in an encoding that it does not name is refused at the byte (%s)', (name, content) => {
    expectRefused(name, content, 2, /^[ab]\.\w+ is not UTF-8: byte \d+ does not belong there/u);
  });

  test('in an encoding that nobody knows is refused', () => {
    expectRefused(
      'a.xlf',
      `<?xml version="1.0" encoding="x-own"?>${xliff('x')}`,
      2,
      /^a\.xlf says it is in “x-own”/u,
    );
  });

  test.each([
    ['windows-1252', Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${xliff('süß')}`, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${xliff('süß')}`, 'utf16le')],
    ['UTF-16', Buffer.from(`\uFEFF${table('süß')}`, 'utf16le')],
  ])('in %s is read when it says so', (_, content) => {
    lesart.write('a.x', content);
    expect(lesart.run(['import', 'a.x', '--into', WORK])).toMatchObject({ code: 0, error: '' });
    expect(filesOf(lesart)['contributions.jsonl']).toContain('"text":"süß"');
  });

  test.each([
    ['a.xlf', xliff('neu'), /^a\.xlf:1: fault: the file ends in the middle/u],
    ['a.tmx', tmx('neu'), /^a\.tmx:1: fault: the file ends in the middle/u],
    ['a.po', po('neu').replace(/neu"\n$/u, 'ne'), /^a\.po:6: fault: /u],
    ['a.csv', table('neu').replace(/neu"\n$/u, 'ne'), /^a\.csv:2: fault: a quotation mark/u],
  ])('that was cut off is refused (%s)', (name, content, error) => {
    expectRefused(name, /xml|<\w/u.test(content) ? content.slice(0, -12) : content, 1, error);
  });

  test('with two texts for one paragraph is refused', () => {
    expectRefused('a.csv', 'id,de\na,Eins\na,Zwei\n', 1, /^a\.csv:3: fault: there are two units “a”/u);
  });

  test('with thousands of faults is told of in bounded length', () => {
    const unit = '<trans-unit id="zz"><source>x</source><target>y</target></trans-unit>';
    lesart.write('a.xlf', xliff('x').replace('</body>', `${unit.repeat(5000)}</body>`));
    const { code, error } = lesart.run(['import', 'a.xlf', '--into', WORK]);
    expect(code).toBe(1);
    expect(error.split('\n').length).toBeLessThan(1010);
    expect(error).toMatch(/and [\d.,]+ more\n/u);
  });

  test('with markup in its texts gives them as they are', () => {
    lesart.write('a.csv', table('<script>alert(1)</script><img src=x onerror=alert(1)>'));
    expect(lesart.run(['import', 'a.csv', '--into', WORK]).code).toBe(0);
    expect(filesOf(lesart)['contributions.jsonl']).toContain('"text":"<script>alert(1)</script><img');
  });
});

describe('a work that is validated', () => {
  test.each([
    ['work.json', '['.repeat(900_000), /work\.json:?\d*: fault: /u],
    ['work.json', Buffer.alloc(2 * MEBIBYTE, 0x5b), /work\.json: fault: the file is too large/u],
    ['contributions.jsonl', `${'['.repeat(900_000)}\n`, /contributions\.jsonl:1: fault: /u],
    ['de.md', Buffer.alloc(33 * MEBIBYTE, 0x20), /de\.md: fault: the file is too large/u],
    [
      'de.md',
      Buffer.from('\uFEFF<!-- t title -->\nHaus\n', 'utf16le'),
      /de\.md: fault: the file is not UTF-8: byte 0/u,
    ],
    [
      'de.md',
      Buffer.from('<!-- t title -->\nTür\n', 'latin1'),
      /de\.md: fault: the file is not UTF-8: byte 18/u,
    ],
  ])('names the file and place of what is wrong (%s)', (name, content, message) => {
    lesart.write(join(WORK, name), content);
    const { code, out } = lesart.run(['validate', WORK]);
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });
});

describe('texts that are aligned', () => {
  test.each([
    ['in another encoding', Buffer.from('Tür\n', 'latin1'), /^a\.txt is not UTF-8: byte 1 /u],
    ['in UTF-16', Buffer.from('\uFEFFTür\n', 'utf16le'), /^a\.txt is not UTF-8: byte 0 /u],
    ['too large', Buffer.alloc(65 * MEBIBYTE, 0x61), /^a\.txt is larger than 64 MiB/u],
    ['of too many lines', 'a\n'.repeat(300_000), /^a\.txt has 300,?000 units/u],
  ])('are refused when they are %s', (_, content, message) => {
    lesart.write('a.txt', content);
    lesart.write('b.txt', 'The door.\n');
    const { code, out, error } = lesart.run(['align', '--unit', 'line', 'a.txt', 'b.txt']);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(message);
  });
});
