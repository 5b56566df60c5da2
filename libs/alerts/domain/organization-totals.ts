import { sumDong } from '@thongvon/kernel';
import { totalOf, type LineFacts, type Total, type WeekFacts } from './week-facts';

/** Ids of the organisation and of all above it, nearest first. */
export function lineage(facts: WeekFacts, organizationId: string): string[] {
  const ids: string[] = [];
  let id: string | null = organizationId;
  while (id !== null && !ids.includes(id)) {
    ids.push(id);
    id = facts.organizations.get(id)?.parentId ?? null;
  }
  return ids;
}

/**
 * This year's plan and what is disbursed of it, by organisation, each with all below it, as summaries count it:
 * projects without a plan enter no rate. Only lines that `counts` are summed.
 */
export function totalsByOrganization(
  facts: WeekFacts,
  counts: (line: LineFacts) => boolean = () => true,
): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const project of facts.projects.values()) {
    const total = totalOf(project.lines.filter(counts), 'current-year');
    if (total.planned === null) continue;
    for (const id of lineage(facts, project.organizationId)) {
      const sum = totals.get(id);
      totals.set(id, {
        planned: sumDong([sum?.planned ?? null, total.planned]),
        disbursed: sumDong([sum?.disbursed ?? null, total.disbursed]),
      });
    }
  }
  return totals;
}
