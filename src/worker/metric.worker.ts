import { expose } from 'comlink';
import {
  type EditEffort,
  editEffort,
  type TextMetric,
  type TextMetricContext,
  textMetricSteps,
} from '../core/metric/edit-effort.ts';
import type { Progress } from '../core/steps.ts';

/** Milliseconds between two reports. */
const REPORT = 100;

/** What the worker answers. To cancel, stop the worker. */
const measurer = {
  /** @param report called now and then, a proxy of the page's */
  metrics(
    subject: readonly string[],
    reference: readonly string[],
    context: TextMetricContext,
    report: (progress: Progress) => unknown,
  ): readonly TextMetric[] {
    const steps = textMetricSteps(subject, reference, context);
    let next = performance.now() + REPORT;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (performance.now() < next) continue;
      // A page that is gone hears nothing.
      Promise.resolve(report(step.value)).catch(() => undefined);
      next = performance.now() + REPORT;
    }
  },

  effort(subject: readonly string[], corrected: readonly string[], lang: string): EditEffort {
    return editEffort(subject, corrected, lang);
  },
};
export type MetricWorker = typeof measurer;

expose(measurer);
