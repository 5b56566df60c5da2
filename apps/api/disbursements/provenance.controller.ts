import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProvenanceRequest, ProvenanceView, ROLES } from '@thongvon/api-contract';
import { TraceFigures } from '@thongvon/capital';
import { businessDate, plainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** From a number back to where it was read. */
@ApiTags('disbursements')
@Controller('projects/:id/provenance')
export class ProvenanceController {
  constructor(
    private readonly tracing: TraceFigures,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({
    summary: 'Every figure and assignment of a plan year with its return, cell and who approved it.',
  })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProvenanceView })
  show(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear, asOf }: ProvenanceRequest,
  ): Promise<ProvenanceView> {
    const day = asOf === undefined ? businessDate(this.clock.now()) : plainDate(asOf);
    return this.tracing.trace(actor, id, planYear, day);
  }
}
