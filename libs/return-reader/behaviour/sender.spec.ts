import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openWorkbook } from '@thongvon/workbook-io';
import type { OfficesKnown, ReadingOptions } from '../model/options';
import type { Finding, Reading } from '../model/reading';
import { readWorkbook } from '../read-workbook';
import { layouts } from '../testing/layout';
import { portfolios } from '../testing/portfolio';
import { complaints, readSheets, type Rows } from '../testing/read-sheet';
import { writeReturn } from '../testing/write-return';

const TABLES: Readonly<Record<string, Rows>> = {
  disbursement: [
    ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    ['Số liệu đến ngày 21/6/2023'],
    ['ĐVT: triệu đồng'],
    ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'],
    [1, 'Đường vào UBND xã Bình Đào', 9000, 5250],
    [2, 'Cầu B', 8000, 4100],
  ],
  'land-clearance': [
    ['TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG NĂM 2023'],
    ['Số liệu đến ngày 21/6/2023'],
    ['STT', 'Tên dự án', 'Số hộ ảnh hưởng', 'Số hộ đã bàn giao'],
    [1, 'Đường A', 40, 21],
    [2, 'Cầu B', 12, 12],
  ],
  plan: [
    ['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    ['(Kèm theo Quyết định số 01/QĐ-UBND ngày 05/01/2023)'],
    ['ĐVT: triệu đồng'],
    ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023'],
    [1, 'Đường A', 9000],
    [2, 'Cầu B', 8000],
  ],
  treasury: [
    ['KHO BẠC NHÀ NƯỚC THĂNG BÌNH'],
    ['TÌNH HÌNH THANH TOÁN VỐN ĐẦU TƯ NĂM 2023'],
    ['Số liệu đến ngày 21/6/2023'],
    ['ĐVT: triệu đồng'],
    ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế thanh toán'],
    [1, 'Đường A', 9000, 5250],
  ],
};

const COMMUNE = 'UBND xã Bình Dương';
const BOARD = 'Ban Quản lý dự án đầu tư xây dựng huyện Thăng Bình';
/** The district above isn't among the others. */
const REGISTERED = [
  ...[COMMUNE, BOARD, 'UBND xã Bình Đào', 'UBND thị trấn Hà Lam', 'Phòng Kinh tế và Hạ tầng'],
  ...['Ban Quản lý dự án', 'Kho bạc Nhà nước Thăng Bình', 'UBND huyện Quế Sơn'],
];
const officesOf = (own: string): OfficesKnown => ({
  own,
  others: REGISTERED.filter((name) => name !== own),
});

function read(
  head: readonly (string | null)[],
  own: string | undefined = COMMUNE,
  kind = 'disbursement',
  options: ReadingOptions = {},
): Reading {
  const rows: Rows = [...head.map((line) => [line]), ...(TABLES[kind] ?? [])];
  return readSheets([{ name: 'Bảng', rows }], { ...options, offices: officesOf(own) });
}

const asked = ({ findings }: Reading): Finding[] =>
  findings.filter(({ code }) => code === 'RET-OFFICE-DIFFERS');

/** Heads that name another office than the sender. */
const OTHERS: readonly (readonly [own: string, head: readonly string[], named: string])[] = [
  [COMMUNE, ['UBND XÃ HÒA BÌNH'], 'UBND XÃ HÒA BÌNH'],
  [COMMUNE, ['UBND HUYỆN THĂNG BÌNH', 'UBND XÃ BÌNH ĐÀO'], 'UBND XÃ BÌNH ĐÀO'],
  [COMMUNE, ['ỦY BAN NHÂN DÂN', 'THỊ TRẤN HÀ LAM'], 'ỦY BAN NHÂN DÂN THỊ TRẤN HÀ LAM'],
  [COMMUNE, ['UBND P. AN SƠN, TP. TAM KỲ'], 'UBND P. AN SƠN, TP. TAM KỲ'],
  [COMMUNE, ['HĐND - UBND XÃ BÌNH ĐÀO', 'Số: 12/BC-UBND'], 'HĐND - UBND XÃ BÌNH ĐÀO'],
  [COMMUNE, ['UBND HUYỆN THĂNG BÌNH\nPHÒNG KT&HT'], 'PHÒNG KT&HT'],
  [COMMUNE, ['Đơn vị báo cáo: UBND xã Bình Đào'], 'UBND xã Bình Đào'],
  [BOARD, ['UBND HUYỆN THĂNG BÌNH', 'PHÒNG KINH TẾ - HẠ TẦNG'], 'PHÒNG KINH TẾ - HẠ TẦNG'],
  [BOARD, ['Biểu số 02', 'UBND XÃ BÌNH DƯƠNG'], 'UBND XÃ BÌNH DƯƠNG'],
  ['UBND huyện Thăng Bình', ['UBND HUYỆN QUẾ SƠN'], 'UBND HUYỆN QUẾ SƠN'],
  ['UBND huyện Thăng Bình', ['UBND HUYỆN PHÚ SƠN'], 'UBND HUYỆN PHÚ SƠN'],
];

/** Heads that don't: the sender's own however it is written, offices above, and what nobody can tell. */
const NOBODY_ELSES: readonly (readonly [own: string, head: readonly (string | null)[]])[] = [
  [COMMUNE, ['UBND XÃ BÌNH DƯƠNG']],
  [COMMUNE, ['ỦY BAN NHÂN DÂN', 'XÃ BÌNH DƯƠNG']],
  [COMMUNE, ['UBND HUYỆN THĂNG BÌNH', 'UBND X. Bình Dương', 'PHÒNG KINH TẾ VÀ HẠ TẦNG']],
  [COMMUNE, ['UBND XÃ BÌNH DƯƠNG, HUYỆN THĂNG BÌNH']],
  [COMMUNE, ['UBND xã Bình Dương báo cáo tuần']],
  [COMMUNE, ['UBND TỈNH QUẢNG NAM']],
  [COMMUNE, ['UBND HUYỆN QUẾ SƠN', 'TỔ CÔNG TÁC GIẢI PHÓNG MẶT BẰNG']],
  [COMMUNE, ['UBND HUYỆN PHÚ SƠN']],
  [COMMUNE, ['UBND xã Hòa Bình đã bàn giao mặt bằng cho Ban']],
  [COMMUNE, ['Dự án: Trụ sở UBND xã Bình Đào']],
  [COMMUNE, ['Kính gửi: UBND xã Bình Đào']],
  [BOARD, ['UBND HUYỆN THĂNG BÌNH', 'BAN QUẢN LÝ DỰ ÁN']],
  [BOARD, ['BQLDA ĐTXD HUYỆN THĂNG BÌNH']],
  [BOARD, ['BAN QUẢN LÝ DỰ ÁN', 'ĐẦU TƯ XÂY DỰNG', 'HUYỆN THĂNG BÌNH']],
  [BOARD, ['UBND HUYỆN QUẾ SƠN', 'BAN QLDA CHUYÊN NGÀNH']],
  [BOARD, ['UBND XÃ CHƯA ĐĂNG KÝ']],
  [BOARD, [null]],
];

describe('the head of a return', () => {
  it.each(OTHERS)('of %s that says %j is asked about', (own, head, named) => {
    const [question, ...more] = asked(read(head, own));
    expect(more).toEqual([]);
    expect(question).toMatchObject({ severity: 'question', asks: 'reason', sheet: 'Bảng' });
    for (const text of [question?.message, question?.messageEn]) {
      expect(text).toContain(`“${named}”`);
      expect(text).toContain(`“${own}”`);
    }
  });

  it.each(NOBODY_ELSES)('of %s that says %j is not', (own, head) => {
    expect(asked(read(head, own))).toEqual([]);
  });

  it.each(Object.keys(TABLES))('is looked at in a return of the kind %s', (kind) => {
    const head = kind === 'treasury' ? [] : ['UBND XÃ BÌNH ĐÀO'];
    expect(asked(read(head, COMMUNE, kind))).toHaveLength(kind === 'treasury' ? 0 : 1);
    expect(read(head, COMMUNE, kind).kinds).toEqual([kind]);
  });

  it('is asked about once, with all names, and answered with a reason', () => {
    const rows = (head: string): Rows => [[head], ...(TABLES['land-clearance'] ?? [])];
    const sheets = [
      { name: 'Một', rows: rows('UBND XÃ BÌNH ĐÀO') },
      { name: 'Hai', rows: [['UBND XÃ BÌNH DƯƠNG'], ...(TABLES['disbursement'] ?? [])] },
      { name: 'Ba', rows: rows('UBND XÃ HÒA BÌNH') },
    ];
    const [question, ...more] = asked(readSheets(sheets, { offices: officesOf(COMMUNE) }));
    expect(more).toEqual([]);
    expect(question?.message).toContain('“UBND XÃ BÌNH ĐÀO”, “UBND XÃ HÒA BÌNH”');
    const accepted = [
      { code: 'RET-OFFICE-DIFFERS' as const, sheet: 'Một', cell: 'A1', reason: 'Xã Bình Đào đã nhập vào xã' },
    ];
    expect(
      asked(readSheets(sheets, { offices: officesOf(COMMUNE), accepted })).map(({ severity }) => severity),
    ).toEqual(['info']);
  });

  it('isn’t looked at where nobody says who sends', () => {
    const rows: Rows = [['UBND XÃ BÌNH ĐÀO'], ...(TABLES['disbursement'] ?? [])];
    expect(complaints(readSheets([{ name: 'Bảng', rows }]))).toEqual([]);
  });

  const NAMES = ['Bình Dương', 'Hòa Bình', 'Bình Đào', 'Quan Sơn', 'Tân Thành Đông', 'Xá Lượng', '12', 'Nà'];
  const KINDS = [
    ['xã', 'X.', 'XÃ'],
    ['phường', 'P.', 'Phường'],
    ['thị trấn', 'TT', 'Thị trấn'],
  ] as const;
  const ABOVE = ['', 'UBND HUYỆN THĂNG BÌNH', 'UBND TỈNH QUẢNG NAM', 'UBND HUYỆN QUẾ SƠN'];

  it('is asked about just where a committee of a commune is another place’s, in whatever letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...NAMES),
        fc.constantFrom(...KINDS),
        fc.nat(2),
        fc.constantFrom('UBND', 'Ủy ban nhân dân', 'UỶ BAN NHÂN DÂN', 'HĐND'),
        fc.constantFrom(...ABOVE),
        fc.boolean(),
        fc.constantFrom(...['disbursement', 'land-clearance', 'plan']),
        (ours, theirs, [kind, ...written], n, committee, above, wrapped, table) => {
          const place = `${[kind, ...written][n] ?? kind} ${theirs}`;
          const head = [
            ...(above ? [above] : []),
            ...(wrapped ? [committee, place] : [`${committee} ${place}`]),
          ];
          const found = asked(read(head, `UBND ${kind} ${ours}`, table));
          expect([head, ours, found.length]).toEqual([head, ours, ours === theirs ? 0 : 1]);
        },
      ),
      { numRuns: 200 },
    );
  });

  /** What the layouts have in their heads; other districts aren't it. */
  const ABOVE_ALL = 'UBND huyện Phú Sơn';
  const SENDERS = [...REGISTERED, ABOVE_ALL, 'Ban Quản lý dự án - Đô thị'].filter(
    (name) => name === ABOVE_ALL || !name.startsWith('UBND huyện'),
  );

  it('that random layouts have is never taken for another’s', () => {
    fc.assert(
      fc.property(portfolios(), layouts(), fc.constantFrom(...SENDERS), (portfolio, layout, own) => {
        const { model } = writeReturn(portfolio, layout);
        const others = SENDERS.filter((name) => name !== own && name !== ABOVE_ALL);
        expect(asked(readWorkbook(model, { offices: { own, others } }))).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  });

  it('of every sample is its sender’s', () => {
    const demo = ['UBND huyện Thăng Bình', 'Ban Quản lý dự án - Đô thị', COMMUNE];
    const fixtures = path.resolve(__dirname, '../../../test/fixtures');
    const sendersOf = (folder: string, file: string): readonly string[] => {
      if (folder === 'layouts') return [BOARD];
      return demo.slice(...(file.startsWith('board') ? [1, 2] : file.startsWith('commune') ? [2] : [0, 1]));
    };
    for (const folder of ['returns', 'layouts'])
      for (const file of readdirSync(path.join(fixtures, folder)).filter((name) => /\.xlsx?$/.test(name)))
        for (const own of sendersOf(folder, file)) {
          const model = openWorkbook(readFileSync(path.join(fixtures, folder, file)));
          // Those above the board and the commune aren't among the others.
          const others = [...REGISTERED, ...demo.slice(own === demo[0] ? 0 : 1)].filter(
            (name) => name !== own,
          );
          expect([file, own, asked(readWorkbook(model, { offices: { own, others } }))]).toEqual([
            file,
            own,
            [],
          ]);
        }
  });
});
