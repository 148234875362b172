import { withFinger } from './finger.ts';
import { signIn, throughDoor } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** Keeps a passkey of the browser's for who is signed in. */
async function keepPasskey({ page }: Visitor): Promise<void> {
  await page.getByLabel('Tên của khóa').fill('Điện thoại thử');
  await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click();
  await expect(page.getByText('Đã thêm khóa.')).toBeVisible();
}

/** Money asks somebody who signed in by a password for their passkey, and what they typed goes through with it. */
async function provesByPasskey(somebody: Visitor): Promise<void> {
  const { page } = somebody;
  await page.goto('/office/year/capital');
  await page.getByLabel('Xã viên').selectOption({ label: 'XV04 · Xã viên minh họa 4' });
  await page.getByLabel('Ngày', { exact: true }).fill('2026-01-05');
  await page.getByLabel('Số tiền').fill('150000');
  await page.getByLabel('Số chứng từ').fill('PT-KHOA-1');
  await somebody.refused(403, () => page.getByRole('button', { name: 'Lưu' }).click());
  await expect(page.getByLabel('Số chứng từ')).toHaveValue('PT-KHOA-1');
  await somebody.look();
  await page.getByRole('button', { name: 'Xác nhận bằng khóa truy cập' }).click();
  await expect(page.getByText('Đã ghi vào sổ.')).toBeVisible();
  await expect(page.getByText('PT-KHOA-1')).toBeVisible();
}

async function signInByPasskey(somebody: Visitor): Promise<void> {
  const { page } = somebody;
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await somebody.at('Đăng nhập');
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  await somebody.at('Đơn hàng hôm nay');
}

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
  // An account of the demo stays for the next visitor.
  const packer = page.getByRole('listitem').filter({ hasText: 'Thợ đóng gói minh họa' });
  await packer.getByText('Sửa tài khoản').click();
  await manager.refused(403, () => packer.getByRole('button', { name: 'Khóa tài khoản' }).click());
  await page.getByLabel('Họ và tên').fill('Thợ gói thử');
  await page.getByLabel('Số điện thoại').fill('0900000177');
  await page.getByRole('checkbox', { name: 'Người đóng thùng' }).last().check();
  await page.getByRole('checkbox', { name: 'Quản lý' }).last().check();
  await page.getByRole('button', { name: 'Tạo lời mời' }).click();
  await expect(page.getByText('Đã mời Thợ gói thử')).toBeVisible();
  const link = (await page.getByText(/\/office\/invited\//).textContent()) ?? '';

  const invited = await visitor('phone');
  await withFinger(invited);
  await invited.page.goto(`${baseURL}${new URL(link.trim()).pathname}`);
  await invited.at('Lời mời vào làm');
  await invited.page.getByLabel('Mật khẩu mới').fill('mua-he-sau-rieng');
  await invited.page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await invited.at('Đơn hàng hôm nay');
  await invited.page.goto('/office/me');
  await invited.at('Tài khoản của tôi');
  await keepPasskey(invited);
  await provesByPasskey(invited);
  await signInByPasskey(invited);

  await page.goto('/office/trail');
  await manager.at('Việc đã làm');
  await expect(page.getByRole('rowheader', { name: 'Mời người vào làm' }).first()).toBeVisible();

  // What the accountant proposed, the manager confirms.
  await page.goto('/office/settlements/members');
  await manager.look();
  await page.getByRole('link', { name: 'Các lần đổi tài khoản của Xã viên minh họa 2' }).click();
  await manager.at('Tài khoản nhận tiền');
  await page.getByRole('button', { name: 'Xác nhận tài khoản này' }).click();
  await expect(page.getByText('Đã lưu')).toBeVisible();
  await expect(page.getByText('Vietcombank •••• 0092, XA VIEN MINH HOA').first()).toBeVisible();
});

test('a packer and a grower find a home of their own on a phone, and are refused what is not theirs', async ({
  visitor,
}) => {
  const packer = await visitor('phone');
  const { page } = packer;
  await page.goto('/office');
  await packer.at('Đăng nhập');
  await page.getByRole('link', { name: 'Đăng nhập bằng mã qua tin nhắn' }).click();
  await expect(page.getByRole('textbox', { name: 'Mật khẩu' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0900 000 002');
  await page.getByRole('button', { name: 'Gửi mã cho tôi' }).click();
  const shown = await page.getByText(/^Bản minh họa: mã là \d{6}$/).textContent();
  await packer.look();
  await page.getByLabel('Mã 6 số').fill(shown?.slice(-6) ?? '');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await packer.at('Đơn hàng hôm nay');
  expect((await page.request.get('/office/people')).status()).toBe(403);
  await page.goto('/office/me');
  await packer.at('Tài khoản của tôi');
  await page.getByLabel('Mật khẩu đang dùng').fill('bau-nghe-demo');
  await page.getByLabel('Mật khẩu mới').fill('cua-rieng-toi');
  await packer.refused(403, () => page.getByRole('button', { name: 'Đổi mật khẩu' }).click());
  await expect(page.getByText(/^Đây là tài khoản minh họa dùng chung/)).toBeVisible();

  const grower = await visitor('phone');
  await signIn(grower, 'member');
  await grower.at(/^Chào Xã viên/);
  expect((await grower.page.request.get('/office/packing')).status()).toBe(403);
  await grower.page.goto('/office/payout-account');
  await grower.at('Tài khoản nhận tiền');
  await grower.page.getByLabel('Ngân hàng').selectOption({ label: 'Agribank' });
  await grower.page.getByLabel('Số tài khoản').fill('0000 000 093');
  await grower.page.getByLabel('Tên chủ tài khoản').fill('XA VIEN MINH HOA');
  await grower.page.getByRole('button', { name: 'Gửi để xác nhận' }).click();
  await expect(grower.page.getByText('Tài khoản mới chờ xác nhận', { exact: true })).toBeVisible();
  await grower.look();
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
  // A form that stands open, laid out by a class of its own.
  await page.goto('/office/year/capital');
  await auditor.at('Vốn góp của xã viên');
  await expect(page.getByRole('button', { name: 'Lưu' })).toHaveCount(0);
  await page.goto('/office/delivery');
  await auditor.look();
  const sent = await page.request.post('/office/people', {
    form: { act: 'off', key: crypto.randomUUID(), userId: 'x' },
  });
  expect(sent.status()).toBe(403);
});
