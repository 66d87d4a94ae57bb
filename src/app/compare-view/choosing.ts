import type { ReactiveController } from 'lit';
import type { ChoiceHost, WordChoice } from '../controllers/word-choice.ts';
import { selectionIn } from '../selection.ts';

/** Chooses words to mark: a thin front, so that who only reads does not load the rest. */
export class Choosing implements ReactiveController {
  readonly #host: () => ChoiceHost;
  #choice: WordChoice | undefined;
  readonly #onSelection = (): void => {
    if (!this.#choice && !selectionIn(this.#host().root)) return;
    void this.#ensure().then((choice) => {
      choice.follow();
    });
  };

  constructor(host: () => ChoiceHost) {
    this.#host = host;
  }

  hostConnected(): void {
    document.addEventListener('selectionchange', this.#onSelection);
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.#onSelection);
  }

  /** The choice, once there is one. */
  get now(): WordChoice | undefined {
    return this.#choice;
  }

  /** Takes what is selected, if anything is; otherwise words can be chosen by keys from a place on. Resolves to
   * whether they can. */
  async start(
    place: () => { readonly variant: string; readonly paragraph: string } | undefined,
  ): Promise<boolean> {
    const choice = await this.#ensure();
    if (choice.takeSelection()) return false;
    const from = place();
    if (from) choice.start(from.variant, from.paragraph);
    return from !== undefined;
  }

  async #ensure(): Promise<WordChoice> {
    const { WordChoice } = await import('../controllers/word-choice.ts');
    return (this.#choice ??= new WordChoice(this.#host()));
  }
}
