import 'reflect-metadata';
import { ConsoleLogger, Logger, type LogLevel } from '@nestjs/common';
import { readEnvironment, SystemClock } from '@thongvon/platform';
import { startApi } from './start-api';

const LEVELS: Readonly<Record<string, LogLevel[]>> = {
  debug: ['debug', 'log', 'warn', 'error', 'fatal'],
  info: ['log', 'warn', 'error', 'fatal'],
  warn: ['warn', 'error', 'fatal'],
  error: ['error', 'fatal'],
};

/** The API alone, as in production: logs are JSON lines, settings come from the environment, SIGTERM ends it in order. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  Logger.overrideLogger(
    new ConsoleLogger({ json: true, logLevels: LEVELS[environment.LOG_LEVEL] ?? ['log'] }),
  );
  const clock = new SystemClock(environment.NOW === undefined ? undefined : new Date(environment.NOW));
  const { url, close } = await startApi(environment, clock);
  new Logger('Api').log(`listening at ${url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void close().catch(fail));
  }
}

function fail(error: unknown): never {
  new Logger('Api').fatal(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

void main().catch(fail);
