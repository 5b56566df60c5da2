import { monthEnds } from '@thongvon/capital';
import { type Dong, lastDay, type PlainDate, type PlanYear, rateOf, sumDong } from '@thongvon/kernel';
import type { DeskProject } from './candidates';
import { type ProposalLine, sumOf } from './checks';
import { forecastOf, jointForecast, type Outlook, withShare } from './outlook';

/** How money stands, and where it leads by the last day. Whole đồng; rates "52.18"; null: not known. */
export interface MoneyStanding {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly rate: string | null;
  readonly forecast: Dong | null;
  /** Forecast of planned. */
  readonly endRate: string | null;
  readonly unspent: Dong | null;
}

/** A project that gives or takes. */
export interface ProjectEffect {
  readonly project: DeskProject;
  readonly given: Dong;
  readonly taken: Dong;
  /** What it gives of each source, with the most that it can. */
  readonly bySource: readonly {
    readonly source: string;
    readonly given: Dong;
    readonly most: Dong;
    readonly taken: Dong;
  }[];
  readonly before: MoneyStanding;
  readonly after: MoneyStanding;
}

/** What a proposal would do, if its lines were decided on today. */
export interface WhatIf {
  readonly moved: Dong;
  /** What projects give and take of each source. */
  readonly bySource: readonly { readonly source: string; readonly given: Dong; readonly taken: Dong }[];
  /** In the order in which the lines name them. */
  readonly projects: readonly ProjectEffect[];
  /** All projects on the desk. */
  readonly whole: {
    readonly before: MoneyStanding;
    readonly after: MoneyStanding;
    readonly projects: number;
    /** Of how many nothing is forecast: they stay where they are. */
    readonly withoutPace: number;
    /** Of how many the figures are too old: then nothing is forecast of the sum. */
    readonly silent: number;
  };
  /** How much more the touched projects would disburse by the last day; null: of one of them it isn't known. */
  readonly gain: Dong | null;
  /** Disbursed by the end of each month to come, as the pace of each leads. */
  readonly curve: readonly {
    readonly on: PlainDate;
    readonly before: Dong | null;
    readonly after: Dong | null;
  }[];
}

/** By the paces of the week; with no lines it is the present. Lines of projects that aren't on the desk count for nobody. */
export function whatIf(
  projects: ReadonlyMap<string, DeskProject>,
  lines: readonly ProposalLine[],
  { week, planYear }: { readonly week: PlainDate; readonly planYear: PlanYear },
): WhatIf {
  const end = lastDay(planYear);
  const all = [...projects.values()];
  const changeOf = (id: string): Dong =>
    sumOf(lines.filter(({ receiverId }) => receiverId === id)) -
    sumOf(lines.filter(({ giverId }) => giverId === id));
  const touched = [...new Set(lines.flatMap(({ giverId, receiverId }) => [giverId, receiverId]))];
  const changed = new Map(
    touched.flatMap((id) => {
      const outlook = projects.get(id)?.outlook;
      return outlook ? [[id, withPlanChanged(outlook, changeOf(id), end)] as const] : [];
    }),
  );
  const before = all.map(({ outlook }) => outlook);
  const after = all.map(({ id, outlook }) => changed.get(id) ?? outlook);
  const effects = touched.flatMap((id): ProjectEffect[] => {
    const project = projects.get(id);
    const then = changed.get(id);
    return project && then ? [effectOf(project, then, lines)] : [];
  });
  const joint = jointForecast(after);
  return {
    moved: sumOf(lines),
    bySource: sumsBySource(effects),
    projects: effects,
    whole: {
      before: wholeOf(before),
      after: wholeOf(after),
      projects: all.length,
      withoutPace: joint.withoutPace,
      silent: joint.silent.length,
    },
    gain: gainOf(effects),
    curve: monthEnds(planYear)
      .filter((on) => on > week)
      .map((on) => ({ on, before: disbursedBy(before, on), after: disbursedBy(after, on) })),
  };
}

function effectOf(project: DeskProject, then: Outlook, lines: readonly ProposalLine[]): ProjectEffect {
  const gives = lines.filter(({ giverId }) => giverId === project.id);
  const takes = lines.filter(({ receiverId }) => receiverId === project.id);
  const sources = [...new Set([...gives, ...takes].map(({ source }) => source))].toSorted();
  return {
    project,
    given: sumOf(gives),
    taken: sumOf(takes),
    bySource: sources.map((source) => ({
      source,
      given: sumOf(gives.filter((line) => line.source === source)),
      most: project.sources.find(({ code }) => code === source)?.most ?? 0n,
      taken: sumOf(takes.filter((line) => line.source === source)),
    })),
    before: standingOf(project.outlook),
    after: standingOf(then),
  };
}

function sumsBySource(effects: readonly ProjectEffect[]): WhatIf['bySource'] {
  const all = effects.flatMap(({ bySource }) => bySource);
  const sum = (amounts: readonly Dong[]): Dong => amounts.reduce((a, b) => a + b, 0n);
  return [...new Set(all.map(({ source }) => source))].toSorted().map((source) => {
    const of = all.filter((one) => one.source === source);
    return { source, given: sum(of.map(({ given }) => given)), taken: sum(of.map(({ taken }) => taken)) };
  });
}

function withPlanChanged(outlook: Outlook, change: Dong, end: PlainDate): Outlook {
  const { planned, disbursed, pace } = outlook;
  return withShare({ planned: (planned ?? 0n) + change, disbursed }, pace, end);
}

/** How a project’s money stands. */
export function standingOf({ planned, disbursed, forecast, unspent }: Outlook): MoneyStanding {
  return {
    ...{ planned, disbursed, forecast, unspent },
    rate: rateOf(disbursed, planned),
    endRate: rateOf(forecast, planned),
  };
}

function wholeOf(outlooks: readonly Outlook[]): MoneyStanding {
  const planned = sumDong(outlooks.map((one) => one.planned));
  const disbursed = sumDong(outlooks.map((one) => one.disbursed));
  const forecast = jointForecast(outlooks).disbursed;
  return {
    ...{ planned, disbursed, forecast },
    rate: rateOf(disbursed, planned),
    endRate: rateOf(forecast, planned),
    unspent: planned === null || forecast === null ? null : planned > forecast ? planned - forecast : 0n,
  };
}

function gainOf(effects: readonly ProjectEffect[]): Dong | null {
  const gains = effects.map(({ before, after }) =>
    before.forecast === null || after.forecast === null ? null : after.forecast - before.forecast,
  );
  return gains.some((gain) => gain === null)
    ? null
    : gains.reduce<Dong>((sum, gain) => sum + (gain ?? 0n), 0n);
}

/** Null where nothing is forecast of the sum. */
function disbursedBy(outlooks: readonly Outlook[], on: PlainDate): Dong | null {
  if (jointForecast(outlooks).disbursed === null) return null;
  return sumDong(outlooks.map((one) => forecastOf(one, one.pace, on) ?? one.disbursed));
}
