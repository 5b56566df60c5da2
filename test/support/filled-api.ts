import { DataSource } from 'typeorm';
import { SystemClock } from '@thongvon/platform';
import { createApi } from '../../apps/api/start-api';
import { loadDemo } from '../../apps/standalone/demo/load-demo';
import { DEMO_NOW } from '../../apps/standalone/demo/demo-plan';
import { LoadProvince } from '../../apps/standalone/demo/province/load-province';
import { makeProvince, PROVINCE_NOW } from '../../apps/standalone/demo/province/make-province';
import { ensurePeople } from '../../apps/standalone/demo/province/people';
import { startWorker } from '../../apps/worker/start-worker';
import { eventually } from './eventually';
import { ROOT } from './program';
import { startTestApi, TEST_PASSWORD, type TestApi } from './test-api';
import type { TestDatabase } from './test-database';

/** The real API with all that a demo brings: returns, figures, frozen weeks, alerts, letters. */
export interface FilledApi extends Pick<TestApi, 'app' | 'anyone' | 'signedIn' | 'close'> {
  readonly planYear: number;
}

/** The demo's district, as `npm start` loads it; into a database of its own, or the `given` one. */
export async function startDemoApi(
  settings: Record<string, string> = {},
  given?: TestDatabase,
): Promise<FilledApi & Pick<TestApi, 'logged'>> {
  const clock = new SystemClock(DEMO_NOW);
  const api = await startTestApi({ ...settings, DEMO_PASSWORD: TEST_PASSWORD }, createApi, clock, given);
  await loadDemo(api.environment, clock, ROOT);
  await doWhatFollows(api, clock);
  return { ...api, planYear: 2023 };
}

/** A province of so many offices and projects. */
export async function startProvinceApi(offices: number, projects: number): Promise<FilledApi> {
  const clock = new SystemClock(PROVINCE_NOW);
  const api = await startTestApi({}, createApi, clock);
  const province = makeProvince({ offices, projects });
  const people = await ensurePeople(api.app, province, TEST_PASSWORD);
  await new LoadProvince(api.app, clock, province).load(people);
  await doWhatFollows(api, clock);
  return { ...api, planYear: 2026 };
}

/** Freezes the weeks that are over, evaluates their alerts, writes their letters: all that a worker does of itself. */
async function doWhatFollows(api: TestApi, clock: SystemClock): Promise<void> {
  const worker = await startWorker(api.environment, clock);
  await eventually(
    () =>
      api.app.get(DataSource).query<{ weeks: number; waiting: number }[]>(
        `SELECT (SELECT count(*)::int FROM snapshots.weekly_snapshot) AS weeks,
           (SELECT count(*)::int FROM platform.work_intent WHERE done_at IS NULL) AS waiting`,
      ),
    ([found]) => found !== undefined && found.weeks > 0 && found.waiting === 0,
    60_000,
  );
  await worker.close();
}
