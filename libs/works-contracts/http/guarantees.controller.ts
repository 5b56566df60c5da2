import { Body, Controller, Get, HttpCode, Injectable, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddGuaranteeRequest,
  ExtendGuaranteeRequest,
  GuaranteeListQuery,
  GuaranteeView,
  listOf,
  type ListOf,
  ReleaseGuaranteeRequest,
  ROLES,
} from '@thongvon/api-contract';
import { businessDate, plainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id, given } from '@thongvon/platform/http';
import { type GuaranteeRow, Guarantees, GuaranteeWarnings } from '../application/guarantees';

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
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(GuaranteeView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: GuaranteeListQuery,
  ): Promise<ListOf<GuaranteeView>> {
    const day = asOf === undefined ? this.today() : plainDate(asOf);
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
