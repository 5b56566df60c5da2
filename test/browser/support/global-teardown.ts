import { endRun } from '../../support/run-end';

export default async function globalTeardown(): Promise<void> {
  await endRun();
}
