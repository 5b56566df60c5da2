import { PROJECT_KINDS, type ProjectKind } from '@thongvon/api-contract';
import { unaccent } from '@thongvon/kernel';

export { PROJECT_KINDS, type ProjectKind };

/** Words, without accents, that tell a kind, in a "Lĩnh vực" column or in a project's name. Data: add words here. */
const CUES: readonly (readonly [ProjectKind, readonly string[]])[] = [
  ['bridge', ['giao thong - cau', 'cau vuot', 'cau', 'cong hop']],
  [
    'road',
    [
      'duong',
      'quoc lo',
      'tinh lo',
      'gtnt',
      'giao thong nong thon',
      'giao thong',
      'nut giao',
      'via he',
      'ql',
      'dt',
      'dh',
    ],
  ],
  ['cemetery', ['nghia trang', 'nghia dia', 'cai tang', 'nha tang le']],
  ['residential-zone', ['khu dan cu', 'tai dinh cu', 'khu do thi', 'khu tai dinh cu', 'kdc']],
  [
    'irrigation',
    [
      'thuy loi',
      'kenh muong',
      'kenh',
      'muong',
      'dap dang',
      'dap',
      'ho chua',
      'tram bom',
      'ke',
      'de dieu',
      'nong nghiep',
    ],
  ],
  [
    'school',
    [
      'giao duc',
      'truong mam non',
      'truong mau giao',
      'truong tieu hoc',
      'truong th',
      'truong thcs',
      'truong thpt',
      'truong pt',
      'phong hoc',
      'lop hoc',
      'mam non',
      'mau giao',
    ],
  ],
  ['health', ['y te', 'tram y te', 'trung tam y te', 'benh vien']],
  [
    'culture',
    [
      'van hoa',
      'nha van hoa',
      'di tich',
      'bao tang',
      'san van dong',
      'the thao',
      'nha sinh hoat',
      'du lich',
      'tuong dai',
      'dai tuong niem',
      'thu vien',
    ],
  ],
  ['market', ['thuong mai', 'cho', 'trung tam thuong mai']],
  [
    'government-office',
    ['quan ly nha nuoc', 'nha lam viec', 'tru so', 'quoc phong', 'an ninh', 'cong an', 'quan su'],
  ],
  [
    'urban-infrastructure',
    [
      'ha tang do thi',
      'he thong thoat nuoc',
      'muong thoat nuoc',
      'thoat nuoc',
      'cong vien',
      'cay xanh',
      'ha tang ky thuat',
      'moi truong',
      'rac thai',
      'nuoc thai',
    ],
  ],
  ['water-supply', ['cap nuoc', 'nuoc sach', 'nha may nuoc']],
  ['electricity', ['dien chieu sang', 'chieu sang', 'duong day', 'tram bien ap', 'luoi dien', 'dien']],
];

/**
 * The kind that a "Lĩnh vực" cell or a name tells: the cue that stands first decides ("Cầu Bà Ký và đường hai đầu
 * cầu" is a bridge), the longer one of two at the same place. Undefined when no cue is in the text.
 */
export function kindReportedBy(text: string): ProjectKind | undefined {
  const words = ` ${unaccent(text).replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  let best: { kind: ProjectKind; at: number; length: number } | undefined;
  for (const [kind, cues] of CUES) {
    for (const cue of cues) {
      const at = words.indexOf(` ${cue} `);
      if (at < 0) continue;
      if (!best || at < best.at || (at === best.at && cue.length > best.length))
        best = { kind, at, length: cue.length };
    }
  }
  return best?.kind;
}

/** Learns from the field first, since a person filled it in; else from the name; else `other`. */
export function learnKind(field: string | null, name: string): ProjectKind {
  return (field === null ? undefined : kindReportedBy(field)) ?? kindReportedBy(name) ?? 'other';
}
