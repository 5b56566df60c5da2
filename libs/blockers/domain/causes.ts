import type { BlockerCause } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';

/** A cause of the catalogue. */
export interface CauseEntry {
  readonly code: BlockerCause;
  /** Its number in the domain page, section 2.2; null for "not classified". */
  readonly number: string | null;
  readonly label: string;
  readonly labelEn: string;
  /** Causes of delay other than the land itself are blockers as well. */
  readonly landClearance: boolean;
}

/** Of clearance itself, or another cause of delay. */
const [LAND, OTHER] = [true, false];

/** Data. Categories after the domain page, section 2.2 (B01 to B18), from the founding report and the public sources named there. */
export const CAUSES: readonly CauseEntry[] = [
  cause('land-origin', 'B01', 'Nguồn gốc đất, pháp lý thửa đất', 'Origin and legal status of land', LAND),
  cause('land-price', 'B02', 'Giá đất, đơn giá bồi thường', 'Land price, compensation rates', LAND),
  cause('household-disagreement', 'B03', 'Hộ dân không đồng thuận', 'Households disagree', LAND),
  cause('payment-refused', 'B04', 'Hộ không nhận tiền', 'Payment refused', LAND),
  cause('resettlement', 'B05', 'Chưa có khu tái định cư', 'Resettlement missing', LAND),
  cause('dispute', 'B06', 'Tranh chấp, thừa kế, chủ vắng mặt', 'Dispute, inheritance, absent owner', LAND),
  cause('survey-error', 'B07', 'Sai số đo đạc, hồ sơ kỹ thuật thửa', 'Survey errors, parcel records', LAND),
  cause('utilities', 'B08', 'Di dời hạ tầng kỹ thuật', 'Utilities to be moved', LAND),
  cause(
    'graves-religious-land',
    'B09',
    'Mồ mả, đất tôn giáo, nghĩa trang',
    'Graves, religious land, cemeteries',
    LAND,
  ),
  cause(
    'organisation-land',
    'B10',
    'Đất tổ chức, quốc phòng, cao su, rừng',
    'Land of organisations, defence, rubber, forest',
    LAND,
  ),
  cause('funding', 'B11', 'Thiếu vốn, chưa điều chỉnh tổng mức đầu tư', 'Funding missing', LAND),
  cause(
    'procedure',
    'B12',
    'Thủ tục đầu tư, đất đai, thẩm định, đấu thầu',
    'Procedure: investment, land use, appraisal, tender',
    OTHER,
  ),
  cause('materials', 'B13', 'Vật liệu, giá vật liệu', 'Materials and their prices', OTHER),
  cause('contractor', 'B14', 'Nhà thầu yếu, dừng thi công', 'Contractor weak or stopped', OTHER),
  cause('complaint', 'B15', 'Khiếu nại, khởi kiện', 'Complaint, lawsuit', LAND),
  cause('records-staff', 'B16', 'Bàn giao hồ sơ, thiếu cán bộ', 'Records handed on, staff missing', OTHER),
  cause('settlement-debt', 'B17', 'Quyết toán chậm, nợ đọng', 'Late settlement, construction debt', OTHER),
  cause('no-volume', 'B18', 'Không có khối lượng để nghiệm thu', 'No volume to accept', OTHER),
  cause('unclassified', null, 'Chưa phân loại', 'Not classified', OTHER),
];

function cause(
  code: BlockerCause,
  number: string | null,
  label: string,
  labelEn: string,
  landClearance: boolean,
): CauseEntry {
  return { code, number, label, labelEn, landClearance };
}

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
