import type { ReactiveControllerHost } from 'lit';
import { onTestFinished, vi } from 'vitest';
import { ReaderLog } from '../../../src/app/controllers/reader-log.ts';
import { ownStorage } from '../make.ts';
import { ownDatabase } from '../store/logs.ts';

/** The device of a test: settings and a database that are the test's own until it ends. */
export interface Device {
  /** The name of the database. */
  readonly name: string;
  /** How often a database was opened. */
  readonly opens: () => number;
}

/** Gives the page empty settings and an empty database of its own until the test ends. */
export function ownDevice(): Device {
  const name = ownDatabase();
  ownStorage();
  const { indexedDB } = globalThis;
  const open = vi.fn((_name: string, version?: number) => indexedDB.open(name, version));
  vi.stubGlobal('indexedDB', { open });
  return { name, opens: () => open.mock.calls.length };
}

/** A host that is never rendered, and how often it was told to be. */
export function stubHost(): ReactiveControllerHost & {
  readonly requestUpdate: ReturnType<typeof vi.fn<() => void>>;
} {
  return {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: vi.fn<() => void>(),
    updateComplete: Promise.resolve(true),
  };
}

/** A reader's log on the page until the test ends. */
export function readerLog(host: ReactiveControllerHost = stubHost()): ReaderLog {
  const log = new ReaderLog(host);
  log.hostConnected();
  onTestFinished(() => {
    log.hostDisconnected();
  });
  return log;
}

/** A name that no other test's tabs listen to. */
export const ownSlug = (): string => `w-${crypto.randomUUID()}`;
