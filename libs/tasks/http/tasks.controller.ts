import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  GivenTasksView,
  GiveTaskRequest,
  type ListOf,
  listOf,
  ROLES,
  TaskAssigneesQuery,
  TaskAssigneeView,
  TaskDetailView,
  TaskGiverView,
  TaskListQuery,
  TaskView,
  TaskWeekQuery,
  TaskWeekView,
  WaitingTasksView,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, given, Id, Statements } from '@thongvon/platform/http';
import { GiveTasks } from '../application/give-tasks';
import { ViewConclusions, ViewTasks } from '../application/view-tasks';
import { toGivenView, toTaskDetailView, toTaskView, toWeekView, wantedOne } from './mapping';

/** What leaders give to offices, and what becomes of it. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly viewing: ViewTasks,
    private readonly conclusions: ViewConclusions,
    private readonly giving: GiveTasks,
  ) {}

  /** List tasks in sight: those that have not ended first, then by date. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(TaskView) })
  async list(@CurrentActor() actor: Actor, @Query() query: TaskListQuery): Promise<ListOf<TaskView>> {
    const { open, overdue, ...asked } = query;
    const flags = { open: open === 'true', overdue: overdue === 'true' };
    const page = await this.viewing.list(actor, { ...given(asked), limit: query.limit, ...flags });
    return { ...page, items: page.items.map(toTaskView) };
  }

  /** Count what waits for the caller: to answer, to confirm, to decide on. */
  @Get('waiting')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: WaitingTasksView })
  waiting(@CurrentActor() actor: Actor): Promise<WaitingTasksView> {
    return this.viewing.waiting(actor);
  }

  /** Count what became of the tasks that were given in a week, as they stand today. */
  @Get('summary')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: TaskWeekView })
  async summary(@CurrentActor() actor: Actor, @Query() { week }: TaskWeekQuery): Promise<TaskWeekView> {
    return toWeekView(await this.viewing.week(actor, week === undefined ? undefined : plainDate(week)));
  }

  /** List the people of the caller's office who may be named as having decided. */
  @Get('givers')
  @Statements(1)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: [TaskGiverView] })
  givers(@CurrentActor() actor: Actor): Promise<TaskGiverView[]> {
    return this.viewing.givers(actor);
  }

  /** List the offices to which the caller may give tasks; the one that answers for a project first. */
  @Get('assignees')
  @Statements(1)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: listOf(TaskAssigneeView) })
  assignees(
    @CurrentActor() actor: Actor,
    @Query() query: TaskAssigneesQuery,
  ): Promise<ListOf<TaskAssigneeView>> {
    return this.viewing.assignees(actor, { ...given(query), limit: query.limit });
  }

  /** Show a task with its whole history. */
  @Get(':id')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: TaskDetailView })
  async find(@CurrentActor() actor: Actor, @Id() id: string): Promise<TaskDetailView> {
    return toTaskDetailView(await this.viewing.find(actor, id));
  }

  /** Give one task to an office. The same request again answers what was given and gives nothing again. */
  @Post()
  @HttpCode(201)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiCreatedResponse({ type: GivenTasksView })
  async give(@CurrentActor() actor: Actor, @Body() request: GiveTaskRequest): Promise<GivenTasksView> {
    const done = await this.giving.give(actor, wantedOne(request), true);
    return toGivenView(done, await this.conclusions.find(actor, done.conclusionId));
  }
}
