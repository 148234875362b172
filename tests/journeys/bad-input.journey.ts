import type { Locator } from '@playwright/test';
import { enter, fillAddress, orderCode, signIn, textOf, toCheckout, unitsLeft } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** A field says what is wrong with it, to eyes and to a screen reader, and holds what was typed. */
async function stillHolds(field: Locator, typed: string, sentence: string | RegExp): Promise<void> {
  await expect(field).toHaveAccessibleDescription(sentence);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue(typed);
}

const place = ({ page }: Visitor) => page.getByRole('button', { name: 'Đặt hàng' });

test('a code that nobody gave out', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const { page } = anyone;
  await page.goto('/products/bo-034');
  await anyone.at('Bơ 034');
  const lot = await page.getByRole('link', { name: /^Xem trọn nhật ký/ }).getAttribute('href');
  const gtin = lot?.split('/')[2] ?? '';
  const field = page.getByLabel('Mã trên nhãn');
  const see = page.getByRole('button', { name: 'Xem thùng này' });

  await page.goto('/scan');
  await anyone.at('Quét mã trên thùng');
  const unknown = `(01)${gtin}(10)ZZZZZZZZ(21)ZZZZZZ`;
  await field.fill(unknown);
  await anyone.refused(404, () => see.click());
  await stillHolds(field, unknown, /Không có thùng hay lô nào mang mã này\./);
  await anyone.look();
  await field.fill('xin chào');
  await anyone.refused(400, () => see.click());
  await stillHolds(field, 'xin chào', /Đây không phải mã trên nhãn của chúng tôi\./);
  await field.fill('');
  await anyone.refused(400, () => see.click());
  await stillHolds(field, '', /Chưa có mã nào\./);
  await field.fill(`(01)${gtin}(10)${lot?.split('/').at(-1)}`);
  await see.click();
  await anyone.at('Bơ 034');
});

test('an address that leads nowhere', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const { page } = anyone;
  await page.goto('/products/bo-034');
  await anyone.at('Bơ 034');
  const lot = await page.getByRole('link', { name: /^Xem trọn nhật ký/ }).getAttribute('href');
  const gtin = lot?.split('/')[2] ?? '';
  const wrong = `${gtin.slice(0, -1)}${(Number(gtin.at(-1)) + 1) % 10}`;
  const nowhere: [number, string, string][] = [
    [404, `/01/${gtin}/10/ZZZZZZZZ/21/ZZZZZZ`, 'Không có thùng nào mang mã này'],
    [404, `/01/${gtin}/21/ZZZZZZ`, 'Không có thùng nào mang mã này'],
    [404, `/01/${gtin}/10/ZZZZZZZZ`, 'Không có lô nào mang mã này'],
    [404, '/01/09521234999997', 'Không bán sản phẩm mang mã này'],
    [400, `/01/${wrong}/10/ZZZZZZZZ`, 'Mã này chưa đúng'],
    [404, '/products/khong-co', 'Không có trang này'],
    [404, '/khong-co-trang-nay', 'Không có trang này'],
  ];
  for (const [status, path, heading] of nowhere) {
    await anyone.refused(status, () => page.goto(path));
    await anyone.at(heading);
  }
});

test('more than there is, and no number at all', async ({ visitor }) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  const left = await unitsLeft(page, 'bo-034');
  const field = page.getByLabel('Bao nhiêu ký?');
  const add = page.getByRole('button', { name: 'Thêm vào giỏ' });
  const only = `Bơ 034 chỉ còn ${left} kg. Hãy giảm xuống còn ${left} kg.`;
  await field.fill(String(left + 1));
  await buyer.refused(422, () => add.click());
  await stillHolds(field, String(left + 1), only);
  await buyer.look();
  await field.fill('hai ký');
  await buyer.refused(400, () => add.click());
  await stillHolds(field, 'hai ký', 'Số lượng phải là số nguyên từ 1 đến 500, ví dụ 2.');
  await field.fill('1');
  await add.click();
  await buyer.at('Giỏ hàng');
  const inCart = page.getByRole('textbox', { name: 'Số lượng Bơ 034' });
  await inCart.fill(String(left + 1));
  await place(buyer).click();
  await stillHolds(inCart, String(left + 1), only);
  await buyer.look();
  await page.getByRole('button', { name: `Lấy ${left} kg` }).click();
  await expect(inCart).toHaveValue(String(left));
  await expect(page.getByText(only)).toHaveCount(0);
});

test('a form with holes in it, and a number that is no phone', async ({ visitor }) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  await toCheckout(buyer, 'nhan-xuong', 1);
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('Ấp 3');
  await page.getByLabel('Số điện thoại').fill('12345');
  await page.getByLabel('Tỉnh hoặc thành phố').fill('Atlantis');
  await page.getByRole('radio', { name: 'Chuyển khoản VietQR' }).check();
  await buyer.refused(400, () => place(buyer).click());
  await expect(page.getByRole('alert')).toContainText('Có 4 chỗ cần sửa; lời nhắc nằm ngay cạnh ô.');
  await stillHolds(page.getByLabel('Họ và tên'), '', /^Bạn chưa nhập họ tên\./);
  await stillHolds(page.getByLabel('Số điện thoại'), '12345', /Số điện thoại này chưa đúng\./);
  await stillHolds(page.getByLabel('Tỉnh hoặc thành phố'), 'Atlantis', /Không tìm thấy tỉnh, thành phố này/);
  await stillHolds(page.getByLabel('Phường, xã hoặc đặc khu'), '', /Bạn chưa nhập phường, xã/);
  await expect(page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố')).toHaveValue('Ấp 3');
  await expect(page.getByRole('radio', { name: 'Chuyển khoản VietQR' })).toBeChecked();
  await buyer.look();
  await fillAddress(buyer, '0912 345 671');
  await place(buyer).click();
  await buyer.at(`Đơn ${await orderCode(page)}`);
});

