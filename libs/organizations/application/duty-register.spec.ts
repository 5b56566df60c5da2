import { Entries } from '@thongvon/platform';
import { type DutyKeeper, DutyRegister } from './keep-organizations';

describe('the register of who keeps duties', () => {
  it('fails where nobody does, so that no organisation reports and owes nothing', () => {
    expect(() => new DutyRegister(new Entries<'weekly', DutyKeeper>(new Map())).keeper).toThrow(
      'ReportingDutiesModule',
    );
  });

  it('gives who does', () => {
    const keeper = { begin: () => Promise.resolve(), change: () => Promise.resolve() };
    const keepers = new Entries(new Map([['weekly' as const, { instance: keeper }]]));
    expect(new DutyRegister(keepers).keeper).toBe(keeper);
  });
});
