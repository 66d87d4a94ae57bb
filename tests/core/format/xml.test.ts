import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/steps.ts';
import { xmlEncoding } from '../../../src/core/format/xml-encoding.ts';
import { elementsIn, textIn, type XmlElement, xmlPartSteps } from '../../../src/core/format/xml-tree.ts';
import { isXmlText, xmlElement, xmlJson, xmlSafe, xmlText } from '../../../src/core/format/xml-write.ts';
import { type XmlOptions, xmlSteps } from '../../../src/core/format/xml.ts';

/** Names and texts in their order, and what ended the reading. */
function events(source: string, options?: XmlOptions) {
  const seen: string[] = [];
  const handler = {
    open: ({ local }: { local: string }) => seen.push(`<${local}>`),
    close: () => seen.push('</>'),
    text: (text: string) => seen.push(text),
  };
  return { problem: finish(xmlSteps(source, handler, options)), seen };
}
const tree = (source: string): XmlElement | undefined => {
  let root: XmlElement | undefined;
  finish(xmlPartSteps(source, { isPart: () => true, part: (element) => (root = element) }));
  return root;
};

const unit = fc.oneof(
  fc.constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    ']]>',
    '\t',
    '\n',
    '\r',
    '\r\n',
    ' ',
    '\u0085',
    '\u2028',
    '\u202e',
    '𝄞',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const anyText = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
const xmlable = anyText.map(xmlSafe);

describe('writing XML', () => {
  test('keeps every text that XML can hold, as content and as attribute', () => {
    fc.assert(
      fc.property(xmlable, xmlable, (content, value) => {
        const read = tree(`<?xml version="1.0"?>${xmlElement('a', { b: value }, xmlText(content))}`);
        expect([read === undefined ? '' : textIn(read), read?.attributes.get('b')]).toEqual([content, value]);
      }),
      { numRuns: 500 },
    );
  });

  test('knows what XML cannot hold', () => {
    for (const bad of ['\0', '\u0001', '\u001f', '\ud800', '\udc00x', '\ufffe', '\uffff']) {
      expect(isXmlText(`a${bad}b`)).toBe(false);
      expect(isXmlText(xmlSafe(`a${bad}b`))).toBe(true);
    }
    expect(isXmlText('\t\n\r 𝄞\u{1fffe}\u0085')).toBe(true);
  });

  test('writes JSON that XML can hold and that means the same', () => {
    fc.assert(
      fc.property(
        fc.dictionary(anyText, fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }))),
        (value) => {
          const json = xmlJson(value);
          expect(isXmlText(json)).toBe(true);
          expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value));
        },
      ),
    );
  });
});

