import { Body, Controller, Get, HttpCode, Param, type PipeTransform, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  CatalogueStepView,
  CLEARANCE_STEPS,
  type ClearanceStep,
  ConfirmHolidaysRequest,
  HolidayProposalQuery,
  HolidayProposalView,
  HolidayYearView,
  type ListOf,
  listOf,
  ProjectStepsView,
  RecordStepRequest,
  ROLES,
  StepDeadlineQuery,
  SteppedProjectView,
  StepsQuery,
} from '@thongvon/api-contract';
import { businessDate, formatInstant, plainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import {
  askedDay,
  Allow,
  CurrentActor,
  given,
  Id,
  JsonLimit,
  LONG_JSON,
  problems,
  TopOfficeOnly,
  Statements,
} from '@thongvon/platform/http';
import { type CalendarYear, Holidays, ProposeHolidays } from '../application/holidays';
import { ProjectSteps, RecordStep, type StepsOnDay } from '../application/project-steps';
import { describeLimit, LIMITS } from '../domain/law/limits';
import { STEPS } from '../domain/law/steps';
import { proofGiven, toStepView } from './mapping';

/** The law's clock of land clearance. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class StepsController {
  constructor(
    private readonly steps: ProjectSteps,
    private readonly recording: RecordStep,
    private readonly clock: SystemClock,
  ) {}

  /** List the legal steps with their limits under each land law. */
  @Get('steps')
  @Statements(0)
  @Allow(...ROLES)
  @ApiOkResponse({ type: [CatalogueStepView] })
  catalogue(): CatalogueStepView[] {
    return stepCatalogue();
  }

  /** List steps that deserve a look, of all projects in sight: most days overdue first. */
  @Get('step-alerts')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(SteppedProjectView) })
  async alerts(
    @CurrentActor() actor: Actor,
    @Query() { asOf: asked, ...query }: StepDeadlineQuery,
  ): Promise<ListOf<SteppedProjectView>> {
    const asOf = askedDay(asked, this.clock);
    const page = await this.steps.alerts(actor, { ...given(query), asOf });
    return {
      ...page,
      items: page.items.map(({ clock, ...whose }) => ({ ...whose, step: toStepView(clock, asOf) })),
    };
  }

  /** Show the steps of a project or segment: planned, due by law, done, with what proves it. */
  @Get('projects/:id/steps')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProjectStepsView })
  async find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { asOf, segmentId }: StepsQuery,
  ): Promise<ProjectStepsView> {
    return toStepsView(await this.steps.of(actor, id, segmentId ?? null, askedDay(asOf, this.clock)));
  }

  /** Record what was planned or done of a step. An open blocker at it keeps it from being done. */
  @Post('projects/:id/steps/:step')
  @HttpCode(200)
  @Allow('reporter')
  @ApiParam({ name: 'step', enum: CLEARANCE_STEPS })
  @ApiOkResponse({ type: ProjectStepsView })
  async record(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Param('step') step: string,
    @Body() { segmentId, planned, started, done, proof, ...fields }: RecordStepRequest,
  ): Promise<ProjectStepsView> {
    if (!isStep(step)) throw problems.idUnknown();
    const segment = segmentId ?? null;
    const dates = given({ planned: day(planned), started: day(started), done: day(done) });
    await this.recording.record(actor, {
      projectId: id,
      segmentId: segment,
      step,
      fields: { ...given(fields), ...dates },
      ...proofGiven(proof),
    });
    return toStepsView(await this.steps.of(actor, id, segment, businessDate(this.clock.now())));
  }
}

function toStepsView({ steps, ...of }: StepsOnDay): ProjectStepsView {
  return { ...of, steps: steps.map((clock) => toStepView(clock, of.asOf)) };
}

/** The catalogue: every step with its limits under each law. */
function stepCatalogue(): CatalogueStepView[] {
  return STEPS.map(({ step, number, label, labelEn, conditional, after }) => ({
    step,
    number,
    label,
    labelEn,
    conditional,
    after,
    limits: LIMITS.filter((limit) => limit.step === step).map((limit) => ({
      ...describeLimit(limit),
      regimes: limit.regimes,
    })),
  }));
}

const isStep = (text: string): text is ClearanceStep => (CLEARANCE_STEPS as readonly string[]).includes(text);

function day(text: string | null | undefined): PlainDate | null | undefined {
  return typeof text === 'string' ? plainDate(text) : text;
}

/** The calendar that working days are counted by. */
@ApiTags('land-clearance')
@Controller('holidays')
export class HolidaysController {
  constructor(
    private readonly holidays: Holidays,
    private readonly proposal: ProposeHolidays,
  ) {}

  /** Show the days of a year that differ from their weekday, and whether they are confirmed. */
  @Get(':year')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: HolidayYearView })
  async find(@Param('year', year()) of: number): Promise<HolidayYearView> {
    return toYearView(await this.holidays.of(of));
  }

  /** Propose the days off that the Labour Code names, for a person to complete and confirm. Changes nothing. */
  @Get(':year/proposal')
  @Statements(0)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: HolidayProposalView })
  propose(
    @Param('year', year()) of: number,
    @Query() { tetFrom, hungKings, besideNationalDay }: HolidayProposalQuery,
  ): HolidayProposalView {
    return this.proposal.run(of, {
      tetFrom: dayOrNull(tetFrom),
      hungKings: dayOrNull(hungKings),
      besideNationalDay: besideNationalDay ?? null,
    });
  }

  /** Confirm the days off of a year, and the weekend days worked in exchange. They replace those before. */
  @Put(':year')
  @JsonLimit(LONG_JSON)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: HolidayYearView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('year', year()) of: number,
    @Body() { days, reason }: ConfirmHolidaysRequest,
  ): Promise<HolidayYearView> {
    await this.holidays.confirm(
      actor,
      of,
      days.map(({ day, working, tet, label }) => ({
        day: plainDate(day),
        working,
        tet: tet ?? false,
        label,
      })),
      reason ?? null,
    );
    return toYearView(await this.holidays.of(of));
  }
}

function toYearView({ confirmedAt, ...year }: CalendarYear): HolidayYearView {
  return { ...year, confirmedAt: confirmedAt === null ? null : formatInstant(confirmedAt) };
}

/** A path that names no year of this time names nothing. */
function year(): PipeTransform<string, number> {
  return {
    transform: (text) => {
      if (!/^20\d\d$/.test(text)) throw problems.idUnknown();
      return Number(text);
    },
  };
}

function dayOrNull(day: string | undefined): PlainDate | null {
  return day === undefined ? null : plainDate(day);
}
