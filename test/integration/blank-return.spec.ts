import { plainDate } from '@thongvon/kernel';
import { EnsureOrganization, EnsureUser, type Actor } from '@thongvon/organizations';
import { BlankReturn, type BlankReturnQuery } from '@thongvon/documents';
import { openWorkbook } from '@thongvon/workbook-io';
import { disbursementReading, planReading, type Line } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** What the rows of a blank disbursement return say: code, source, plan, last figure. */
type Row = readonly [code: string, source: string | null, planned: number | null, last: number | null];

describe('what stands in a blank disbursement return', () => {
  let system: TestSystem;
  let commune: Actor;

  beforeAll(async () => {
    const started = await startTestSystem();
    const { app } = started;
    const { id } = await app.get(EnsureOrganization).run({
      name: 'UBND xã Thử',
      kind: 'commune',
      effectiveFrom: '2020-01-01',
      parentId: started.finance.organizationId,
    });
    const account = {
      email: 'commune@example.test',
      name: 'commune',
      role: 'reporter',
      password: 'a-long-password',
    } as const;
    const { user } = await app.get(EnsureUser).run({ ...account, organizationId: id });
    commune = { userId: user.id, role: 'reporter', organizationId: id, scope: [id] };
    const finance = { ...started.finance, scope: [...started.finance.scope, id] };
    const approver = { ...started.approver, scope: finance.scope };
    system = { ...started, finance, approver };
    const decision = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' } as const;
    const plan = {
      '7000001': { huyen: 600, tinh: 400 },
      '7000002': { huyen: 500 },
      '7000003': { huyen: 900 },
    };
    await approve(finance, planReading(decision, plan));
    await reported('2023-05-24', { '7000001': [{ disbursed: 100 }], '7000002': bySource(40, 60) });
    await reported('2023-05-31', { '7000001': [{ disbursed: 150 }], '7000002': bySource(70, 60) });
    await approve(commune, disbursementReading('2023-05-31', { '7000009': [{ disbursed: 5 }] }));
  });
  afterAll(() => system.close());

  const approve = async (sender: Actor, reading: ReturnType<typeof planReading>): Promise<void> =>
    approveReady(system, sender, await readyReturn(system, sender, reading));
  const reported = (asOf: string, projects: Record<string, Line[]>): Promise<void> =>
    approve(system.board, disbursementReading(asOf, projects));
  const bySource = (huyen: number, tinh: number): Line[] => [
    { source: 'huyen', disbursed: huyen },
    { source: 'tinh', disbursed: tinh },
  ];
  const rowsFor = async (actor: Actor, query: Partial<BlankReturnQuery> = {}): Promise<Row[]> => {
    const asOf = plainDate('2023-06-07');
    const { bytes } = await system.app
      .get(BlankReturn)
      .write(actor, { kind: 'disbursement', asOf, ...query });
    return rowsOf(bytes);
  };

  it('is what the office reported last, as a whole or by source as it did, with the plan in force', async () => {
    expect(await rowsFor(system.board)).toEqual([
      ['7000001', null, 1000, 150],
      ['7000002', 'huyen', 500, 70],
      ['7000002', 'tinh', null, 60],
    ]);
  });

  it('is what had been reported before the day that it is for', async () => {
    const rows = await rowsFor(system.board, { asOf: plainDate('2023-05-31') });
    expect(rows.map(([, , , last]) => last)).toEqual([100, 40, 60]);
  });

  it('is also what the office owns and nobody reports, and nothing that others report', async () => {
    // An office that hasn't reported yet gets triệu đồng. The plan has named these projects for the finance office; the board has reported two of them since.
    expect(await rowsFor(system.finance)).toEqual([['7000003', null, 0.0009, null]]);
    expect(await rowsFor(commune)).toEqual([['7000009', null, null, 5]]);
  });

  it('is nothing in a year without plan and figures', async () => {
    await expect(rowsFor(system.board, { planYear: 2024 })).rejects.toMatchObject({
      code: 'BLANK-RETURN-NO-PROJECTS',
    });
  });
});

/** Columns are found by their captions. */
function rowsOf(bytes: Uint8Array): Row[] {
  const rows = openWorkbook(bytes).sheets[0]?.rows ?? [];
  const at = (row: number, column: number): string | number | null => {
    const value = rows
      .find(({ index }) => index === row)
      ?.cells.find((cell) => cell.column === column)?.value;
    return value?.type === 'number' ? value.number : value?.type === 'text' ? value.text : null;
  };
  const captions = new Map(
    rows.find(({ index }) => index === 6)?.cells.map(({ column }) => [at(6, column), column]),
  );
  const column = (caption: string): number => captions.get(caption) ?? -1;
  return rows
    .map(({ index }) => index)
    .filter((row) => /^\d{7}$/.test(String(at(row, 1))))
    .map((row) => {
      const [source, planned, last] = ['Nguồn vốn', 'Kế hoạch vốn năm 2023', 'Lũy kế đến kỳ trước'].map(
        (caption) => at(row, column(caption)),
      );
      return [String(at(row, 1)), source, planned, last] as Row;
    });
}
