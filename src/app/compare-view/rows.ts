import { nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Layer } from '../segments.ts';
import { type Scene, layerInputs, layersOf } from './layers.ts';
import { hasGaps, renderRow, rowInputs } from './text-row.ts';

/** The rows of a scene. One renders again only when its text changed, or an element in it: stepping, searching and
 * arriving comparisons paint the rows that they touch and render none. */
export class Rows {
  #scene: Scene | undefined;
  /** By row id, everything that the row as it was rendered last depends on. */
  readonly #inputs = new Map<string, readonly unknown[]>();

  /** A rendering begins. */
  begin(scene: Scene): void {
    this.#scene = scene;
    this.#inputs.clear();
  }

  /** @param inText layers are elements in the text; else they are painted over it */
  render(index: number, inText: boolean): unknown {
    const scene = this.#scene;
    const row = scene?.opened.rows[index];
    if (!scene || !row) return nothing;
    const own = rowInputs(scene, row, index);
    const inputs = [...own, ...layerInputs(scene, row)];
    this.#inputs.set(row.id, inputs);
    return guard(inText || hasGaps(scene, row) ? [inText, ...inputs] : own, () =>
      renderRow(scene, row, index, inText),
    );
  }

  /** Everything that a row's texts and layers depend on. */
  inputsOf(row: string): readonly unknown[] {
    return this.#inputs.get(row) ?? [];
  }

  layersOf(variant: string, id: string): readonly Layer[] {
    const paragraph = this.#scene?.opened.paragraph(variant, id);
    return this.#scene && paragraph ? layersOf(this.#scene, variant, paragraph) : [];
  }
}
