import * as fc from 'fast-check';
import { isAlive, nextStatus, RETURN_STATUSES, type ReturnAction, type ReturnStatus } from './return-status';

const STEPS: readonly ReturnAction[] = ['answer', 'submit', 'withdraw', 'discard', 'restore'];
const READING: readonly ReturnAction[] = ['start-reading', 'find-ready'];

/** The state after these steps; one that can't be done is left out. */
const after = (from: ReturnStatus, steps: readonly ReturnAction[]): ReturnStatus =>
  steps.reduce((status, step) => nextStatus(status, step) ?? status, from);

describe('the ways back of a return', () => {
  it('lead from wherever its sender left it to handing it in, without another upload', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 12 }), (steps) => {
        const left = after('ready', steps);
        const taken = left === 'withdrawn' ? after(left, ['restore']) : left;
        expect(after(taken, [...READING, 'submit'])).toBe('submitted');
      }),
    );
  });

  it('never end anything that is with the finance office, or was decided on', () => {
    for (const status of RETURN_STATUSES) {
      const given = nextStatus(status, 'discard');
      expect(given === undefined || (isAlive(status) && !['submitted', 'approved'].includes(status))).toBe(
        true,
      );
      expect(nextStatus(status, 'withdraw')).toBe(status === 'submitted' ? 'ready' : undefined);
    }
  });
});
