import type { DataSource } from 'typeorm';

/** What is left of the month in the database, without ids and times: the same however often the program has died. */
export interface Books {
  /** Each return with its history and what it wrote. */
  readonly returns: readonly Row[];
  readonly figures: readonly Row[];
  readonly allocations: readonly Row[];
  /** Progress of land clearance, and what was said of blockers. */
  readonly progress: readonly Row[];
  readonly blockers: readonly Row[];
  readonly projects: readonly Row[];
  /** What people did, each action once. */
  readonly audit: readonly Row[];
  /** Originals whose bytes aren't those that were sent. */
  readonly falsifiedFiles: number;
  /** Work that was asked for and is not done. */
  readonly openWork: readonly Row[];
}

type Row = Readonly<Record<string, unknown>>;

const QUERIES: Record<Exclude<keyof Books, 'falsifiedFiles'>, string> = {
  returns: `
    SELECT file_name, status, as_of, file_sha256,
      (SELECT array_agg(type || ' → ' || e.status ORDER BY e.id) FROM returns.return_event e WHERE return_id = r.id) AS history,
      (SELECT array_agg(effective ORDER BY e.id) FROM returns.return_effect e WHERE return_id = r.id) AS effects
    FROM returns.return r ORDER BY file_name, id`,
  figures: `
    SELECT r.file_name, p.code, p.name, f.plan_type, source_code, basis, f.as_of, disbursed, completed, advance, cells
    FROM capital.figure f JOIN returns.return r ON r.id = return_id JOIN projects.project p ON p.id = project_id
    ORDER BY 1, 2, 3, 4, 5, 6, 7, f.id`,
  allocations: `
    SELECT r.file_name, d.number, d.mode, p.code, p.name, a.plan_type, source_code, amount, effective_on, sheet, cell
    FROM capital.allocation a JOIN returns.return r ON r.id = return_id JOIN capital.decision d ON d.id = decision_id
      JOIN projects.project p ON p.id = project_id
    ORDER BY 1, 2, 3, 4, 5, 6, 7, a.id`,
  progress: `
    SELECT r.file_name, p.code, p.name, measure, f.as_of, value, sheet, cell
    FROM land_clearance.clearance_figure f JOIN returns.return r ON r.id = return_id JOIN projects.project p ON p.id = project_id
    ORDER BY 1, 2, 3, 4, f.id`,
  blockers: `
    SELECT r.file_name, p.code, p.name, type, m.as_of, text, responsible_unit, due, m.cells
    FROM blockers.blocker_mention m JOIN blockers.blocker b ON b.id = blocker_id JOIN returns.return r ON r.id = return_id
      JOIN projects.project p ON p.id = project_id
    ORDER BY 1, 2, 3, 4, text, m.id`,
  projects: `SELECT code, name, kind, owner_name, commune, total_investment FROM projects.project ORDER BY code, name, id`,
  audit: `
    SELECT action, r.file_name, count(*)::int AS times FROM audit.audit_entry JOIN returns.return r ON subject = 'return:' || r.id
    GROUP BY 1, 2 ORDER BY 1, 2`,
  openWork: `SELECT job, subject, relays FROM platform.work_intent WHERE done_at IS NULL`,
};

export async function readBooks(data: DataSource): Promise<Books> {
  const rows = async (name: keyof typeof QUERIES): Promise<Row[]> => data.query<Row[]>(QUERIES[name]);
  const [falsified] = await data.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM returns.stored_file WHERE encode(sha256(bytes), 'hex') <> sha256 OR length(bytes) <> size`,
  );
  return {
    returns: await rows('returns'),
    figures: await rows('figures'),
    allocations: await rows('allocations'),
    progress: await rows('progress'),
    blockers: await rows('blockers'),
    projects: await rows('projects'),
    audit: await rows('audit'),
    falsifiedFiles: falsified?.count ?? 0,
    openWork: await rows('openWork'),
  };
}
