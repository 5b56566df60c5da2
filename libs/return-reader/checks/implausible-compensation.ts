import type { AmountUnit, Dong } from '@thongvon/kernel';

/** What a row of a land-clearance table says of money and of whom it is for. Whole đồng. */
export interface CompensatedRow {
  readonly name: string;
  readonly households: number | null;
  readonly compensation: string | null;
  readonly compensated: string | null;
}

/**
 * What a household affected is compensated with: from the crops of a strip of field to a house in the middle of a large
 * city. Its house and land in Thăng Bình were some hundred million in 2023 (domain.md, 2.3) [I].
 */
const LEAST: Dong = 1_000_000n;
const MOST: Dong = 50_000_000_000n;

/** An amount and, for the text, what it is. */
interface Implausible {
  readonly what: string;
  readonly amount: Dong;
  readonly field: 'compensation' | 'compensated';
}

/**
 * Where most rows compensate a household with less, or with more, than any is, the unit is likelier wrong than they are:
 * 142,4 tỷ written in triệu and read in đồng. Rows that don't say how many households tell nothing.
 */
export function implausibleCompensation(
  rows: readonly CompensatedRow[],
  unit: AmountUnit,
): Implausible | undefined {
  const said = rows.flatMap(({ name, households, compensation, compensated }) => {
    const amount = BigInt(compensation ?? compensated ?? 0);
    if (households === null || households <= 0 || amount === 0n) return [];
    const field = compensation === null ? ('compensated' as const) : ('compensation' as const);
    return [{ what: `kinh phí bồi thường của “${name}”`, amount, field, households: BigInt(households) }];
  });
  const below = said.filter(({ amount, households }) => amount < LEAST * households);
  const above = said.filter(({ amount, households }) => amount > MOST * households);
  // What is paid out may be little in the beginning; and of amounts that are too large in đồng no other unit makes less.
  const off = unit === 'billion-dong' ? above : unit === 'dong' ? below : [...below, ...above];
  const planned = off.filter(({ field, amount }) => field === 'compensation' || amount > MOST);
  return planned.length * 2 > said.length ? planned[0] : undefined;
}
