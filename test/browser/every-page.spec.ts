import { isTooWide, pushedSideways, seriousFaults, tabStops } from './support/accessibility';
import { closeBrowser, DESKTOP, faultsOf, openAs, openPage, PHONE, type Person } from './support/browser';

/** Every page that has an address of its own, and whom it is for. */
const PAGES: readonly (readonly [path: string, person: Person])[] = [
  ['/lanh-dao', 'leader'],
  ['/canh-bao', 'leader'],
  ['/vuong-mac', 'leader'],
  ['/ghi-vuong-mac', 'board'],
  ['/viec-cua-toi', 'board'],
  ['/viec-cua-toi', 'finance'],
  ['/viec-cua-toi', 'admin'],
  ['/tong-quan', 'finance'],
  ['/viec-giao', 'leader'],
  ['/ket-luan/moi', 'finance'],
  ['/hop-dong', 'board'],
  ['/bao-cao', 'board'],
  ['/duyet', 'finance'],
  ['/doi-chieu', 'finance'],
  ['/so-ke-hoach', 'finance'],
  ['/so-sanh', 'finance'],
  ['/thu-tuan', 'finance'],
  ['/nam-truoc', 'finance'],
  ['/quan-tri', 'admin'],
  ['/quan-tri/don-vi', 'admin'],
  ['/quan-tri/lich-bao-cao', 'admin'],
  ['/quan-tri/thang-nhac-viec', 'admin'],
  ['/quan-tri/nguoi-nhan', 'admin'],
  ['/quan-tri/ngay-nghi', 'admin'],
  ['/quan-tri/quy-tac', 'admin'],
  ['/quan-tri/thu', 'admin'],
  ['/quan-tri/viec-nen', 'admin'],
  ['/quan-tri/da-tra-loi', 'admin'],
  ['/quan-tri/tu-vung?thu=Lũy kế giải ngân (triệu đồng)', 'admin'],
  ['/quan-tri/nhat-ky', 'admin'],
  ['/tai-khoan', 'board'],
  ['/huong-dan', 'board'],
  ['/huong-dan/quan-tri', 'admin'],
];

const SIZES = [
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
] as const;

describe('every page', () => {
  afterAll(closeBrowser);

  describe.each(SIZES)('on %s', (_, size) => {
    it.each(PAGES)(
      '%s has no serious fault for axe, fits its width, logs no error and is walked through by keyboard',
      async (path, person) => {
        const page = await openAs(person, path, size);
        expect(await seriousFaults(page)).toEqual([]);
        expect(await isTooWide(page)).toBe(false);
        if (!path.startsWith('/quan-tri')) expect(await pushedSideways(page)).toEqual([]);
        expect(faultsOf(page)).toEqual([]);
        if (size === DESKTOP) {
          const stops = await tabStops(page);
          // The way past the masthead comes first, and nothing that can be reached is without a name.
          expect(stops[0]).toBe('a: Đến nội dung chính');
          expect(stops.filter((stop) => stop.endsWith(': '))).toEqual([]);
        }
        // Half a hundred pages that follow what happens would keep the machine busy.
        await page.context().close();
      },
    );

    it('the sign-in page as well', async () => {
      const page = await openPage(size);
      await page.goto('/');
      await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
      expect(faultsOf(page)).toEqual([]);
    });
  });
});
