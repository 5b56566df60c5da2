import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AlertsModule, Backtest, type Replayed } from '@thongvon/alerts';
import { parsePlainDate, type PlainDate } from '@thongvon/kernel';
import { StartFailure, type Sentence } from '@thongvon/local-postgres';
import {
  EnvironmentError,
  PlatformModule,
  readEnvironment,
  SystemClock,
  type Environment,
} from '@thongvon/platform';
import { withDatabase } from '../create-admin/reach-database';
import { messages } from './messages';
import { report } from './report';

const OPTIONS = {
  from: { type: 'string', default: '1900-01-01' },
  to: { type: 'string', default: '2199-12-31' },
  json: { type: 'boolean', default: false },
} as const;

@Module({})
class BacktestModule {}

function say({ vi, en }: Sentence): void {
  process.stderr.write(`${vi}\n${en}\n`);
}

async function replayed(environment: Environment, from: PlainDate, to: PlainDate): Promise<Replayed> {
  const context = await NestFactory.createApplicationContext(
    {
      module: BacktestModule,
      imports: [PlatformModule.with(environment, new SystemClock()), AlertsModule],
    },
    { logger: false, abortOnError: false },
  );
  try {
    return await context.get(Backtest).run(from, to);
  } finally {
    await context.close();
  }
}

/** `npm run -s backtest`: what the rules would have raised over past frozen weeks. Returns the exit code. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS });
  const from = parsePlainDate(values.from);
  const to = parsePlainDate(values.to);
  if (!from || !to) {
    say(messages.usage());
    return 2;
  }
  const environment = readEnvironment();
  const found = await withDatabase(environment, (url) => {
    environment.DATABASE_URL = url;
    return replayed(environment, from, to);
  });
  if (found.weeks.length === 0) say(messages.noWeeks());
  process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : report(found));
  return 0;
}

void main()
  .catch((error: unknown) => {
    say(
      error instanceof StartFailure || error instanceof EnvironmentError
        ? error.sentence
        : messages.failed(error instanceof Error ? error.message : String(error)),
    );
    return 1;
  })
  .then((code) => (process.exitCode = code));
