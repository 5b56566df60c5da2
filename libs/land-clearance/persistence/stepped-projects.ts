import type { EntityManager } from 'typeorm';
import type {
  ClearanceStep,
  DeadlineView,
  ProjectRefView,
  SegmentRefView,
  StepAlert,
  StepView,
} from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Conditions } from '@thongvon/platform';
import type { Deadline } from '../domain/law/deadlines';
import { describeLimit } from '../domain/law/limits';
import { type SteppedClock, type StepRecord, type StepState, stepStates } from '../domain/law/step-clock';
import { signerOn } from '../domain/law/steps';
import { PROJECT_REF } from '@thongvon/projects';
import { SEGMENT_REF } from './project-rows';

/** A project or one of its segments, with what was recorded of its steps and what else its clocks look at. */
export interface SteppedProject {
  readonly project: ProjectRefView;
  readonly segment: SegmentRefView | null;
  readonly states: ReadonlyMap<ClearanceStep, StepState>;
  readonly blocked: ReadonlySet<ClearanceStep>;
  readonly allHandedOver: boolean;
}

interface Row {
  project: ProjectRefView;
  segment: SegmentRefView | null;
  records: StepRecord[];
  blocked: ClearanceStep[];
  allHandedOver: boolean | null;
}

/**
 * Those of which steps were recorded, blockers stop a step, or all is reported as handed over, among projects `p` and segments `s`
 * (null: the whole project) that `where` lets through, on a day. By project name and segment.
 */
export async function steppedProjects(
  manager: EntityManager,
  where: Conditions,
  asOf: PlainDate,
): Promise<SteppedProject[]> {
  const day = `${where.parameter(asOf)}::date`;
  const rows = await manager.query<Row[]>(
    `SELECT ${PROJECT_REF} AS project,
       ${SEGMENT_REF} AS segment,
       coalesce(recorded.records, '[]') AS records, coalesce(stopped.steps, '{}') AS blocked, handed.over AS "allHandedOver"
     FROM projects.project_ref p
       CROSS JOIN LATERAL (
         SELECT NULL::uuid AS id, NULL AS name, NULL AS name_key
         UNION ALL SELECT id, name, name_key FROM land_clearance.clearance_segment WHERE project_id = p.id
       ) s
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('step', e.step, 'fields', e.fields) ORDER BY e.id) AS records
         FROM land_clearance.clearance_step_entry e WHERE e.project_id = p.id AND e.segment_id IS NOT DISTINCT FROM s.id
       ) recorded ON true
       LEFT JOIN LATERAL (
         SELECT array_agg(DISTINCT b.step) FILTER (WHERE b.step IS NOT NULL) AS steps FROM blockers.blocker_position_ref b
         WHERE b.project_id = p.id AND b.open AND b.valid_from <= ${day} AND b.valid_to > ${day}
           AND (s.id IS NULL OR b.segment_id IS NULL OR b.segment_id = s.id)
       ) stopped ON true
       LEFT JOIN LATERAL (
         SELECT max(c.value) FILTER (WHERE c.measure = 'households') <= max(c.value) FILTER (WHERE c.measure = 'handedOver')
           OR max(c.value) FILTER (WHERE c.measure = 'area') <= max(c.value) FILTER (WHERE c.measure = 'areaHandedOver') AS over
         FROM land_clearance.clearance_position c
         WHERE c.project_id = p.id AND c.segment_id IS NOT DISTINCT FROM s.id AND c.valid_from <= ${day} AND c.valid_to > ${day}
       ) handed ON true
     WHERE ${where.sql} AND (recorded.records IS NOT NULL OR stopped.steps IS NOT NULL OR handed.over)
     ORDER BY p.name_key, p.id, s.name_key NULLS FIRST`,
    [...where.parameters],
  );
  return rows.map(({ project, segment, records, blocked, allHandedOver }) => ({
    project,
    segment,
    states: stepStates(records),
    blocked: new Set(blocked),
    allHandedOver: allHandedOver === true,
  }));
}

/** A step as the API shows it. */
export function toStepView(
  { entry, state, deadlines, due, daysOverdue, alerts }: SteppedClock,
  asOf: PlainDate,
): StepView {
  const { step, number, label, labelEn, conditional, after } = entry;
  const signer = signerOn(entry, asOf);
  return {
    step,
    number,
    label,
    labelEn,
    signer: signer?.[0] ?? null,
    signerEn: signer?.[1] ?? null,
    conditional,
    after,
    ...state,
    dueByLaw: due?.date ?? null,
    dueUnverified: due !== undefined && (due.limit.basis !== 'law' || due.provisional),
    daysOverdue,
    deadlines: deadlines.map(toDeadlineView),
    alerts: alerts.map((code) => ({ code, message: ALERT_TEXTS[code][0], messageEn: ALERT_TEXTS[code][1] })),
  };
}

function toDeadlineView({ limit, since, date, binding, provisional }: Deadline): DeadlineView {
  return { ...describeLimit(limit), since, date, binding, provisional };
}

/** What each alert says, Vietnamese first. */
const ALERT_TEXTS: Readonly<Record<StepAlert, readonly [vi: string, en: string]>> = {
  'STEP-OVERDUE': ['Quá thời hạn luật định.', 'Past the last day by law.'],
  'STEP-TOO-EARLY': ['Thực hiện trước thời điểm luật cho phép.', 'Done before the law allows it.'],
  'STEP-ORDER': ['Bước trước chưa xong.', 'A step before it is not done.'],
  'STEP-WITHOUT-DATE-OR-DOCUMENT': [
    'Ghi đã xong nhưng thiếu ngày hoặc văn bản.',
    'Said to be done, without a date or document.',
  ],
  'STEP-BLOCKED': ['Đang có vướng mắc ở bước này.', 'A blocker stands at this step.'],
  'NOTICE-EXPIRES': [
    'Thông báo thu hồi đất hết hiệu lực sau 12 tháng, chưa có quyết định thu hồi.',
    'The notice ends after 12 months, and there is no recovery decision yet.',
  ],
  'HANDOVER-WITHOUT-RECORD': [
    'Báo cáo đã bàn giao 100 % nhưng chưa có biên bản bàn giao mặt bằng.',
    'Reported as all handed over, without a record of site handover.',
  ],
};
