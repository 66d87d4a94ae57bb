import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DraftKeeper } from '../../store/draft-keeper.ts';
import { type Draft, type DraftPart, type DraftPlace, Drafts } from '../../store/drafts.ts';
import { baseOf } from './parts.ts';

/** What a text is begun with. */
export interface Beginning {
  readonly place: DraftPlace;
  /** The paragraphs that it is for, with their texts as they are now. */
  readonly parts: readonly DraftPart[];
  /** The text, where it is not theirs. */
  readonly text?: string | undefined;
}

/**
 * A text that is being written: what it is made from, what the reader said beside it, and its draft on the device,
 * which outlives the page.
 */
export class Writing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #given: () => Drafts | undefined;
  #own: Drafts | undefined;
  #keeper: DraftKeeper | undefined;
  #place: DraftPlace | undefined;
  #hasText = false;
  /** The paragraphs that a text was for, where undoing may come back to it. */
  readonly #partsOf = new Map<string, readonly DraftPart[]>();

  parts: readonly DraftPart[] = [];
  text = '';
  reason = '';
  /** What the reader said of marks; of the others the change decides. */
  resolves: Readonly<Record<string, boolean>> = {};
  /** The text is a draft that was left. */
  isRestored = false;
  /** The draft cannot be kept on this device. */
  isUnkept = false;

  /** @param given where drafts are kept, if not in this device's own store */
  constructor(host: ReactiveControllerHost, given: () => Drafts | undefined) {
    this.#host = host;
    this.#given = given;
    host.addController(this);
  }

  hostConnected(): void {
    this.#keeper?.start();
  }

  hostDisconnected(): void {
    const own = this.#own;
    this.#keeper?.stop();
    void this.#keeper?.flush().then(() => {
      own?.close();
    });
    if (own) this.#keeper = this.#own = undefined;
  }

  /** The whole text it is made from, a line for each paragraph. */
  get base(): string {
    return baseOf(this.parts);
  }

  get isBegun(): boolean {
    return this.text !== this.base || this.reason !== '' || this.parts.length > 1;
  }

  isOf(place: DraftPlace): boolean {
    return JSON.stringify(place) === JSON.stringify(this.#place);
  }

  /** Turns to a paragraph: to its draft, where there is one. */
  turnTo({ place, parts, text }: Beginning): void {
    void this.#keeper?.flush();
    this.#place = place;
    this.#hasText = text !== undefined;
    this.#begin(parts, text);
    const began = this.text;
    void this.#store()
      .read(place)
      .then(
        (draft) => {
          // What was typed before the draft came is what counts.
          if (draft && this.#place === place && this.text === began) this.#restore(draft);
        },
        () => {
          if (this.#place === place) this.#unkept();
        },
      );
  }

  /** Follows paragraphs whose texts have changed before anything was typed. */
  follow(parts: readonly DraftPart[]): void {
    this.parts = parts;
    this.text = baseOf(parts);
  }

  /** Takes a text over as it was typed. @param isHistory by the field's own undo or redo */
  edit(text: string, isHistory = false): void {
    this.text = text;
    this.isRestored = false;
    if (isHistory) this.parts = this.#partsOf.get(text) ?? this.parts;
    this.#keep();
  }

  /** Writes for other paragraphs from now on; `type` types what that does to the text. */
  turnParts(parts: readonly DraftPart[], type: () => void): void {
    this.#partsOf.set(this.text, this.parts);
    this.parts = parts;
    type();
    this.#partsOf.set(this.text, parts);
    this.#keep();
  }

  explain(reason: string): void {
    this.reason = reason;
    this.#keep();
  }

  resolve(mark: string, isResolved: boolean): void {
    this.resolves = { ...this.resolves, [mark]: isResolved };
    this.#keep();
  }

  /** Goes on with a text from other bases. */
  rebase(parts: readonly DraftPart[], text: string): void {
    this.#partsOf.clear();
    this.parts = parts;
    this.edit(text);
  }

  /** Begins anew; `type` types the text, so that the field's own undo brings the old one back. */
  startOver(parts: readonly DraftPart[], text: string | undefined, type: (text: string) => void): void {
    this.reason = '';
    this.resolves = {};
    const begin = text ?? baseOf(parts);
    this.turnParts(parts, () => {
      type(begin);
    });
    this.edit(begin);
  }

  flush(): void {
    void this.#keeper?.flush();
  }

  #begin(parts: readonly DraftPart[], text: string | undefined): void {
    this.#partsOf.clear();
    this.parts = parts;
    this.text = text ?? baseOf(parts);
    this.reason = '';
    this.resolves = {};
    this.isRestored = this.isUnkept = false;
  }

  #restore({ base, parts, text, reason, resolves, paragraph }: Draft): void {
    this.#begin(parts ?? [{ paragraph, base }], text);
    this.reason = reason;
    this.resolves = resolves;
    this.isRestored = true;
    this.#host.requestUpdate();
  }

  #unkept(): void {
    this.isUnkept = true;
    this.#host.requestUpdate();
  }

  #store(): Drafts {
    const store = this.#given() ?? (this.#own ??= new Drafts());
    if (!this.#keeper) {
      this.#keeper = new DraftKeeper(store, () => {
        this.#unkept();
      });
      this.#keeper.start();
    }
    return store;
  }

  /** Keeps what is there now, or nothing where it is the base again. */
  #keep(): void {
    this.#host.requestUpdate();
    const place = this.#place;
    if (!place) return;
    this.#store();
    if (!this.isBegun && !this.#hasText) {
      void this.#keeper?.drop(place);
      return;
    }
    const { base, parts, text, reason, resolves } = this;
    const draft: Draft = { ...place, base, text, reason, resolves, ...(parts.length > 1 ? { parts } : {}) };
    this.#keeper?.keep(draft);
  }
}
