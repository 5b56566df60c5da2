import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, meanings, readTable, said, type Rows } from '../testing/read-sheet';

const read = (
  captions: readonly string[],
  ...rows: readonly (readonly (number | string | null)[])[]
): Reading =>
  readTable([
    ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', ...captions],
    ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
  ] satisfies Rows);

const spent = ({ projects }: Reading): unknown =>
  projects.map(({ disbursed, lines: [line] }) => [disbursed, line?.completed, line?.advance]);

/** What a choice of a question makes of the return: its value, and the disbursement that it then reads. */
function choicesOf(reading: Reading): readonly string[] {
  const [question] = reading.findings.filter(({ severity }) => severity === 'question');
  return (question?.choices ?? []).map(({ value }) => value);
}

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
      readTable(
        [
          ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', ...PAYMENTS],
          ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
        ],
        [],
        { columns: [{ sheet: 'GN', column: 'F', meaning }] },
      );
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
      const answered = readTable(
        [
          ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', ...captions],
          ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
        ],
        [],
        { columns },
      );
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
