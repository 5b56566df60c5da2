import { decisionKey } from './written-keys';

describe('the key of a decision’s number', () => {
  it.each(['9001/QĐ-UBND', 'Số 9001/QĐ-UBND', 'số: 9001 / qđ - ubnd', '9001/QD-UBND', '09001/QĐ-UBND'])(
    '%s is one number',
    (written) => {
      expect(decisionKey(written)).toBe('9001qdubnd');
    },
  );

  it('tells numbers apart by their digits and by who decided', () => {
    const written = ['9001/QĐ-UBND', '9010/QĐ-UBND', '900/QĐ-UBND', '9001/NQ-HĐND', '9001/QĐ-UBND-HC'];
    expect(new Set(written.map(decisionKey)).size).toBe(written.length);
  });
});
