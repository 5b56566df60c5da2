import type { FindingView } from '@thongvon/api-contract';
import { answersAgain, givenAlike } from './answers';

const question: FindingView = {
  code: 'RET-PROJECT-MISSING',
  severity: 'question',
  asks: 'reason',
  sheet: 'Giải ngân',
  cell: null,
  value: '7802218',
  message: '',
  messageEn: '',
};
const answer = {
  code: 'RET-PROJECT-MISSING',
  sheet: 'Giải ngân',
  cell: null,
  asked: '7802218',
  value: null,
  reason: 'Đã quyết toán',
};

describe('answers given to the file before', () => {
  it('fit the same question about the same value', () => {
    expect(answersAgain([question], [answer])).toEqual([answer]);
  });

  it('fit no other value, no other place, and nothing that is not asked', () => {
    expect(answersAgain([{ ...question, value: '7806673' }], [answer])).toEqual([]);
    expect(answersAgain([{ ...question, cell: 'B9' }], [answer])).toEqual([]);
    expect(answersAgain([{ ...question, severity: 'info' }], [answer])).toEqual([]);
  });
});

describe('an answer that is changed', () => {
  const settled: FindingView = { ...question, severity: 'info' };

  it('begins with what was answered to that question', () => {
    expect(givenAlike([settled], [{ ...answer, asked: '7806673' }, answer])).toBe(answer);
  });

  it('begins with nothing where it is open, or was answered for another place', () => {
    expect(givenAlike([question], [answer])).toBeUndefined();
    expect(givenAlike([{ ...settled, cell: 'B9' }], [answer])).toBeUndefined();
    expect(givenAlike([], [answer])).toBeUndefined();
  });

  it('begins with what all of several places were answered, not with what only some were', () => {
    const other = { ...settled, value: '7806673' };
    const same = { ...answer, asked: '7806673' };
    expect(givenAlike([settled, other], [answer, same])).toBe(answer);
    expect(givenAlike([settled, other], [answer, { ...same, reason: 'Đã bàn giao' }])).toBeUndefined();
    expect(givenAlike([settled, other], [answer])).toBeUndefined();
    expect(givenAlike([settled, other], [same])).toBeUndefined();
  });
});
