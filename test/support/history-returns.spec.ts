import { Problem } from '@thongvon/platform';
import { HistoryReturns } from './history-returns';

const refused = (...codes: string[]): Promise<string> =>
  Promise.reject(
    new Problem(422, 'RETURN-NEEDS-ATTENTION', 'Còn câu hỏi.', 'It has questions.', {
      findings: codes.map((code) => ({ code })),
    }),
  );
const approved = () => Promise.resolve('id');

describe('the returns of random histories', () => {
  it('are counted, those that were left out apart', async () => {
    const returns = new HistoryReturns();
    for (let i = 0; i < 8; i++) expect(await returns.add(approved)).toBe('id');
    for (let i = 0; i < 2; i++)
      expect(await returns.add(() => refused('RET-UNIT-SUSPECT', 'RET-UNIT-SUSPECT'))).toBeUndefined();
    expect(returns.outcomes()).toEqual({
      'returns approved': 8,
      'returns left out, asked for their unit': 2,
    });
  });

  it('fail their test where more than a fifth is left out: nothing would be proved in silence', async () => {
    const returns = new HistoryReturns();
    for (let i = 0; i < 7; i++) await returns.add(approved);
    for (let i = 0; i < 2; i++) await returns.add(() => refused('RET-UNIT-SUSPECT'));
    expect(() => returns.outcomes()).toThrow('2 of 9 returns were left out');
  });

  it('are never left out for another reason', async () => {
    const returns = new HistoryReturns();
    await expect(returns.add(() => refused('RET-UNIT-SUSPECT', 'RET-OVER-PLAN'))).rejects.toThrow(Problem);
    const other = new Problem(409, 'FOUR-EYES', 'Người khác duyệt.', 'Somebody else approves.');
    await expect(returns.add(() => Promise.reject(other))).rejects.toBe(other);
    expect(returns.outcomes()).toEqual({
      'returns approved': 0,
      'returns left out, asked for their unit': 0,
    });
  });
});
