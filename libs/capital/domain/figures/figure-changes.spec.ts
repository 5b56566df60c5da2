import * as fc from 'fast-check';
import { lossesOf, previewRow } from '@thongvon/returns';
import { apartFromPlan, compareWithEnding, outsideOf } from './figure-changes';
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

describe('what changes of projects that the plan does not name', () => {
  const shift = fc.record({
    projectId: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: null }),
    before: AMOUNT,
    after: AMOUNT,
  });
  const PLAN = fc.option(fc.subarray(['a', 'b', 'c', 'd']), { nil: null });

  it('is apart from the sum, and named with all that it is', () => {
    fc.assert(
      fc.property(fc.array(shift), PLAN, (changes, plan) => {
        const inPlan = plan === null ? null : new Set(plan);
        const said = changes.map(({ projectId, before, after }) => ({
          ...{ projectId, code: null, name: projectId ?? 'mới' },
          ...{ before: before?.toString() ?? null, after: after?.toString() ?? null },
        }));
        const apart = apartFromPlan(said, inPlan, new Set());
        const sum = (all: typeof changes) =>
          all.reduce((total, { before, after }) => total + (after ?? 0n) - (before ?? 0n), 0n);
        const isOutside = ({ projectId }: (typeof changes)[number]) =>
          inPlan !== null && (projectId === null || !inPlan.has(projectId));
        expect(lossesOf(apart).difference).toBe(sum(changes.filter((one) => !isOutside(one))));
        const outside = outsideOf(apart);
        expect(outside?.projects ?? 0).toBe(changes.filter(isOutside).length);
        expect(BigInt(outside?.after ?? 0) - BigInt(outside?.before ?? 0)).toBe(
          sum(changes.filter(isOutside)),
        );
      }),
    );
  });
});
