import type { EntityManager } from 'typeorm';
import { UNSPECIFIED_SOURCE } from '@thongvon/kernel';

const UNSPECIFIED_LABEL = 'Không ghi nguồn';

/** Makes sure that each source named in a return has its row; the label is that of the first table that named it. */
export async function ensureSources(
  manager: EntityManager,
  named: readonly { readonly source: string; readonly sourceLabel: string | null }[],
): Promise<void> {
  const labels = new Map(named.map(({ source, sourceLabel }) => [source, sourceLabel ?? source]));
  labels.set(UNSPECIFIED_SOURCE, UNSPECIFIED_LABEL);
  const rows = [...labels].map(([code, label]) => ({ code, label }));
  await manager.query(
    `INSERT INTO projects.capital_source (code, label) SELECT code, label FROM jsonb_to_recordset($1) AS t (code text, label text)
     ORDER BY code ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
