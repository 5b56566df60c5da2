import type { BlockerCause } from '@thongvon/api-contract';

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

/** Data. Categories after the domain page, section 2.2 (B01 to B18), from the founding report and the public sources named there. */
export const CAUSES: readonly CauseEntry[] = [
  {
    code: 'land-origin',
    number: 'B01',
    label: 'Nguồn gốc đất, pháp lý thửa đất',
    labelEn: 'Origin and legal status of land',
    landClearance: true,
  },
  {
    code: 'land-price',
    number: 'B02',
    label: 'Giá đất, đơn giá bồi thường',
    labelEn: 'Land price, compensation rates',
    landClearance: true,
  },
  {
    code: 'household-disagreement',
    number: 'B03',
    label: 'Hộ dân không đồng thuận',
    labelEn: 'Households disagree',
    landClearance: true,
  },
  {
    code: 'payment-refused',
    number: 'B04',
    label: 'Hộ không nhận tiền',
    labelEn: 'Payment refused',
    landClearance: true,
  },
  {
    code: 'resettlement',
    number: 'B05',
    label: 'Chưa có khu tái định cư',
    labelEn: 'Resettlement missing',
    landClearance: true,
  },
  {
    code: 'dispute',
    number: 'B06',
    label: 'Tranh chấp, thừa kế, chủ vắng mặt',
    labelEn: 'Dispute, inheritance, absent owner',
    landClearance: true,
  },
  {
    code: 'survey-error',
    number: 'B07',
    label: 'Sai số đo đạc, hồ sơ kỹ thuật thửa',
    labelEn: 'Survey errors, parcel records',
    landClearance: true,
  },
  {
    code: 'utilities',
    number: 'B08',
    label: 'Di dời hạ tầng kỹ thuật',
    labelEn: 'Utilities to be moved',
    landClearance: true,
  },
  {
    code: 'graves-religious-land',
    number: 'B09',
    label: 'Mồ mả, đất tôn giáo, nghĩa trang',
    labelEn: 'Graves, religious land, cemeteries',
    landClearance: true,
  },
  {
    code: 'organisation-land',
    number: 'B10',
    label: 'Đất tổ chức, quốc phòng, cao su, rừng',
    labelEn: 'Land of organisations, defence, rubber, forest',
    landClearance: true,
  },
  {
    code: 'funding',
    number: 'B11',
    label: 'Thiếu vốn, chưa điều chỉnh tổng mức đầu tư',
    labelEn: 'Funding missing',
    landClearance: true,
  },
  {
    code: 'procedure',
    number: 'B12',
    label: 'Thủ tục đầu tư, đất đai, thẩm định, đấu thầu',
    labelEn: 'Procedure: investment, land use, appraisal, tender',
    landClearance: false,
  },
  {
    code: 'materials',
    number: 'B13',
    label: 'Vật liệu, giá vật liệu',
    labelEn: 'Materials and their prices',
    landClearance: false,
  },
  {
    code: 'contractor',
    number: 'B14',
    label: 'Nhà thầu yếu, dừng thi công',
    labelEn: 'Contractor weak or stopped',
    landClearance: false,
  },
  {
    code: 'complaint',
    number: 'B15',
    label: 'Khiếu nại, khởi kiện',
    labelEn: 'Complaint, lawsuit',
    landClearance: true,
  },
  {
    code: 'records-staff',
    number: 'B16',
    label: 'Bàn giao hồ sơ, thiếu cán bộ',
    labelEn: 'Records handed on, staff missing',
    landClearance: false,
  },
  {
    code: 'settlement-debt',
    number: 'B17',
    label: 'Quyết toán chậm, nợ đọng',
    labelEn: 'Late settlement, construction debt',
    landClearance: false,
  },
  {
    code: 'no-volume',
    number: 'B18',
    label: 'Không có khối lượng để nghiệm thu',
    labelEn: 'No volume to accept',
    landClearance: false,
  },
  {
    code: 'unclassified',
    number: null,
    label: 'Chưa phân loại',
    labelEn: 'Not classified',
    landClearance: false,
  },
];
