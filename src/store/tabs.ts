import type { Entry } from './record-store.ts';

/** What tabs tell each other of one work. */
export type TabMessage =
  | {
      readonly kind: 'records';
      readonly entries: readonly Entry[];
      /** Whether the sender could store them. */
      readonly stored: boolean;
    }
  /** Too much to send: read the store anew. */
  | { readonly kind: 'anew' };

/** The line to the other tabs that have a work open; none where the browser denies it. */
export class Tabs {
  #channel: BroadcastChannel | undefined;

  /** @param onMessage what another tab (of any version) says; undefined when it cannot be made out */
  constructor(database: string, work: string, onMessage?: (message: TabMessage | undefined) => void) {
    try {
      this.#channel = new BroadcastChannel(`${database}/${work}`);
    } catch {
      return;
    }
    if (!onMessage) return;
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      onMessage(isMessage(data) ? data : undefined);
    };
    this.#channel.onmessageerror = () => {
      onMessage(undefined);
    };
  }

  send(message: TabMessage): void {
    this.#channel?.postMessage(message);
  }

  /** What is sent afterwards reaches nobody. */
  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }
}

function isMessage(data: unknown): data is TabMessage {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  if (data.kind === 'anew') return true;
  return (
    data.kind === 'records' &&
    'stored' in data &&
    typeof data.stored === 'boolean' &&
    'entries' in data &&
    Array.isArray(data.entries) &&
    data.entries.every((entry) => Array.isArray(entry) && typeof entry[0] === 'string')
  );
}
