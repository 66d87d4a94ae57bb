const MAX_TIME = 2 ** 48 - 1;
const RANDOM_BYTES = 10;

/** UUID version 7 in lower case (RFC 9562, section 5.7). */
export const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * A UUIDv7: ids sort by the time they were made at.
 * @param timeMs milliseconds since 1970, a whole number below 2^48
 * @param random ten bytes from a cryptographic source
 * @throws RangeError for another time or number of bytes
 */
export function uuidv7(timeMs: number, random: Uint8Array): string {
  if (!Number.isInteger(timeMs) || timeMs < 0 || timeMs > MAX_TIME) throw new RangeError(`time: ${timeMs}`);
  if (random.length !== RANDOM_BYTES) throw new RangeError(`random bytes: ${random.length}`);
  const bytes = [...random];
  bytes[0] = 0x70 | (bytes[0]! & 0x0f);
  bytes[2] = 0x80 | (bytes[2]! & 0x3f);
  const time = timeMs.toString(16).padStart(12, '0');
  const rest = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [time.slice(0, 8), time.slice(8), rest.slice(0, 4), rest.slice(4, 8), rest.slice(8)].join('-');
}

/**
 * A UUIDv7 that sorts after the one that was made before it, even within a millisecond and while the clock is
 * behind: then the random part grows by a random step (RFC 9562, section 6.2, method 2).
 * @param random ten bytes from a cryptographic source
 * @throws RangeError as `uuidv7`
 */
export function nextUuidv7(previous: string | undefined, timeMs: number, random: Uint8Array): string {
  if (previous === undefined || timeMs > timeOf(previous)) return uuidv7(timeMs, random);
  const time = timeOf(previous);
  const step = BigInt(new DataView(random.buffer, random.byteOffset).getUint32(0)) + 1n;
  const tail = tailOf(previous) + step;
  // 2^74 random bits that start near their end run over; the millisecond after has room again.
  if (tail >> 74n !== 0n) return uuidv7(time + 1, random);
  const bytes = Uint8Array.from({ length: RANDOM_BYTES }, (_, index) =>
    // The version takes four bits above the first twelve, the variant two above the other sixty-two.
    index < 2
      ? Number((tail >> BigInt(70 - index * 8)) & 0xffn)
      : Number((tail >> BigInt((RANDOM_BYTES - 1 - index) * 8)) & 0xffn),
  );
  return uuidv7(time, bytes);
}

/** The 74 random bits of a UUIDv7. */
function tailOf(id: string): bigint {
  const first = BigInt(`0x${id.slice(15, 18)}`);
  const rest = BigInt(`0x${id.slice(19, 23)}${id.slice(24)}`) & ((1n << 62n) - 1n);
  return (first << 62n) | rest;
}

/** The time inside a UUIDv7, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
