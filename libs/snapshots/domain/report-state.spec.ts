import { freezeInstant, instantAt, plainDate } from '@thongvon/kernel';
import { punctuality, reportOfWeek, type SentReturn } from './report-state';

const WEEK = plainDate('2023-06-22');
const FROZEN = { week: WEEK, frozenAt: freezeInstant(WEEK) };

function sent(received: string, time: string, more: Partial<SentReturn> = {}): SentReturn {
  return {
    id: `${received} ${time}`,
    receivedAt: instantAt(plainDate(received), time),
    asOf: plainDate('2023-06-21'),
    kinds: ['disbursement'],
    effective: false,
    pending: false,
    sentBack: false,
    ...more,
  };
}

describe('the week that a return reports for', () => {
  it('is that of its receipt, up to Thursday 17:00', () => {
    expect(punctuality(sent('2023-06-15', '17:01', { asOf: null }), FROZEN)).toBe('in-time');
    expect(punctuality(sent('2023-06-22', '17:00'), FROZEN)).toBe('in-time');
    expect(punctuality(sent('2023-06-15', '17:00'), FROZEN)).toBeNull();
  });

  it('is also that of its figures when it comes between cut-off and freezing, late, and then not the next one', () => {
    const late = sent('2023-06-22', '18:00');
    expect(punctuality(late, FROZEN)).toBe('late');
    const next = plainDate('2023-06-29');
    expect(punctuality(late, { week: next, frozenAt: freezeInstant(next) })).toBeNull();
    expect(punctuality(sent('2023-06-22', '18:00', { asOf: null }), FROZEN)).toBeNull();
    expect(punctuality(sent('2023-06-23', '07:01'), FROZEN)).toBeNull();
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
    const waiting = sent('2023-06-20', '08:00', { pending: true });
    const approved = sent('2023-06-21', '08:00', { effective: true });
    const stateOf = (...returns: SentReturn[]) => reportOfWeek(returns, 'disbursement', FROZEN).state;
    expect(stateOf(back, waiting, approved)).toBe('reported');
    expect(stateOf(back, waiting)).toBe('pending');
    expect(stateOf(back)).toBe('sent-back');
    expect(stateOf()).toBe('silent');
    expect(stateOf(sent('2023-06-19', '08:00'))).toBe('silent');
  });

  it('is of the kind that is owed; what has not been read may be of any', () => {
    const approved = sent('2023-06-21', '08:00', { effective: true });
    const unread = sent('2023-06-22', '08:00', { kinds: [], asOf: null, pending: true });
    expect(reportOfWeek([approved], 'land-clearance', FROZEN).state).toBe('silent');
    expect(reportOfWeek([approved, unread], 'land-clearance', FROZEN)).toMatchObject({
      state: 'pending',
      returnId: unread.id,
    });
  });

  it('is late only when nothing came in time', () => {
    const late = sent('2023-06-22', '18:00', { effective: true });
    expect(reportOfWeek([late], 'disbursement', FROZEN)).toMatchObject({ state: 'reported', late: true });
    const inTime = sent('2023-06-21', '18:00', { effective: true });
    expect(reportOfWeek([late, inTime], 'disbursement', FROZEN)).toMatchObject({ late: false });
  });
});
