import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import {
  CatalogueStepView,
  CLEARANCE_STEPS,
  type ClearanceStep,
  listOf,
  ProjectStepsView,
  RecordStepRequest,
  ROLES,
  StepDeadlineQuery,
  SteppedProjectView,
  StepsQuery,
} from '@thongvon/api-contract';
import { businessDate, plainDate, type PlainDate } from '@thongvon/kernel';
import { ProjectSteps, RecordStep, stepCatalogue } from '@thongvon/land-clearance';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';
import { problems } from '../http/messages';
import { askedDay } from './asked-day';
import { given } from './given';
import { proofGiven } from './proof-given';

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
  @Allow(...ROLES)
  @ApiOkResponse({ type: [CatalogueStepView] })
  catalogue(): CatalogueStepView[] {
    return stepCatalogue();
  }

  /** List steps that deserve a look, of all projects in sight: most days overdue first. */
  @Get('step-alerts')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(SteppedProjectView) })
  alerts(@CurrentActor() actor: Actor, @Query() { asOf, ...page }: StepDeadlineQuery) {
    return this.steps.alerts(actor, { ...given(page), asOf: askedDay(asOf, this.clock) });
  }

  /** Show the steps of a project or segment: planned, due by law, done, with what proves it. */
  @Get('projects/:id/steps')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProjectStepsView })
  find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { asOf, segmentId }: StepsQuery,
  ): Promise<ProjectStepsView> {
    return this.steps.of(actor, id, segmentId ?? null, askedDay(asOf, this.clock));
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
    return this.steps.of(actor, id, segment, businessDate(this.clock.now()));
  }
}

const isStep = (text: string): text is ClearanceStep => (CLEARANCE_STEPS as readonly string[]).includes(text);

function day(text: string | null | undefined): PlainDate | null | undefined {
  return typeof text === 'string' ? plainDate(text) : text;
}
