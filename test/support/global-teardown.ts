import { endRun } from './run-end';

export default async function globalTeardown(): Promise<void> {
  await endRun();
}
