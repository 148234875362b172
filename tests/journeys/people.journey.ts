import { signIn, throughDoor } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a manager invites somebody, who sets a password and finds their own home; the trail says so', async ({
  visitor,
  baseURL,
}) => {
  const manager = await visitor('phone', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/people');
  await manager.at('Người làm việc');
  await manager.refused(422, () => page.getByRole('button', { name: 'Tạo lời mời' }).click());
  await manager.look();
  await page.getByLabel('Họ và tên').fill('Thợ gói thử');
  await page.getByLabel('Số điện thoại').fill('0900000177');
  await page.getByRole('checkbox', { name: 'Người đóng thùng' }).last().check();
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  await expect(page.getByText('Đã mời Thợ gói thử')).toBeVisible();
  const link = (await page.getByText(/\/office\/invited\//).textContent()) ?? '';

  const invited = await visitor('phone');
  await invited.page.goto(`${baseURL}${new URL(link.trim()).pathname}`);
  await invited.at('Lời mời vào làm');
  await invited.page.getByLabel('Mật khẩu mới').fill('mua-he-sau-rieng');
  await invited.page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await invited.at('Đơn hàng hôm nay');
  await invited.page.goto('/office/me');
  await invited.at('Tài khoản của tôi');

  await page.goto('/office/trail');
  await manager.at('Việc đã làm');
  await expect(page.getByRole('rowheader', { name: 'Mời người vào làm' }).first()).toBeVisible();
});

test('an auditor reads the orders and the books, and changes nothing', async ({ visitor }) => {
  const auditor = await visitor('desk');
  const { page } = auditor;
  await signIn(auditor, 'auditor');
  await auditor.at(/^Chào Kiểm toán/);
  await throughDoor(page, 'Đơn hàng');
  await auditor.at('Đơn hàng');
  await expect(page.getByText('Chỉ xem: quý vị đọc được mọi thứ và không sửa gì.')).toBeVisible();
  await expect(page.locator('tbody th a').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Đã giao tới nơi' })).toBeHidden();
  await page.goto('/office/books');
  await auditor.at('Sổ sách');
  await page.goto('/office/delivery');
  await auditor.look();
  const sent = await page.request.post('/office/people', {
    form: { act: 'off', key: crypto.randomUUID(), userId: 'x' },
  });
  expect(sent.status()).toBe(403);
});
