import fc from 'fast-check';
import type { Ask, Finding, FindingCode, Severity } from '@thongvon/return-reader';
import { asksOf } from './cause';
import { causesOf, countCauses } from './group-causes';
import { follows, RANKS, rankOf } from './settling';

const finding = (
  code: FindingCode,
  cell: string | null,
  severity: Severity,
  more: Partial<Finding> = {},
): Finding => ({
  code,
  severity,
  sheet: 'Giải ngân',
  cell,
  value: cell,
  message: `${code} ${cell ?? ''}`,
  messageEn: '',
  ...more,
});
const amount = (cell: string, thousand: string, one: string): Finding =>
  finding('RET-AMOUNT-AMBIGUOUS', cell, 'question', {
    asks: 'amount',
    choices: [
      { value: 'decimal-comma', label: `${thousand} đồng`, labelEn: `${thousand} đồng` },
      { value: 'decimal-dot', label: `${one} đồng`, labelEn: `${one} đồng` },
    ],
  });
const cellsOf = (findings: readonly Finding[], indexes: readonly number[]) =>
  indexes.map((index) => findings[index]?.cell);

describe('causes of findings', () => {
  it('folds what one wrong cell brings with it: the total of its column, the rate of its row', () => {
    const findings = [
      finding('RET-TOTAL-DIFFERS', 'I11', 'error'),
      finding('RET-RATE-DIFFERS', 'L17', 'warning'),
      finding('RET-CELL-ERROR', 'I17', 'error'),
      finding('RET-TOTAL-DIFFERS', 'H11', 'error'),
    ];
    const [first, second, ...others] = causesOf(findings, null);
    expect(others).toEqual([]);
    expect([cellsOf(findings, first?.findings ?? []), cellsOf(findings, first?.consequences ?? [])]).toEqual([
      ['I17'],
      ['I11', 'L17'],
    ]);
    expect(cellsOf(findings, second?.findings ?? [])).toEqual(['H11']);
    expect(countCauses(causesOf(findings, null))).toEqual({ mend: 2, answer: 0, check: 0, understood: 0 });
  });

  it('asks once for six amounts of one column that can be read in the same two ways, with their money', () => {
    const findings = ['E9', 'E10', 'E11', 'E12', 'E13', 'E14'].map((cell) =>
      amount(cell, '14.990.000.000', '14.990.000'),
    );
    const rows = findings.map(({ sheet, cell }) => ({
      after: null,
      before: '1000',
      cell: { sheet: sheet ?? '', cell: cell ?? '' },
    }));
    const preview = { sections: [{ after: '5', rows }] } as unknown as Parameters<typeof causesOf>[1];
    const [only, ...others] = causesOf(findings, preview);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ places: 6, isOne: true });
    expect(only?.choices.map(({ value, money }) => [value, money])).toEqual([
      ['decimal-comma', { total: '89940000005', change: '89939994000' }],
      ['decimal-dot', { total: '89940005', change: '89934000' }],
    ]);
    expect(only?.choices[0]?.label).toContain('cộng 89.940.000.000 đồng');
  });

  it('adds up amounts that say the unit of their table first', () => {
    const choice = (value: string, label: string) => ({ value, label, labelEn: label });
    const findings = ['E9', 'E10'].map((cell) =>
      finding('RET-AMOUNT-AMBIGUOUS', cell, 'question', {
        asks: 'amount',
        choices: [
          choice('decimal-comma', '14.990 triệu đồng (14.990.000.000 đồng)'),
          choice('decimal-dot', '14,99 triệu đồng (14.990.000 đồng)'),
        ],
      }),
    );
    expect(causesOf(findings, null)[0]?.choices.map(({ label }) => label)).toEqual([
      '14.990 triệu; 14.990 triệu: cộng 29.980.000.000 đồng',
      '14,99 triệu; 14,99 triệu: cộng 29.980.000 đồng',
    ]);
  });

  const project = (value: string, cell: string, sheet = 'Giải ngân') =>
    finding('RET-PROJECT-UNKNOWN', cell, 'question', {
      asks: 'project',
      sheet,
      value,
      choices: [
        { value: `id of ${value}`, label: `dự án ${value}`, labelEn: '' },
        { value: 'new', label: 'dự án mới', labelEn: 'new' },
      ],
    });

  it('asks of each project by itself which it is, once wherever it stands', () => {
    const findings = [project('A', 'C8'), project('B', 'C9'), project('A', 'C8', 'GPMB')];
    const causes = causesOf(findings, null);
    expect(causes.map((cause) => cause.findings)).toEqual([[0, 2], [1]]);
    expect(causes.map(({ choices }) => choices.map(({ value }) => value))).toEqual([
      ['id of A', 'new'],
      ['id of B', 'new'],
    ]);
  });

  it('makes a card of each project that is asked for, and none of two', () => {
    const asked = fc.record({
      value: fc.constantFrom('A', 'B', 'C', 'D'),
      row: fc.integer({ min: 8, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 30 }), (all) => {
        const findings = all.map(({ value, row }) => project(value, `C${row}`));
        const causes = causesOf(findings, null);
        expect(causes).toHaveLength(new Set(all.map(({ value }) => value)).size);
        for (const { findings: own } of causes)
          expect(new Set(own.map((index) => findings[index]?.value)).size).toBe(1);
      }),
    );
  });

  it('makes 19 missing projects one card, and keeps units of two sheets apart', () => {
    const missing = Array.from({ length: 19 }, (_, i) =>
      finding('RET-PROJECT-MISSING', null, 'question', { asks: 'reason', value: String(i) }),
    );
    const unit = (sheet: string) =>
      finding('RET-UNIT-UNKNOWN', null, 'question', { asks: 'unit', sheet, value: null });
    const causes = causesOf([...missing, unit('A'), unit('B')], null);
    expect(causes.map(({ places }) => places)).toEqual([1, 1, 19]);
    expect(causes[2]?.title).toBe('19 dự án kỳ trước có, kỳ này không có: vì sao?');
  });

  const codes: readonly FindingCode[] = [
    'RET-CELL-ERROR',
    'RET-AMOUNT-AMBIGUOUS',
    'RET-TOTAL-DIFFERS',
    'RET-RATE-DIFFERS',
    'RET-IDENTITY-DIFFERS',
    'RET-UNIT-UNKNOWN',
    'RET-COLUMN-AMBIGUOUS',
    'RET-ROW-UNCLEAR',
    'RET-OVER-PLAN',
    'RET-PROJECT-MISSING',
    'RET-DATE-UNKNOWN',
    'RET-SHEET-IGNORED',
  ];
  const asks: readonly (Ask | undefined)[] = [
    'unit',
    'column',
    'row',
    'amount',
    'as-of',
    'reason',
    'project',
    undefined,
  ];
  const anyFinding: fc.Arbitrary<Finding> = fc
    .record({
      code: fc.constantFrom(...codes),
      severity: fc.constantFrom<Severity>('error', 'question', 'warning', 'info'),
      sheet: fc.constantFrom('A', 'B', null),
      column: fc.constantFrom('C', 'D', 'E', null),
      row: fc.integer({ min: 8, max: 11 }),
      asks: fc.constantFrom(...asks),
      more: fc.constantFrom(undefined, undefined, undefined, 40),
    })
    .map(({ code, severity, sheet, column, row, asks: ask, more }) => {
      const cell = sheet === null || column === null ? null : `${column}${row}`;
      return {
        ...finding(code, cell, severity, { sheet }),
        ...(ask === undefined ? {} : { asks: ask }),
        ...(more === undefined ? {} : { more }),
      };
    });

  it('holds every finding in exactly one cause, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 40 }), (findings) => {
        const causes = causesOf(findings, null);
        const held = causes.flatMap((cause) => [...cause.findings, ...cause.consequences]);
        expect(held.toSorted((a, b) => a - b)).toEqual(findings.map((_, index) => index));
        expect(causes.every((cause) => cause.findings.length > 0 && cause.title !== '')).toBe(true);
      }),
    );
  });

  it('counts every place, those that are only counted included', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 40 }), (findings) => {
        const causes = causesOf(findings, null);
        const following = new Set(causes.flatMap(({ consequences }) => consequences));
        const places = findings.reduce((sum, { more = 1 }, i) => sum + (following.has(i) ? 0 : more), 0);
        expect(causes.reduce((sum, cause) => sum + cause.places, 0)).toBe(places);
      }),
    );
  });

  it('never hides what must be done behind what need not be, and what follows can follow', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 40 }), (findings) => {
        for (const cause of causesOf(findings, null)) {
          const own = cause.findings.flatMap((index) => findings[index] ?? []);
          expect(own.every((one) => asksOf(one) === cause.asks)).toBe(true);
          for (const index of cause.consequences) {
            const later = findings[index];
            expect(own.some((one) => later !== undefined && follows(later, one))).toBe(true);
            expect(['mend', 'answer']).toContain(cause.asks);
          }
        }
      }),
    );
  });

  it('stands in the order in which one settles the rest, what must be done first', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 40 }), (findings) => {
        const causes = causesOf(findings, null);
        const todo = causes.filter((cause) => cause.asks === 'mend' || cause.asks === 'answer');
        expect(causes.slice(0, todo.length)).toEqual(todo);
        const ranks = todo.map(({ findings: [first = 0] }) => {
          const one = findings[first];
          return one === undefined ? -1 : RANKS.indexOf(rankOf(one));
        });
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is the same whatever the order of the findings: as many causes of each sort', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 30 }), (findings) => {
        const turned = countCauses(causesOf(findings.toReversed(), null));
        expect(turned).toEqual(countCauses(causesOf(findings, null)));
      }),
    );
  });
});
