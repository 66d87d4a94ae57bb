import { pathText } from './json-path.ts';

/**
 * Where things stand in a JSON text (RFC 8259). `JSON.parse` reads; this says which line to look at, in
 * the same way in every engine, and notices keys that `JSON.parse` drops because they are repeated.
 */
export interface JsonMap {
  /** Offset of each value by its path, for example `variants[2].lang`; the whole text is ``. */
  readonly places: ReadonlyMap<string, number>;
  /** Paths of keys that stand in their object twice. */
  readonly repeated: readonly string[];
  /** Offset of the first syntax fault. */
  readonly fault?: number;
}

/** Deeper than any file of ours; bounds the recursion. */
const MAX_DEPTH = 64;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

class Fault extends Error {
  constructor(readonly at: number) {
    super('json');
  }
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Where an offset is, for a person: 1-based line and column, and the text around it in that line. */
export function describePlace(text: string, offset: number): { line: number; column: number; near: string } {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const near = text.slice(Math.max(lineStart, offset - 20), offset + 60).split('\n', 1)[0] ?? '';
  return { line: lineAt(text, offset), column: offset - lineStart + 1, near: near.trim() };
}

export function mapJson(json: string): JsonMap {
  const places = new Map<string, number>();
  const repeated: string[] = [];
  let at = 0;

  const skipSpace = () => {
    while (' \t\n\r'.includes(json[at] ?? '-')) at += 1;
  };
  const take = (character: string) => {
    if (json[at] !== character) throw new Fault(at);
    at += 1;
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    if (!pattern.test(json)) throw new Fault(at);
    at = pattern.lastIndex;
  };
  const string = (): string => {
    const start = at;
    take('"');
    while (json[at] !== '"') {
      if (json[at] === '\\') match(ESCAPE);
      else if (at < json.length && json.charCodeAt(at) >= 0x20) at += 1;
      else throw new Fault(at);
    }
    at += 1;
    return JSON.parse(json.slice(start, at)) as string;
  };
  const members = (close: string, member: (index: number) => void) => {
    at += 1;
    skipSpace();
    for (let index = 0; json[at] !== close; index += 1) {
      if (index > 0) take(',');
      skipSpace();
      member(index);
      skipSpace();
    }
    at += 1;
  };
  const value = (path: string, depth: number) => {
    skipSpace();
    if (depth > MAX_DEPTH) throw new Fault(at);
    places.set(path, at);
    if (json[at] === '{') {
      const keys = new Set<string>();
      members('}', () => {
        const key = string();
        const inner = pathText([path, key].filter((part) => part !== ''));
        if (keys.has(key)) repeated.push(inner);
        keys.add(key);
        skipSpace();
        take(':');
        value(inner, depth + 1);
      });
    } else if (json[at] === '[') {
      members(']', (index) => {
        value(`${path}[${index}]`, depth + 1);
      });
    } else if (json[at] === '"') string();
    else match(LITERAL);
  };

  try {
    value('', 0);
    skipSpace();
    if (at < json.length) throw new Fault(at);
    return { places, repeated };
  } catch (error) {
    if (error instanceof Fault) return { places, repeated, fault: error.at };
    throw error;
  }
}
