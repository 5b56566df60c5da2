import type { Dong } from '@thongvon/kernel';

/** Points of the plan that one return may add before a person should look twice. Managerial, not legal. */
const JUMP_POINTS = 30n;

/** Whether the rate rose by more than 30 points from one return to the next. */
export function hasJumped(before: Dong, after: Dong, planned: Dong): boolean {
  return planned > 0n && (after - before) * 100n > JUMP_POINTS * planned;
}
