import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { analyzeTables } from '@thongvon/platform';
import type { ReturnKind } from '@thongvon/return-reader';

/** What an office had reported before it used this system, entered in bulk. */
export interface TakenOver {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: ReturnKind;
  /** Null: of a plan, whose decision says the day. */
  readonly asOf: PlainDate | null;
  readonly planYear: PlanYear;
  /** Who entered it, and who let it count: two people. Business clock. */
  readonly enteredBy: string;
  readonly enteredAt: Date;
  readonly approvedBy: string;
  readonly approvedAt: Date;
  readonly fileName: string;
  /** Where it comes from, kept in the place of a file; no two of an office are the same. */
  readonly origin: string;
}

/** Rows of one statement: each is a few hundred bytes of JSON. */
const AT_ONCE = 5_000;

/** Writes them, their histories, and that they count. */
export async function insertTakenOver(manager: EntityManager, returns: readonly TakenOver[]): Promise<void> {
  for (let from = 0; from < returns.length; from += AT_ONCE)
    await insertSome(manager, returns.slice(from, from + AT_ONCE));
  await analyzeTables(manager, returns.length, ['returns.return', 'returns.return_effect']);
}

async function insertSome(manager: EntityManager, returns: readonly TakenOver[]): Promise<void> {
  const rows = JSON.stringify(returns);
  await manager.query(
    `INSERT INTO returns.stored_file (sha256, size, bytes)
     SELECT encode(sha256(bytes), 'hex'), octet_length(bytes), bytes
     FROM ${ROWS} CROSS JOIN LATERAL (SELECT convert_to(t.origin, 'UTF8') AS bytes) kept
     ON CONFLICT DO NOTHING`,
    [rows],
  );
  await manager.query(
    `INSERT INTO returns.return (id, organization_id, uploaded_by, file_sha256, file_name, status, kinds, as_of, plan_year,
       coverage, received_at, submitted_at, submitted_by, approved_at, approved_by)
     SELECT id, "organizationId", "enteredBy", encode(sha256(convert_to(origin, 'UTF8')), 'hex'), "fileName", 'approved',
       ARRAY[kind], "asOf", "planYear", 'full', "enteredAt", "enteredAt", "enteredBy", "approvedAt", "approvedBy"
     FROM ${ROWS}`,
    [rows],
  );
  await manager.query(
    `INSERT INTO returns.return_event (return_id, type, status, at, actor_id, data)
     SELECT id, 'received', 'received', "enteredAt", "enteredBy", '{}'::jsonb FROM ${ROWS}
     UNION ALL
     SELECT id, 'approve', 'approved', "approvedAt", "approvedBy", jsonb_build_object('reason', origin) FROM ${ROWS}`,
    [rows],
  );
  await manager.query(
    `INSERT INTO returns.return_effect (return_id, at, effective)
     SELECT id, "approvedAt", true FROM ${ROWS} ORDER BY "approvedAt"`,
    [rows],
  );
}

/** SQL of the rows in the first parameter. */
const ROWS = `jsonb_to_recordset($1::jsonb) AS t (id uuid, "organizationId" uuid, kind text, "asOf" date, "planYear" int,
  "enteredBy" uuid, "enteredAt" timestamptz, "approvedBy" uuid, "approvedAt" timestamptz, "fileName" text, origin text)`;
