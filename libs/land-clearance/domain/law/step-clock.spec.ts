import type { ClearanceStep, StepAlert } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { CONFIRMED } from '../../testing/worked-example';
import { type Clearance, stepClocks, type StepFields, type SteppedClock, stepStates } from './step-clock';

const PROOF = 'QĐ 12/QĐ-UBND';
type Reported = Partial<
  Record<ClearanceStep, Omit<StepFields, 'started' | 'done'> & { started?: string; done?: string }>
>;

function clocks(
  reported: Reported,
  today: string,
  more: Partial<Clearance> = {},
): Map<ClearanceStep, SteppedClock> {
  const records = Object.entries(reported).map(([step, { started, done, ...fields }]) => ({
    step: step as ClearanceStep,
    fields: {
      ...fields,
      ...(started === undefined ? {} : { started: plainDate(started) }),
      ...(done === undefined ? {} : { done: plainDate(done) }),
    },
  }));
  const all = stepClocks({
    states: stepStates(records),
    blocked: new Set(),
    allHandedOver: false,
    calendar: CONFIRMED,
    today: plainDate(today),
    ...more,
  });
  return new Map(all.map((clock) => [clock.entry.step, clock]));
}
const alerts = (
  reported: Reported,
  step: ClearanceStep,
  today: string,
  more: Partial<Clearance> = {},
): readonly StepAlert[] => clocks(reported, today, more).get(step)?.alerts ?? [];

describe('the clock of a step', () => {
  const approved = (on: string): Reported => ({ 'plan-approval': { done: on, evidence: PROOF } });

  it('is overdue from the day after the last day, counts the days, and is no longer when done', () => {
    expect(alerts(approved('2024-11-04'), 'payment', '2024-12-04')).toEqual([]);
    expect(clocks(approved('2024-11-04'), '2024-12-14').get('payment')).toMatchObject({
      daysOverdue: 10,
      alerts: ['STEP-OVERDUE'],
      due: { date: '2024-12-04' },
    });
    const paid = { ...approved('2024-11-04'), payment: { done: '2024-12-10', evidence: PROOF } };
    expect(clocks(paid, '2024-12-20').get('payment')).toMatchObject({ daysOverdue: 6, alerts: [] });
  });

  it('is never overdue by a limit that is unverified or a handbook’s', () => {
    expect(clocks(approved('2023-05-31'), '2023-12-31').get('payment')).toMatchObject({
      daysOverdue: 0,
      alerts: [],
    });
    const late = clocks(approved('2025-03-03'), '2025-12-31').get('approval-delivery');
    expect(late).toMatchObject({ daysOverdue: 0, alerts: [], due: { limit: { basis: 'handbook' } } });
  });

  it('does not run for a step that is not applicable', () => {
    const reported = { ...approved('2024-11-04'), payment: { notApplicable: true, reason: 'Đất công' } };
    expect(clocks(reported, '2025-06-01').get('payment')).toMatchObject({ deadlines: [], alerts: [] });
  });

  it('tells what was done before the law allows it', () => {
    const reported: Reported = {
      'recovery-notice': { done: '2026-01-05', evidence: PROOF, landType: 'agricultural' },
      'recovery-decision': { done: '2026-03-05', evidence: PROOF },
    };
    expect(alerts(reported, 'recovery-decision', '2026-04-01')).toContain('STEP-TOO-EARLY');
    const next = { ...reported, 'recovery-decision': { done: '2026-03-06', evidence: PROOF } };
    expect(alerts(next, 'recovery-decision', '2026-04-01')).not.toContain('STEP-TOO-EARLY');
    expect(
      alerts({ enforcement: { done: '2026-02-10', evidence: PROOF } }, 'enforcement', '2026-04-01'),
    ).toContain('STEP-TOO-EARLY');
  });

  it('tells what was begun before its predecessors, but not for conditional ones that never began', () => {
    const reported: Reported = { 'compensation-plan': { started: '2026-01-05' } };
    expect(alerts(reported, 'compensation-plan', '2026-01-06')).toEqual(['STEP-ORDER']);
    const inventoried = { ...reported, inventory: { done: '2026-01-04', evidence: PROOF } };
    expect(alerts(inventoried, 'compensation-plan', '2026-01-06')).toEqual([]);
    const forced = { ...inventoried, 'inventory-enforcement': { started: '2026-01-02' } };
    expect(alerts(forced, 'compensation-plan', '2026-01-06')).toEqual(['STEP-ORDER']);
    const side = {
      'compensation-plan': { done: '2026-01-05', evidence: PROOF },
      'plan-hearing': { started: '2026-01-06' },
    };
    expect(alerts(side, 'plan-hearing', '2026-01-07')).toEqual([]);
  });

  it.each<[string, StepFields]>([
    ['done without a document', { done: plainDate('2026-01-05') }],
    ['100 % without a date', { percent: 100, evidence: PROOF }],
    ['100 % without anything', { percent: 100 }],
  ])('alerts when a step is %s', (_, fields) => {
    const states = stepStates([{ step: 'inventory', fields }]);
    expect(alerts({}, 'inventory', '2026-02-01', { states })).toContain('STEP-WITHOUT-DATE-OR-DOCUMENT');
  });

  it('alerts when all is reported as handed over and there is no record of it', () => {
    expect(alerts({}, 'site-handover', '2026-02-01', { allHandedOver: true })).toEqual([
      'HANDOVER-WITHOUT-RECORD',
    ]);
    const recorded = {
      'recovery-decision': { done: '2026-01-04', evidence: PROOF },
      'site-handover': { done: '2026-01-30', evidence: PROOF },
    };
    expect(alerts(recorded, 'site-handover', '2026-02-01', { allHandedOver: true })).toEqual([]);
  });

  it('alerts a month before a notice ends, until the recovery decision is made', () => {
    const notice: Reported = { 'recovery-notice': { done: '2025-03-31', evidence: PROOF } };
    expect(alerts(notice, 'recovery-notice', '2026-02-28')).not.toContain('NOTICE-EXPIRES');
    expect(alerts(notice, 'recovery-notice', '2026-03-01')).toContain('NOTICE-EXPIRES');
    const decided = { ...notice, 'recovery-decision': { done: '2026-02-01', evidence: PROOF } };
    expect(alerts(decided, 'recovery-notice', '2026-03-01')).not.toContain('NOTICE-EXPIRES');
  });

  it('knows nothing of what is dated after the day that is asked for', () => {
    expect(clocks(approved('2024-11-04'), '2024-11-01').get('payment')?.deadlines).toEqual([]);
  });
});
