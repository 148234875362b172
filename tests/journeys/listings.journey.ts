import { signIn } from './steps.ts';
import { expect, test } from './visitor.ts';

const code = 'KHONG';

test('a manager writes down a variety and lists fruit of it, without script', async ({ visitor }) => {
  const manager = await visitor('desk', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/products');
  await manager.at('Hàng bán');

  await page.getByRole('link', { name: 'Thêm giống' }).click();
  await manager.at('Thêm giống');
  await page.getByLabel('Mã giống').fill('a b');
  await page.getByLabel('Tên tiếng Việt').fill(`Sầu riêng thử ${code}`);
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
  await expect(page.getByText('Mã gồm 2 đến 12 chữ cái không dấu hoặc chữ số.')).toBeVisible();
  await expect(page.getByLabel('Tên tiếng Việt')).toHaveValue(`Sầu riêng thử ${code}`);
  await manager.look();
  await page.getByLabel('Mã giống').fill(code.toLowerCase());
  await page.getByLabel('Tên tiếng Anh').fill(`Test durian ${code}`);
  await page.getByLabel('Ngon trong mấy ngày từ khi cắt').fill('7');
  await page.getByRole('radio', { name: 'sầu riêng' }).first().check();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Hàng bán');

  await page.getByRole('link', { name: 'Thêm mặt hàng' }).click();
  await manager.at('Thêm mặt hàng');
  await page.getByRole('radio', { name: `Sầu riêng thử ${code}` }).check();
  await page.getByRole('radio', { name: 'Loại A' }).check();
  await page.getByRole('radio', { name: 'Thùng' }).check();
  await page.getByLabel('Mỗi phần nặng ít nhất').fill('10');
  await page.getByLabel('Mã GTIN đã có').fill('9521234003008');
  await page.getByLabel('Tên tiếng Việt').fill(`Thùng thử ${code}`);
  await page.getByLabel('Tên tiếng Anh').fill(`Test box ${code}`);
  await page.getByLabel('Lời giới thiệu tiếng Việt').fill('Để thử.');
  await page.getByLabel('Lời giới thiệu tiếng Anh').fill('To try.');
  await page.getByLabel('Giá mỗi phần').fill('930.000');
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
  await expect(page.getByText(/^Mã GTIN không đúng/)).toBeVisible();
  await page.getByLabel('Mã GTIN đã có').fill('');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Hàng bán');

  await page.getByRole('link', { name: `Thùng thử ${code}` }).click();
  await manager.at(`Sửa Thùng thử ${code}`);
  await page.getByLabel('Giá mỗi phần').fill('950000');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Hàng bán');
  const buyer = await visitor('phone', { script: false });
  await buyer.page.goto(`/products/thung-thu-${code.toLowerCase()}`);
  await buyer.at(`Thùng thử ${code}`);
  await expect(buyer.page.getByText(/950\.000/).first()).toBeVisible();

  await page.getByRole('link', { name: `Thùng thử ${code}` }).click();
  await manager.at(`Sửa Thùng thử ${code}`);
  await page.getByLabel('Cho khách thấy').uncheck();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at('Hàng bán');
  await buyer.refused(404, () => buyer.page.goto(`/products/thung-thu-${code.toLowerCase()}`));
  await buyer.look();
});
