/** A place that something opens beside, in the window's pixels. */
export interface Beside {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
