import type { FindingView } from '@thongvon/api-contract';
import { findingToOpen, groupFindings, keyOf, keyOfNext, openCounts } from './findings';

const finding = (given: Partial<FindingView>): FindingView => ({
  code: 'RET-CELL-ERROR',
  severity: 'error',
  sheet: 'Giải ngân',
  cell: 'D14',
  value: null,
  message: '',
  messageEn: '',
  ...given,
});
const missing = (value: string) =>
  finding({ code: 'RET-PROJECT-MISSING', severity: 'question', asks: 'reason', cell: null, value });

describe('the findings of a return', () => {
  it('are grouped by what they ask, what stops the return first', () => {
    const groups = groupFindings([
      finding({ severity: 'info' }),
      finding({ severity: 'warning' }),
      missing('7802218'),
      finding({}),
    ]);
    expect(groups.map(({ asked }) => asked)).toEqual(['mend', 'answer', 'check', 'understood']);
  });

  it('are mended in the file where no answer settles a question', () => {
    expect(openCounts([finding({ severity: 'question' }), missing('1')])).toEqual({ mend: 1, answer: 1 });
  });

  it('are one line that opens where there are many of a code, with those that are only counted', () => {
    const many = ['1', '2', '3', '4'].map(missing);
    const [group] = groupFindings([...many, { ...missing('5'), more: 30 }]);
    expect(group).toMatchObject({ count: 34, bundles: [{ code: 'RET-PROJECT-MISSING' }] });
  });

  it('have names of their own, also without a cell', () => {
    expect(keyOf(missing('1'))).not.toBe(keyOf(missing('2')));
  });

  it('open the one that the address names, else the first that stops the return', () => {
    const all = [missing('1'), finding({})];
    expect(findingToOpen(all, keyOf(missing('1')))).toBe(all[0]);
    expect(findingToOpen(all, 'gone')).toBe(all[1]);
    expect(findingToOpen([finding({ severity: 'warning' })], undefined)).toBeUndefined();
  });

  it('go on to the next question once one is answered', () => {
    const [first, second] = [missing('1'), missing('2')];
    const all = [first, finding({}), second];
    expect(keyOfNext(all, first)).toBe(keyOf(second));
    expect(keyOfNext(all, second)).toBeUndefined();
  });
});
