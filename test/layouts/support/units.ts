/** Amounts are whole đồng here; these say how offices write them. */

/** The amount as a cell's number in a unit of `dong` đồng. Exact: every amount of the layouts has at most 15 digits. */
const inUnitOf =
  (dong: bigint) =>
  (amount: bigint): number =>
    Number(decimalText(amount, dong));

export const inThousands = inUnitOf(1_000n);
export const inMillions = inUnitOf(1_000_000n);
export const inBillions = inUnitOf(1_000_000_000n);

/** "1.250.000.000": đồng as text. */
export const dotted = (amount: bigint): string => groups(amount.toString());

/** "12.345,678": triệu đồng as text with dots for thousands and a comma for decimals. */
export function millionsText(amount: bigint): string {
  const [whole = '', decimals] = decimalText(amount, 1_000_000n).split('.');
  return decimals === undefined ? groups(whole) : `${groups(whole)},${decimals}`;
}

/** Part of whole in percent, rounded to two decimals, half up; 0 of 0 is 0. */
export function percent(part: bigint, whole: bigint): number {
  if (whole === 0n) return 0;
  return Number((part * 20_000n + whole) / (whole * 2n)) / 100;
}

/** "52,18%". */
export const percentText = (part: bigint, whole: bigint): string =>
  `${percent(part, whole).toFixed(2).replace('.', ',')}%`;

/** The sum over some rows of what each gives. */
export const sum = <Row>(rows: readonly Row[], amount: (row: Row) => bigint): bigint =>
  rows.reduce((total, row) => total + amount(row), 0n);

function decimalText(amount: bigint, unit: bigint): string {
  const whole = (amount / unit).toString();
  const rest = (amount % unit)
    .toString()
    .padStart(unit.toString().length - 1, '0')
    .replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

const groups = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.');
