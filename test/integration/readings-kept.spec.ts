import { deflateSync } from 'node:zlib';
import { fileBytes, ViewReturn } from '@thongvon/returns';
import { disbursementReading } from '../factories/reading';
import { readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { withMigrations } from '../support/undo-migrations';

describe('the reading of a return', () => {
  let system: TestSystem;
  /** Kept as JSON, as before migration 280, and deflated. */
  let ids: readonly string[];
  const reading = disbursementReading('2023-06-14', {
    '7000001': [{ disbursed: 300 }],
    '7000002': [{ disbursed: 0, source: 'Nguồn “khác”' }],
  });
  const same = JSON.parse(JSON.stringify(reading)) as typeof reading;
  beforeEach(async () => {
    system = await startTestSystem();
    const deflated = await readyReturn(system, system.board, reading);
    await system.data.query('UPDATE returns.return_reading SET reading = $2 WHERE return_id = $1', [
      deflated,
      deflateSync(JSON.stringify(reading), { level: 1 }),
    ]);
    ids = [await readyReturn(system, system.board, reading), deflated];
    await system.data.query(`UPDATE returns.return_reading SET preview = '{"sections": []}'`);
  });
  afterEach(() => system.close());

  const areRead = async (): Promise<void> => {
    for (const id of ids) {
      const { sheets, total } = await system.app.get(ViewReturn).view(system.board, id);
      expect({ sheets, total }).toEqual({ sheets: same.sheets, total: same.total });
    }
  };

  it('is read, whether it was kept as JSON or deflated', areRead);

  it('survives that its migration is undone and run again, whichever way it was kept', async () => {
    const undoing = await withMigrations(String(Reflect.get(system.data.options, 'url')));
    const isLeft = async (): Promise<boolean> => {
      const named = `SELECT FROM schema_migration WHERE name LIKE 'ReadingsDeflated%'`;
      return (await undoing.query<object[]>(named)).length > 0;
    };
    while (await isLeft()) await undoing.undoLastMigration();
    const rows = await undoing.query<{ reading: unknown }[]>('SELECT reading FROM returns.return_reading');
    expect(rows.map((row) => row.reading)).toEqual([same, same]);
    await undoing.runMigrations({ transaction: 'each' });
    await undoing.destroy();
    await areRead();
  });

  it('is never made of the part that was kept of a file whose kind could not be read then', async () => {
    const { manager } = system.data;
    const keep = (sha256: string, beginning: string, whole: boolean): Promise<unknown> =>
      manager.query('INSERT INTO returns.stored_file (sha256, size, bytes, whole) VALUES ($1, $2, $3, $4)', [
        sha256,
        whole ? Buffer.byteLength(beginning) : 100_000,
        Buffer.from(beginning),
        whole,
      ]);
    await keep('a', 'Dự án;Vốn\nCầu;5\nĐường;', false);
    await keep('b', '%PDF-1.7 quét', false);
    await keep('c', 'Dự án;Vốn\nCầu;5\n', true);
    const kept = await Promise.all(['a', 'b', 'c'].map((sha256) => fileBytes(manager, sha256)));
    expect(kept.map(String)).toEqual(['', '%PDF-1.7 quét', 'Dự án;Vốn\nCầu;5\n']);
  });
});
