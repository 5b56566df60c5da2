import { addDays, daysBetween, isPaceTooOld, type PlainDate } from '@thongvon/kernel';
import type { AlertRule, Situation } from '../alert-rule';
import { practice } from '../citations';
import { figureWeek, weeksBefore } from '../figure-week';
import { noMovement as texts } from '../messages/rates';
import type { NumbersOf } from '../messages/numbers';
import { figureDate, totalOf, type ProjectFacts } from '../week-facts';

/**
 * Projects whose reported sum has stood still for so many weeks, counted from figure to figure: of a project that
 * nobody reports, nobody knows whether it moves.
 */
export const noMovement: AlertRule = {
  id: 'no-movement',
  title: ['Không nhúc nhích', 'No movement'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Dự án không phát sinh giải ngân n tuần liền', 'Projects without movement for n weeks'),
  subjects: ['project'],
  ofPace: true,
  yearly: true,
  thresholds: [
    {
      key: 'weeks',
      unit: 'weeks',
      label: ['Số tuần không đổi', 'Weeks without change'],
      values: [{ fromPlanYear: 0, value: 4, origin: 'Đề xuất' }],
      min: 1,
      max: 26,
    },
  ],
  // A week more: figures are a few days older than the week that they are frozen in.
  weeksBack: ({ weeks = 0 }) => weeksBefore(weeks + 1),
  evaluate: (situation) =>
    [...situation.now.projects.values()].flatMap((project) => {
      const { id, name, organizationId, lines } = project;
      const weeks = situation.thresholds({ organizationId })?.['weeks'];
      const { planned, disbursed } = totalOf(lines, 'current-year');
      const asOf = figureDate(lines, 'current-year');
      if (weeks === undefined || planned === null || disbursed === null || asOf === null) return [];
      if (isPaceTooOld(asOf, situation.now.week)) return [];
      const since = standingSince(situation, project, weeks + 1);
      const stood = since === null ? 0 : Math.floor(daysBetween(since, asOf) / 7);
      if (since === null || stood < weeks || disbursed >= planned) return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: planned - disbursed,
          numbers: {
            planned: planned.toString(),
            disbursed: disbursed.toString(),
            since,
            weeks: stood,
          } satisfies NumbersOf<'no-movement'>,
          texts: texts(name, { planned, disbursed }, since, stood),
        },
      ];
    }),
};

/** The date of the earliest figure, in so many weeks before that of its figures, from which on the sum has been what it is. */
function standingSince(
  { now, before }: Situation,
  { id, lines }: ProjectFacts,
  weeks: number,
): PlainDate | null {
  const { disbursed } = totalOf(lines, 'current-year');
  const start = addDays(figureWeek(lines, now) ?? now.week, -7 * weeks);
  let since = figureDate(lines, 'current-year');
  for (const week of before) {
    if (week.week < start) break;
    const earlier = week.projects.get(id);
    if (!earlier || totalOf(earlier.lines, 'current-year').disbursed !== disbursed) break;
    since = figureDate(earlier.lines, 'current-year') ?? since;
  }
  return since;
}
