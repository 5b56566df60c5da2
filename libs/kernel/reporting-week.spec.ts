import { instantAt } from './clock';
import { plainDate } from './plain-date';
import { freezeInstant, weekOfApproval, weekOfReceipt } from './reckoning';

const at = (date: string, time: string): Date => instantAt(plainDate(date), time);

describe('a reporting week', () => {
  it('takes what is received up to Thursday 17:00 and is named by that day', () => {
    expect(weekOfReceipt(at('2023-06-15', '17:01'))).toBe('2023-06-22');
    expect(weekOfReceipt(at('2023-06-22', '17:00'))).toBe('2023-06-22');
  });

  it('is frozen on Friday 07:00 in Vietnam, wherever the machine stands', () => {
    expect(freezeInstant(plainDate('2023-06-22'))).toEqual(new Date('2023-06-23T00:00:00Z'));
  });

  it('is the first to show what is approved before its freezing', () => {
    expect(weekOfApproval(at('2023-06-22', '16:00'))).toBe('2023-06-22');
    expect(weekOfApproval(at('2023-06-22', '20:00'))).toBe('2023-06-22');
    expect(weekOfApproval(at('2023-06-23', '07:00'))).toBe('2023-06-22');
    expect(weekOfApproval(at('2023-06-23', '07:01'))).toBe('2023-06-29');
  });
});
