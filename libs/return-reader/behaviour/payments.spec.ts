import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { choicesOf, complaints, readPayments, spent } from '../testing/read-sheet';

const read = (captions: readonly string[], ...rows: Parameters<typeof readPayments>[1]): Reading =>
  readPayments(captions, rows);

/** The first column doesn't say whether it holds the advances, or is paid at all. */
const DOUBTFUL = [
  'Thanh toán',
  'Đã thanh toán',
  'Số vốn đã thanh toán',
  'Lũy kế thanh toán',
  'Khối lượng hoàn thành',
  'Giá trị khối lượng hoàn thành',
];
const RECOVERED = [
  'Thu hồi tạm ứng',
  'Hoàn tạm ứng',
  'Đã thu hồi',
  'Thu hồi',
  'Số đã thu hồi',
  'Đã hoàn trả',
  'Khấu trừ',
  'Khấu trừ tạm ứng',
  'Thu hồi TƯ',
  'Tạm ứng thu hồi',
];

describe('payments whose captions don’t say how they make the disbursement', () => {
  it.each(DOUBTFUL)('are asked about beside advances: “%s”', (caption) => {
    const reading = read([caption, 'Tạm ứng'], [9000, 5000, 1000], [8000, 4000, 500]);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
    const other = caption.includes('hanh toán') ? 'D=disbursed,E=advance' : 'D=ignored,E=advance';
    expect(choicesOf(reading)).toEqual(['D=completed,E=advance', other]);
  });

  it.each([
    ['Thanh toán', ['10200', '10500', '9000']],
    ['Khối lượng hoàn thành', ['10200', '10500', '1200', '1500']],
  ])('and recoveries are one question with every sum, each of which is obeyed: “%s”', (caption, sums) => {
    const captions = [caption, 'Tạm ứng', 'Hoàn tạm ứng'];
    const rows = [
      [9000, 5000, 1000, 200],
      [8000, 4000, 500, 100],
    ];
    const reading = read(captions, ...rows);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
    const choices = reading.findings.flatMap((finding) => finding.choices ?? []);
    expect(choices[0]).toMatchObject({
      value: 'D=completed,E=advance,F=recovered',
      label: 'Giải ngân là D + E − F',
    });
    expect(choices.map(({ effect }) => effect?.total.disbursed)).toEqual(sums.map((sum) => `${sum}000000`));
    for (const { value, effect } of choices) {
      const columns = value.split(',').map((one) => {
        const [column = '', meaning = ''] = one.split('=');
        return { sheet: 'GN', column, meaning };
      });
      const answered = readPayments(captions, rows, { columns });
      expect(complaints(answered)).toEqual([]);
      expect(answered.total.disbursed).toBe(effect?.total.disbursed);
    }
  });

  it('never hold an advance that is more than they are', () => {
    const reading = read(['Thanh toán', 'Tạm ứng'], [9000, 500, 1000], [8000, 4000, 500]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total.disbursed).toBe('6000000000');
  });

  it.each(['Giải ngân', 'Tổng số thanh toán', 'Thanh toán KLHT và tạm ứng'])(
    'are no question where they say that they are the whole: “%s”',
    (caption) => {
      const reading = read([caption, 'Tạm ứng'], [9000, 5000, 1000], [8000, 4000, 500]);
      expect(complaints(reading)).toEqual([]);
      expect(reading.total.disbursed).toBe('9000000000');
    },
  );

  it.each(RECOVERED)('leave no recovery out: “%s” behind advances', (caption) => {
    const reading = read(['Thanh toán KLHT', 'Tạm ứng', caption], [9000, 5000, 1000, 200]);
    const asked = choicesOf(reading).includes('F=recovered');
    if (!asked) {
      expect(complaints(reading)).toEqual([]);
      expect(spent(reading)).toEqual([['5800000000', '5000000000', '800000000']]);
    }
  });

  it('are read to the đồng where the table tells, and else asked about, under every pair of captions', () => {
    const payment = fc.record({
      work: fc.integer({ min: 1, max: 3000 }),
      advance: fc.integer({ min: 100, max: 3000 }),
      recovered: fc.integer({ min: 1, max: 99 }),
    });
    fc.assert(
      fc.property(
        fc.array(payment, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...DOUBTFUL),
        fc.constantFrom(...RECOVERED, undefined),
        fc.constantFrom('Tỷ lệ giải ngân', 'Còn lại chưa giải ngân', undefined),
        fc.boolean(),
        (payments, doubtful, recovery, witness, whole) => {
          const isWhole = whole && doubtful.includes('hanh toán');
          const rows = payments.map(({ work, advance, recovered }) => {
            const net = work + advance - (recovery ? recovered : 0);
            const first = isWhole ? net : work;
            const row = [9000, first, advance, ...(recovery ? [recovered] : [])];
            if (witness === undefined) return { net, row };
            const rate = ((net * 100) / 9000).toFixed(4).replace('.', ',');
            return { net, row: [...row, witness.startsWith('Tỷ lệ') ? rate : 9000 - net] };
          });
          const captions = [doubtful, 'Tạm ứng', recovery ?? [], witness ?? []].flat();
          const reading = read(captions, ...rows.map(({ row }) => row));
          const isAsked = complaints(reading).some((said) => said.startsWith('RET-COLUMN-AMBIGUOUS'));
          if (witness !== undefined) expect(isAsked).toBe(false);
          if (isAsked) return;
          expect(reading.projects.map(({ disbursed }) => disbursed)).toEqual(
            rows.map(({ net }) => String(BigInt(net) * 1_000_000n)),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});
