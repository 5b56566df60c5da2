import {
  loadFindings,
  loadOnlyReading,
  loadReading,
  packReading,
} from '../../libs/returns/persistence/readings';
import { disbursementReading } from '../factories/reading';
import { readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { withMigrations } from '../support/undo-migrations';

describe('the reading of a return', () => {
  let system: TestSystem;
  beforeEach(async () => (system = await startTestSystem()));
  afterEach(() => system.close());

  const reading = disbursementReading('2023-06-14', {
    '7000001': [{ disbursed: 300 }],
    '7000002': [{ disbursed: 0, source: 'Nguồn “khác”' }],
  });
  /** As `packed`, or as the JSON that it was kept as before. */
  const kept = async (packed?: Buffer): Promise<string> => {
    const id = await readyReturn(system, system.board, reading);
    if (packed !== undefined)
      await system.data.query('UPDATE returns.return_reading SET reading = $2 WHERE return_id = $1', [
        id,
        packed,
      ]);
    return id;
  };
  const same = JSON.parse(JSON.stringify(reading)) as unknown;

  it('is kept deflated and comes back as it was; so does one that was kept as JSON', async () => {
    const packed = await packReading(reading);
    expect(packed.length).toBeLessThan(JSON.stringify(reading).length / 2);
    for (const id of [await kept(packed), await kept()]) {
      const { manager } = system.data;
      expect(await loadOnlyReading(manager, id)).toEqual(same);
      expect((await loadReading(manager, id))?.reading).toEqual(same);
      expect(await loadFindings(manager, id)).toEqual([]);
    }
  });

  it('survives that its migration is undone and run again, whichever way it was kept', async () => {
    const ids = [await kept(await packReading(reading)), await kept()];
    const undoing = await withMigrations(String(Reflect.get(system.data.options, 'url')));
    const left = async (): Promise<boolean> =>
      (await undoing.query<object[]>(`SELECT FROM schema_migration WHERE name LIKE 'ReadingsDeflated%'`))
        .length > 0;
    while (await left()) await undoing.undoLastMigration();
    const before = await undoing.query<{ reading: unknown }[]>('SELECT reading FROM returns.return_reading');
    expect(before.map((row) => row.reading)).toEqual([same, same]);
    await undoing.runMigrations({ transaction: 'each' });
    await undoing.destroy();
    for (const id of ids) expect(await loadOnlyReading(system.data.manager, id)).toEqual(same);
  });
});
