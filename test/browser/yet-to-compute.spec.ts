import { closeBrowser, openAs } from './support/browser';
import { whileLocked } from './support/system';

const COMPUTING = 'Có báo cáo vừa duyệt chưa tính xong; số liệu sẽ tự cập nhật sau ít giây.';

/** The last file of the run: what it takes back stays taken back. */
describe('the overview, while a return that was just decided is still being computed', () => {
  afterAll(closeBrowser);

  it('says so next to the figures as they were, and shows the new ones by itself once they are there', async () => {
    const finance = await openAs('finance', '/tong-quan');
    const rate = finance.locator('.big-rate');
    const before = await rate.innerText();
    expect(await finance.getByText(COMPUTING).count()).toBe(0);
    const head = await openAs('finance-head');
    const id = await head.evaluate<string | undefined>(
      `fetch('/api/returns?status=approved&limit=200').then((reply) => reply.json()).then(({ items }) =>
        items.find(({ kinds, organization }) => kinds.includes('disbursement') && organization.name.startsWith('Ban'))?.id)`,
    );
    await head.goto(`/bao-cao/${id ?? ''}`);
    // Everybody may read; who recomputes waits.
    await whileLocked('LOCK TABLE capital.project_standing IN SHARE MODE', async () => {
      await head.getByRole('button', { name: 'Hủy duyệt…' }).click();
      await head.getByLabel('Lý do, để đơn vị biết phải sửa gì').fill('Duyệt nhầm');
      await head.getByRole('button', { name: 'Hủy duyệt với lý do này' }).click();
      await head.getByText('Đã hủy duyệt').first().waitFor();
      await finance.goto('/tong-quan');
      await finance.getByText(COMPUTING).waitFor();
      expect(await rate.innerText()).toBe(before);
    });
    await finance.getByText(COMPUTING).waitFor({ state: 'detached' });
    await rate.filter({ hasNotText: before.slice(0, 5) }).waitFor();
    const total = finance.locator('.ov-table tr.total');
    const disbursed = /[\d,.]+ \//.exec(await rate.innerText())?.[0].slice(0, -2) ?? '';
    await total.filter({ hasText: disbursed }).waitFor();
  });
});
