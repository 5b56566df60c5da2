import * as fc from 'fast-check';
import { previewRow, type Preview } from './preview';
import { RETURN_STATUSES } from './return-status';
import { compareVersions, standingAmong, type Version } from './versions';

type Said = Readonly<Record<string, bigint | null>>;

const previewOf = (said: Said): Preview => ({
  sections: [
    {
      kind: 'disbursement',
      before: null,
      after: null,
      change: null,
      rows: Object.entries(said).map(([code, after]) =>
        previewRow({ projectId: null, code, name: `Dự án ${code}`, before: null, after, cell: null }),
      ),
    },
  ],
});

const SAID = fc.dictionary(
  fc.constantFrom('7000001', '7000002', '7000003', '7000004'),
  fc.option(fc.bigInt({ min: -5n, max: 9_000_000_000n }), { nil: null }),
  { minKeys: 1 },
);

describe('two versions side by side', () => {
  it('name every project of either once, as different or as the same, and their differences sum up', () => {
    fc.assert(
      fc.property(SAID, SAID, (earlier, later) => {
        const [section] = compareVersions(previewOf(earlier), previewOf(later));
        const codes = new Set([...Object.keys(earlier), ...Object.keys(later)]);
        const changed = [...codes].filter((code) => (earlier[code] ?? null) !== (later[code] ?? null));
        expect(section?.rows.map(({ code }) => code).toSorted()).toEqual(changed.toSorted());
        expect(section?.same).toBe(codes.size - changed.length);
        const sum = (section?.rows ?? []).reduce((all, { difference }) => all + BigInt(difference ?? 0), 0n);
        expect(BigInt(section?.difference ?? 0)).toBe(sum);
      }),
    );
  });

  it('keep projects of one name apart that have no code', () => {
    const twice = (second: bigint): Preview => ({
      sections: previewOf({ a: 1n, b: second }).sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) => ({ ...row, code: null, name: 'Đường liên thôn' })),
      })),
    });
    expect(compareVersions(twice(2n), twice(3n))[0]?.rows).toMatchObject([
      { before: '2', now: '3', difference: '1' },
    ]);
  });
});

describe('cells that are not settled', () => {
  const withOpen = (said: Said, open: readonly string[]): Preview => ({
    sections: previewOf(said).sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) =>
        row.code !== null && open.includes(row.code) ? { ...row, unread: true } : row,
      ),
    })),
  });
  const OPEN = fc.subarray(['7000001', '7000002', '7000003', '7000004']);

  it('are no difference, and no part of a sum', () => {
    fc.assert(
      fc.property(SAID, SAID, OPEN, OPEN, (earlier, later, openBefore, openNow) => {
        const [section] = compareVersions(withOpen(earlier, openBefore), withOpen(later, openNow));
        const open = [
          ...openBefore.filter((code) => code in earlier),
          ...openNow.filter((code) => code in later),
        ];
        const rows = section?.rows.filter(({ code }) => code !== null && open.includes(code)) ?? [];
        expect(section?.unread).toBe(new Set(open).size);
        expect(rows).toHaveLength(new Set(open).size);
        for (const row of rows) expect(row.difference).toBeNull();
        if (open.length > 0)
          expect([section?.before, section?.now, section?.difference]).toEqual([null, null, null]);
      }),
    );
  });

  it('are all of them where a unit or a date is still asked for: nothing is compared', () => {
    const rowless = { sections: previewOf({}).sections };
    const whole = previewOf({ '7000001': 5n });
    for (const [earlier, later] of [
      [whole, rowless],
      [rowless, whole],
    ] as const)
      expect(compareVersions(earlier, later)).toMatchObject([{ waits: true, rows: [], difference: null }]);
  });
});

const version = (
  id: string,
  status: Version['status'],
  kinds: Version['kinds'] = ['disbursement'],
): Version => {
  const cameBack = status === 'sent-back' || status === 'reverted';
  const file = { fileName: `${id}.xlsx`, receivedAt: '2023-06-21T08:00:00+07:00' };
  const at = cameBack ? '2023-06-22T08:00:00+07:00' : null;
  const approval = { approvedAt: null, isReplaced: false };
  return { id, status, kinds, ...file, ...approval, at, reason: null, by: null };
};

