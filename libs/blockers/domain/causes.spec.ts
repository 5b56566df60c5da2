import { BLOCKER_CAUSES, type BlockerCause } from '@thongvon/api-contract';
import { CAUSES, suggestCauses } from './causes';

describe('the cause that a text suggests', () => {
  it.each<[string, BlockerCause]>([
    ['63 hộ chưa thống nhất đơn giá bồi thường đất ở; 12 hộ chưa xác định nguồn gốc đất', 'land-price'],
    ['Chưa di dời đường điện 22kV và ống cấp nước đoạn Km12+300 - Km14', 'utilities'],
    ['04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung', 'payment-refused'],
    ['Chưa có khu tái định cư cho 07 hộ giải tỏa trắng', 'resettlement'],
    ['Người dân không đồng thuận vị trí nghĩa trang; 327 mộ chưa cải táng', 'household-disagreement'],
    ['Thay đổi chính sách giá đất, phải lập lại phương án bồi thường', 'land-price'],
    ['Chưa phê duyệt kế hoạch sử dụng đất năm 2023', 'procedure'],
    ['Nhà thầu dừng thi công từ tháng 4', 'contractor'],
    ['THIẾU VỐN do hụt thu tiền sử dụng đất', 'funding'],
    ['Khan hiếm cát, giá vật liệu tăng', 'materials'],
    ['Giá đất san lấp tăng', 'materials'],
    ['Hộ vắng mặt, đang tranh chấp thừa kế', 'dispute'],
    ['Chưa quyết toán, còn nợ đọng', 'settlement-debt'],
  ])('%s', (text, cause) => {
    expect(suggestCauses(text)[0]).toBe(cause);
  });

  it('names every cause of a text that has several, in the order in which they stand', () => {
    expect(suggestCauses('Người dân không đồng thuận vị trí nghĩa trang; 327 mộ chưa cải táng')).toEqual([
      'household-disagreement',
      'graves-religious-land',
    ]);
  });

  it('is none when no words tell it', () => {
    expect(suggestCauses('Đang chờ ý kiến chỉ đạo')).toEqual([]);
  });

  it('has an entry for every cause of the contract', () => {
    expect(CAUSES.map(({ code }) => code)).toEqual([...BLOCKER_CAUSES]);
  });
});
