import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddContractAdvanceRequest,
  AmendContractAdvanceRequest,
  ContractAdvanceListQuery,
  ContractAdvanceView,
  listOf,
  type ListOf,
  RecordAdvanceRecoveryRequest,
  ROLES,
} from '@thongvon/api-contract';
import { businessDate, formatRate, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id, given } from '@thongvon/platform/http';
import { type AdvanceOnDay, type AdvanceTerms, ContractAdvances } from '../application/contract-advances';

/** Advances of contracts, which must be recovered before the contract is nearly paid. */
@ApiTags('contract advances')
@Controller()
export class ContractAdvancesController {
  constructor(
    private readonly advances: ContractAdvances,
    private readonly clock: SystemClock,
  ) {}

  /** List advances of contracts as they stand on a day, with their recovery clock: what presses most comes first. */
  @Get('contract-advances')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ContractAdvanceView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: ContractAdvanceListQuery,
  ): Promise<ListOf<ContractAdvanceView>> {
    const day = asOf === undefined ? businessDate(this.clock.now()) : plainDate(asOf);
    const list = await this.advances.list(actor, { ...given(page), asOf: day });
    return { ...list, items: list.items.map(toView) };
  }

  /** Record the advance of a contract. */
  @Post('projects/:id/contract-advances')
  @Allow('reporter')
  @ApiCreatedResponse({ type: ContractAdvanceView })
  async add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { contract, contractor, paidOn, ...terms }: AddContractAdvanceRequest,
  ): Promise<ContractAdvanceView> {
    const advance = { contract, contractor, paidOn: plainDate(paidOn), ...termsOf(terms) };
    return this.view(actor, await this.advances.add(actor, id, advance));
  }

  /** Amend the terms of a contract's advance from today on; what is left out of them no longer holds. */
  @Post('contract-advances/:id/terms')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: ContractAdvanceView })
  async amend(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() terms: AmendContractAdvanceRequest,
  ): Promise<ContractAdvanceView> {
    await this.advances.amend(actor, id, termsOf(terms));
    return this.view(actor, id);
  }

  /** Record what is recovered of an advance, and disbursed of its contract, as of a day. */
  @Post('contract-advances/:id/recovery')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: ContractAdvanceView })
  async recordRecovery(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { on, recovered, disbursed, reason, document }: RecordAdvanceRecoveryRequest,
  ): Promise<ContractAdvanceView> {
    await this.advances.recordRecovery(actor, id, {
      on: on === undefined ? undefined : plainDate(on),
      recovered: BigInt(recovered),
      disbursed: BigInt(disbursed),
      reason: reason ?? null,
      document: document ?? null,
    });
    return this.view(actor, id);
  }

  private async view(actor: Actor, id: string): Promise<ContractAdvanceView> {
    return toView(await this.advances.find(actor, id));
  }
}

function toView(advance: AdvanceOnDay): ContractAdvanceView {
  const { contractValue, amount, recovered, disbursed, outstanding } = advance;
  return {
    ...advance,
    contractValue: contractValue.toString(),
    amount: amount.toString(),
    recovered: recovered?.toString() ?? null,
    disbursed: disbursed?.toString() ?? null,
    outstanding: outstanding.toString(),
    disbursedRate: disbursed === null ? null : formatRate(disbursed, contractValue),
  };
}

function termsOf({ contractValue, amount, recoverBy, document }: AmendContractAdvanceRequest): AdvanceTerms {
  return {
    contractValue: BigInt(contractValue),
    amount: BigInt(amount),
    recoverBy: recoverBy === undefined ? null : plainDate(recoverBy),
    document: document ?? null,
  };
}
