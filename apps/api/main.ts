import 'reflect-metadata';
import { readEnvironment, SystemClock } from '@thongvon/platform';
import { startApi } from './start-api';

async function main(): Promise<void> {
  const environment = readEnvironment();
  const clock = new SystemClock(environment.NOW === undefined ? undefined : new Date(environment.NOW));
  await startApi(environment, clock);
}

void main();
