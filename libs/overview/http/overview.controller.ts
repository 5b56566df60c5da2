import { Controller, Get, Injectable, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AlertRules, quartersOf } from '@thongvon/alerts';
import {
  CurveView,
  FacetsView,
  FiguresQueryRequest,
  listOf,
  type MilestoneView,
  ROLES,
  SliceRequest,
  StandingsRequest,
  StandingsWorkbookRequest,
  StandingView,
} from '@thongvon/api-contract';
import {
  type Curve,
  DrawCurve,
  type FiguresQuery,
  ListStandings,
  PastCourses,
  pointsOf,
  SumFacets,
} from '@thongvon/capital';
import { toFiguresQuery, toSlice } from '@thongvon/capital/http';
import { expectedPlace } from '@thongvon/digest';
import { StandingsWorkbook } from '@thongvon/documents';
import {
  businessDate,
  formatHundredths,
  plainDate,
  type PlainDate,
  type PlanYear,
  pointsApart,
} from '@thongvon/kernel';
import { BlockedProjects, shareOf, SummarizeBlockers } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, attachment, XLSX, CurrentActor } from '@thongvon/platform/http';

/** The targets that the rule on quarters goes by, so that curve and alert never speak of different ones. */
@Injectable()
export class PlanMilestones {
  constructor(private readonly rules: AlertRules) {}

  /** As they had been set by the day, in the order of the days by which they are to be met; the last is that of the year. */
  async of(year: PlanYear, on: PlainDate): Promise<MilestoneView[]> {
    const targets = await this.rules.targets(year, on);
    return targets ? quartersOf(year).map(({ key, due }) => ({ on: due, percent: targets[key] })) : [];
  }

  /** Percent of the plan due by `day`, with the definition and the rounding of the letter. */
  async expected(year: PlanYear, day: PlainDate, on: PlainDate): Promise<string | null> {
    const targets = await this.rules.targets(year, on);
    const place = targets && expectedPlace(day, year, targets);
    return place && formatHundredths(place.hundredths);
  }
}

/** What the overview shows: the course of the year, bars that filter, the table of projects. */
@ApiTags('disbursements')
@Controller('disbursements')
export class OverviewController {
  constructor(
    private readonly curves: DrawCurve,
    private readonly pastCourses: PastCourses,
    private readonly blocked: BlockedProjects,
    private readonly blockers: SummarizeBlockers,
    private readonly milestones: PlanMilestones,
    private readonly facetSums: SumFacets,
    private readonly standingList: ListStandings,
    private readonly workbooks: StandingsWorkbook,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({
    summary: 'The course of the plan year: disbursed by day, needed pace, forecast, the year before.',
  })
  @Get('curve')
  @Allow(...ROLES)
  @ApiOkResponse({ type: CurveView })
  async curve(@CurrentActor() actor: Actor, @Query() request: FiguresQueryRequest): Promise<CurveView> {
    const { asOf: today, ...query } = toFiguresQuery(request, this.clock);
    const asked = request.asOf === undefined ? {} : { asOf: plainDate(request.asOf) };
    // Blockers as on the day by which the page counts days.
    const blocked = await this.blocked.ids(actor, query.businessDay ?? today);
    const milestones = await this.milestones.of(query.planYear, today);
    const target = milestones.at(-1)?.percent ?? 100;
    const curve = await this.curves.draw(actor, { ...query, ...asked, blocked, target });
    const before =
      curve.previousYear === null ? await this.entered(actor, query) : { previousYearReason: null };
    const held = await this.held(actor, query, curve);
    const { asOf: figuresDay } = curve.reckoning;
    const expected =
      figuresDay === null ? null : await this.milestones.expected(query.planYear, figuresDay, today);
    const { rate } = curve;
    const isJudged = rate !== null && expected !== null && !curve.reckoning.stale;
    const lead = isJudged ? pointsApart(rate, expected) : null;
    return { ...curve, ...before, milestones, expected, lead, blockedProjects: blocked.length, held };
  }

  private async held(
    actor: Actor,
    { planYear, denominator }: Omit<FiguresQuery, 'asOf'>,
    { reckoning, planned, points }: Curve,
  ): Promise<CurveView['held']> {
    const { asOf, businessDay } = reckoning;
    const { projects, capitalHeld } = await this.blockers.total(actor, {
      planYear,
      denominator,
      asOf: businessDay,
      figuresAsOf: asOf ?? businessDay,
    });
    const disbursed = points.at(-1)?.disbursed ?? null;
    const remaining =
      planned === null || disbursed === null ? null : (BigInt(planned) - BigInt(disbursed)).toString();
    return { projects, capitalHeld, share: shareOf(capitalHeld, remaining) };
  }

  /**
   * What was typed of the actor's office, where no figures tell of the year: reported sums over the year's own plan, which are
   * never put next to anything else.
   */
  private async entered(
    actor: Actor,
    { planYear: shown, knownAt, basis, denominator, source }: Omit<FiguresQuery, 'asOf'>,
  ): Promise<Pick<CurveView, 'previousYear' | 'previousYearReason'>> {
    const planYear = shown - 1;
    const course = await this.pastCourses.find(actor.organizationId, planYear, knownAt);
    if (!course) return { previousYear: null, previousYearReason: 'not-reported' };
    if (basis !== 'reported' || denominator !== 'current-year-plan' || source !== undefined)
      return { previousYear: null, previousYearReason: 'not-applicable' };
    const points = pointsOf(course).map(({ asOf, disbursed }) => ({
      asOf,
      disbursed: disbursed.toString(),
      notSplit: null,
    }));
    const previousYear = { planYear, planned: course.planned.toString(), entered: true, points };
    return { previousYear, previousYearReason: null };
  }

  @ApiOperation({ summary: 'Sums by owner, kind, source and commune under the conditions on the others.' })
  @Get('facets')
  @Allow(...ROLES)
  @ApiOkResponse({ type: FacetsView })
  facets(@CurrentActor() actor: Actor, @Query() request: SliceRequest): Promise<FacetsView> {
    return this.facetSums.sum(actor, { ...toFiguresQuery(request, this.clock), ...toSlice(request) });
  }

  @ApiOperation({ summary: 'How each project stands: sums, movement, what will be missing.' })
  @Get('standings')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(StandingView) })
  async standings(@CurrentActor() actor: Actor, @Query() request: StandingsRequest) {
    const { limit, cursor, planYear } = request;
    const today = businessDate(this.clock.now());
    return this.standingList.list(actor, {
      ...toFiguresQuery(request, this.clock),
      ...(request.targets === undefined ? {} : { targets: await this.milestones.of(planYear, today) }),
      ...toSlice(request),
      ...toOrder(request),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
  }

  @ApiOperation({ summary: 'The same table as a workbook, whole đồng.' })
  @Get('standings/workbook')
  @Allow(...ROLES)
  @ApiProduces(XLSX)
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() request: StandingsWorkbookRequest,
  ): Promise<StreamableFile> {
    const { columns, blockersOn } = request;
    const file = await this.workbooks.write(actor, {
      ...toFiguresQuery(request, this.clock),
      ...toSlice(request),
      ...toOrder(request),
      ...(columns === undefined ? {} : { columns }),
      ...(blockersOn === undefined ? {} : { blockersOn: plainDate(blockersOn) }),
    });
    return attachment(file, XLSX);
  }
}

function toOrder({ sort, order }: Pick<StandingsRequest, 'sort' | 'order'>) {
  return { ...(sort === undefined ? {} : { sort }), ...(order === undefined ? {} : { order }) };
}
