import type { Dong } from '@thongvon/kernel';

/** An amount as it is read, and what it should be about: of the same project in the ledger or in the last return. */
export interface ComparedAmount {
  readonly read: Dong;
  readonly expected: Dong;
}

/** Between honest growth from week to week and a unit that is wrong by a thousand. */
export const FAR = 100n;

/**
 * By which power of ten (3, 6, 9, negative where too little is read) most of what can be compared is off, weighed by
 * what it should be; 0 where most is not. One amount that is off is a slip, most of them alike are a wrong unit.
 */
export function powerOffMost(amounts: readonly ComparedAmount[]): number {
  const weights = new Map<number, Dong>();
  let total = 0n;
  for (const { read, expected } of amounts) {
    if (read <= 0n || expected <= 0n) continue;
    const power = powerOff(read, expected);
    weights.set(power, (weights.get(power) ?? 0n) + expected);
    total += expected;
  }
  for (const [power, weight] of weights) if (power !== 0 && weight * 2n > total) return power;
  return 0;
}

function powerOff(read: Dong, expected: Dong): number {
  if (read >= expected * FAR) return nearest(read / expected);
  return expected >= read * FAR ? -nearest(expected / read) : 0;
}

/** Of a quotient of at least a hundred: 10^4.5 lies between a thousand and a million. */
function nearest(quotient: bigint): number {
  return quotient < 31_623n ? 3 : quotient < 31_622_777n ? 6 : 9;
}
