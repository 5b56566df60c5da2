import type { BlockerCause } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';

interface Hit {
  readonly cause: BlockerCause;
  readonly start: number;
  readonly end: number;
}

/**
 * The causes that a text's words suggest, in the order in which they stand in it: what people name first is mostly
 * what they mean. Where phrases overlap, the longest counts ("chưa thống nhất đơn giá" is about the price). A person
 * confirms; nothing is decided here. Empty when no phrase is in the text.
 */
export function suggestCauses(text: string): BlockerCause[] {
  const words = ` ${matchKey(text)} `;
  const hits = Object.entries(CAUSE_PHRASES).flatMap(([cause, phrases]) =>
    phrases.flatMap((phrase) => hitsOf(words, cause as BlockerCause, phrase)),
  );
  const longestFirst = hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Hit[] = [];
  for (const hit of longestFirst) {
    if (kept.every(({ start, end }) => hit.end <= start || hit.start >= end)) kept.push(hit);
  }
  return [...new Set(kept.toSorted((a, b) => a.start - b.start).map(({ cause }) => cause))];
}

function hitsOf(words: string, cause: BlockerCause, phrase: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = words.indexOf(` ${phrase} `); at >= 0; at = words.indexOf(` ${phrase} `, at + 1)) {
    hits.push({ cause, start: at + 1, end: at + 1 + phrase.length });
  }
  return hits;
}

/** Data: words, without accents, that suggest a cause. Add phrases here as offices use them. */
const CAUSE_PHRASES: Readonly<Record<Exclude<BlockerCause, 'unclassified'>, readonly string[]>> = {
  'land-origin': [
    'nguon goc',
    'phap ly thua dat',
    'chua co giay chung nhan',
    'chua cap giay chung nhan',
    'dat lan chiem',
  ],
  'land-price': [
    'gia dat',
    'don gia boi thuong',
    'don gia',
    'chua thong nhat don gia',
    'khong dong y don gia',
    'khong thong nhat don gia',
    'thay doi chinh sach',
    'gia boi thuong',
    'bang gia',
    'he so dieu chinh',
  ],
  'household-disagreement': [
    'khong dong thuan',
    'chua dong thuan',
    'khong dong y',
    'chua dong y',
    'khong thong nhat',
    'chua thong nhat',
    'khong phoi hop',
    'khong hop tac',
    'khong cho kiem dem',
    'chua ban giao mat bang',
    'khong ban giao mat bang',
    'can tro thi cong',
  ],
  'payment-refused': [
    'khong nhan tien',
    'chua nhan tien',
    'khong nhan boi thuong',
    'khong nhan kinh phi',
    'chua nhan kinh phi',
  ],
  resettlement: ['tai dinh cu', 'khu tdc', 'dat tdc', 'bo tri tdc', 'giai toa trang'],
  dispute: ['tranh chap', 'thua ke', 'vang mat', 'khong lien lac duoc', 'khong o dia phuong'],
  'survey-error': [
    'do dac',
    'sai so',
    'trich do',
    'ho so ky thuat thua',
    'ban do dia chinh',
    'moc gioi',
    'ranh gioi',
  ],
  utilities: [
    'di doi duong dien',
    'di doi ha tang',
    'duong dien',
    'tru dien',
    'cot dien',
    'luoi dien',
    'trung the',
    'ha the',
    'ong cap nuoc',
    'ong nuoc',
    'cap nuoc',
    'cap quang',
    'vien thong',
    'ha tang ky thuat',
  ],
  'graves-religious-land': [
    'ngoi mo',
    'mo ma',
    'cai tang',
    'di doi mo',
    'nghia trang',
    'nghia dia',
    'ton giao',
    'chua chien',
    'nha tho',
  ],
  'organisation-land': [
    'dat quoc phong',
    'quoc phong',
    'dat rung',
    'chuyen muc dich rung',
    'cao su',
    'dat to chuc',
    'dat cua to chuc',
    'lam truong',
  ],
  funding: [
    'thieu von',
    'chua bo tri von',
    'chua co von',
    'chua duoc bo tri von',
    'hut thu',
    'tong muc dau tu',
    'thieu kinh phi',
    'chua co kinh phi',
    'chua bo tri kinh phi',
    'nguon von',
  ],
  procedure: [
    'ke hoach su dung dat',
    'quy hoach',
    'thu tuc',
    'tham dinh',
    'dau thau',
    'lua chon nha thau',
    'chu truong dau tu',
    'phe duyet du an',
    'chua phe duyet',
    'thiet ke',
    'danh gia tac dong moi truong',
    'dieu chinh du an',
  ],
  materials: [
    'vat lieu',
    'gia cat',
    'khan hiem cat',
    'thieu cat',
    'dat dap',
    'dat san lap',
    'mo dat',
    'mo cat',
    'gia thep',
    'bien dong gia',
  ],
  contractor: [
    'nha thau',
    'don vi thi cong',
    'dung thi cong',
    'ngung thi cong',
    'cham thi cong',
    'thi cong cham',
    'nang luc',
    'cham dut hop dong',
  ],
  complaint: ['khieu nai', 'khoi kien', 'to cao', 'toa an', 'don thu'],
  'records-staff': [
    'ban giao ho so',
    'thieu can bo',
    'thieu nhan su',
    'sap xep don vi hanh chinh',
    'chuyen chu dau tu',
  ],
  'settlement-debt': ['quyet toan', 'no dong', 'kiem toan'],
  'no-volume': ['khong co khoi luong', 'chua co khoi luong', 'chua nghiem thu', 'khoi luong nghiem thu'],
};
