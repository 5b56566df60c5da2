import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MyWorkView, ROLES, type WorkLineView } from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Statements } from '@thongvon/platform/http';
import { ViewMyWork } from '../application/my-work';
import type { WorkLine } from '../domain/work-line';

/** What waits for who asks. */
@ApiTags('my-work')
@Controller('my-work')
export class MyWorkController {
  constructor(private readonly viewing: ViewMyWork) {}

  @ApiOperation({
    summary:
      "What waits for the caller, in the order in which it presses, with what stands next to the names of pages; of a leader's, whose own page is another one, the latter alone",
  })
  @Get()
  // Which blockers there are, and then what of them; or of which addresses mails are seen, and then the mails.
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: MyWorkView })
  async show(@CurrentActor() actor: Actor): Promise<MyWorkView> {
    const { now, lines, next, drafts, ...rest } = await this.viewing.execute(actor);
    return {
      ...rest,
      now: formatInstant(now),
      lines: lines.map(toLineView),
      next: next && toLineView(next),
      drafts: {
        total: drafts.total,
        newest: drafts.newest && {
          id: drafts.newest.id,
          fileName: drafts.newest.fileName,
          receivedAt: formatInstant(drafts.newest.receivedAt),
          path: `/bao-cao/${drafts.newest.id}`,
        },
      },
    };
  }
}

const toLineView = ({ dueAt, since, amount, ...line }: WorkLine): WorkLineView => ({
  ...line,
  dueAt: dueAt && formatInstant(dueAt),
  since: since && formatInstant(since),
  amount: amount?.toString() ?? null,
});
