import { plainDate } from '@thongvon/kernel';
import { clearanceRates } from '@thongvon/land-clearance';
import type { CaseFacts } from './sections';
import { continueOrStopReport } from './continue-or-stop';

const FACTS: CaseFacts = {
  office: 'Ban QLDA',
  officeKind: 'project-management-board',
  parentOffice: 'UBND huyện Mẫu',
  asOf: plainDate('2023-06-23'),
  project: {
    code: '7928830',
    name: 'Nghĩa trang Nam Thăng Bình',
    owner: null,
    commune: null,
    totalInvestment: null,
  },
  planYear: 2023,
  planned: 33_910_149_000n,
  disbursed: 7_604_520_000n,
  figureAsOf: plainDate('2023-06-21'),
  approved: 19_800_000_000n,
  paid: 2_770_000_000n,
  advancesOutstanding: null,
  numbers: { households: '52', handedOver: '6', disagreeing: '34' },
  rates: clearanceRates([{ households: '52', handedOver: '6' }]),
  steps: [],
  blockers: [],
  dialogues: [],
};
const textOf = (facts: Partial<CaseFacts> = {}): string =>
  JSON.stringify(continueOrStopReport({ ...FACTS, ...facts }).body);

describe('the continue-or-stop file', () => {
  it('says what was spent and what would be freed', () => {
    const text = textOf();
    expect(text).toContain('26.305.629.000 đồng (26,306 tỷ đồng)');
    expect(text).toContain('17.030.000.000 đồng');
    expect(text).toContain('theo hộ 11,54 %; theo diện tích chưa báo cáo');
  });

  it('says in words what is not known, never zero', () => {
    const text = textOf({ disbursed: null, approved: null, numbers: {} });
    expect(text).toContain('Chưa xác định được');
    expect(text).toContain('["Số hộ đồng thuận","chưa báo cáo","chưa báo cáo"]');
    expect(text).not.toMatch(/"0 đồng|"0"/);
  });

  it('is sent to those who decide, and signed as the office’s kind asks', () => {
    const report = continueOrStopReport(FACTS);
    expect(report.addressees).toEqual([
      'Thường trực Huyện ủy',
      'Thường trực Hội đồng nhân dân huyện',
      'UBND huyện Mẫu',
    ]);
    expect(report.signer).toEqual(['GIÁM ĐỐC']);
    const commune = continueOrStopReport({
      ...FACTS,
      office: 'UBND xã A',
      officeKind: 'commune',
      parentOffice: null,
    });
    expect(commune.addressees[0]).toBe('Thường trực Đảng ủy xã');
    expect(commune.signer).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
  });

  it('shows for and against as numbers and as shares of all', () => {
    expect(textOf()).toContain('["Số hộ không đồng thuận","34","65,38"]');
    expect(textOf()).toContain('chưa có sự đồng thuận (34 hộ)');
  });

  it('frees nothing when more was disbursed than planned', () => {
    expect(textOf({ planned: 1n, disbursed: 2n })).toContain('còn 0 đồng');
  });

  it('names no household', () => {
    const said = {
      on: plainDate('2023-06-02'),
      text: 'Vận động hộ ông Nguyễn Văn Mẫu, 0905123456',
      evidence: null,
    };
    const text = textOf({ dialogues: [said] });
    expect(text).not.toContain('Mẫu');
    expect(text).not.toContain('0905');
    expect(text).toContain('Vận động [không nêu tên]');
  });
});
