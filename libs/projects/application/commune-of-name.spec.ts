import { communeOfName } from './register-projects';

describe('the commune in a name', () => {
  it.each([
    ['Khu dân cư trung tâm xã Bình Dương (Giai đoạn 2)', 'xã Bình Dương'],
    ['Kiên cố hóa kênh mương N8 xã Bình Trị', 'xã Bình Trị'],
    ['Đường trục chính thị trấn Hà Lam - Bình Nguyên', 'thị trấn Hà Lam'],
    ['Cầu Tây Giang', null],
    ['Đường liên xã', null],
  ])('%s: %s', (name, commune) => {
    expect(communeOfName(name)).toBe(commune);
  });
});
