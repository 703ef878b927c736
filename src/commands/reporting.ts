import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What hears of a fault that a box has caught and lives on after: it goes from the command to every box that this opens,
 * however many questions lie between them.
 */
const reports = new AsyncLocalStorage<(error: unknown) => void>();

/** Does something, the boxes of which report their faults there. */
export function reportingTo<T>(report: (error: unknown) => void, work: () => T): T {
  return reports.run(report, work);
}

/** What hears of the faults of a box that opens now; nobody does where no command has opened it. */
export function presentReport(): (error: unknown) => void {
  return reports.getStore() ?? (() => undefined);
}
