import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ConclusionDetailView,
  ConclusionNumberRequest,
  ConclusionRequest,
  ConclusionView,
  GivenTasksView,
  type ListOf,
  listOf,
  ListQuery,
  ROLES,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, given, Id, JsonLimit, LONG_JSON, Statements } from '@thongvon/platform/http';
import { NumberConclusion } from '../application/act-on-task';
import { GiveTasks } from '../application/give-tasks';
import { ViewConclusions } from '../application/view-tasks';
import { toConclusionDetailView, toConclusionView, toGivenView, wantedTask } from './mapping';

/** Where tasks come from: notices of conclusion, directives, decisions on a page. */
@ApiTags('tasks')
@Controller('conclusions')
export class ConclusionsController {
  constructor(
    private readonly viewing: ViewConclusions,
    private readonly giving: GiveTasks,
    private readonly numbering: NumberConclusion,
  ) {}

  /** List conclusions of which a task is in sight, the latest first. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ConclusionView) })
  async list(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<ListOf<ConclusionView>> {
    const page = await this.viewing.list(actor, { ...given(query), limit: query.limit });
    return { ...page, items: page.items.map(toConclusionView) };
  }

  /** Show a conclusion with its tasks, in the order of the document. */
  @Get(':id')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ConclusionDetailView })
  async find(@CurrentActor() actor: Actor, @Id() id: string): Promise<ConclusionDetailView> {
    return toConclusionDetailView(await this.viewing.find(actor, id));
  }

  /** Give all tasks of a meeting or document, or none. The same request again answers what was given. */
  @Post()
  @HttpCode(201)
  @JsonLimit(LONG_JSON)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiCreatedResponse({ type: GivenTasksView })
  async give(@CurrentActor() actor: Actor, @Body() request: ConclusionRequest): Promise<GivenTasksView> {
    const { clientKey, kind, number, dated, title, concludedBy, tasks } = request;
    const wanted = { clientKey, kind, dated: plainDate(dated), ...given({ number, title, concludedBy }) };
    const done = await this.giving.give(actor, { ...wanted, tasks: tasks.map(wantedTask) });
    return toGivenView(done, await this.viewing.find(actor, done.conclusionId));
  }

  /** Enter the number of the document, which may come later than its tasks. */
  @Post(':id/number')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: ConclusionDetailView })
  async number(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { number, dated }: ConclusionNumberRequest,
  ): Promise<ConclusionDetailView> {
    await this.numbering.number(actor, id, number, plainDate(dated));
    return toConclusionDetailView(await this.viewing.find(actor, id));
  }
}
