import { setTimeout as wait } from 'node:timers/promises';
import { demoWorkbook } from '../../support/district';
import { eventually } from '../../support/eventually';
import type { Person } from './person';

export const PLANS = ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd'];
export const WEEKS = ['2023-05-24', '2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21'].map(
  (day) => `board-weekly-${day}`,
);

/** Longer than any number of restarts takes. Milliseconds. */
const PATIENCE = 180_000;

interface SeenReturn {
  readonly status: string;
  readonly findings: readonly unknown[];
}

export interface SeenSummary {
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly rate: string | null;
  readonly stale: boolean;
}

/**
 * What the offices do in the demo's weeks: the plan, its adjustment, which the head approves, then the board's five returns,
 * which it sends at once.
 */
export async function liveThroughTheMonth(finance: Person, head: Person, board: Person): Promise<void> {
  for (const plan of PLANS) await handIn(finance, head, await upload(finance, plan));
  const weekly = await Promise.all(WEEKS.map((week) => upload(board, week)));
  for (const id of weekly) await handIn(board, finance, id);
}

/** The summary of 21/6/2023, once nothing is stale. */
export async function summaryAtTheEnd(reader: Person): Promise<SeenSummary> {
  const path = '/api/disbursements/summary?planYear=2023&asOf=2023-06-21';
  const { body } = await eventually(
    () => reader.get<SeenSummary>(path),
    (reply) => !reply.body.stale,
    PATIENCE,
  );
  return body;
}

/** An account sends few files at once: whoever is asked to wait, waits and sends the file again. */
async function upload(sender: Person, name: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([await demoWorkbook(name)]), `${name}.xlsx`);
  for (;;) {
    const reply = await sender.post<{ id: string }>('/api/returns', { body });
    if (reply.status === 200 || reply.status === 202) return reply.body.id;
    if (reply.status !== 429) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    await wait(200);
  }
}

async function handIn(sender: Person, approver: Person, id: string): Promise<void> {
  await take(sender, id, 'submission', 'ready');
  await take(approver, id, 'approval', 'submitted');
}

/** Looks at a return and takes a step with what was seen; looks again when that has changed in between. */
async function take(
  person: Person,
  id: string,
  step: 'submission' | 'approval',
  from: string,
): Promise<void> {
  for (;;) {
    const { etag, body } = await eventually(
      () => person.get<SeenReturn>(`/api/returns/${id}`),
      (reply) => !['received', 'reading'].includes(reply.body.status),
      PATIENCE,
    );
    if (body.status !== from) throw new Error(`${step} of a return that is ${JSON.stringify(body)}`);
    const reply = await person.post(`/api/returns/${id}/${step}`, { ifMatch: etag ?? '*' });
    if (reply.status === 200 || reply.status === 202) return;
    if (reply.status !== 412) throw new Error(`${step}: ${JSON.stringify(reply)}`);
  }
}
