import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ComparedSumsQuery,
  FrozenBlockersQuery,
  FrozenBlockerView,
  FrozenProjectsQuery,
  FrozenProjectView,
  listOf,
  type ListOf,
  ListQuery,
  MovedProjectView,
  ReviseWeekRequest,
  ROLES,
  SnapshotListItemView,
  SnapshotQuery,
  SnapshotRefView,
  SnapshotView,
  WeekComparisonQuery,
  WeekComparisonView,
} from '@thongvon/api-contract';
import { toHeldView } from '@thongvon/blockers/http';
import { showMovement } from '@thongvon/capital';
import { formatInstant, type Movement } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, TopOfficeOnly, CurrentActor, Statements } from '@thongvon/platform/http';
import { CompareWeeks, type ViewedWeek, ViewSnapshot } from '../application/view-snapshot';
import { ReviseWeek } from '../application/freeze-week';
import { ListFrozenBlockers, ListFrozenProjects } from '../application/list-frozen';
import { ListSnapshots } from '../application/snapshots';
import type { FrozenWeekRef } from '../domain/frozen-week';

/** Frozen weeks; `:week` is the date of the cut-off. */
@ApiTags('snapshots')
@Controller('snapshots')
export class SnapshotsController {
  constructor(
    private readonly weeks: ListSnapshots,
    private readonly snapshot: ViewSnapshot,
    private readonly frozenProjects: ListFrozenProjects,
    private readonly frozenBlockers: ListFrozenBlockers,
    private readonly revising: ReviseWeek,
  ) {}

  @ApiOperation({ summary: 'The frozen weeks and their revisions, newest first' })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(SnapshotListItemView) })
  async list(@CurrentActor() actor: Actor, @Query() query: ListQuery): Promise<ListOf<SnapshotListItemView>> {
    const list = await this.weeks.list(actor, query);
    return {
      ...list,
      items: list.items.map((week) => ({ ...week, frozenAt: formatInstant(week.frozenAt) })),
    };
  }

  @ApiOperation({ summary: 'A frozen week: sums, changes on the week before, who has reported' })
  @Get(':week')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: SnapshotView })
  async view(
    @CurrentActor() actor: Actor,
    @Param('week') week: string,
    @Query() query: SnapshotQuery,
  ): Promise<SnapshotView> {
    return toView(await this.snapshot.view(actor, week, query));
  }

  @ApiOperation({ summary: 'Its projects by name, each with its plan types and sources' })
  @Get(':week/projects')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(FrozenProjectView) })
  projects(
    @CurrentActor() actor: Actor,
    @Param('week') week: string,
    @Query() query: FrozenProjectsQuery,
  ): Promise<ListOf<FrozenProjectView>> {
    return this.frozenProjects.list(actor, week, query);
  }

  @ApiOperation({ summary: 'The blockers that were open, earliest due first' })
  @Get(':week/blockers')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(FrozenBlockerView) })
  blockers(
    @CurrentActor() actor: Actor,
    @Param('week') week: string,
    @Query() query: FrozenBlockersQuery,
  ): Promise<ListOf<FrozenBlockerView>> {
    return this.frozenBlockers.list(actor, week, query);
  }

  @ApiOperation({ summary: 'Freezes it again with what has been approved since: a correction' })
  @Post(':week/revisions')
  @Allow('finance-officer', 'finance-head', 'administrator')
  @TopOfficeOnly()
  @ApiCreatedResponse({ type: SnapshotRefView })
  async revise(
    @CurrentActor() actor: Actor,
    @Param('week') week: string,
    @Body() { reason }: ReviseWeekRequest,
  ): Promise<SnapshotRefView> {
    return refView(await this.revising.revise(actor, week, reason));
  }
}

/** Two frozen weeks side by side. */
@ApiTags('snapshots')
@Controller('snapshots/comparison')
export class WeekComparisonController {
  constructor(private readonly comparing: CompareWeeks) {}

  @ApiOperation({
    summary: 'What moved per project between two frozen weeks, the largest change first',
    operationId: 'Snapshots.compare',
  })
  @Get()
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(MovedProjectView) })
  compare(
    @CurrentActor() actor: Actor,
    @Query() { from, to, ...query }: WeekComparisonQuery,
  ): Promise<ListOf<MovedProjectView>> {
    return this.comparing.compare(actor, from, to, query);
  }

  @ApiOperation({
    summary: 'The sums of two frozen weeks side by side, and what changed',
    operationId: 'Snapshots.comparedSums',
  })
  @Get('sums')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: WeekComparisonView })
  async comparedSums(
    @CurrentActor() actor: Actor,
    @Query() { from, to, ...question }: ComparedSumsQuery,
  ): Promise<WeekComparisonView> {
    const { planChange, movement, ...sums } = await this.comparing.sums(actor, from, to, question);
    return { ...sums, planChange: planChange?.toString() ?? null, movement: showMovement(movement) };
  }
}

/** A plain object of the shape that the contract's class describes. */
type ShownRef = Pick<SnapshotRefView, keyof SnapshotRefView>;

/** How the API names a frozen week. */
const refView = ({ week, revision, frozenAt, planYears, reason }: FrozenWeekRef): ShownRef => ({
  week,
  revision,
  frozenAt: formatInstant(frozenAt),
  planYears,
  correction: reason,
});

function toView({
  ref,
  movement,
  unplanned,
  organizations,
  groups,
  blockers,
  ...week
}: ViewedWeek): SnapshotView {
  return {
    ...week,
    ...refView(ref),
    ...toMovement(movement),
    unplanned: { ...unplanned, disbursed: unplanned.disbursed?.toString() ?? null },
    organizations: organizations.map(({ receivedAt, ...organization }) => ({
      ...organization,
      receivedAt: receivedAt && formatInstant(receivedAt),
    })),
    groups: groups.map((group) => ({ ...group, ...toMovement(group.movement) })),
    blockers: toHeldView(blockers),
  };
}

/** A change with its two dates, and its value alone. */
function toMovement(movement: Movement): Pick<SnapshotView, 'change' | 'movement'> {
  const shown = showMovement(movement);
  return { change: shown.value, movement: shown };
}
