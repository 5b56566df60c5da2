import {
  type Dong,
  isOverdue,
  isStale,
  lastDay,
  type PlainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import type { Decision, Share } from './decision';
import type { ExpectedPlace, WeekForecast, WeekSilence } from './digest';
import { type Grounds, outlookOf } from './outlook';
import { figureDateOf, shareOf } from './shares';
import type { LetterWeek } from './within-scope';

/** What a week's forecast is made of; `total`: the sum over its planned projects. */
interface ForecastMaterial {
  readonly now: LetterWeek;
  readonly planYear: PlanYear;
  readonly grounds: Grounds;
  readonly total: Share;
  readonly expected: ExpectedPlace | null;
  readonly decisions: readonly Decision[];
}

/**
 * Where the planned projects lead together by the plan year's last day: each by its own pace and rounded by itself, then summed; those
 * without two reports stay where they are. Nothing is forecast of a sum with figures in it that are too old for a pace, as on the
 * overview (`SUMS_FORECAST` of capital).
 */
export function forecastOfWeek(material: ForecastMaterial): WeekForecast {
  const { now, planYear, grounds, total, expected } = material;
  const blocked = new Set(now.blockers.map(({ projectId }) => projectId));
  const planned = now.projects.flatMap((project) => {
    const outlook = outlookOf(project, grounds, { week: now.week, planYear });
    return outlook.planned === null ? [] : [{ ...outlook, isBlocked: blocked.has(project.id) }];
  });
  const silent = planned.filter(({ pace, remaining }) => pace.reason === 'too-old' && remaining !== 0n);
  const withoutPace = planned.filter(({ forecast }) => forecast === null).length;
  const isPaced = planned.some(({ pace }) => pace.change !== null) || withoutPace === 0;
  const isKnown = silent.length === 0 && planned.length > 0 && isPaced;
  const disbursed = isKnown ? sumDong(planned.map((one) => one.forecast ?? one.disbursed)) : null;
  const plan = total.planned;
  const proposed = proposedBy(material.decisions);
  return {
    deadline: lastDay(planYear),
    disbursed,
    unspent: plan === null || disbursed === null ? null : plan > disbursed ? plan - disbursed : 0n,
    missing:
      plan === null || disbursed === null || expected === null
        ? null
        : (plan * expected.final.hundredths) / 10_000n - disbursed,
    ifBlockedStandStill: isKnown
      ? sumDong(planned.map((one) => (one.isBlocked ? one.disbursed : (one.forecast ?? one.disbursed))))
      : null,
    proposed,
    ifMoved: disbursed === null ? null : disbursed + proposed,
    short: planned.filter((one) => (one.planned ?? 0n) > (one.forecast ?? one.disbursed ?? 0n)).length,
    withoutPace,
    silent: silent.length,
    silentSince: earliest(silent.map(({ pace }) => pace.since)),
  };
}

/** Each item once, however much stopping its project would move. */
function proposedBy(decisions: readonly Decision[]): Dong {
  const moved = decisions.flatMap(({ options }) =>
    options.flatMap(({ kind, parts }) => (kind === 'move' ? (parts?.moved ?? []) : [])),
  );
  return moved.reduce((a, b) => a + b, 0n);
}

/** Of whom nothing is known in a week: it stands by itself, and is no zero. `estimated`: projects of which the owner says an estimate. */
export function silenceOf(
  { projects, blockers, cleared, week }: LetterWeek,
  planYear: PlanYear,
  estimated: ReadonlySet<string> | null,
): WeekSilence {
  const planned = projects.flatMap((project) => {
    const share = shareOf(project, planYear);
    return share.planned === null ? [] : [{ ...share, id: project.id, on: figureDateOf(project, planYear) }];
  });
  const names = new Map([...projects, ...cleared].map(({ id, name }) => [id, name]));
  const without = planned.filter(({ disbursed }) => disbursed === null);
  const stale = planned.filter(({ on }) => isStale(on, week));
  return {
    projects: planned.length,
    withoutFigures: { projects: without.length, planned: sumDong(without.map(({ planned: plan }) => plan)) },
    stale: { projects: stale.length, since: earliest(stale.map(({ on }) => on)) },
    estimated: estimated && planned.filter(({ id }) => estimated.has(id)).length,
    unanswered: blockers.flatMap(({ id, projectId, responsibleUnit, due, lastActionOn }) =>
      due !== null && isOverdue(due, { businessDay: week }) && (lastActionOn === null || lastActionOn <= due)
        ? [{ blockerId: id, project: names.get(projectId) ?? '', unit: responsibleUnit, due }]
        : [],
    ),
  };
}

function earliest(days: readonly (PlainDate | null)[]): PlainDate | null {
  return days.flatMap((day) => day ?? []).toSorted()[0] ?? null;
}