describe('reading XML', () => {
  test('tells elements with their namespaces, texts and lines', () => {
    const root = tree(
      '<a xmlns="urn:x" xmlns:p="urn:p" p:n="1" n="2">\n<p:b>x<![CDATA[<]]></p:b><!-- --><?pi?>&amp;</a>',
    )!;
    expect([root.uri, root.local, [...root.attributes]]).toEqual([
      'urn:x',
      'a',
      [
        ['{urn:p}n', '1'],
        ['n', '2'],
      ],
    ]);
    expect(elementsIn(root, 'urn:p', 'b').map(({ line, children }) => [line, children])).toEqual([
      [2, ['x<']],
    ]);
    expect(textIn(root)).toBe('\nx<&');
  });

  test('goes in steps that say how far it is, and can be given up', () => {
    const steps = xmlSteps(`<a>${'x'.repeat(200_000)}</a>`, { open: () => 0, close: () => 0, text: () => 0 });
    const first = steps.next();
    expect(first).toEqual({ done: false, value: { done: 65_536, total: 200_007 } });
    expect(steps.return(undefined).done).toBe(true);
  });

  test.each([
    ['an undefined entity', '<a>\n  &nbsp;</a>', 'xml-invalid', 2],
    ['an entity called like a property of every object', '<a>&constructor;</a>', 'xml-invalid', 1],
    ['a stray <', '<a>\n\n<<</a>', 'xml-invalid', 3],
    ['a character that XML has none for', '<a>\n\u0001</a>', 'xml-invalid', 2],
    ['a reference to such a character', '<a>&#0;</a>', 'xml-invalid', 1],
    ['half a surrogate pair', '<a>&#xD83D;</a>', 'xml-invalid', 1],
    ['an attribute twice', '<a b="1" b="2"/>', 'xml-invalid', 1],
    ['a prefix that is not declared', '<p:a/>', 'xml-invalid', 1],
    ['a second root', '<a/>\n<b/>', 'xml-invalid', 2],
    ['no element', ' ', 'xml-truncated', 1],
    ['nothing', '', 'xml-truncated', 1],
    ['an end in a text', '<a>\n<b>te', 'xml-truncated', 2],
    ['an end in a tag', '<a>\n<b c="', 'xml-truncated', 2],
    [
      'an external entity',
      '<!DOCTYPE a [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'xml-doctype',
      2,
    ],
    ['an external subset', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>', 'xml-doctype', 1],
    ['a public subset', '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><a/>', 'xml-doctype', 1],
    [
      'a billion laughs',
      `<!DOCTYPE l [<!ENTITY a "lol">${'bcdefghi'.replace(/./g, (name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)}]>\n<l>&i;</l>`,
      'xml-doctype',
      1,
    ],
  ])('stops at %s and says where', (_name, source, code, line) => {
    expect(events(source).problem).toMatchObject({ code, severity: 'fault', line });
  });

  test('passes a DOCTYPE that declares nothing, and one that the caller knows', () => {
    expect(events('<!DOCTYPE a><a/>').problem).toBeUndefined();
    const known = { ignoresDoctype: (doctype: string) => doctype.includes('"a.dtd"') };
    expect(events('<!DOCTYPE a SYSTEM "a.dtd"><a/>', known).problem).toBeUndefined();
  });

  test('bounds depth, attributes and length', () => {
    const deep = `${'<a>'.repeat(2_000_000)}`;
    const { problem, seen } = events(deep);
    expect([problem?.code, problem?.args['limit'], seen.length]).toEqual(['xml-too-deep', 100, 100]);
    const wide = `<a ${Array.from({ length: 200 }, (_, n) => `b${n}="1"`).join(' ')}/>`;
    expect(events(wide).problem).toMatchObject({ code: 'xml-attributes-surplus', args: { limit: 100 } });
    expect(events('<a>xxx</a>', { limits: { length: 9 } }).problem).toEqual({
      code: 'file-too-large',
      severity: 'fault',
      args: { length: 10, limit: 9 },
    });
  });

  test.each(['<!--', '<a>', '<a b="', '<a><![CDATA[', '<?a '])(
    'bounds what goes on and on after %s',
    (start) => {
      const { problem } = events(`${start}${'-x]'.repeat(100_000)}`, { limits: { part: 100_000 } });
      expect(problem).toMatchObject({ code: 'xml-part-too-long', line: 1, args: { limit: 100_000 } });
    },
  );

  test('does not bound many short parts', () => {
    const source = `<a>${'<b/>x<!-- y --><![CDATA[z]]>'.repeat(20_000)}</a>`;
    expect(events(source, { limits: { part: 100_000 } }).problem).toBeUndefined();
  });

  test('never throws, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '/>',
        '<!',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<?',
        '?>',
        '<!DOCTYPE',
        '&#',
        '&',
        ';',
        '=',
        '"',
        'xmlns',
        'a',
        ':',
      ),
      anyText,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { problem } = events(pieces.join(''));
        expect(problem === undefined || problem.severity === 'fault').toBe(true);
      }),
      { numRuns: 700 },
    );
  });
});

test.each<[string, number[], string]>([
  ['a mark of UTF-8', [0xef, 0xbb, 0xbf, 0x3c], 'utf-8'],
  ['a mark of UTF-16', [0xff, 0xfe, 0x3c, 0x00], 'utf-16le'],
  ['big ends first', [0xfe, 0xff, 0x00, 0x3c], 'utf-16be'],
  ['UTF-16 without a mark', [0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  ['big ends without a mark', [0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
  [
    'a declaration',
    [...'<?xml version="1.0" encoding="Windows-1252"?>'].map((c) => c.charCodeAt(0)),
    'windows-1252',
  ],
  [
    'a declaration that cannot be true',
    [...`<?xml version='1.0' encoding='UTF-16'?>`].map((c) => c.charCodeAt(0)),
    'utf-8',
  ],
  ['nothing', [0x3c, 0x61], 'utf-8'],
])('an encoding is told by %s', (_name, bytes, encoding) => {
  expect(xmlEncoding(Uint8Array.from(bytes))).toBe(encoding);
});
