import { instantAt, plainDate, type Dong } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { RevertReturn } from '@thongvon/returns';
import { FreezeMissingWeeks, Snapshots, type FrozenWeek } from '@thongvon/snapshots';
import { planReading } from '../factories/reading';
import { approveReady, readyReturn, recomputeOpen } from './ready-return';
import type { TestSystem } from './test-system';

export const ROAD = '7000001';
export const SCHOOL = '7000002';
/** A decision with a road from two sources and a school from one. */
export const PLAN = planReading(
  { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
  { [ROAD]: { tinh: 600, huyen: 400 }, [SCHOOL]: { huyen: 2000 } },
);
/** Four weeks of June, by their cut-offs. */
export const WEEKS = ['2023-06-01', '2023-06-08', '2023-06-15', '2023-06-22'].map(plainDate);

/** What a test of frozen weeks does with the system that it has at the time. */
export class Freezing {
  constructor(private readonly system: () => TestSystem) {}

  /** Does it on that day and time of the business clock. */
  at<T>(date: string, time: string, work: () => Promise<T>): Promise<T> {
    return this.system().clock.at(instantAt(plainDate(date), time), work);
  }

  /** Gives the return's id. */
  async approve(reading: Reading): Promise<string> {
    const system = this.system();
    const sender = reading.kinds.includes('plan') ? system.finance : system.board;
    const id = await readyReturn(system, sender, reading);
    await approveReady(system, sender, id);
    return id;
  }

  async revert(id: string): Promise<void> {
    const system = this.system();
    await system.app.get(RevertReturn).revert(system.approver, id, 'a slip');
    await recomputeOpen(system);
  }

  /** Freezes all weeks that are due. */
  freezeDue(): Promise<void> {
    return this.system().app.get(FreezeMissingWeeks).run();
  }

  /** Throws where it isn't frozen. */
  async week(date: string, revision?: number): Promise<FrozenWeek> {
    const found = await this.system().app.get(Snapshots).week(plainDate(date), revision);
    if (!found) throw new Error(`week ${date} is not frozen`);
    return found;
  }
}

/** What is disbursed of projects without a plan, as a frozen week says. */
export function totalUnplanned({ rollups }: FrozenWeek): Dong | null | undefined {
  return rollups.find(
    ({ denominator, dimension }) => denominator === 'current-year-plan' && dimension === 'unplanned',
  )?.disbursed;
}
