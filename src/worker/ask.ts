/** Functions that a worker answers with plain data. */
type Answers = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The same functions seen from the page. */
export type Asked<T extends Answers> = {
  readonly [Name in keyof T]: (...args: Parameters<T[Name]>) => Promise<Awaited<ReturnType<T[Name]>>>;
};

/** One side of a channel: a worker seen from the page, or the page seen from a worker. */
export interface Port {
  postMessage(data: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: readonly never[];
}

type Answer = { readonly id: number } & ({ readonly value: unknown } | { readonly error: string });

/**
 * Answers what is asked. No more than questions and answers: the worker of the first view is fetched with the page,
 * and this is a tenth of what Comlink takes, which the other workers use.
 */
export function answer(functions: Answers, port: Port): void {
  port.addEventListener('message', ({ data }: MessageEvent<Question>) => {
    try {
      const value = functions[data.name]?.(...data.args);
      port.postMessage({ id: data.id, value });
    } catch (error) {
      port.postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** The functions that answer at the other end of a port. */
export function asking<T extends Answers>(port: Port): Asked<T> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  port.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  const ask = (name: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      waiting.set(id, (given) => {
        if ('error' in given) reject(new Error(given.error));
        else resolve(given.value);
      });
      port.postMessage({ id, name, args });
    });
  return new Proxy({} as Asked<T>, {
    get:
      (_target, name) =>
      (...args: readonly unknown[]) =>
        ask(String(name), args),
  });
}
