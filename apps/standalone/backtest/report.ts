import { RULE_TITLES, type Replayed, type ReplayedRule } from '@thongvon/alerts';
import { formatPlainDate } from '@thongvon/kernel';

/** A replay as a person reads it: a line for each rule, then each alert with its life. */
export function report({ weeks, rules, alerts }: Replayed): string {
  const first = weeks[0];
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return '';
  const lines = alerts.map(({ rule, subjectName, openedOn, closedOn, daysBefore, text }) => {
    const life = `${formatPlainDate(openedOn)} – ${closedOn ? formatPlainDate(closedOn) : 'còn mở'}`;
    const lead = daysBefore === null ? '' : ` · trước ${daysBefore} ngày`;
    return `  ${life}${lead} · ${RULE_TITLES[rule]} · ${subjectName}\n    ${text}`;
  });
  return [
    `${weeks.length} tuần đã chốt, ${formatPlainDate(first)} – ${formatPlainDate(last)}`,
    '',
    ...rules.map(summary),
    '',
    ...lines,
    '',
  ].join('\n');
}

function summary({ rule, raised, stillOpen, warnsOf, daysBefore, unwarned }: ReplayedRule): string {
  const counts = `${RULE_TITLES[rule]}: ${raised} lần mở, ${stillOpen} còn mở`;
  if (warnsOf === null) return `${counts}; tự nó là sự việc`;
  const median = daysBefore[Math.floor(daysBefore.length / 2)];
  const leads =
    median === undefined
      ? 'chưa báo trước được lần nào'
      : `báo trước ${daysBefore.length} lần, ${daysBefore[0]} đến ${daysBefore.at(-1)} ngày, giữa ${median}`;
  return `${counts}; về "${RULE_TITLES[warnsOf]}" ${leads}; ${unwarned} lần không báo trước`;
}
