import { RecheckReturn, ViewReturn } from '@thongvon/returns';
import { disbursementReading, type Line } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('what a return is held against: the last approved figures', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const CODE = '7000001';
  const approve = async (asOf: string, lines: readonly Line[]): Promise<void> => {
    const id = await readyReturn(system, system.board, disbursementReading(asOf, { [CODE]: lines }));
    await approveReady(system, system.board, id);
  };
  const previewOf = async (asOf: string, disbursed: number): Promise<unknown> => {
    const reading = disbursementReading(asOf, { [CODE]: [{ disbursed }] });
    const id = await readyReturn(system, system.board, reading);
    await system.app.get(RecheckReturn).recheck(id);
    const { preview } = await system.app.get(ViewReturn).view(system.board, id);
    return preview?.sections[0]?.rows[0];
  };

  it('counts the weeks that an amount has stood from the date on which it last changed', async () => {
    await approve('2023-05-24', [{ disbursed: 100 }]);
    await approve('2023-05-31', [{ disbursed: 500 }]);
    await approve('2023-06-07', [{ disbursed: 500 }]);
    expect(await previewOf('2023-06-21', 500)).toMatchObject({ before: '500', unchangedWeeks: 3 });
    expect(await previewOf('2023-06-21', 501)).toMatchObject({ before: '500', unchangedWeeks: null });
  });

  it('takes the sum over sources for the amount, however a week splits it', async () => {
    await approve('2023-05-31', [{ disbursed: 500 }]);
    await approve('2023-06-07', [
      { source: 'tinh', disbursed: 300 },
      { source: 'huyen', disbursed: 200 },
    ]);
    expect(await previewOf('2023-06-14', 500)).toMatchObject({ before: '500', unchangedWeeks: 2 });
  });

  it('starts at the first figure when no other amount came before', async () => {
    await approve('2023-06-07', [{ disbursed: 500 }]);
    expect(await previewOf('2023-06-14', 500)).toMatchObject({ unchangedWeeks: 1 });
  });

  it('looks only at figures dated before the return', async () => {
    await approve('2023-05-31', [{ disbursed: 500 }]);
    await approve('2023-06-21', [{ disbursed: 900 }]);
    expect(await previewOf('2023-06-14', 500)).toMatchObject({ before: '500', unchangedWeeks: 2 });
  });
});
