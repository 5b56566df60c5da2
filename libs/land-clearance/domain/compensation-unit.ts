import { formatDong, type Dong } from '@thongvon/kernel';
import { unitChoices, type CellRef, type Finding } from '@thongvon/return-reader';
import type { Answer } from '@thongvon/returns';

/** The money of a row and of what was approved before of the same place; whole đồng, null: not reported. */
export interface HeldMoney {
  readonly compensation: Dong | null;
  readonly compensationBefore: Dong | null;
  readonly compensated: Dong | null;
  readonly compensatedBefore: Dong | null;
  /** Where the money stands; null: the row has none. */
  readonly cell: CellRef | null;
}

/** From one return to the next no sum of the same places changes so much: it is in another unit. */
const FAR = 100n;

interface Sums {
  readonly now: Dong;
  readonly before: Dong;
}

/**
 * Where a sheet's money is a hundred times what was approved of the same places, or a hundredth, its unit is asked for, once.
 * What is paid may well grow so under a total that stays. Who answers with the unit that it was read in says that it is right,
 * of these sums only: `units` is by sheet what it was read in.
 */
export function compensationSuspects(
  rows: readonly HeldMoney[],
  units: ReadonlyMap<string, string | null>,
  answers: readonly Answer[],
): Finding[] {
  return [...units].flatMap(([sheet, unit]) => {
    const own = rows.filter(({ cell }) => cell?.sheet === sheet);
    const total = sumsOf(own.map((row) => [row.compensation, row.compensationBefore]));
    const paid = sumsOf(own.map((row) => [row.compensated, row.compensatedBefore]));
    const isOff = total ? isFar(total) : paid !== undefined && isFar(paid);
    const sums = total ?? paid;
    const at = own.find(({ cell }) => cell !== null)?.cell;
    if (!isOff || !sums || !at) return [];
    const finding = suspect(at, total ? 'compensation' : 'compensated', sums);
    const isConfirmed = answers.some(
      (answer) =>
        answer.code === finding.code &&
        answer.sheet === sheet &&
        answer.asked === finding.value &&
        answer.value === unit,
    );
    return isConfirmed ? [] : [finding];
  });
}

function sumsOf(pairs: readonly (readonly [Dong | null, Dong | null])[]): Sums | undefined {
  const both = pairs.flatMap(([now, before]) => (now === null || before === null ? [] : [{ now, before }]));
  const [now, before] = [both.map((one) => one.now), both.map((one) => one.before)].map((amounts) =>
    amounts.reduce((a, b) => a + b, 0n),
  );
  return now !== undefined && before !== undefined && now > 0n && before > 0n ? { now, before } : undefined;
}

const isFar = ({ now, before }: Sums): boolean => now >= FAR * before || before >= FAR * now;

function suspect(cell: CellRef, measure: 'compensation' | 'compensated', { now, before }: Sums): Finding {
  const [what, whatEn] = {
    compensation: ['kinh phí bồi thường', 'compensation'],
    compensated: ['đã chi trả', 'paid'],
  }[measure];
  return {
    code: 'RET-UNIT-SUSPECT',
    severity: 'question',
    asks: 'unit',
    ...cell,
    value: `${measure} ${before} ${now}`,
    message: `Với đơn vị đang đọc ở trang “${cell.sheet}”, tổng ${what ?? ''} là ${formatDong(now)} đồng, trong khi số đã duyệt kỳ trước của cùng các dự án là ${formatDong(before)} đồng: lệch hơn trăm lần. Hãy chọn đơn vị đúng (chọn lại đơn vị đang đọc nếu số đúng là như vậy), hoặc sửa trong tệp.`,
    messageEn: `In the unit in which sheet “${cell.sheet}” is read, ${formatDong(now)} đồng are ${whatEn ?? ''}, while ${formatDong(before)} đồng were approved before of the same projects: more than a hundred times apart. Choose the right unit (the same again, if the sum is right), or mend the file.`,
    choices: unitChoices().map((choice) => ({ ...choice })),
  };
}