test('fruit that somebody checks out with is theirs for a quarter of an hour', async ({ visitor }) => {
  const [slow, quick] = [await visitor('phone'), await visitor('phone')];
  const left = await unitsLeft(slow.page, 'mit-thai');
  await toCheckout(slow, 'mit-thai', left);
  await fillAddress(slow, '0912 345 672');
  await quick.page.goto('/products/mit-thai');
  await quick.look();
  await expect(quick.page.getByRole('button', { name: 'Thêm vào giỏ' })).toHaveCount(0);

  await place(slow).click();
  await slow.at(`Đơn ${await orderCode(slow.page)}`);
  await expect(slow.page.getByRole('region', { name: 'Đã đặt' })).toContainText(`× ${left} trái`);
});

test('a page whose sum is out of date, and a cart that is gone', async ({ visitor }) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  await toCheckout(buyer, 'buoi-da-xanh', 2);
  await fillAddress(buyer, '0912 345 674');
  // As if the page had been opened when the fruit was cheaper.
  await page.locator('input[name=seenTotal]').evaluate((input: HTMLInputElement) => {
    input.value = '1000';
  });
  await buyer.refused(409, () => place(buyer).click());
  await expect(page.getByRole('alert')).toContainText(/Tổng tiền đã đổi: bây giờ là [\d.]+\s₫\./);
  await expect(page.getByLabel('Số điện thoại')).toHaveValue('0912 345 674');
  await expect(page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố')).toHaveValue('Số 5, đường thử');
  await buyer.look();
  await page.context().clearCookies();
  await place(buyer).click();
  await buyer.at(`Đơn ${await orderCode(page)}`);
});

for (const script of [true, false])
  test(`two fast clicks make one order, ${script ? 'with' : 'without'} script`, async ({ visitor }) => {
    const buyer = await visitor('phone', { script });
    const { page } = buyer;
    const before = await unitsLeft(page, 'buoi-da-xanh');
    await toCheckout(buyer, 'buoi-da-xanh', 5);
    await fillAddress(buyer, '0912 345 675');
    await place(buyer).dblclick();
    const code = await orderCode(page);
    await buyer.at(`Đơn ${code}`);
    expect(await unitsLeft(page, 'buoi-da-xanh')).toBe(before - 5);
  });

test('a harvest with holes in it, and a session that ended meanwhile', async ({ visitor }) => {
  const member = await visitor('phone');
  const { page } = member;
  await signIn(member, 'member');
  await member.at(/^Chào/);
  await page.getByRole('link', { name: 'Ghi trái vừa cắt' }).click();
  await member.at('Ghi đợt thu hoạch');
  await page.getByLabel('Bao nhiêu ký?').fill('một tạ');
  await member.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
  await stillHolds(page.getByLabel('Bao nhiêu ký?'), 'một tạ', /Số ký chưa đọc được/);
  await expect(page.getByRole('group', { name: 'Loại mấy?' })).toHaveAccessibleDescription(
    'Hãy chọn loại A, B hay C.',
  );
  await member.look();
  await page.getByLabel('Bao nhiêu ký?').fill('12,5');
  await page.getByRole('radio', { name: 'Loại B' }).check();
  await page.context().clearCookies();
  await member.refused(401, () => page.getByRole('button', { name: 'Lưu' }).click());
  await expect(page.getByRole('alert').filter({ hasText: 'Bạn đã bị đăng xuất.' })).toContainText(
    'Việc này đã lưu trên máy; đăng nhập lại là gửi được.',
  );
  await expect(page.getByLabel('Bao nhiêu ký?')).toHaveValue('12,5');
  await expect(page.getByRole('radio', { name: 'Loại B' })).toBeChecked();
  await member.look();
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Đăng nhập ở thẻ khác' }).click();
  const tab = await opened;
  await enter(tab, 'member');
  await expect(tab.getByRole('heading', { name: /^Chào/ })).toBeVisible();
  await tab.close();
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
  await expect(page.getByText('Cân nặng lúc nhận').locator('..')).toContainText('12,5 kg');
  await member.look();
});

test('a wrong password, and pages that are not there or not for this person', async ({ visitor }) => {
  const member = await visitor('phone');
  const { page } = member;
  await page.goto('/office/sign-in');
  await member.at('Đăng nhập');
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0900000012');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('sai rồi');
  await member.refused(401, () => page.getByRole('button', { name: 'Đăng nhập', exact: true }).click());
  await expect(page.getByRole('alert')).toHaveText('Số điện thoại hoặc mật khẩu chưa đúng.');
  await expect(page.getByRole('textbox', { name: 'Số điện thoại' })).toHaveValue('0900000012');
  await member.look();
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('bau-nghe-demo');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await member.at('Chào Xã viên minh họa 2');
  await member.refused(404, () => page.goto('/office/lots/ZZZZZZZZ'));
  await expect(page.getByText('Không có lô hàng nào mang mã này.')).toBeVisible();
  await member.look();
  await member.refused(403, () => page.goto('/office/orders'));
  await expect(page.getByText('Tài khoản của bạn không có quyền mở trang này')).toBeVisible();
  await member.look();
  expect(await textOf(page.getByRole('heading', { level: 1 }))).toBe('Trang này không dành cho bạn');
});
