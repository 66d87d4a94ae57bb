import type { Bead } from './bead.ts';

/**
 * How posteriors become probabilities of being right, fitted to beads aligned by hand. The words of a sentence are
 * not independent, so log odds are taken times `slope`; and a share of beads differs from what a person would draw
 * though nothing in the texts says so, larger ones more often.
 */
export interface Calibration {
  readonly slope: number;
  /** Of beads with at most one unit on each side. */
  readonly simpleFault: number;
  /** Of larger beads. */
  readonly largeFault: number;
}

/** Fitted to both development texts by `tools/align-calibration.ts`, which also prints how well it holds. */
export const CALIBRATION: Calibration = { slope: 0.7, simpleFault: 0.005, largeFault: 0.08 };

const CLOSEST = 1e-12;

/** The probability that a bead of a posterior probability is right as it stands. */
export function confidenceOf(
  { sourceStart, sourceEnd, targetStart, targetEnd }: Bead,
  posterior: number,
  { slope, simpleFault, largeFault }: Calibration = CALIBRATION,
): number {
  const isSimple = sourceEnd - sourceStart <= 1 && targetEnd - targetStart <= 1;
  const inside = Math.min(1 - CLOSEST, Math.max(CLOSEST, posterior));
  const odds = (inside / (1 - inside)) ** slope;
  return ((1 - (isSimple ? simpleFault : largeFault)) * odds) / (1 + odds);
}
