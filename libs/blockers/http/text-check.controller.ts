import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ROLES, TextCheckRequest, TextCheckView } from '@thongvon/api-contract';
import { Allow } from '@thongvon/platform/http';
import { suggestCauses } from '../domain/causes';
import { markPersonal } from '../domain/without-names';

/** What there is to say of a text before it is written down. */
@ApiTags('blockers')
@Controller('blockers')
export class BlockerTextsController {
  /** Say what of a text looks like a person's name, identity number or telephone, and which cause it suggests. Nothing is kept. */
  @Post('text-check')
  @HttpCode(200)
  @Allow(...ROLES)
  @ApiOkResponse({ type: TextCheckView })
  check(@Body() { text }: TextCheckRequest): TextCheckView {
    return { parts: markPersonal(text), suggestedCauses: suggestCauses(text) };
  }
}
