import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  listOf,
  type ListOf,
  PastCourseQuery,
  PastCourseView,
  ROLES,
  SetPastCourseRequest,
} from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { PastCourses } from '@thongvon/capital';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** How offices disbursed in years of which the system holds no figures. */
@ApiTags('spending-plans')
@Controller('organizations/:id')
export class PastCoursesController {
  constructor(private readonly courses: PastCourses) {}

  /** List the years that were entered, newest first. */
  @Get('past-courses')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(PastCourseView) })
  async list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ListOf<PastCourseView>> {
    const items = await this.courses.list(actor, id);
    return { items, total: items.length, nextCursor: null };
  }

  /** Show what was entered of a year that is over. */
  @Get('past-course')
  @Allow(...ROLES)
  @ApiOkResponse({ type: PastCourseView })
  view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: PastCourseQuery,
  ): Promise<PastCourseView> {
    return this.courses.view(actor, id, planYear);
  }

  /** Enter a year month by month; it takes the place of what was entered before, which is kept. */
  @Put('past-course')
  @Allow('finance-officer')
  @ApiOkResponse({ type: PastCourseView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { planYear, planned, cumulative, document }: SetPastCourseRequest,
  ): Promise<PastCourseView> {
    const course = { planYear, planned: BigInt(planned), cumulative: cumulative.map(BigInt) };
    await this.courses.set(actor, id, course, document ?? null);
    return this.courses.view(actor, id, planYear);
  }
}
