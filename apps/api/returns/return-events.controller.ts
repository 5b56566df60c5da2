import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ROLES } from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { FollowReturn } from '@thongvon/returns';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

const HEARTBEAT = 15_000;
const EVENT_ID = /^\d{1,18}$/;

/** The history of a return as it happens. */
@ApiTags('returns')
@Controller('returns/:id/events')
export class ReturnEventsController {
  constructor(private readonly following: FollowReturn) {}

  @ApiOperation({
    summary:
      'Server-sent events with ids; goes on after `Last-Event-ID`, ends with an event `end` once nothing more comes of itself.',
  })
  @Get()
  @Allow(...ROLES)
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false })
  async stream(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Res() response: Response,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    const after = lastEventId !== undefined && EVENT_ID.test(lastEventId) ? lastEventId : undefined;
    const events = await this.following.follow(actor, id, after);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    const heartbeat = setInterval(() => response.write(': heartbeat\n\n'), HEARTBEAT);
    const subscription = events.subscribe({
      next: (event) =>
        response.write(`id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
      error: () => response.end(),
      complete: () => response.end('event: end\ndata: {}\n\n'),
    });
    response.on('close', () => {
      clearInterval(heartbeat);
      subscription.unsubscribe();
    });
  }
}
