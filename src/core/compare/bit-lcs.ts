import type { RunList } from './runs.ts';

/*
 * Exact longest common subsequence, 32 cells of the dynamic programme at a time: H. Hyyrö, "Bit-parallel LCS-length
 * computation revisited" (2004). A zero bit i in `column` after row j says that the LCS of a[0..i] and b[0..j]
 * is one longer than that of a[0..i-1] and b[0..j]. Two things are added. A row touches only those words of
 * the column where its token occurs (and where a carry runs), so rare tokens cost next to nothing. And every
 * change of a word is logged, so that going back over the rows, undoing them, reads the path without keeping the table.
 */

/** Tokens of either side that the other side does not have are left out first; these are the others. */
let aAt = new Int32Array(256);
let bAt = new Int32Array(256);
let aToken = new Int32Array(256);
let bToken = new Int32Array(256);
/** Per id of the caller: `stamp` if it is in b, `stamp + 1` if it is in both, then `numberOf` is its number. */
let seenAt = new Int32Array(256);
let numberOf = new Int32Array(256);
let stamp = 0;
/** Per number: where its entries begin and end; an entry is a word of the column and the bits in it. */
let entryStart = new Int32Array(257);
let entryEnd = new Int32Array(256);
let entryWord = new Int32Array(256);
let entryBits = new Int32Array(256);
let column = new Int32Array(8);
/** Pairs of a word's index and its value before the change; per row, where its pairs begin. */
let log = new Int32Array(1024);
let rowStart = new Int32Array(257);

/** The matched pairs, indices into `aAt` and `bAt`, last pair first. */
let pairs = new Int32Array(512);

/** What is kept between calls; larger tables are given back to the garbage collector. */
const LARGEST_SCRATCH = 1 << 20;

function grown(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  return array.length >= size ? array : new Int32Array(Math.max(size, array.length * 2));
}

function prepare(n: number, m: number, ids: number): void {
  aAt = grown(aAt, n);
  aToken = grown(aToken, n);
  bAt = grown(bAt, m);
  bToken = grown(bToken, m);
  rowStart = grown(rowStart, m + 1);
  entryStart = grown(entryStart, n + 2);
  entryEnd = grown(entryEnd, n + 1);
  entryWord = grown(entryWord, n);
  entryBits = grown(entryBits, n);
  column = grown(column, (n >>> 5) + 1);
  numberOf = grown(numberOf, ids);
  if (seenAt.length < ids || stamp > 0x7ffffff0) {
    seenAt = new Int32Array(Math.max(ids, seenAt.length * 2));
    stamp = 0;
  }
}

/**
 * Matches a[aFrom, aTo) with b[bFrom, bTo) and adds the matched runs to `runs`, with indices of the whole
 * sequences. Time is at most the number of cells / 32, and as much memory in the worst case.
 *
 * @param ids more than the largest id; negative ids match nothing
 */
export function matchExactly(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
  ids: number,
  runs: RunList,
): void {
  prepare(aTo - aFrom, bTo - bFrom, ids);
  stamp += 2;
  const inB = stamp;
  const inBoth = stamp + 1;
  for (let j = bFrom; j < bTo; j++) if (b[j]! >= 0) seenAt[b[j]!] = inB;
  let n = 0;
  let numbers = 0;
  for (let i = aFrom; i < aTo; i++) {
    const id = a[i]!;
    if (id < 0) continue;
    if (seenAt[id] === inB) {
      seenAt[id] = inBoth;
      entryEnd[numbers] = 0;
      numberOf[id] = numbers++;
    } else if (seenAt[id] !== inBoth) continue;
    const number = numberOf[id]!;
    aAt[n] = i;
    aToken[n++] = number;
    entryEnd[number]!++;
  }
  if (n === 0) return;
  let m = 0;
  for (let j = bFrom; j < bTo; j++) {
    const id = b[j]!;
    if (id < 0 || seenAt[id] !== inBoth) continue;
    bAt[m] = j;
    bToken[m++] = numberOf[id]!;
  }
  layOutEntries(n, numbers);
  column.fill(-1, 0, (n + 31) >>> 5);
  if (n <= 32) fillOneWord(m);
  else fillWords(m, (n + 31) >>> 5);
  const matched = n <= 32 ? traceOneWord(n, m) : traceWords(n, m);
  for (let r = matched - 1; r >= 0; r--) runs.push(aAt[pairs[2 * r]!]!, bAt[pairs[2 * r + 1]!]!, 1);
  if (log.length > LARGEST_SCRATCH) log = new Int32Array(1024);
}