describe('how a return stands among its versions', () => {
  it('leads with how it came back, and names what came after it, unless that has ended too', () => {
    const first = version('first', 'sent-back');
    expect(standingAmong([first, version('second', 'approved')], 'first')).toMatchObject({
      cameBack: { returnId: 'first', how: 'sent-back' },
      newer: { id: 'second', status: 'approved' },
    });
    expect(standingAmong([first, version('second', 'withdrawn')], 'first').newer).toBeNull();
  });

  it('names the last version before it that came back, and none after', () => {
    const all = [version('a', 'reverted'), version('b', 'sent-back'), version('c', 'ready')];
    expect(standingAmong(all, 'c')).toMatchObject({ cameBack: null, corrects: { returnId: 'b' } });
    expect(standingAmong(all, 'a')).toMatchObject({ corrects: null, newer: { id: 'c' } });
    expect(standingAmong(all.slice(0, 2), 'a').newer).toMatchObject({ id: 'b', status: 'sent-back' });
  });

  it('holds it against the approved one that ends with it, and against one that came back only while nothing was approved since', () => {
    const dead = version('dead', 'reverted');
    const counts: Version = {
      ...version('counts', 'approved'),
      ...{ approvedAt: '2023-06-23T08:00:00+07:00', isReplaced: true },
    };
    const draft = version('draft', 'ready');
    expect(standingAmong([dead, draft], 'draft')).toMatchObject({
      corrects: { returnId: 'dead' },
      comparedWith: { returnId: 'dead', how: 'reverted', fileName: 'dead.xlsx' },
    });
    expect(standingAmong([dead, counts, draft], 'draft')).toMatchObject({
      corrects: null,
      comparedWith: { returnId: 'counts', how: 'approved', at: counts.approvedAt },
    });
    // Sent back after that approval, it still says why; what counts is what the draft would replace.
    const back = { ...version('back', 'sent-back'), at: '2023-06-24T08:00:00+07:00' };
    expect(standingAmong([counts, back, draft], 'draft')).toMatchObject({
      corrects: { returnId: 'back' },
      comparedWith: { returnId: 'counts' },
    });
  });

  it('never names one whose approval was undone while another was approved since', () => {
    const time = fc.integer({ min: 0, max: 9 }).map((day) => `2023-06-1${day}T08:00:00+07:00`);
    const one = fc.record({
      status: fc.constantFrom(...RETURN_STATUSES),
      at: time,
      approvedAt: fc.option(time, { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (others) => {
        const all = others.map(({ status, at, approvedAt }, i): Version => {
          const base = version(`${i}`, status);
          const counted = status === 'approved' || status === 'superseded';
          return {
            ...base,
            at: base.at === null ? null : at,
            approvedAt: counted ? (approvedAt ?? at) : approvedAt,
            isReplaced: status === 'approved',
          };
        });
        const { comparedWith } = standingAmong([...all, version('draft', 'ready')], 'draft');
        const approved = all.filter(({ status }) => status === 'approved');
        if (approved.length > 0) expect(approved.map(({ id }) => id)).toContain(comparedWith?.returnId);
        if (comparedWith?.how === 'reverted')
          expect(
            all.filter(
              ({ status, approvedAt }) => status === 'superseded' && (approvedAt ?? '') > comparedWith.at,
            ),
          ).toEqual([]);
      }),
    );
  });

  it('names of a draft, and of nothing that was handed in, the last file that takes its place', () => {
    const STATUS = fc.constantFrom(...RETURN_STATUSES);
    const KINDS = fc.constantFrom<Version['kinds']>(
      [],
      ['disbursement'],
      ['plan'],
      ['disbursement', 'plan'],
      ['plan', 'disbursement'],
    );
    const one = fc.record({ status: STATUS, kinds: KINDS });
    fc.assert(
      fc.property(one, fc.array(one, { maxLength: 5 }), (draft, others) => {
        const all = [draft, ...others].map(({ status, kinds }, i) => version(`${i}`, status, kinds));
        const { newer } = standingAmong(all, '0');
        if (draft.status === 'sent-back' || draft.status === 'reverted') return;
        const named = (kinds: Version['kinds']) => kinds.toSorted().join();
        const inItsPlace = all
          .slice(1)
          .filter(({ status }) => status !== 'withdrawn' && status !== 'failed')
          .filter(({ kinds }) => named(kinds) === named(draft.kinds));
        const isDraft = draft.status === 'ready' || draft.status === 'needs-attention';
        const expected = isDraft && draft.kinds.length > 0 ? inItsPlace.at(-1)?.id : undefined;
        expect(newer?.id).toBe(expected);
      }),
    );
  });
});
