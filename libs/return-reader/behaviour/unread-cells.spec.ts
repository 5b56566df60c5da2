import fc from 'fast-check';
import { answerQuestion, type Content, readTable, type Rows } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', 'Tạm ứng'];

interface Cell {
  readonly content: Content | null;
  readonly isSettled: boolean;
}
const settled = fc
  .integer({ min: 2_001, max: 400_000 })
  .map((content): Cell => ({ content, isSettled: true }));
const open = fc
  .constantFrom<Content>('đang rà soát', '14.990', '15.990', { number: 0.31, format: '0%' })
  .map((content): Cell => ({ content, isSettled: false }));
const blank = fc.constant<Cell>({ content: null, isSettled: true });
const figure = fc.oneof({ weight: 4, arbitrary: settled }, open, { weight: 1, arbitrary: blank });
const project = fc.record({ planned: fc.oneof({ weight: 4, arbitrary: settled }, open), disbursed: figure });
const advance = fc.oneof(blank, open);

describe('what a total doesn’t have of cells that aren’t settled', () => {
  it('is said of just the projects with such a cell in a column that it comes from', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(project, advance), { minLength: 1, maxLength: 8 }), (projects) => {
        const rows: Rows = [
          HEAD,
          ...projects.map(([{ planned, disbursed }, beside], i) => [
            ...[i + 1, `Đường số ${i + 1}`, planned.content, disbursed.content ?? 0, beside.content],
          ]),
        ];
        const { total, projects: read } = readTable(rows);
        const open = projects.map(([{ planned, disbursed }]) => !(planned.isSettled && disbursed.isSettled));
        expect(total.unread ?? 0).toBe(open.filter(Boolean).length);
        expect(
          read.map(({ lines }) => lines.some(({ unread = [] }) => unread.some((f) => f !== 'advance'))),
        ).toEqual(open);
      }),
      { numRuns: 15 },
    );
  });

  it('is no silence: a blank cell is none of them', () => {
    const { total, projects } = readTable([
      HEAD.slice(0, 4),
      [1, 'Đường A', 9000, 4000],
      [2, 'Cầu B', 8000, null],
      [3, 'Cầu C', 8000, 'đang rà soát'],
    ]);
    expect(total).toMatchObject({ disbursed: '4000000000', unread: 1 });
    expect(projects.map(({ lines }) => lines[0]?.unread)).toEqual([undefined, undefined, ['disbursed']]);
  });

  it('counts every ambiguous cell of a question asked once, and none when it is answered', () => {
    const rows: Rows = [
      HEAD.slice(0, 4),
      [1, 'Đường A', 90000, 4000],
      [2, 'Cầu B', 80000, '14.990'],
      [3, 'Cầu C', 80000, '15.990'],
    ];
    const reading = readTable(rows);
    expect(reading.total.unread).toBe(2);
    for (const { value } of reading.findings.find(({ asks }) => asks === 'amount')?.choices ?? [])
      expect(readTable(rows, [], answerQuestion(reading, 0, value)).total.unread).toBeUndefined();
    expect.assertions(3);
  });

  it('is none for a negative amount, which is in the total, nor for a stated total that is wrong', () => {
    const { total } = readTable([
      HEAD.slice(0, 4),
      [1, 'Đường A', 9000, 4000],
      [2, 'Cầu B', 8000, -250],
      [null, 'Tổng cộng', 17000, 9999],
    ]);
    expect(total.unread).toBeUndefined();
  });

  it('is said of a sum whose part can’t be read', () => {
    const { total, projects } = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Thanh toán khối lượng hoàn thành', 'Tạm ứng'],
      [1, 'Đường A', 9000, 4000, 100],
      [2, 'Cầu B', 8000, 3000, 'đang rà soát'],
    ]);
    expect(total.unread).toBe(1);
    expect(projects[1]).toMatchObject({ disbursed: null, lines: [{ unread: ['disbursed', 'advance'] }] });
  });

  it('is said of a plan as well', () => {
    const { total } = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023'],
      [1, 'Đường A', 9000],
      [2, 'Cầu B', 'đang rà soát'],
    ]);
    expect(total).toMatchObject({ planned: '9000000000', unread: 1 });
  });
});
