import { ListBlockers } from '@thongvon/blockers';
import { DEFAULT_LADDERS, plainDate } from '@thongvon/kernel';
import { type Actor, EscalationSettings } from '@thongvon/organizations';
import { blockerOffices } from '../support/blocker-offices';
import { DEFAULTS } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('the escalation ladder', () => {
  let system: TestSystem;
  let admin: Actor;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
    admin = await person(system.finance.organizationId, 'administrator');
  });
  afterEach(() => system.close());
  const { office, person, blocker } = blockerOffices(() => system);
  const settings = () => system.app.get(EscalationSettings);
  const rungOf = async (actor: Actor, day: string) => {
    const query = { ...DEFAULTS, asOf: plainDate(day), limit: 1 };
    return (await system.app.get(ListBlockers).list(actor, query)).items[0]?.escalation ?? null;
  };

  it('is that of the top office for all below it, from when it is set on, and its history stays', async () => {
    await blocker(system.board, { due: '2023-06-03' });
    expect(await rungOf(system.board, '2023-06-23')).toMatchObject({ rung: 3, to: 'unit-head' });
    const quick = [
      { days: 2, to: 'reporter' },
      { days: 10, to: 'leader' },
    ] as const;
    await settings().set(admin, { ...DEFAULT_LADDERS, blocker: quick }, 'QĐ 9100/QĐ-UBND');
    await settings().set(admin, { ...DEFAULT_LADDERS, blocker: quick }, 'lần nữa');
    expect(await rungOf(system.board, '2023-06-23')).toMatchObject({ rung: 2, to: 'leaders' });
    expect(await rungOf(system.board, '2023-06-05')).toEqual({
      rung: 1,
      to: 'responsible-person',
      label: 'Người chủ trì, nhắc lần 1',
      labelEn: 'Responsible person, first reminder',
    });
    expect(await rungOf(system.board, '2023-06-04')).toBeNull();
    const { ladders, entries, organization } = await settings().view(admin);
    expect([ladders.blocker, organization?.id]).toEqual([quick, system.finance.organizationId]);
    expect(entries).toMatchObject([{ reason: 'QĐ 9100/QĐ-UBND', by: { office: 'UBND huyện Thử' } }]);
    // Who works below it sees what holds, not who decided it.
    expect(await settings().view(system.board)).toEqual({
      organization: null,
      ladders,
      isDefault: false,
      entries: [],
    });
    await expect(system.data.query('DELETE FROM organizations.escalation_entry')).rejects.toThrow(
      /append-only/,
    );
  });

  it('of one top office is not that of another', async () => {
    const elsewhere = await person(await office('UBND tỉnh khác', null));
    await blocker(elsewhere, { due: '2023-06-03' });
    await settings().set(admin, { ...DEFAULT_LADDERS, blocker: [{ days: 1, to: 'reporter' }] }, 'thử');
    expect(await rungOf(elsewhere, '2023-06-23')).toMatchObject({ rung: 3, to: 'unit-head' });
    expect((await settings().view(elsewhere)).entries).toEqual([]);
  });

  it('refuses what can’t be climbed', async () => {
    const blockers = [
      [],
      [{ days: 1, to: 'leader' }],
      [
        { days: 3, to: 'reporter' },
        { days: 2, to: 'leader' },
      ],
    ] as const;
    for (const ladder of blockers)
      await expect(settings().set(admin, { ...DEFAULT_LADDERS, blocker: ladder }, 'x')).rejects.toMatchObject(
        {
          code: 'LADDER-FAULT',
          members: { field: 'blocker' },
        },
      );
  });
});
