import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  type ListOf,
  listOf,
  ListQuery,
  ReallocationOutcomeRequest,
  ReallocationProposalDetailView,
  ReallocationProposalRequest,
  ReallocationProposalView,
  ReallocationVersionRequest,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import {
  Allow,
  attachment,
  CurrentActor,
  given,
  Id,
  JsonLimit,
  LONG_JSON,
  Statements,
  XLSX,
} from '@thongvon/platform/http';
import { KeepProposals } from '../application/keep-proposals';
import { ProposalWorkbook } from '../application/proposal-workbook';
import { ViewProposals } from '../application/view-proposals';
import { toProposalDetailView, toProposalView, wantedLines } from './mapping';

/** Drafts of proposals that move capital between projects, and what became of them outside. */
@ApiTags('reallocation')
@Controller('reallocation/proposals')
export class ProposalsController {
  constructor(
    private readonly viewing: ViewProposals,
    private readonly keeping: KeepProposals,
    private readonly workbooks: ProposalWorkbook,
  ) {}

  /** List proposals of the own office and of those below it, what was kept last first. */
  @Get()
  @Statements(1)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: listOf(ReallocationProposalView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListQuery,
  ): Promise<ListOf<ReallocationProposalView>> {
    const page = await this.viewing.list(actor, { ...given(query), limit: query.limit });
    return { ...page, items: page.items.map(toProposalView) };
  }

  /** Show a proposal with its lines, what they do, and what has changed since its figures. */
  @Get(':id')
  @Statements(4)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: ReallocationProposalDetailView })
  async find(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReallocationProposalDetailView> {
    return toProposalDetailView(await this.viewing.find(actor, id));
  }

  /** The proposal as a workbook: its lines, what they are held to, and what they would do. */
  @Get(':id/workbook')
  @Statements(4)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiProduces(XLSX)
  async workbook(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return attachment(await this.workbooks.write(actor, id), XLSX);
  }

  /** Keep a proposal as a draft. The same request again answers what was kept. */
  @Post()
  @HttpCode(201)
  @JsonLimit(LONG_JSON)
  @Allow('finance-head', 'finance-officer')
  @ApiCreatedResponse({ type: ReallocationProposalDetailView })
  async keep(
    @CurrentActor() actor: Actor,
    @Body() request: ReallocationProposalRequest,
  ): Promise<ReallocationProposalDetailView> {
    return this.shown(actor, await this.keeping.keep(actor, wantedProposal(request)));
  }

  /** Keep it with other lines: a draft again, if it was put aside. */
  @Post(':id/drafts')
  @HttpCode(201)
  @JsonLimit(LONG_JSON)
  @Allow('finance-head', 'finance-officer')
  @ApiCreatedResponse({ type: ReallocationProposalDetailView })
  async revise(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { after, ...request }: ReallocationVersionRequest,
  ): Promise<ReallocationProposalDetailView> {
    return this.shown(actor, await this.keeping.keep(actor, wantedProposal(request), { id, after }));
  }

  /** Put it aside, or enter the decision that was made of it. No plan changes by it. */
  @Post(':id/outcome')
  @HttpCode(200)
  @Allow('finance-head', 'finance-officer')
  @ApiOkResponse({ type: ReallocationProposalDetailView })
  async conclude(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { clientKey, after, state, decidedOn, decisionNumber, note }: ReallocationOutcomeRequest,
  ): Promise<ReallocationProposalDetailView> {
    const wanted = { clientKey, after, state, ...given({ decisionNumber, note }) };
    const day = decidedOn === undefined ? {} : { decidedOn: plainDate(decidedOn) };
    return this.shown(actor, await this.keeping.conclude(actor, id, { ...wanted, ...day }));
  }

  private async shown(actor: Actor, id: string): Promise<ReallocationProposalDetailView> {
    return toProposalDetailView(await this.viewing.find(actor, id));
  }
}

const wantedProposal = (request: ReallocationProposalRequest) => ({
  ...wantedLines(request),
  clientKey: request.clientKey,
  title: request.title,
});
