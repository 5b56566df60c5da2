import type { FindingView } from '@thongvon/api-contract';
import { answersAgain } from './answers';

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
