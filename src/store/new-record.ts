import { nextUuidv7 } from '../core/contribution/id.ts';
import type { KnownContribution } from '../core/contribution/record.ts';

type RecordOf<Type> = Extract<KnownContribution, { type: Type }>;
type Unmade<T> = T extends unknown ? Omit<T, 'id' | 'time' | 'action'> : never;
/** A record before it is made. */
export type RecordFields = Unmade<KnownContribution>;
/** The same, or what says something of the records made before it in the same action (a review of a new correction). */
export type RecordPlan = RecordFields | ((made: readonly KnownContribution[]) => RecordFields);

export interface RecordSources {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** That many bytes from a cryptographic source. */
  readonly random?: (length: number) => Uint8Array;
  /** An id that all ids are to sort after, such as the last one of the log: the clock may have been set back. */
  readonly after?: string;
}

export interface RecordMaker {
  /** One record, an action of its own: id (UUIDv7, after all that this maker made), time, deeply frozen. */
  newRecord<F extends RecordFields>(fields: F): RecordOf<F['type']>;
  /** The records of one action, which undo and redo take together. */
  newAction(plans: readonly RecordPlan[]): readonly KnownContribution[];
}

const ID_RANDOM_BYTES = 10;
const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** Makes records. A page has one maker, so that its ids sort in the order in which they were made. */
export function recordMaker({
  now = Date.now,
  random = randomBytes,
  after,
}: RecordSources = {}): RecordMaker {
  let last = after;
  const made = (fields: RecordFields, action: string | undefined): KnownContribution => {
    const ms = now();
    last = nextUuidv7(last, ms, random(ID_RANDOM_BYTES));
    const common = {
      id: last,
      time: new Date(ms).toISOString(),
      ...(action === undefined ? {} : { action }),
    };
    // A copy, so that freezing does not reach into what the caller holds.
    return deepFrozen({ ...structuredClone(fields), ...common } as KnownContribution);
  };
  return {
    newRecord: <F extends RecordFields>(fields: F) => made(fields, undefined) as RecordOf<F['type']>,
    newAction: ([first, ...others]) => {
      if (first === undefined) return [];
      const head = made(planned(first, []), undefined);
      if (others.length === 0) return [head];
      const action = head.id;
      const records: KnownContribution[] = [deepFrozen({ ...head, action })];
      for (const plan of others) records.push(made(planned(plan, records), action));
      return records;
    },
  };
}

const planned = (plan: RecordPlan, made: readonly KnownContribution[]): RecordFields =>
  typeof plan === 'function' ? plan(made) : plan;

function deepFrozen<T extends object>(value: T): T {
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner === 'object' && inner !== null) deepFrozen(inner);
  }
  return Object.freeze(value);
}
