import { ActOnBlocker, SetResponsibleOffice, ViewBlocker } from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { blockerOffices } from '../support/blocker-offices';
import { DEFAULTS } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** What a phone keeps until it has a network: sent again when an answer was lost. */
describe('an action that is sent again', () => {
  let system: TestSystem;
  let blockerId: string;
  let phu: Actor;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
    phu = await person(await office('UBND xã Bình Phú', system.finance.organizationId));
    blockerId = await blocker(system.board);
  });
  afterEach(() => system.close());
  const { office, person, blocker } = blockerOffices(() => system);

  const WORK = { text: 'Đối thoại với 3 hộ', on: plainDate('2023-06-22'), clientKey: 'key-of-a-phone' };
  const acting = () => system.app.get(ActOnBlocker);
  const act = (actor: Actor, more: object = {}, id = blockerId) =>
    acting().act(actor, id, 'work', { ...WORK, ...more });
  const done = async (id = blockerId): Promise<string[]> => {
    const { history } = await system.app
      .get(ViewBlocker)
      .view(system.board, id, { ...DEFAULTS, asOf: plainDate('2023-06-23') });
    return history.flatMap(({ type, text }) => (type === 'work' ? [text ?? ''] : []));
  };

  it('is written down once, also when it comes several times at once', async () => {
    await act(system.board);
    await act(system.board);
    const proof = { documentNumber: '12/BB', documentDate: plainDate('2023-06-22') };
    const other = { text: 'Họp xã', clientKey: 'another-key' };
    await Promise.all(
      [proof, proof, proof, { documentDate: proof.documentDate, documentNumber: proof.documentNumber }].map(
        (same) => act(system.board, { ...other, proof: same }),
      ),
    );
    expect((await done()).toSorted()).toEqual(['Họp xã', 'Đối thoại với 3 hộ'].toSorted());
  });

  it('is each time anew without a key', async () => {
    const { clientKey: _, ...work } = WORK;
    await acting().act(system.board, blockerId, 'work', work);
    await acting().act(system.board, blockerId, 'work', work);
    expect(await done()).toHaveLength(2);
  });

  it('is refused when its key stands for something else: words, day, kind, proof, blocker', async () => {
    const refused = { code: 'ACTION-KEY-REUSED', status: 409 };
    await act(system.board);
    for (const more of [
      { text: 'Khác' },
      { on: plainDate('2023-06-21') },
      { on: undefined },
      { evidence: '12/BB' },
      { proof: { documentNumber: '12/BB' } },
    ])
      await expect(act(system.board, more)).rejects.toMatchObject(refused);
    await expect(acting().act(system.board, blockerId, 'reminder', WORK)).rejects.toMatchObject(refused);
    const otherId = await blocker(system.board);
    await expect(act(system.board, {}, otherId)).rejects.toMatchObject(refused);
    const together = await Promise.allSettled([
      act(system.board, { clientKey: 'third-key' }),
      act(system.board, { clientKey: 'third-key' }, otherId),
    ]);
    expect(together.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await done()).toHaveLength((await done(otherId)).length === 1 ? 1 : 2);
  });

  it('is another one of another person with the same key', async () => {
    await system.app.get(SetResponsibleOffice).set(system.board, blockerId, phu.organizationId);
    await act(system.board);
    await act(phu);
    await act(phu);
    expect(await done()).toHaveLength(2);
  });

  it('is still the one that it was after the blocker was closed', async () => {
    await act(system.board);
    await acting().close(system.board, blockerId, { text: 'Xong' });
    await act(system.board);
    await expect(act(system.board, { clientKey: 'too-late' })).rejects.toMatchObject({
      code: 'BLOCKER-CLOSED',
    });
    expect(await done()).toHaveLength(1);
  });

  it('leaves its key free when it was refused', async () => {
    await expect(act(system.board, { on: plainDate('2023-06-24') })).rejects.toMatchObject({
      code: 'DATE-IN-FUTURE',
    });
    await act(system.board);
    expect(await done()).toHaveLength(1);
  });
});
