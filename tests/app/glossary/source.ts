import { onTestFinished } from 'vitest';
import { GlossarySource } from '../../../src/app/controllers/glossary.ts';
import type { Glossary } from '../../../src/core/work/glossary.ts';
import { Glossaries } from '../../../src/store/glossaries.ts';
import { ownDatabase } from '../store/logs.ts';

/** A source on a database of the test's own; `shipped` is what works come with. */
export function ownSource(
  name: string = ownDatabase(),
  shipped?: Glossary,
  factory?: () => IDBFactory | undefined,
): GlossarySource {
  const source = new GlossarySource(
    () => Promise.resolve(shipped),
    (onChanged) => new Glossaries({ name, ...(factory ? { factory } : {}) }, onChanged),
  );
  onTestFinished(() => {
    source.close();
  });
  return source;
}
