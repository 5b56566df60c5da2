import type { Dong } from '@thongvon/kernel';
import type { NamedProject } from './project-match';
import { likeness, saysTheSame } from './name-likeness';

/** A row that names no project of the register, with what it says of its money. */
export interface UnknownRow extends NamedProject {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
}

/** A project of the sender's that the return doesn't list, with its plan and its last figure. */
export interface UnlistedProject extends NamedProject {
  readonly id: string;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  /** It stood in the sender's return before: that it is missing is asked about anyway. */
  readonly expected: boolean;
}

/** More proposals than this help nobody. */
const MOST = 5;

/**
 * A project that is missing and one that is new may be one that was renamed: with the same plan to the đồng, the same
 * last figure, or nearly the same name. By the row's place in `rows`, the likeliest first; two codes that differ are two
 * projects, unless one is missing and both name and money agree.
 */
export function renamedProjects<Project extends UnlistedProject>(
  rows: readonly UnknownRow[],
  unlisted: readonly Project[],
): readonly (readonly Project[])[] {
  return rows.map((row) =>
    unlisted
      .flatMap((project) => {
        const score = scoreOf(row, project);
        return score > 0 ? [{ project, score }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ project }) => project),
  );
}

/** A hundred million đồng, in which plans are mostly given. */
const ROUND = 100_000_000n;
const isRound = (planned: Dong | null): boolean => planned !== null && planned % ROUND === 0n;

/** 0: two projects. Else the more, the likelier it is that they are one. */
function scoreOf(row: UnknownRow, project: UnlistedProject): number {
  const alike = likeness(row.name, project.name);
  const equalPlan = row.planned !== null && row.planned > 0n && row.planned === project.planned;
  // Many projects are given one round amount: where nothing is missing, it needs words that both names have.
  const samePlan = equalPlan && (project.expected || alike >= 0.3 || !isRound(row.planned));
  const sameFigure = row.disbursed !== null && row.disbursed > 0n && row.disbursed === project.disbursed;
  const same = saysTheSame(row.name, project.name);
  const score = alike + (samePlan ? 1 : 0) + (sameFigure ? 1 : 0) + (same ? 1 : 0);
  if (row.code !== null && project.code !== null)
    return project.expected && (samePlan || sameFigure) && alike >= 0.5 ? score : 0;
  // Without anything missing, a name that only resembles another is a new project.
  const near = project.expected ? alike >= 0.5 : same;
  return near || samePlan || sameFigure ? score : 0;
}
