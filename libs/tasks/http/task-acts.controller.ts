import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  TaskConfirmationRequest,
  TaskDetailView,
  TaskDueRequest,
  TaskReasonRequest,
  TaskReportRequest,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { proofGiven } from '@thongvon/land-clearance/http';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, given, Id } from '@thongvon/platform/http';
import { ActOnTask, type TaskAction } from '../application/act-on-task';
import { ViewTasks } from '../application/view-tasks';
import { toTaskDetailView } from './mapping';

/** What both offices do to a task. Each stays in its history, and is answered by the task as it stands. */
@ApiTags('tasks')
@Controller('tasks/:id')
export class TaskActsController {
  constructor(
    private readonly acting: ActOnTask,
    private readonly viewing: ViewTasks,
  ) {}

  /** Take it on. */
  @Post('acceptance')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: TaskDetailView })
  accept(@CurrentActor() actor: Actor, @Id() id: string): Promise<TaskDetailView> {
    return this.act(actor, id, { type: 'accepted' });
  }

  /** Report what was done. It is done once the giver's side confirms. */
  @Post('report')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: TaskDetailView })
  report(@CurrentActor() actor: Actor, @Id() id: string, @Body() { text, proof }: TaskReportRequest) {
    return this.act(actor, id, { type: 'reported', text, ...proofGiven(proof) });
  }

  /** Refuse it, before it was taken on: it goes back to who gave it. */
  @Post('refusal')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: TaskDetailView })
  refuse(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: TaskReasonRequest) {
    return this.act(actor, id, { type: 'refused', text: reason });
  }

  /** Ask for another date. */
  @Post('due-proposal')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: TaskDetailView })
  proposeDue(@CurrentActor() actor: Actor, @Id() id: string, @Body() { due, reason }: TaskDueRequest) {
    return this.act(actor, id, { type: 'due-proposed', due: plainDate(due), text: reason });
  }

  /** Confirm that it is done: another person than who reported. */
  @Post('confirmation')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: TaskDetailView })
  confirm(@CurrentActor() actor: Actor, @Id() id: string, @Body() { text }: TaskConfirmationRequest) {
    return this.act(actor, id, { type: 'confirmed', ...given({ text }) });
  }

  /** Send a report back that isn't enough: the office goes on. */
  @Post('sending-back')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: TaskDetailView })
  sendBack(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: TaskReasonRequest) {
    return this.act(actor, id, { type: 'sent-back', text: reason });
  }

  /** Withdraw it while nobody has taken it on; it stays in the history. */
  @Post('withdrawal')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: TaskDetailView })
  withdraw(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: TaskReasonRequest) {
    return this.act(actor, id, { type: 'withdrawn', text: reason });
  }

  /** Give a refused task again to the same office. */
  @Post('renewal')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: TaskDetailView })
  renew(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: TaskReasonRequest) {
    return this.act(actor, id, { type: 'given-again', text: reason });
  }

  /** Set another date; that decides on one that was asked for. */
  @Post('due')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: TaskDetailView })
  moveDue(@CurrentActor() actor: Actor, @Id() id: string, @Body() { due, reason }: TaskDueRequest) {
    return this.act(actor, id, { type: 'due-moved', due: plainDate(due), text: reason });
  }

  /** Leave the date as it is, although another was asked for. */
  @Post('due-refusal')
  @HttpCode(200)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: TaskDetailView })
  declineDue(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: TaskReasonRequest) {
    return this.act(actor, id, { type: 'due-declined', text: reason });
  }

  private async act(actor: Actor, id: string, action: TaskAction): Promise<TaskDetailView> {
    await this.acting.act(actor, id, action);
    return toTaskDetailView(await this.viewing.find(actor, id));
  }
}
