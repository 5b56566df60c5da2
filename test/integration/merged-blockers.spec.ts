import { ActOnBlocker, MergeBlockers, OpenBlocker } from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import { notesReading } from '../factories/clearance-reading';
import { REFUSED, reportedBlockers, ROAD } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('two blockers that people find to be one', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
  });
  afterEach(() => system.close());
  const { approve, table, blockers, only, detail, vanishedIn } = reportedBlockers(() => system);

  const OTHER = 'Người dân chưa chịu nhận kinh phí bồi thường';
  const today = plainDate('2023-06-23');

  async function merged(): Promise<{ kept: string; gone: string }> {
    await approve(notesReading('2023-06-07', { [ROAD]: OTHER }));
    await table('2023-06-14', { blocker: REFUSED, due: '2023-06-30' });
    const [kept] = await blockers('2023-06-14', { q: 'khong nhan tien' });
    const [gone] = await blockers('2023-06-14', { q: 'chiu nhan kinh phi' });
    const ids = { kept: kept?.id ?? '', gone: gone?.id ?? '' };
    await system.app.get(MergeBlockers).merge(system.board, ids.gone, ids.kept, 'Cùng một việc');
    return ids;
  }

  it('are one from then on, with both histories, and open since the first of them', async () => {
    const { kept, gone } = await merged();
    expect(await only('2023-06-14')).toMatchObject({
      id: kept,
      openedOn: '2023-06-07',
      description: REFUSED,
      due: '2023-06-30',
    });
    expect(await only('2023-06-07')).toMatchObject({ id: kept, description: OTHER });
    const { history, merged: from, id } = await detail(gone);
    expect(id).toBe(kept);
    expect(history.map(({ type, text }) => [type, text])).toEqual([
      ['named', OTHER],
      ['named', REFUSED],
      ['unnamed', 'so it is'],
    ]);
    expect(from).toMatchObject([{ id: gone, description: OTHER, reason: 'Cùng một việc' }]);
  });

  it('are named by the words of either, and asked for once when both are gone', async () => {
    const { kept } = await merged();
    await approve(notesReading('2023-06-21', { [ROAD]: OTHER }));
    expect(await only('2023-06-21')).toMatchObject({ id: kept, unnamedSince: null });
    const silent = notesReading('2023-06-22', { [ROAD]: null });
    expect(await vanishedIn(silent)).toHaveLength(1);
    await approve(silent);
    expect(await only('2023-06-22')).toMatchObject({ id: kept, unnamedSince: '2023-06-22' });
    expect(await vanishedIn(notesReading('2023-06-23', { [ROAD]: null }))).toEqual([]);
  });

  it('are acted on as one, and apart again when people take it back', async () => {
    const { kept, gone } = await merged();
    await system.app.get(ActOnBlocker).act(system.board, gone, 'reminder', { text: 'Nhắc lần 1' });
    expect(await only('2023-06-23')).toMatchObject({ id: kept, lastAction: { text: 'Nhắc lần 1' } });
    await system.app.get(MergeBlockers).separate(system.board, gone, 'Hai việc khác nhau');
    expect((await blockers('2023-06-23')).map(({ id, openedOn }) => [id, openedOn])).toEqual([
      [kept, '2023-06-14'],
      [gone, '2023-06-07'],
    ]);
    expect((await detail(gone)).merged).toEqual([]);
  });

  it('can not be one with itself, with one of another project, or in a circle', async () => {
    const { kept, gone } = await merged();
    const merging = system.app.get(MergeBlockers);
    const [{ id: projectId } = { id: '' }] = await system.data.query<{ id: string }[]>(
      `INSERT INTO projects.project (name, name_key, kind, registered_by, created_at)
       VALUES ('Cầu B', 'cau b', 'bridge', $1, now()) RETURNING id`,
      [system.board.organizationId],
    );
    const bridge = await system.app
      .get(OpenBlocker)
      .open(system.board, { projectId, segmentId: null, description: REFUSED, openedOn: today });
    await expect(merging.merge(system.board, kept, kept, 'x')).rejects.toMatchObject({
      code: 'BLOCKER-ITSELF',
    });
    await expect(merging.merge(system.board, bridge, kept, 'x')).rejects.toMatchObject({
      code: 'BLOCKERS-OF-TWO-PROJECTS',
    });
    await merging.merge(system.board, kept, gone, 'x');
    expect((await detail(kept)).id).toBe(kept);
  });
});
