import { type Dong, formatDong, type PlainDate, type PlanYear, sumDong } from '@thongvon/kernel';
import { type CellRef, type Finding, powerOffMost, unitChoices } from '@thongvon/return-reader';

/** A row of a return with what it is held against: the last approved figure and the ledger's plan, whole đồng. */
export interface HeldRow {
  readonly disbursed: Dong | null;
  readonly planned: Dong | null;
  readonly before: Dong | null;
  readonly ledger: Dong | null;
  readonly cell: CellRef;
}

/**
 * Where most of a sheet's rows, by weight, are off by the same power of ten from the ledger or from their last figures,
 * it is the unit: one question about it, not one about each row. The reader asks so of projects by their codes; here also
 * those that are known by their names only.
 */
export function unitSuspects(rows: readonly HeldRow[], asOf: PlainDate, planYear: PlanYear): Finding[] {
  const sheets = [...new Set(rows.map(({ cell }) => cell.sheet))];
  return sheets.flatMap((sheet) => {
    const own = rows.filter(({ cell }) => cell.sheet === sheet);
    const plans = own.map(({ planned, ledger, cell }) => ({ read: planned, expected: ledger, cell }));
    const spent = own.map(({ disbursed, before, cell }) => ({ read: disbursed, expected: before, cell }));
    // A unit that the plan bears out, and growth within that plan: more was paid.
    const isGrowth =
      plans.some(({ read, expected }) => read !== null && expected !== null) &&
      own.every(
        ({ disbursed, before, ledger }) =>
          (before ?? 0n) <= (disbursed ?? 0n) && (disbursed ?? 0n) <= (ledger ?? 0n),
      );
    return (
      suspect(plans, ['kế hoạch', 'planned'], ['sổ kế hoạch có', 'the ledger has']) ??
      (isGrowth || isEarlyInYear(asOf, planYear)
        ? []
        : (suspect(spent, ['giải ngân', 'disbursed'], ['số đã duyệt kỳ trước là', 'approved before']) ?? []))
    );
  });
}

/** Until March the first payments of a year may well be a hundred times as large from one week to the next. */
export const isEarlyInYear = (day: PlainDate, planYear: PlanYear): boolean => day < `${planYear}-03-01`;

interface Held {
  readonly read: Dong | null;
  readonly expected: Dong | null;
  readonly cell: CellRef;
}

function suspect(
  held: readonly Held[],
  [what, whatEn]: readonly [string, string],
  [against, againstEn]: readonly [string, string],
): Finding[] | undefined {
  const compared = held.flatMap(({ read, expected }) =>
    read === null || expected === null ? [] : [{ read, expected }],
  );
  const [first] = held;
  if (!first || powerOffMost(compared) === 0) return undefined;
  const [read, expected] = [
    sumDong(compared.map((one) => one.read)) ?? 0n,
    sumDong(compared.map((one) => one.expected)) ?? 0n,
  ].map(formatDong);
  return [
    {
      code: 'RET-UNIT-SUSPECT',
      severity: 'question',
      asks: 'unit',
      ...first.cell,
      value: null,
      message: `Với đơn vị đang đọc ở trang “${first.cell.sheet}”, tổng ${what} là ${read} đồng, trong khi ${against} ${expected} đồng cho cùng các dự án: lệch hàng nghìn lần ở phần lớn các dự án. Hãy chọn đơn vị đúng, hoặc sửa trong tệp; nếu số đã duyệt trước mới sai, hãy đề nghị hủy duyệt báo cáo đó.`,
      messageEn: `In the unit in which sheet “${first.cell.sheet}” is read, ${read} đồng are ${whatEn}, while ${againstEn} ${expected} đồng for the same projects: most of them are off by thousands. Choose the right unit, or mend the file; if it is the figure approved before that is wrong, ask for that return to be reverted.`,
      choices: unitChoices().map((choice) => ({ ...choice })),
    },
  ];
}
