import type { Dong } from '@thongvon/kernel';

/** Points of the plan that one return may add before a person should look twice. Managerial, not legal. */
const JUMP_POINTS = 30n;

/** Whether the rate rose by more than 30 points from one return to the next. */
export function hasJumped(before: Dong, after: Dong, planned: Dong): boolean {
  return planned > 0n && (after - before) * 100n > JUMP_POINTS * planned;
}

/** A hundred times as much as approved before: a unit or three digits too many likelier than one week's payments. */
const FAR = 100n;

export function grewFar(before: Dong, after: Dong): boolean {
  return before > 0n && after >= before * FAR;
}

/** A plan a hundred times, or a hundredth of, the one in the ledger. */
export function isFarFromPlan(stated: Dong, ledger: Dong): boolean {
  return grewFar(ledger, stated) || grewFar(stated, ledger);
}
