import { isStale, type PlainDate } from '@thongvon/kernel';
import type { AlertRule, Firing, Texts } from './alert-rule';
import { staleFigures } from './messages/rates';
import { lineage } from './organization-totals';
import { figureDate, type WeekFacts } from './week-facts';

/**
 * What a rule about pace says of figures that are older than the reporting week: it names their day, so that they are never
 * judged as if they were of that week (contract, section 2). It still stands: silence mends nothing.
 */
export function withStaleFigures(rule: Pick<AlertRule, 'ofPace'>, firing: Firing, now: WeekFacts): Texts {
  const on = rule.ofPace ? figuresOf(firing, now) : null;
  if (on === null || !isStale(on, now.week)) return firing.texts;
  const [vi, en] = staleFigures(on);
  return [`${firing.texts[0]} ${vi}`, `${firing.texts[1]} ${en}`];
}

/** Date of the newest figure of the project, else of all projects of the office and of those below it. */
function figuresOf({ projectId, organizationId }: Firing, now: WeekFacts): PlainDate | null {
  const dates = [...now.projects.values()].flatMap((project) => {
    const isMeant =
      projectId === null
        ? lineage(now, project.organizationId).includes(organizationId)
        : project.id === projectId;
    return (isMeant ? figureDate(project.lines, 'current-year') : null) ?? [];
  });
  return dates.toSorted().at(-1) ?? null;
}
