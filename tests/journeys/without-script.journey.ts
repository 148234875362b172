import { orderCode, unitsLeft } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a guest without script buys from start to end', async ({ visitor }) => {
  const buyer = await visitor('phone', { script: false });
  const { page } = buyer;
  const before = await unitsLeft(page, 'mang-cut');
  await page.goto('/');
  await buyer.at('Sầu riêng chín cây, biết rõ vườn nào, ngày nào cắt.');
  await page.getByRole('link', { name: 'Xem trái cây đang có' }).click();
  await buyer.at('Trái cây của Bàu Nghé');
  await page.getByRole('link', { name: 'Măng cụt', exact: true }).last().click();
  await buyer.at('Măng cụt');
  await page.getByLabel('Bao nhiêu ký?').fill('2');
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await buyer.at('Giỏ hàng');
  await page.getByRole('textbox', { name: 'Số lượng Măng cụt' }).fill('3');
  await page.getByRole('button', { name: 'Tính lại' }).last().click();
  await expect(page.getByRole('textbox', { name: 'Số lượng Măng cụt' })).toHaveValue('3');
  await page.getByRole('button', { name: 'Đặt hàng' }).click();
  await buyer.at('Đặt hàng');
  await expect(page.getByText(/Giữ hàng cho bạn đến \d\d:\d\d\./)).toBeVisible();

  await page.getByLabel('Họ và tên').fill('Người mua thử');
  await page.getByLabel('Số điện thoại').fill('0912345670');
  await page.getByLabel('Tỉnh hoặc thành phố').fill('dong nai');
  await page.getByLabel('Phường, xã hoặc đặc khu').fill('phuoc');
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('Ấp 3');
  await page.getByRole('button', { name: 'Xem phí và ngày giao' }).click();
  await expect(page.getByRole('radio', { name: /Sớm nhất/ })).toBeChecked();
  await page
    .getByRole('radio', { name: /Rời vườn/ })
    .nth(1)
    .check();
  const chosen = await page
    .getByRole('radio', { name: /Rời vườn/ })
    .nth(1)
    .getAttribute('value');
  await page.getByText('Lấy hóa đơn giá trị gia tăng (VAT)').click();
  await page.getByLabel('Tên công ty, hộ kinh doanh hoặc cá nhân').fill('Công ty thử');
  await page.getByLabel('Mã số thuế').fill('0000000018');
  await page.getByLabel('Địa chỉ ghi trên hóa đơn').fill('Số 1');
  await page.getByLabel('Email nhận hóa đơn').fill('ke.toan@example.com');
  await page.getByRole('radio', { name: 'Chuyển khoản VietQR' }).check();
  await buyer.refused(400, () => page.getByRole('button', { name: 'Đặt hàng' }).click());
  await expect(page.getByLabel('Phường, xã hoặc đặc khu')).toHaveAccessibleDescription(
    /Có nhiều phường, xã hợp với tên này\. Hãy chọn một\./,
  );
  await expect(page.getByLabel('Phường, xã hoặc đặc khu')).toHaveValue('phuoc');
  await expect(page.getByLabel('Tỉnh hoặc thành phố')).toHaveValue('Thành phố Đồng Nai');
  await expect(page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố')).toHaveValue('Ấp 3');
  await expect(page.getByRole('radio', { name: 'Chuyển khoản VietQR' })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Rời vườn/ }).nth(1)).toBeChecked();
  await expect(page.getByLabel('Mã số thuế')).toHaveAccessibleDescription(/Mã số thuế này chưa đúng\./);
  await page.getByLabel('Mã số thuế').fill('000.000.0017');
  await buyer.look();
  await page.getByRole('radio', { name: 'Phường Phước Long' }).check();
  const voucher = page.getByLabel('Mã giảm giá');
  await voucher.fill('không có');
  await buyer.refused(422, () => page.getByRole('button', { name: 'Tính lại với mã này' }).click());
  await expect(voucher).toHaveAccessibleDescription(/Không có mã này\./);
  await voucher.fill('minh hoa 10');
  await page.getByRole('button', { name: 'Tính lại với mã này' }).click();
  await expect(voucher).toHaveAccessibleDescription(/Mã MINHHOA10 giảm 23\.400\s₫\./);
  await buyer.look();
  await page.getByRole('button', { name: 'Đặt hàng' }).click();

  const code = await orderCode(page);
  await buyer.at(`Đơn ${code}`);
  await expect(page.getByText('Giảm giá (mã MINHHOA10)')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Giao tới' })).toContainText(
    'Phường Phước Long, Thành phố Đồng Nai',
  );
  const wished = page.getByRole('region', { name: 'Ngày giao và lời dặn' });
  await expect(wished).toContainText('0000000017');
  await expect(wished).toContainText((chosen ?? '').slice(5).split('-').reverse().join('/'));
  await expect(page.getByRole('img', { name: `Mã VietQR cho đơn ${code}` })).toBeVisible();
  await page.goto('/orders');
  await buyer.at('Tra đơn hàng');
  await page.getByLabel('Mã đơn').fill(code);
  await page.getByLabel('Số điện thoại').fill('0912 345 670');
  await page.getByRole('button', { name: 'Xem đơn' }).click();
  await buyer.at(`Đơn ${code}`);
  expect(await unitsLeft(page, 'mang-cut')).toBe(before - 3);
});
