import { randomUUID } from 'node:crypto';
import type { Actor } from '@thongvon/organizations';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckReturn, RecomputeReturn, SubmitReturn } from '@thongvon/returns';
import { planReading } from '../factories/reading';
import type { TestSystem } from './test-system';

/** Puts a return in place as the reading job leaves it, with a made-up reading instead of a workbook. */
export async function readyReturn(
  { data, clock }: TestSystem,
  sender: Actor,
  reading: Reading,
): Promise<string> {
  const id = randomUUID();
  const bytes = Buffer.from(id);
  await data.transaction(async (manager) => {
    await manager.query(`INSERT INTO returns.stored_file (sha256, size, bytes) VALUES ($1, $2, $3)`, [
      id,
      bytes.length,
      bytes,
    ]);
    await manager.query(
      `INSERT INTO returns.return (id, organization_id, uploaded_by, file_sha256, file_name, status, version, kinds, as_of,
         plan_year, coverage, received_at)
       VALUES ($1, $2, $3, $4, 'made.xlsx', 'ready', 1, $5, $6, $7, $8, $9)`,
      [
        id,
        sender.organizationId,
        sender.userId,
        id,
        reading.kinds,
        reading.asOf,
        reading.planYear,
        reading.coverage,
        clock.now(),
      ],
    );
    await manager.query(
      `INSERT INTO returns.return_reading (return_id, reading, findings, preview) VALUES ($1, $2, '[]', '{}')`,
      [id, Buffer.from(JSON.stringify(reading))],
    );
  });
  return id;
}

/** Submits, approves and recomputes it. Questions that the checks ask are answered before, so that nothing stops it. */
export async function approveReady(system: TestSystem, sender: Actor, id: string): Promise<void> {
  await answerAll(system, id);
  await system.app.get(SubmitReturn).submit(sender, id);
  await system.app.get(ApproveReturn).approve(system.approver, id, { reason: 'so it is' });
  await recomputeOpen(system);
}

/** Has the finance office's plan of one project, 7000001, approved: `tinh` đồng of the province's budget. */
export async function approvePlan(
  system: TestSystem,
  decision: Parameters<typeof planReading>[0] = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
  tinh = 600,
): Promise<void> {
  const reading = planReading(decision, { '7000001': { tinh } });
  await approveReady(system, system.finance, await readyReturn(system, system.finance, reading));
}

/** What the checks find in a return by the ledgers as they are. Throws where they had looked at it already. */
export async function checked({ app }: TestSystem, id: string) {
  const stored = (await app.get(RecheckReturn).recheck(id))?.stored;
  if (!stored) throw new Error('not checked');
  return stored;
}

/** Does the recomputation that committed actions have asked for, as the worker would. */
export async function recomputeOpen({ app, data }: TestSystem): Promise<void> {
  const open = await data.query<{ subject: string }[]>(
    `SELECT subject FROM platform.work_intent WHERE job = 'recompute-positions' AND done_at IS NULL ORDER BY id`,
  );
  for (const { subject } of open) await app.get(RecomputeReturn).recompute(subject);
}

/** Answers all that the checks ask, a decision that comes again as its replacement. */
export async function answerAll({ app, data }: TestSystem, id: string): Promise<void> {
  await app.get(RecheckReturn).recheck(id);
  await data.query(
    `UPDATE returns.return SET answers = answers || coalesce((
       SELECT jsonb_agg(jsonb_build_object('code', f->>'code', 'sheet', f->>'sheet', 'cell', f->>'cell',
         'asked', f->>'value', 'reason', 'so it is',
         'value', CASE f->>'code' WHEN 'RET-DECISION-AGAIN' THEN 'replacement' WHEN 'RET-DECISION-ELSEWHERE' THEN 'same' END))
       FROM returns.return_reading rr, json_array_elements(rr.findings) f WHERE rr.return_id = $1 AND f->>'severity' = 'question'
     ), '[]') WHERE id = $1`,
    [id],
  );
}
