import {
  type Dong,
  isOverdue,
  isStale,
  lastDay,
  type PlainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import {
  figureDateOf,
  type Grounds,
  jointForecast,
  outlookOf,
  type Share,
  shareOf,
} from '@thongvon/reallocation';
import type { Decision } from './decision';
import type { ExpectedPlace, WeekForecast, WeekSilence } from './digest';
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
 * Where the planned projects lead together by the plan year's last day (`jointForecast`), and what proposals would move.
 */
export function forecastOfWeek(material: ForecastMaterial): WeekForecast {
  const { now, planYear, grounds, total, expected } = material;
  const blocked = new Set(now.blockers.map(({ projectId }) => projectId));
  const planned = now.projects.flatMap((project) => {
    const outlook = outlookOf(project, grounds, { week: now.week, planYear });
    return outlook.planned === null ? [] : [{ ...outlook, isBlocked: blocked.has(project.id) }];
  });
  const { disbursed, silent, withoutPace } = jointForecast(planned);
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
    ifBlockedStandStill:
      disbursed === null
        ? null
        : sumDong(planned.map((one) => (one.isBlocked ? one.disbursed : (one.forecast ?? one.disbursed)))),
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
