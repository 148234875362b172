import { aPlacedPhoto } from '../../packages/farm/src/placed-photo.fixture.ts';
import { fillAddress, orderCode, signIn, textOf, toCheckout } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a buyer changes the day and the place of an order, the office its quantity, and the order tells of both', async ({
  visitor,
}) => {
  const buyer = await visitor('phone', { script: false });
  const { page } = buyer;
  await toCheckout(buyer, 'chom-chom-nhan', 2);
  await fillAddress(buyer, '0912 345 679');
  await page.getByRole('button', { name: 'Đặt hàng' }).click();
  const code = await orderCode(page);
  await page.getByRole('link', { name: 'Đổi hoặc hủy đơn' }).click();
  await buyer.at(`Đổi đơn ${code}`);
  await page.getByRole('group', { name: 'Ngày trái tới nơi' }).getByRole('radio').nth(1).check();
  await page.getByRole('button', { name: 'Đổi ngày giao' }).click();
  await buyer.at(`Đơn ${code}`);
  await expect(page.getByRole('region', { name: 'Đã đổi' })).toContainText('Đổi ngày giao');
  await page.getByRole('link', { name: 'Đổi hoặc hủy đơn' }).click();
  await page.getByLabel('Tỉnh hoặc thành phố').fill('ha noi');
  await page.getByLabel('Phường, xã hoặc đặc khu').fill('ba dinh');
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('Số 9, phố thử');
  await buyer.refused(409, () => page.getByRole('button', { name: 'Đổi nơi giao' }).click());
  await expect(page.getByText(/^Như vậy tổng là .* Bấm lần nữa nếu bạn đồng ý\.$/)).toBeVisible();
  await expect(page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố')).toHaveValue('Số 9, phố thử');
  await buyer.look();
  await page.getByRole('button', { name: /^Đồng ý, tổng là/ }).click();
  await buyer.at(`Đơn ${code}`);
  await expect(page.getByRole('region', { name: 'Giao tới' })).toContainText('Số 9, phố thử');
  await expect(page.getByRole('region', { name: 'Đã đổi' })).toContainText(/tổng từ .* thành/);

  const manager = await visitor('phone', { script: false });
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  const office = manager.page;
  await office.goto(`/office/orders/${code}`);
  await manager.at(`Đơn ${code}`);
  await office.getByRole('link', { name: 'Đổi đơn này' }).click();
  await manager.at(`Đổi đơn ${code}`);
  await office.getByLabel(/^Bao nhiêu /).fill('3');
  await manager.refused(422, () => office.getByRole('button', { name: 'Đổi số lượng' }).click());
  await office.getByLabel('Vì sao đổi?').first().fill('Khách gọi thêm (thử)');
  await manager.refused(409, () => office.getByRole('button', { name: 'Đổi số lượng' }).click());
  await manager.look();
  await office.getByRole('button', { name: /^Đồng ý, tổng là/ }).click();
  await expect(office.getByText('Đã đổi đơn, người mua được báo tin.')).toBeVisible();
  await office.getByRole('link', { name: 'Xem trọn câu chuyện của đơn' }).click();
  await manager.at(`Câu chuyện đơn ${code}`);
  const change = office.getByRole('listitem').filter({ hasText: 'Khách gọi thêm (thử)' });
  await expect(change).toContainText(/Đổi số lượng.*Quản lý minh họa.*: 2 → 3/);
  await manager.look();

  await page.getByRole('link', { name: 'Đổi hoặc hủy đơn' }).click();
  await buyer.refused(400, () => page.getByRole('button', { name: 'Hủy đơn này' }).click());
  await expect(page.getByLabel('Vì sao bạn hủy?')).toHaveAccessibleDescription('Hãy viết vì sao.');
  await page.getByLabel('Vì sao bạn hủy?').fill('Đổi ý (thử)');
  await page.getByRole('button', { name: 'Hủy đơn này' }).click();
  await expect(page.getByText('Đã hủy đơn.')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ lại vào giỏ' }).click();
  await buyer.at('Giỏ hàng');
});

test('a buyer claims fruit with a photo, a manager gives money back, and the buyer reads it', async ({
  visitor,
}) => {
  const manager = await visitor('phone', { script: false });
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await manager.page.goto('/office/orders?state=delivered');
  await manager.at('Đơn hàng');
  await manager.page.locator('a[href*="/office/orders/BN"]').last().click();
  await manager.at(/^Đơn BN/);
  const code = (await textOf(manager.page.getByRole('heading', { level: 1 }))).replace(/^\S+ /, '');
  const phone = await textOf(manager.page.locator('a[href^="tel:"]').first());

  const buyer = await visitor('phone', { script: false });
  const { page } = buyer;
  await page.goto('/orders');
  await buyer.at('Tra đơn hàng');
  await page.getByLabel('Mã đơn').fill(code);
  await page.getByLabel('Số điện thoại').fill(phone);
  await page.getByRole('button', { name: 'Xem đơn' }).click();
  await buyer.at(`Đơn ${code}`);
  await page.getByRole('link', { name: 'Báo trái không ngon' }).click();
  await buyer.at(`Trái không ngon, đơn ${code}`);
  await page
    .getByRole('radio', { name: /^Thùng/ })
    .first()
    .check();
  await page.getByRole('radio', { name: 'Sượng' }).check();
  await page.getByLabel('Kể thêm').fill('Hai múi sượng (thử)');
  await buyer.refused(422, () => page.getByRole('button', { name: 'Gửi' }).click());
  await expect(page.getByLabel('Ảnh')).toHaveAccessibleDescription(/Hãy gửi ít nhất một ảnh/);
  await expect(page.getByLabel('Kể thêm')).toHaveValue('Hai múi sượng (thử)');
  await expect(page.getByRole('radio', { name: 'Sượng' })).toBeChecked();
  await buyer.look();
  const photo = { name: 'mui.jpg', mimeType: 'image/jpeg', buffer: await aPlacedPhoto('#d8a') };
  await page.getByLabel('Ảnh').setInputFiles(photo);
  await page.getByRole('button', { name: 'Gửi' }).click();
  await buyer.at(`Đơn ${code}`);
  const claims = page.getByRole('region', { name: 'Trái không ngon' });
  await expect(claims).toContainText(/Chờ trả lời, chậm nhất/);

  await manager.page.goto('/office/claims');
  await manager.at('Khiếu nại về trái');
  const card = manager.page.getByRole('listitem').filter({ hasText: 'Hai múi sượng (thử)' });
  await expect(card.getByRole('img', { name: 'Ảnh 1 kèm lời báo' })).toBeVisible();
  await manager.refused(422, () => card.getByRole('button', { name: 'Gửi trả lời' }).click());
  await expect(card.getByText('Hãy chọn làm gì.')).toBeVisible();
  await card.getByRole('radio', { name: /^Hoàn tiền/ }).check();
  await card.getByLabel('Hoàn bao nhiêu').fill('10.000');
  await card.getByLabel('Nói với người mua').fill('Xin lỗi bạn (thử)');
  await card.getByRole('button', { name: 'Gửi trả lời' }).click();
  await expect(manager.page.getByText(/^Đã trả lời; người mua được báo tin/)).toBeVisible();
  await manager.look();
  // What is over a packer's limit waits for a second person.
  await manager.page.goto('/office/limits');
  await manager.at('Hạn mức hoàn tiền, đền trái');
  await manager.refused(422, () => manager.page.getByRole('button', { name: 'Không duyệt' }).click());
  await manager.look();
  await manager.page.getByRole('button', { name: 'Duyệt và cho' }).click();
  await expect(manager.page.getByText('Đã duyệt và cho.')).toBeVisible();

  await page.reload();
  await expect(claims).toContainText('Xin lỗi bạn (thử)');
  await expect(page.getByRole('region', { name: 'Tiền trả lại bạn' })).toContainText('10.000');
  await buyer.look();
});
