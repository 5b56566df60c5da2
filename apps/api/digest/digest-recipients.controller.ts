import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DigestRecipientView, SetDigestRecipientRequest } from '@thongvon/api-contract';
import { ListRecipients, SetRecipient } from '@thongvon/digest';
import type { Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';
import { JsonLimit, LONG_JSON } from '../http/limits/json-limit';

/** Who gets the weekly letter, and of which organisations. */
@ApiTags('digest')
@Controller('digest/recipients')
export class DigestRecipientsController {
  constructor(
    private readonly listing: ListRecipients,
    private readonly setting: SetRecipient,
  ) {}

  /** List leaders and everybody for whom something is set, by name. */
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: [DigestRecipientView] })
  list(@CurrentActor() actor: Actor): Promise<DigestRecipientView[]> {
    return this.listing.list(actor);
  }

  /** Set whether an account gets the weekly letter, and of which organisations. Letters that were sent stay as they are. */
  @Put(':id')
  @JsonLimit(LONG_JSON)
  @Allow('administrator')
  @ApiOkResponse({ type: DigestRecipientView })
  set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { receives, organizationIds }: SetDigestRecipientRequest,
  ): Promise<DigestRecipientView> {
    return this.setting.set(actor, id, { receives, organizationIds: organizationIds ?? null });
  }
}
