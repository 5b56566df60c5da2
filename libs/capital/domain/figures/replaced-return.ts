import { formatInstant, groupBy, sumDong, type Dong } from '@thongvon/kernel';
import type { PreviewReplacement, PreviewRow } from '@thongvon/returns';
import { sameness, type LedgerLine } from './ledger-lines';

/** A return whose effect ends, as it was approved. */
export interface EndingReturn {
  readonly id: string;
  readonly approvedAt: Date;
}

/** What the ledger has of a project from returns whose effect ends. */
export interface EndingProject {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly lines: readonly Omit<LedgerLine, 'cells'>[];
}

/**
 * The rows of a preview, those that `ending` tells otherwise with what that says, and the two returns as a whole.
 * `reported` holds for each of the first rows what the return itself would write into the ledger; the rest are missing ones.
 */
export function compareWithEnding(
  rows: readonly PreviewRow[],
  reported: readonly (readonly LedgerLine[])[],
  last: EndingReturn,
  ending: readonly EndingProject[],
): { readonly rows: PreviewRow[]; readonly replaces: PreviewReplacement } {
  const known = new Map(ending.map((project) => [project.projectId, project]));
  const own = groupBy(
    reported.map((lines, index) => ({ key: keyOf(rows[index], index), lines })),
    ({ key }) => key,
  );
  const otherwise = new Set(
    [...own].flatMap(([key, same]) =>
      sameness(same.flatMap(({ lines }) => lines)) === sameness(known.get(key)?.lines ?? []) ? [] : [key],
    ),
  );
  const leftOut = ending.filter(({ projectId }) => !own.has(projectId));
  const [after, before] = [sumOf(reported.flat()), sumOf(ending.flatMap(({ lines }) => lines))];
  return {
    rows: rows.map((row, index) => {
      const key = keyOf(row, index);
      return otherwise.has(key) && index < reported.length
        ? { ...row, replaced: text(sumOf(known.get(key)?.lines ?? [])) }
        : row;
    }),
    replaces: {
      returnId: last.id,
      approvedAt: formatInstant(last.approvedAt),
      changed: otherwise.size + leftOut.length,
      difference: after === null && before === null ? null : ((after ?? 0n) - (before ?? 0n)).toString(),
      leftOut: leftOut.map(({ lines, ...project }) => ({ ...project, amount: text(sumOf(lines)) })),
    },
  };
}

/** Its project; a project that isn't registered yet is one of its own. */
const keyOf = (row: PreviewRow | undefined, index: number): string => row?.projectId ?? `row ${index}`;

/** Disbursed of this year's plan; null where nothing is said. */
function sumOf(lines: readonly Omit<LedgerLine, 'cells'>[]): Dong | null {
  return sumDong(
    lines.map(({ basis, plan_type, disbursed }) =>
      basis !== 'estimate' && plan_type === 'current-year' && disbursed !== null ? BigInt(disbursed) : null,
    ),
  );
}

const text = (value: Dong | null): string | null => value?.toString() ?? null;
