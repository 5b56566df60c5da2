import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AboutView } from '@thongvon/api-contract';
import { AllowAnyone } from '@thongvon/platform/http';
import { DescribeSystem } from '../application/describe-system';

@ApiTags('about')
@Controller('about')
export class AboutController {
  constructor(private readonly system: DescribeSystem) {}

  @ApiOperation({
    summary: 'Whether this is the demo, which date its clock shows, whether anyone can sign in',
  })
  @Get()
  @AllowAnyone()
  @ApiOkResponse({ type: AboutView })
  show(): Promise<AboutView> {
    return this.system.execute();
  }
}