/** Turns the counts in `entryEnd` into each number's entries, by counting sort over the positions. */
function layOutEntries(n: number, numbers: number): void {
  let at = 0;
  for (let number = 0; number < numbers; number++) {
    const count = entryEnd[number]!;
    entryStart[number] = entryEnd[number] = at;
    at += count;
  }
  for (let i = 0; i < n; i++) {
    const number = aToken[i]!;
    const end = entryEnd[number]!;
    const word = i >>> 5;
    if (end > entryStart[number]! && entryWord[end - 1] === word) {
      entryBits[end - 1]! |= 1 << (i & 31);
    } else {
      entryWord[end] = word;
      entryBits[end] = 1 << (i & 31);
      entryEnd[number] = end + 1;
    }
  }
}

/** The short case, a clause against a clause: one word holds the column, and the log is its value row by row. */
function fillOneWord(m: number): void {
  log = grown(log, m + 1);
  let value = -1;
  for (let j = 0; j < m; j++) {
    log[j] = value;
    const both = value & entryBits[entryStart[bToken[j]!]!]!;
    value = (value + both) | 0 | (value & ~both);
  }
  log[m] = value;
}

function traceOneWord(n: number, m: number): number {
  let matched = 0;
  let i = n;
  let j = m;
  while (i > 0 && j > 0) {
    if (aToken[i - 1] === bToken[j - 1]) {
      i--;
      j--;
      matched = remember(matched, i, j);
    } else if ((log[j]! >>> (i - 1)) & 1) i--;
    else j--;
  }
  return matched;
}

function fillWords(m: number, words: number): void {
  let top = 0;
  for (let j = 0; j < m; j++) {
    rowStart[j] = top;
    if (top + 2 * words > log.length) log = longer(log, top + 2 * words);
    const number = bToken[j]!;
    const end = entryEnd[number]!;
    let carry = 0;
    let next = 0;
    for (let e = entryStart[number]!; e < end; e++) {
      const word = entryWord[e]!;
      // A carry passes over words of ones and stops at the lowest zero.
      for (; carry !== 0 && next < word; next++) {
        const value = column[next]!;
        if (value === -1) continue;
        log[top++] = next;
        log[top++] = value;
        column[next] = value | (value + 1);
        carry = 0;
      }
      const value = column[word]!;
      const both = value & entryBits[e]!;
      const sum = (value + both + carry) | 0;
      const rest = value & ~both;
      carry = (both | (value & ~sum)) >>> 31;
      next = word + 1;
      if ((sum | rest) === value) continue;
      log[top++] = word;
      log[top++] = value;
      column[word] = sum | rest;
    }
    for (; carry !== 0 && next < words; next++) {
      const value = column[next]!;
      if (value === -1) continue;
      log[top++] = next;
      log[top++] = value;
      column[next] = value | (value + 1);
      carry = 0;
    }
  }
  rowStart[m] = top;
}

function traceWords(n: number, m: number): number {
  let matched = 0;
  let i = n;
  let j = m;
  while (i > 0 && j > 0) {
    if (aToken[i - 1] === bToken[j - 1]) {
      i--;
      j--;
      matched = remember(matched, i, j);
    } else if ((column[(i - 1) >>> 5]! >>> ((i - 1) & 31)) & 1) {
      i--;
      continue;
    } else j--;
    const start = rowStart[j]!;
    for (let at = rowStart[j + 1]! - 2; at >= start; at -= 2) column[log[at]!] = log[at + 1]!;
  }
  return matched;
}

function remember(matched: number, i: number, j: number): number {
  if (2 * matched + 2 > pairs.length) pairs = longer(pairs, 2 * matched + 2);
  pairs[2 * matched] = i;
  pairs[2 * matched + 1] = j;
  return matched + 1;
}

function longer(array: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const result = new Int32Array(Math.max(size, array.length * 2));
  result.set(array);
  return result;
}
