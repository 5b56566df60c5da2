import { type BlockerOnDay, type BlockerWithHistory, ListBlockers, ViewBlocker } from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { RecheckReturn, RevertReturn, ViewReturn } from '@thongvon/returns';
import { clearanceReading, type ClearanceRow } from '../factories/clearance-reading';
import { approveReady, readyReturn, recomputeOpen } from './ready-return';
import type { TestSystem } from './test-system';

/** What a board reports again and again. */
export const REFUSED = '04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung';
/** The code of the project that is reported of, unless a spec says otherwise. */
export const ROAD = '7000001';
/** Which plan the capital held is of. */
export const DEFAULTS = { planYear: 2023, denominator: 'current-year-plan' } as const;

/** Sends what a board reports of one road, and asks which blockers come of it. `system`, `road`: those of the test that runs. */
export function reportedBlockers(system: () => TestSystem, road: () => string = () => ROAD) {
  /** Its id, approved. */
  async function approve(reading: Reading): Promise<string> {
    const { finance, board } = system();
    const sender = reading.kinds.includes('plan') ? finance : board;
    const id = await readyReturn(system(), sender, reading);
    await approveReady(system(), sender, id);
    return id;
  }

  /** A clearance table of the road, approved. */
  const table = (asOf: string, row: ClearanceRow): Promise<string> =>
    approve(clearanceReading(asOf, { [road()]: row }));

  async function revert(id: string): Promise<void> {
    await system().app.get(RevertReturn).revert(system().approver, id, 'a slip');
    await recomputeOpen(system());
  }

  /** All blockers as the finance office sees them on a day; `more`: further conditions of the list. */
  async function blockers(asOf: string, more: object = {}): Promise<readonly BlockerOnDay[]> {
    const query = { ...DEFAULTS, asOf: plainDate(asOf), limit: 100, ...more };
    return (await system().app.get(ListBlockers).list(system().finance, query)).items;
  }

  /** The one blocker that there is on a day. */
  async function only(asOf: string): Promise<BlockerOnDay> {
    const [found, ...others] = await blockers(asOf);
    if (!found || others.length > 0)
      throw new Error(`${others.length + Number(found !== undefined)} blockers`);
    return found;
  }

  const detail = (id: string): Promise<BlockerWithHistory> =>
    system()
      .app.get(ViewBlocker)
      .view(system().board, id, { ...DEFAULTS, asOf: plainDate('2023-06-23') });

  /** The texts of which a return that is not sent yet would be asked whether they are solved. */
  async function vanishedIn(reading: Reading): Promise<string[]> {
    const id = await readyReturn(system(), system().board, reading);
    await system().app.get(RecheckReturn).recheck(id);
    const { findings } = await system().app.get(ViewReturn).view(system().board, id);
    return findings.flatMap(({ code, value }) =>
      code === 'RET-BLOCKER-VANISHED' && value !== null ? [value] : [],
    );
  }

  return { approve, table, revert, blockers, only, detail, vanishedIn };
}
