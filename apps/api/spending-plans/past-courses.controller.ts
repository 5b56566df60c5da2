import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PastCourseQuery, PastCourseView, SetPastCourseRequest } from '@thongvon/contracts';
import { ROLES, type Actor } from '@thongvon/organizations';
import { PastCourses } from '@thongvon/spending-plans';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** How offices disbursed in years of which the system holds no figures. */
@ApiTags('spending-plans')
@Controller('organizations/:id/past-course')
export class PastCoursesController {
  constructor(private readonly courses: PastCourses) {}

  /** Show what was entered of a year that is over. */
  @Get()
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
  @Put()
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
