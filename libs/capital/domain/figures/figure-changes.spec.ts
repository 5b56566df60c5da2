import * as fc from 'fast-check';
import { previewRow } from '@thongvon/returns';
import { compareWithEnding } from './figure-changes';
import type { LedgerLine } from './ledger-lines';

const line = (disbursed: string | null): LedgerLine => ({
  ...{ basis: 'reported', plan_type: 'current-year', source_code: 'tinh' },
  ...{ disbursed, completed: null, advance: null, cells: {} },
});
const row = (projectId: string, amount: bigint | null) =>
  previewRow({ projectId, code: null, name: projectId, before: null, after: amount, cell: null });
const AMOUNT = fc.option(fc.bigInt({ min: 0n, max: 9_000_000_000n }), { nil: null });

describe('a return held against the approved one that ends with it', () => {
  it('says nothing of projects that are not settled, and no difference of the two while there is one', () => {
    const project = fc.record({ said: AMOUNT, known: AMOUNT, isOpen: fc.boolean() });
    fc.assert(
      fc.property(fc.array(project, { minLength: 1, maxLength: 6 }), (projects) => {
        const text = (amount: bigint | null) => amount?.toString() ?? null;
        const { rows, replaces } = compareWithEnding(
          projects.map(({ said }, i) => row(`p${i}`, said)),
          projects.map(({ said }) => [line(text(said))]),
          { id: 'approved', approvedAt: new Date('2023-06-23T01:00:00Z') },
          projects.map(({ known }, i) => ({
            ...{ projectId: `p${i}`, code: null, name: `p${i}` },
            lines: [line(text(known))],
          })),
          projects.map(({ isOpen }) => isOpen),
        );
        const open = projects.filter(({ isOpen }) => isOpen).length;
        const otherwise = projects.filter(({ said, known, isOpen }) => !isOpen && said !== known).length;
        expect(replaces).toMatchObject({ changed: otherwise, changedAmounts: otherwise, leftOut: [] });
        expect(replaces.unread ?? 0).toBe(open);
        if (open > 0) expect(replaces.difference).toBeNull();
        projects.forEach(({ isOpen }, i) => {
          if (isOpen) expect(rows[i]).not.toHaveProperty('replaced');
        });
      }),
    );
  });
});
