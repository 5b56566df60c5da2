import { Body, Controller, Get, HttpCode, Injectable, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddClosingItemRequest,
  AddContractAdvanceRequest,
  AddGuaranteeRequest,
  AmendContractAdvanceRequest,
  ClosingItemView,
  ClosingListQuery,
  ContractAdvanceListQuery,
  ContractAdvanceView,
  ExtendGuaranteeRequest,
  GuaranteeListQuery,
  GuaranteeView,
  listOf,
  type ListOf,
  RecordAdvanceRecoveryRequest,
  RecordedView,
  ReleaseGuaranteeRequest,
  ROLES,
  SettleClosingItemRequest,
} from '@thongvon/api-contract';
import { businessDate, formatRate, plainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, askedDay, CurrentActor, given, Id, Statements } from '@thongvon/platform/http';
import { type ClosingItem, ClosingItems } from '../application/closing-items';
import { type AdvanceOnDay, type AdvanceTerms, ContractAdvances } from '../application/contract-advances';
import { type GuaranteeRow, Guarantees, GuaranteeWarnings } from '../application/guarantees';

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
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ContractAdvanceView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: ContractAdvanceListQuery,
  ): Promise<ListOf<ContractAdvanceView>> {
    const day = askedDay(asOf, this.clock);
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

/** Guarantees as the API shows them: with the days before their end in which the alert rule speaks of them. */
@Injectable()
export class GuaranteeViews {
  constructor(private readonly warnings: GuaranteeWarnings) {}

  /** `on`: the day on which they stand so. */
  async of(rows: readonly GuaranteeRow[], on: PlainDate): Promise<GuaranteeView[]> {
    const days = await this.warnings.daysBefore(
      on,
      rows.map(({ organizationId }) => organizationId),
    );
    return rows.map(({ organizationId, ...row }) => ({
      ...row,
      amount: row.amount.toString(),
      warnDays: days.get(organizationId) ?? null,
    }));
  }
}

/** Guarantees of contractors' advances, which must live until the advance is recovered. */
@ApiTags('guarantees')
@Controller()
export class GuaranteesController {
  constructor(
    private readonly guarantees: Guarantees,
    private readonly views: GuaranteeViews,
    private readonly clock: SystemClock,
  ) {}

  /** List guarantees as they stand on a day: the one that ends first comes first, released ones last. */
  @Get('guarantees')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(GuaranteeView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: GuaranteeListQuery,
  ): Promise<ListOf<GuaranteeView>> {
    const day = askedDay(asOf, this.clock);
    const list = await this.guarantees.list(actor, { ...given(page), asOf: day });
    return { ...list, items: await this.views.of(list.items, day) };
  }

  /** Record the guarantee of an advance. */
  @Post('projects/:id/guarantees')
  @Allow('reporter')
  @ApiCreatedResponse({ type: GuaranteeView })
  async add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { contractor, amount, givenOn, expiresOn, document }: AddGuaranteeRequest,
  ): Promise<GuaranteeView> {
    const guarantee = await this.guarantees.add(actor, id, {
      contractor,
      amount: BigInt(amount),
      givenOn: plainDate(givenOn),
      expiresOn: plainDate(expiresOn),
      document: document ?? null,
    });
    return this.view(actor, guarantee);
  }

  /** Record that a guarantee lives longer. */
  @Post('guarantees/:id/extension')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: GuaranteeView })
  async extend(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { expiresOn, document }: ExtendGuaranteeRequest,
  ): Promise<GuaranteeView> {
    await this.guarantees.extend(actor, id, plainDate(expiresOn), document ?? null);
    return this.view(actor, id);
  }

  /** Release a guarantee: the advance is recovered in full. */
  @Post('guarantees/:id/release')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: GuaranteeView })
  async release(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { on, document }: ReleaseGuaranteeRequest,
  ): Promise<GuaranteeView> {
    await this.guarantees.release(actor, id, on === undefined ? undefined : plainDate(on), document ?? null);
    return this.view(actor, id);
  }

  private async view(actor: Actor, id: string): Promise<GuaranteeView> {
    const [view] = await this.views.of([await this.guarantees.find(actor, id)], this.today());
    if (!view) throw new Error(`no guarantee ${id}`);
    return view;
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

/** What completed projects still owe: papers of the final settlement, and construction debts. */
@ApiTags('closing-items')
@Controller('closing-items')
export class ClosingItemsController {
  constructor(
    private readonly items: ClosingItems,
    private readonly clock: SystemClock,
  ) {}

  /** List who owes which paper, or how much, since when: longest first. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ClosingItemView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: ClosingListQuery,
  ): Promise<ListOf<ClosingItemView>> {
    const list = await this.items.list(actor, { ...given(page), asOf: askedDay(asOf, this.clock) });
    return { ...list, items: list.items.map(toClosingView) };
  }

  /** Record what is owed. */
  @Post()
  @Allow('reporter')
  @ApiCreatedResponse({ type: RecordedView })
  async add(@CurrentActor() actor: Actor, @Body() request: AddClosingItemRequest): Promise<RecordedView> {
    const { projectId, since, due, amount, ...owed } = request;
    const id = await this.items.add(actor, projectId, {
      ...owed,
      since: plainDate(since),
      due: due === undefined ? null : plainDate(due),
      amount: amount === undefined ? null : BigInt(amount),
    });
    return { id };
  }

  /** Record that it was handed in or paid. Repeating it is no error. */
  @Post(':id/settlement')
  @HttpCode(204)
  @Allow('reporter')
  async settle(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: SettleClosingItemRequest,
  ): Promise<void> {
    await this.items.settle(actor, id, plainDate(request.on), request.evidence);
  }
}

/** What a completed project owes, as the API shows it. */
export function toClosingView({ amount, ...item }: ClosingItem): ClosingItemView {
  return { ...item, amount: amount?.toString() ?? null };
}
