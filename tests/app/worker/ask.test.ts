import { describe, expect, test } from 'vitest';
import { type Port, answer, asking } from '../../../src/worker/ask.ts';

const functions = {
  sum: (a: number, b: number) => a + b,
  fail: (): number => {
    throw new Error('no such text');
  },
};

/** Both ends of a channel on which functions are answered. */
function channel() {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  port2.start();
  answer(functions, port2 as Port);
  return asking<typeof functions>(port1 as Port);
}

describe('asking a worker', () => {
  test('gives each question its own answer, in whatever order', async () => {
    const api = channel();
    expect(await Promise.all([api.sum(1, 2), api.sum(20, 22)])).toEqual([3, 42]);
  });

  test('rejects with the message of what went wrong there, and goes on', async () => {
    const api = channel();
    await expect(api.fail()).rejects.toThrow('no such text');
    expect(await api.sum(1, 1)).toBe(2);
  });
});
