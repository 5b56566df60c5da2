import fc from 'fast-check';
import { addDays, daysBetween, freezeInstant, instantAt, plainDate } from '@thongvon/kernel';
import { punctuality, reportOfWeek, type SentReturn, wayBack } from './report-state';

/** What is said of how far a return has come. */
type Stage = 'effective' | 'submitted' | 'sentBack' | 'reverted';

const WEEK = plainDate('2023-06-22');
const FROZEN = { week: WEEK, frozenAt: freezeInstant(WEEK) };

function sent(received: string, time: string, more: Partial<SentReturn> = {}): SentReturn {
  return {
    id: `${received} ${time}`,
    receivedAt: instantAt(plainDate(received), time),
    asOf: plainDate('2023-06-21'),
    kinds: ['disbursement'],
    effective: false,
    submitted: false,
    sentBack: false,
    reverted: false,
    ...more,
  };
}

describe('the week that a return reports for', () => {
  it('is that of its figures, in time when it was received up to Thursday 17:00, else late', () => {
    expect(punctuality(sent('2023-06-15', '17:01'), FROZEN)).toBe('in-time');
    expect(punctuality(sent('2023-06-22', '17:00'), FROZEN)).toBe('in-time');
    expect(punctuality(sent('2023-06-22', '18:00'), FROZEN)).toBe('late');
    expect(punctuality(sent('2023-06-23', '07:01'), FROZEN)).toBeNull();
    expect(punctuality(sent('2023-06-22', '16:00', { asOf: null }), FROZEN)).toBeNull();
  });

  it('is no other: figures of 21/6 say nothing of the week of 29/6, however often they are sent', () => {
    const next = plainDate('2023-06-29');
    const asked = { week: next, frozenAt: freezeInstant(next) };
    for (const day of ['2023-06-22', '2023-06-23', '2023-06-28'])
      expect(punctuality(sent(day, '18:00'), asked)).toBeNull();
    expect(punctuality(sent('2023-06-28', '18:00', { asOf: plainDate('2023-06-23') }), asked)).toBe(
      'in-time',
    );
  });

  it('counts in a correction even when it came long after', () => {
    const correction = { week: WEEK, frozenAt: instantAt(plainDate('2023-07-03'), '09:00') };
    expect(punctuality(sent('2023-06-28', '09:00'), correction)).toBe('late');
    expect(
      punctuality(sent('2023-06-28', '09:00', { asOf: plainDate('2023-06-28') }), correction),
    ).toBeNull();
  });
});

describe('what came of the duty to report', () => {
  it('is the best that any return has reached: approved, waiting, sent back, nothing', () => {
    const back = sent('2023-06-19', '08:00', { sentBack: true });
    const waiting = sent('2023-06-20', '08:00', { submitted: true });
    const approved = sent('2023-06-21', '08:00', { effective: true });
    const stateOf = (...returns: SentReturn[]) => reportOfWeek(returns, 'disbursement', FROZEN).state;
    expect(stateOf(back, waiting, approved)).toBe('reported');
    expect(stateOf(back, waiting)).toBe('pending');
    expect(stateOf(back)).toBe('sent-back');
    expect(stateOf()).toBe('silent');
    expect(stateOf(sent('2023-06-19', '08:00'))).toBe('silent');
  });

  it('is of the kind that is owed', () => {
    const approved = sent('2023-06-21', '08:00', { effective: true });
    expect(reportOfWeek([approved], 'land-clearance', FROZEN).state).toBe('silent');
  });

  it('is not fulfilled by a draft, by figures of another week or another kind, whatever else was sent', () => {
    const days = fc.integer({ min: 0, max: 40 }).map((n) => addDays(plainDate('2023-06-01'), n));
    const returns = fc.record({
      id: fc.uuid(),
      receivedAt: fc
        .tuple(days, fc.constantFrom('08:00', '17:00', '17:01'))
        .map(([day, time]) => instantAt(day, time)),
      asOf: fc.option(days),
      kinds: fc.subarray(['disbursement', 'land-clearance', 'plan']),
      stage: fc.constantFrom('draft', 'submitted', 'effective', 'sentBack', 'reverted', 'withdrawn'),
    });
    const asSent = ({ stage, ...given }: { stage: string } & Omit<SentReturn, Stage>) => ({
      ...given,
      effective: stage === 'effective',
      submitted: stage === 'submitted',
      sentBack: stage === 'sentBack',
      reverted: stage === 'reverted',
    });
    fc.assert(
      fc.property(fc.array(returns, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }), (history, n) => {
        const week = addDays(WEEK, 7 * (n - 2));
        const asked = { week, frozenAt: freezeInstant(week) };
        const ofWeek = history.filter(
          ({ stage, asOf, kinds, receivedAt }) =>
            ['submitted', 'effective', 'sentBack'].includes(stage) &&
            kinds.includes('disbursement') &&
            receivedAt <= asked.frozenAt &&
            asOf !== null &&
            daysBetween(asOf, week) >= 0 &&
            daysBetween(asOf, week) < 7,
        );
        const expected = (['effective', 'submitted', 'sentBack'] as const).find((stage) =>
          ofWeek.some((one) => one.stage === stage),
        );
        const names = { effective: 'reported', submitted: 'pending', sentBack: 'sent-back' } as const;
        const found = reportOfWeek(history.map(asSent), 'disbursement', asked);
        expect(found.state).toBe(expected === undefined ? 'silent' : names[expected]);
        // What is no submission of the week changes nothing at all.
        expect(reportOfWeek(ofWeek.map(asSent), 'disbursement', asked)).toEqual(found);
      }),
    );
  });

  it('came back as the last of its returns did: sent back, or its approval undone', () => {
    const back = sent('2023-06-19', '08:00', { sentBack: true });
    const undone = sent('2023-06-20', '08:00', { reverted: true });
    const backAgain = sent('2023-06-21', '08:00', { sentBack: true });
    const wayOf = (...returns: SentReturn[]) => wayBack(returns, 'disbursement', FROZEN);
    expect(wayOf(back)).toBe('sent-back');
    expect(wayOf(undone, back)).toBe('reverted');
    expect(wayOf(back, backAgain, undone)).toBe('sent-back');
    expect(wayOf()).toBeNull();
    expect(wayOf(sent('2023-06-21', '09:00'))).toBeNull();
    const other = { asOf: plainDate('2023-06-14'), kinds: ['plan'] };
    expect(wayOf({ ...undone, asOf: other.asOf })).toBeNull();
    expect(wayOf({ ...undone, kinds: other.kinds })).toBeNull();
  });

  it('is late only when nothing came in time', () => {
    const late = sent('2023-06-22', '18:00', { effective: true });
    expect(reportOfWeek([late], 'disbursement', FROZEN)).toMatchObject({ state: 'reported', late: true });
    const inTime = sent('2023-06-21', '18:00', { effective: true });
    expect(reportOfWeek([late, inTime], 'disbursement', FROZEN)).toMatchObject({ late: false });
  });
});
