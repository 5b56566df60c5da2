import { kindReportedBy, learnKind, type ProjectKind } from './project-kind';

describe('the kind of a project', () => {
  it.each<[string, ProjectKind]>([
    ['Đường nối từ đường Võ Chí Công đi Khu công nghiệp Đông Quế Sơn', 'road'],
    ['Cải tạo, nâng cấp Quốc lộ 14E (đoạn qua huyện Thăng Bình)', 'road'],
    ['Cầu Bà Ký và đường hai đầu cầu', 'bridge'],
    ['Nghĩa trang nhân dân Nam Thăng Bình và đường dẫn', 'cemetery'],
    ['Khu dân cư Bắc Hà Lam', 'residential-zone'],
    ['Kiên cố hóa kênh mương N8 xã Bình Trị', 'irrigation'],
    ['Trường THCS Huỳnh Thúc Kháng - Nhà lớp học 12 phòng', 'school'],
    ['Đường ven sông Trường Giang đoạn Bình Hải - Bình Nam', 'road'],
    ['Hệ thống thoát nước thị trấn Hà Lam', 'urban-infrastructure'],
    ['Mương thoát nước khu dân cư ven biển', 'urban-infrastructure'],
    ['Trung tâm Y tế huyện - Khu điều trị', 'health'],
    ['Nhà văn hóa thôn Duy Hà', 'culture'],
    ['Chợ Được - hạng mục nhà lồng chính', 'market'],
    ['Nhà làm việc Công an thị trấn Hà Lam', 'government-office'],
    ['Đập dâng Đồng Tiến', 'irrigation'],
  ])('is reported by the name %s: %s', (name, kind) => {
    expect(learnKind(null, name)).toBe(kind);
  });

  it.each<[string, ProjectKind]>([
    ['Giao thông - đường bộ', 'road'],
    ['Giao thông - cầu', 'bridge'],
    ['Khu dân cư, tái định cư', 'residential-zone'],
    ['Giáo dục và đào tạo', 'school'],
    ['Thủy lợi', 'irrigation'],
    ['Quản lý nhà nước', 'government-office'],
  ])('is reported by the field %s: %s', (field, kind) => {
    expect(learnKind(field, 'Công trình A')).toBe(kind);
  });

  it('is other when nothing tells it', () => {
    expect(kindReportedBy('Công trình A')).toBeUndefined();
    expect(learnKind('Lĩnh vực khác', 'Công trình A')).toBe('other');
  });
});
