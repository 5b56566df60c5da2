import {
  Body,
  Controller,
  Get,
  HttpCode,
  Module,
  Param,
  Patch,
  Post,
  Query,
  Res,
  UploadedFile,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { DateField, TextField } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { OrganizationsHttpModule, SessionsModule } from '@thongvon/organizations/http';
import { PlatformModule, type Environment, type SystemClock } from '@thongvon/platform';
import {
  Allow,
  AllowAnyone,
  ANYBODYS_JSON,
  HttpModule,
  JsonLimit,
  LONG_JSON,
  ReceivesFile,
} from '@thongvon/platform/http';
import { API_OPTIONS, configureHttp } from '../../apps/api/configure-http';

class Note {
  @TextField({ description: 'Anything', max: 100 })
  text: string;
}

class Day {
  @DateField({ description: 'Any day', optional: true })
  on?: string;
}

let calls = 0;

/** Answers that wait until a test lets them go. */
export const waiting: { slow: (() => void) | undefined; readonly files: (() => void)[] } = {
  slow: undefined,
  files: [],
};

/** Handlers of the kinds that the API has, without a domain behind them. */
@Controller('probe')
class ProbeController {
  @Get('undeclared')
  undeclared(): string {
    return 'never';
  }

  @Get('list')
  @AllowAnyone()
  list(): { items: string[] } {
    return { items: Array.from({ length: 200 }, (_, index) => `Dự án số ${index}`) };
  }

  @Get('broken')
  @AllowAnyone()
  broken(): never {
    throw new Error('connection to 10.0.0.1 failed for board@thongvon.test');
  }

  @Post('notes')
  @Allow('reporter')
  write(
    @Body() { text }: Note,
    @Res({ passthrough: true }) response: Response,
  ): { text: string; calls: number } {
    calls += 1;
    if (text === 'again') response.status(200);
    if (text === 'broken') throw new Error('half-way');
    return { text, calls };
  }

  @Post('anybodys')
  @HttpCode(200)
  @JsonLimit(ANYBODYS_JSON)
  @AllowAnyone()
  anybodys(@Body() { text }: Note): { text: string } {
    return { text };
  }

  @Post('long')
  @JsonLimit(LONG_JSON)
  @Allow('reporter')
  long(@Body() { text }: Note): { text: string } {
    return { text };
  }

  @Get('days/:name')
  @AllowAnyone()
  day(@Param('name') name: string, @Query() { on }: Day): { name: string; on: string } {
    return { name, on: plainDate(on ?? '2023-06-21') };
  }

  @Patch('notes')
  @Allow('reporter')
  change(@Body() { on }: Day): { on: string | undefined } {
    return { on };
  }

  @Post('slow')
  @HttpCode(202)
  @Allow('reporter')
  async slow(): Promise<{ done: true }> {
    await new Promise<void>((resolve) => (waiting.slow = resolve));
    return { done: true };
  }

  @Post('files')
  @Allow('reporter')
  @ReceivesFile('file')
  async receive(
    @UploadedFile() file: Express.Multer.File,
  ): Promise<{ name: string; size: number; calls: number }> {
    calls += 1;
    if (file.originalname === 'held') await new Promise<void>((resolve) => waiting.files.push(resolve));
    return { name: file.originalname, size: file.size, calls };
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

/** The API's shell around them, on a system's database. */
export async function createProbe(
  environment: Environment,
  clock: SystemClock,
): Promise<NestExpressApplication> {
  const root = {
    module: ProbeModule,
    imports: [
      PlatformModule.with(environment, clock),
      HttpModule.with(SessionsModule),
      OrganizationsHttpModule,
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, API_OPTIONS);
  configureHttp(app, environment);
  return app.init();
}
