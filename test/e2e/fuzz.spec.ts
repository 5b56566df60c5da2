import fc from 'fast-check';
import { ROLES, type Role } from '@thongvon/api-contract';
import { longRun } from '../long/long-run';
import { badFiles } from '../support/bad-files';
import { demoWorkbook, startDistrict, type District } from '../support/district';
import { operations } from '../support/fuzz/operations';
import { drawnRequests, type DrawnRequest } from '../support/fuzz/requests';
import { Sender } from '../support/fuzz/sender';

/** Generous, for a machine that does other work as well. Milliseconds. */
const LONGEST = 15_000;
/** Of an answer, files aside, and of a refusal. Bytes. */
const LARGEST = 5_000_000;
const LARGEST_REFUSAL = 15_000;

/**
 * Random requests to every operation of the OpenAPI document by every role, at the edges of what it describes and past
 * them. Whatever is sent, the answer is no 5xx, comes soon, is small, and is a problem with a code where it refuses.
 */
describe('requests that nobody foresaw', () => {
  const { runs, seed, report } = longRun('requests', 300, 20_000);
  let district: District;
  let sender: Sender;
  beforeAll(async () => {
    district = await startDistrict();
    for (const plan of ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd'])
      await district.approve(district.finance, plan);
    await district.approve(district.board, 'board-weekly-2023-06-14');
    sender = await Sender.to(district.api);
  }, 120_000);
  afterAll(() => district.close());

  it(
    `are answered: ${runs} of them, SEED=${seed}`,
    async () => {
      const files = [await demoWorkbook('commune-binh-duong-2023-06-21'), await badFiles.brokenOff()];
      const drawn = fc.sample(drawnRequests(operations(), files), { numRuns: runs, seed });
      const counts: Record<string, number> = {};
      const wrong: string[] = [];
      let slowest = 0;
      for (const request of drawn) {
        const fault = await faultOf(request);
        if (fault !== undefined) wrong.push(fault);
      }
      // The last word: it is all still there.
      const ready = await sender.get('/api/health/ready');
      expect(ready).toBe(200);
      report({ ...counts, 'slowest ms': Math.round(slowest), wrong: wrong.length });
      expect([...new Set(wrong)].slice(0, 30)).toEqual([]);

      async function faultOf(request: DrawnRequest): Promise<string | undefined> {
        const { status, type, text, milliseconds, sent } = await sender.send(request);
        slowest = Math.max(slowest, milliseconds);
        const family = `${Math.floor(status / 100)}xx`;
        counts[family] = (counts[family] ?? 0) + 1;
        const what = `${request.operation.method} ${request.operation.path} by ${request.role}: ${status} ${sent}`;
        if (status >= 500) return `${what}: ${text.slice(0, 300)}`;
        if (milliseconds > LONGEST) return `${what}: ${Math.round(milliseconds)} ms`;
        if (text.length > (status < 400 ? LARGEST : LARGEST_REFUSAL)) return `${what}: ${text.length} bytes`;
        if (status < 400) return undefined;
        if (!type.startsWith('application/problem+json')) return `${what}: ${type}`;
        const { code, status: said } = JSON.parse(text) as { code?: unknown; status?: unknown };
        const isCoded = typeof code === 'string' && /^[A-Z][A-Z0-9-]+$/.test(code) && said === status;
        return isCoded ? undefined : `${what}: no code in ${text.slice(0, 300)}`;
      }
    },
    60_000 + runs * 200,
  );

  it('are drawn for every operation and by every role', () => {
    const drawn = fc.sample(drawnRequests(operations(), []), { numRuns: 20_000, seed });
    const names = drawn.map(({ operation }) => `${operation.method} ${operation.path}`);
    expect(new Set(names).size).toBe(operations().length);
    expect(new Set(drawn.map(({ role }) => role))).toEqual(new Set<Role | null>([...ROLES, null]));
  });
});
