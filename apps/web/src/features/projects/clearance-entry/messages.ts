import type { LandType } from '@thongvon/api-contract';
import { type Messages, withValues } from '../../../language';
import { FUNNEL } from '../messages';
import type { TypedMeasure } from './measures';

export const entryMessages = {
  // parts
  segments: { vi: 'Các phần giải phóng mặt bằng riêng', en: 'Parts that are cleared apart' },
  noSegments: {
    vi: 'Chưa chia phần: số liệu ghi cho cả dự án.',
    en: 'Not divided: figures are of the whole project.',
  },
  batchOf: withValues('đợt {}', 'batch {}'),
  silent: { vi: 'chưa báo cáo', en: 'not reported' },
  figuresTo: withValues('số đến {}', 'figures to {}'),
  addSegment: { vi: 'Thêm phần…', en: 'Add a part…' },
  segmentName: { vi: 'Tên phần', en: 'Name of the part' },
  segmentNameHint: {
    vi: 'Ví dụ: Đoạn qua xã Bình Phú, đợt 2',
    en: 'For example: through xã Bình Phú, batch 2',
  },
  commune: { vi: 'Xã', en: 'Commune' },
  batch: { vi: 'Đợt', en: 'Batch' },
  clearedBy: { vi: 'Đơn vị giải phóng mặt bằng phần này', en: 'The office that clears it' },
  clearedByNone: { vi: 'như cả dự án', en: 'as the whole project' },
  segmentSave: { vi: 'Thêm phần này', en: 'Add this part' },
  part: { vi: 'Ghi và xem cho', en: 'Of' },
  whole: { vi: 'cả dự án', en: 'the whole project' },
  // numbers
  progress: { vi: 'Nhập số hộ đến ngày…', en: 'Enter numbers as of a day…' },
  asOf: { vi: 'Số đến ngày', en: 'As of' },
  more: {
    vi: 'Đồng thuận, mộ, diện tích, chiều dài, kinh phí',
    en: 'Agreement, graves, area, length, money',
  },
  noneNow: { vi: 'chưa có số', en: 'no number yet' },
  now: withValues('đang là {value}, đến {day}, {from}', 'now {value}, as of {day}, {from}'),
  typed: { vi: 'nhập tay', en: 'typed' },
  cell: withValues('báo cáo, ô {}', 'return, cell {}'),
  notNumber: { vi: 'Không phải số của chỉ tiêu này.', en: 'This is no number of that kind.' },
  progressReason: {
    vi: 'Căn cứ, hoặc vì sao giảm; không ghi tên hộ dân',
    en: 'From what document, or why it falls; no names',
  },
  progressSave: { vi: 'Lưu số liệu', en: 'Save the numbers' },
  saved: { vi: 'Đã lưu, các số khớp nhau.', en: 'Saved; the numbers fit together.' },
  savedWith: { vi: 'Đã lưu, nhưng nên xem lại:', en: 'Saved, but worth a look:' },
  // steps
  steps: { vi: 'Các bước theo luật', en: 'Steps of the law' },
  notApplicable: { vi: 'không áp dụng', en: 'not applicable' },
  doneOn: withValues('xong {}', 'done {}'),
  startedOn: withValues('bắt đầu {}', 'begun {}'),
  plannedOn: withValues('dự kiến xong {}', 'planned {}'),
  conditional: { vi: 'chỉ khi không hợp tác', en: 'only without cooperation' },
  notYet: { vi: 'chưa ghi', en: 'nothing recorded' },
  byLaw: withValues('hạn luật định {}', 'due by law {}'),
  overdue: withValues('quá hạn {} ngày', '{} days overdue'),
  signer: withValues('Thẩm quyền: {}', 'Who acts: {}'),
  provenBy: withValues('Văn bản: {}', 'Document: {}'),
  because: withValues('Lý do: {}', 'Why: {}'),
  unverified: {
    vi: 'Hạn này chưa đối chiếu với luật, hoặc ngày nghỉ của năm chưa được xác nhận.',
    en: 'That limit was not read in the law, or the holidays of its year are not confirmed.',
  },
  planned: { vi: 'Dự kiến xong', en: 'Planned' },
  started: { vi: 'Bắt đầu', en: 'Begun' },
  done: { vi: 'Xong', en: 'Done' },
  percent: { vi: 'Đã làm, %', en: 'How far, %' },
  landType: { vi: 'Loại đất', en: 'Kind of land' },
  landTypeNone: { vi: 'chưa rõ', en: 'not known' },
  document: { vi: 'Văn bản (số, ngày)', en: 'Document (number, date)' },
  stepOff: { vi: 'Không áp dụng cho dự án này (phải nêu lý do)', en: 'Not applicable (needs a reason)' },
  stepReason: { vi: 'Lý do; không ghi tên hộ dân', en: 'Why; no names of households' },
  stepSave: { vi: 'Lưu bước này', en: 'Save this step' },
} satisfies Messages;

export const MEASURE_TEXTS = {
  ...FUNNEL,
  agreeing: { vi: 'Đồng thuận', en: 'Agreeing' },
  disagreeing: { vi: 'Không đồng thuận', en: 'Disagreeing' },
  graves: { vi: 'Mộ phải dời', en: 'Graves to be moved' },
  gravesMoved: { vi: 'Mộ đã dời', en: 'Graves moved' },
  area: { vi: 'Diện tích thu hồi, m²', en: 'Area to be recovered, m²' },
  areaHandedOver: { vi: 'Diện tích đã bàn giao, m²', en: 'Area handed over, m²' },
  length: { vi: 'Chiều dài tuyến, m', en: 'Length of the route, m' },
  lengthHandedOver: { vi: 'Chiều dài đã bàn giao, m', en: 'Length handed over, m' },
  compensation: { vi: 'Kinh phí theo phương án, đồng', en: 'Compensation by the plans, đồng' },
  compensated: { vi: 'Kinh phí đã chi trả, đồng', en: 'Compensation paid, đồng' },
} satisfies Record<TypedMeasure, Messages[string]>;

export const LAND_TYPE_NAMES = {
  agricultural: { vi: 'đất nông nghiệp', en: 'agricultural' },
  'non-agricultural': { vi: 'đất phi nông nghiệp', en: 'not agricultural' },
} satisfies Record<LandType, Messages[string]>;
