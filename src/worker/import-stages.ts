import type { MakeProgress, MakeStage } from './import-plan.ts';

/** Before so much of a stage is done, nobody can tell how long it takes. */
const TELLS = 0.05;

/** Tells how far each stage has come, and how long it may still take at the pace that it had so far. */
export function stageReporter(
  report: (progress: MakeProgress) => void,
): (stage: MakeStage) => (share: number) => void {
  return (stage) => {
    const begun = performance.now();
    report({ stage, share: 0 });
    return (share) => {
      const remaining = share < TELLS ? undefined : ((performance.now() - begun) * (1 - share)) / share;
      report({ stage, share, ...(remaining === undefined ? {} : { remaining }) });
    };
  };
}
