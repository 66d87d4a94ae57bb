import type { Glossary } from '../../core/work/glossary.ts';
import type { OpenedWork } from '../opened-work.ts';
import type { CorrectionEditor, WrittenText } from './correction-editor.ts';
import { MemorySearch, type Rememberer } from './memory-search.ts';
import { TextChecks, type TypedChecker } from './text-checks.ts';
import { wordedFindings } from './worded-findings.ts';

/** Workers of a test's own. */
export interface AidSources {
  readonly checker?: () => TypedChecker;
  readonly rememberer?: () => Rememberer;
}

/** What helps who writes a text and never holds them up: checks, and what was corrected before. */
export class EditorAids {
  readonly #checks: TextChecks;
  readonly #memory: MemorySearch;
  #opened: OpenedWork | undefined;

  /** @param editor the one that is open, if one is */
  constructor(editor: () => CorrectionEditor | null, { checker, rememberer }: AidSources = {}) {
    this.#checks = new TextChecks((found, text) => {
      const shown = editor();
      if (shown && this.#opened) shown.findings = wordedFindings(found, text, this.#opened);
    }, checker);
    this.#memory = new MemorySearch((found) => {
      const shown = editor();
      if (shown) shown.memory = found;
    }, rememberer);
  }

  /** @param glossary that the text is held to */
  show(opened: OpenedWork, variant: string, written: WrittenText, glossary?: Glossary): void {
    this.#opened = opened;
    this.#checks.show(opened, variant, written, glossary);
    this.#memory.show(opened, variant, written);
  }

  /** The editor was left. */
  leave(): void {
    this.#checks.stop();
    this.#memory.leave();
  }

  stop(): void {
    this.#checks.stop();
    this.#memory.stop();
  }
}
