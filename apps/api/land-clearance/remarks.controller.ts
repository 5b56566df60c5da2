import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RemarkDecisionRequest, RemarkDecisionView } from '@thongvon/api-contract';
import { DecideRemark } from '@thongvon/land-clearance';
import type { Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

/** Remarks of clearance tables, which are no blockers until a person says so. */
@ApiTags('blockers')
@Controller('remarks')
export class RemarksController {
  constructor(private readonly deciding: DecideRemark) {}

  /** Say that a remark is no blocker, or take that back. It holds for the same words in later returns; repeating it changes nothing. */
  @Post('decisions')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: RemarkDecisionView })
  decide(@CurrentActor() actor: Actor, @Body() request: RemarkDecisionRequest): Promise<RemarkDecisionView> {
    return this.deciding.execute(actor, request);
  }
}
