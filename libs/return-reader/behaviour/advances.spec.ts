import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { choicesOf, complaints, meanings, readPayments, said, spent } from '../testing/read-sheet';

const read = (captions: readonly string[], ...rows: Parameters<typeof readPayments>[1]): Reading =>
  readPayments(captions, rows);

const PAYMENTS = ['Thanh toán KLHT', 'Tạm ứng', 'Thu hồi tạm ứng'];

describe('advances that were recovered', () => {
  it('are taken off where the table shows payments, advances and recoveries and no total', () => {
    const reading = read(PAYMENTS, [9000, 6200.25, 2100, 900.5], [8000, 5100, 1400.08, 284.58]);
    expect(complaints(reading)).toEqual([]);
    expect(spent(reading)).toEqual([
      ['7399750000', '6200250000', '1199500000'],
      ['6215500000', '5100000000', '1115500000'],
    ]);
    expect(said(reading)).toContain('warning RET-ADVANCE-RECOVERED F4');
  });

  it('are taken off as well where they are written with a minus', () => {
    const reading = read(PAYMENTS, [9000, 6200, 2100, -900], [8000, 5100, 1400, '-']);
    expect(complaints(reading)).toEqual([]);
    expect(spent(reading)).toEqual([
      ['7400000000', '6200000000', '1200000000'],
      ['6500000000', '5100000000', '1400000000'],
    ]);
  });

  it.each([
    'Tạm ứng chưa thu hồi',
    'Tạm ứng (đã trừ thu hồi)',
    'Tạm ứng (sau khi trừ phần đã thu hồi)',
    'Tạm ứng sau thu hồi',
  ])('are off already where the advance is the one not yet recovered: %s', (advance) => {
    const reading = read(['Thanh toán KLHT', advance, 'Thu hồi tạm ứng'], [9000, 6200, 1200, 900]);
    expect(complaints(reading)).toEqual([]);
    expect(spent(reading)).toEqual([['7400000000', '6200000000', '1200000000']]);
  });

  it('are taken off an advance that says that they aren’t off yet', () => {
    const reading = read(
      ['Thanh toán KLHT', 'Tạm ứng (chưa trừ thu hồi)', 'Thu hồi tạm ứng'],
      [9000, 6200, 2100, 900],
    );
    expect(spent(reading)).toEqual([['7400000000', '6200000000', '1200000000']]);
  });

  it.each<[string, string, (spent: number) => number | string]>([
    ['total', 'Lũy kế giải ngân', (s) => s],
    ['rate', 'Tỷ lệ %', (s) => ((s * 100) / 9000).toFixed(2).replace('.', ',')],
    ['remainder', 'Còn lại chưa giải ngân', (s) => 9000 - s],
  ])('are taken off or not as the %s of the table counts them', (_what, caption, of) => {
    const net = read([...PAYMENTS, caption], [9000, 6200, 2100, 900, of(7400)]);
    const gross = read([...PAYMENTS, caption], [9000, 6200, 2100, 900, of(8300)]);
    expect([complaints(net), complaints(gross)]).toEqual([[], []]);
    expect(spent(net)).toEqual([['7400000000', '6200000000', '1200000000']]);
    expect(spent(gross)).toEqual([['8300000000', '6200000000', '2100000000']]);
  });

  it('beside a total that agrees neither way are asked about with choices', () => {
    const reading = read(
      [...PAYMENTS, 'Lũy kế giải ngân'],
      [9000, 6200, 2100, 900, 7000],
      [9000, 620, 210, 90, 70],
    );
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS G4']);
    expect(choicesOf(reading)).toEqual([
      'G=disbursed,D=ignored,E=ignored,F=ignored',
      'D=completed,E=advance,F=recovered,G=ignored',
    ]);
  });

  it('are one mistake at its cell where they agree with the total but for one row', () => {
    const reading = read(
      [...PAYMENTS, 'Lũy kế giải ngân'],
      [9000, 6200, 2100, 900, 7400],
      [9000, 620, 210, 90, 740],
      [9000, 62, 21, 9, 85],
    );
    expect(complaints(reading)).toEqual(['RET-IDENTITY-DIFFERS G7']);
  });

  it('that are more than what was advanced are one question, each choice of which is obeyed', () => {
    const rows = [
      [9000, 5000, 1000, 1200],
      [8000, 4000, 500, 0],
    ];
    const reading = read(PAYMENTS, ...rows);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
    expect(choicesOf(reading)).toEqual(['F=recovered', 'F=ignored']);
    const answered = (meaning: string): Reading =>
      readPayments(PAYMENTS, rows, { columns: [{ sheet: 'GN', column: 'F', meaning }] });
    expect(complaints(answered('ignored'))).toEqual([]);
    expect(spent(answered('ignored'))).toEqual([
      ['6000000000', '5000000000', '1000000000'],
      ['4500000000', '4000000000', '500000000'],
    ]);
    // An advance that isn't recovered yet is never less than nothing, whoever says so.
    expect(complaints(answered('recovered'))).toEqual(['RET-AMOUNT-NEGATIVE F5']);
  });

  it.each([['Thu hồi tạm ứng'], ['Thanh toán tạm ứng']])(
    'without a column of advances are asked about: “%s”',
    (caption) => {
      const reading = read(['Thanh toán KLHT', caption], [9000, 6200, 900]);
      expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
      expect(choicesOf(reading)).toEqual(['E=recovered', 'E=ignored', 'E=advance']);
    },
  );

  it('never make money: completed work and advances left are what is disbursed, in every layout of the columns', () => {
    const payment = fc.record({
      completed: fc.nat(4000),
      advance: fc.integer({ min: 1, max: 3000 }),
      share: fc.nat(100),
    });
    fc.assert(
      fc.property(
        fc.array(payment, { minLength: 1, maxLength: 6 }),
        fc.shuffledSubarray(PAYMENTS, { minLength: 3 }),
        fc.constantFrom(1, -1),
        fc.constantFrom('', 'Lũy kế giải ngân', 'Còn lại chưa giải ngân'),
        (payments, captions, sign, witness) => {
          const rows = payments.map(({ completed, advance, share }) => {
            const recovered = Math.floor((advance * share) / 100);
            const net = completed + advance - recovered;
            const of: Record<string, number> = {
              'Thanh toán KLHT': completed,
              'Tạm ứng': advance,
              'Thu hồi tạm ứng': sign * recovered,
              'Lũy kế giải ngân': net,
              'Còn lại chưa giải ngân': 9000 - net,
            };
            return {
              row: [9000, ...[...captions, ...(witness ? [witness] : [])].map((c) => of[c] ?? 0)],
              net,
            };
          });
          const reading = read([...captions, ...(witness ? [witness] : [])], ...rows.map(({ row }) => row));
          expect(complaints(reading)).toEqual([]);
          expect(reading.projects.map(({ disbursed }) => disbursed)).toEqual(
            rows.map(({ net }) => String(BigInt(net) * 1_000_000n)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are named among what the columns mean', () => {
    expect(meanings(read(PAYMENTS, [9000, 6200, 2100, 900]))).toMatchObject({ F: 'recovered' });
  });
});
