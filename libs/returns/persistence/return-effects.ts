import type { EntityManager } from 'typeorm';
import { ReturnEffect } from './entities/return';

/** From `at` (business clock) the return's ledger entries count. */
export async function startEffect(manager: EntityManager, returnId: string, at: Date): Promise<void> {
  await record(manager, returnId, at, true);
}

/** From `at` the return's ledger entries no longer count; they stay for who asks what was known before. */
export async function endEffect(manager: EntityManager, returnId: string, at: Date): Promise<void> {
  await record(manager, returnId, at, false);
}

async function record(manager: EntityManager, returnId: string, at: Date, effective: boolean): Promise<void> {
  await manager.insert(ReturnEffect, { returnId, at, effective });
}

/**
 * SQL for the returns that count as known at the instant in parameter `knownAt` (a placeholder such as "$2"; null for
 * now): rows (return_id, rank), where a higher rank was approved later. A return that counts again keeps its rank: what
 * was approved in between still comes after it.
 */
export function effectiveReturnsSql(knownAt: string): string {
  return `
    SELECT return_id, rank FROM (
      SELECT DISTINCT ON (return_id) return_id, min(id) OVER (PARTITION BY return_id) AS rank, effective FROM returns.return_effect
      WHERE ${knownAt}::timestamptz IS NULL OR at <= ${knownAt}::timestamptz
      ORDER BY return_id, id DESC
    ) last_effect WHERE effective`;
}

/**
 * SQL for the returns of which the derived tables may say otherwise than was known at the instant in `knownAt`: those
 * that began or ceased to count after it, and those that are not computed yet. Rows (return_id).
 */
export function changedReturnsSql(knownAt: string): string {
  return `
    SELECT return_id FROM returns.return_effect WHERE at > ${knownAt}::timestamptz
    UNION SELECT subject FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL`;
}
