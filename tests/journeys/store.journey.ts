import { signIn, textOf } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** What another journey may take meanwhile: fruit kept for its orders, and the lot of grade C told and undone by SMS. */
const OTHERS = /· giữ|loại C/i;

/**
 * Goes to the store and opens the first of the lots of a fruit that has at least two kilograms to sell and that no other
 * journey takes, or whose row says nothing else. Returns its batch code.
 */
async function openLot(staff: Visitor, fruit: string, not = OTHERS): Promise<string> {
  const { page } = staff;
  await page.goto('/office/lots');
  await staff.at('Lô hàng trong kho');
  const enough = /Bán được (?:[2-9]|\d{2})/;
  const rows = page.getByRole('row').filter({ hasText: fruit }).filter({ hasText: enough });
  const row = rows.filter({ hasNotText: not }).first();
  const link = row.getByRole('link').first();
  const batch = await textOf(link);
  await link.click();
  await staff.at(new RegExp(`Lô hàng ${batch}`));
  return batch;
}

/** What lies in the lot whose page is open, in kilograms. */
async function kilograms({ page }: Visitor): Promise<number> {
  const term = page.getByRole('term').filter({ hasText: /^Trong kho$/ });
  const told = await textOf(term.locator('xpath=following-sibling::dd[1]'));
  return Number(told.replace(/[^\d,]/g, '').replace(',', '.'));
}

test('fruit is thrown away by mistake, and that is set right', async ({ visitor }) => {
  const staff = await visitor('desk');
  const { page } = staff;
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  const batch = await openLot(staff, 'Dona');
  const before = await kilograms(staff);
  await page.getByRole('link', { name: 'Ghi hư hao' }).click();
  await staff.at('Ghi hư hao');
  const weight = page.getByLabel('Bỏ đi bao nhiêu ký?');
  await weight.fill('9999');
  await page.getByRole('radio', { name: 'Thối, mốc' }).check();
  await page.getByLabel('Nói thêm').fill('ướt mưa');
  await staff.refused(409, () => page.getByRole('button', { name: 'Ghi bỏ đi' }).click());
  await expect(weight).toHaveAccessibleDescription(/Lô này chỉ còn/);
  await expect(weight).toHaveValue('9999');
  await expect(page.getByRole('radio', { name: 'Thối, mốc' })).toBeChecked();
  await staff.look();
  await weight.fill('0,5');
  await page.getByRole('button', { name: 'Ghi bỏ đi' }).click();
  await expect(page.getByText('Đã ghi hư hao.')).toBeVisible();
  await staff.look();
  expect(await kilograms(staff)).toBeCloseTo(before - 0.5, 3);
  const row = page.getByRole('row').filter({ hasText: 'ướt mưa' });
  await expect(row).toContainText('−0,5 kg');
  await expect(row).toContainText('Quản lý minh họa');

  await page.getByRole('link', { name: 'Sự kiện, sửa ghi sai' }).click();
  await staff.at('Sự kiện, sửa ghi sai');
  await page.getByRole('link', { name: /^Ghi sai: Tiêu hủy · 0,5 kg/ }).click();
  await expect(page.getByRole('heading', { name: 'Đính chính sự kiện này' })).toBeVisible();
  await staff.look();
  await staff.refused(422, () => page.getByRole('button', { name: 'Đính chính' }).click());
  await expect(page.getByLabel('Nói rõ vì sao')).toHaveAccessibleDescription('Hãy viết vài lời.');
  await page.getByRole('radio', { name: 'Việc này không xảy ra' }).check();
  await page.getByLabel('Nói rõ vì sao').fill('nhầm lô');
  await page.getByRole('button', { name: 'Đính chính' }).click();
  await expect(page.getByText('Đã đính chính sự kiện.')).toBeVisible();
  await expect(page.getByText(/^Ghi sai, Quản lý minh họa đính chính lúc .*: nhầm lô$/)).toBeVisible();
  await staff.look();
  await page.getByRole('link', { name: 'Về trang lô hàng' }).click();
  await staff.at(new RegExp(`Lô hàng ${batch}`));
  expect(await kilograms(staff)).toBeCloseTo(before, 3);
  await expect(page.getByRole('row').filter({ hasText: 'nhầm lô' })).toContainText('+0,5 kg');
});

test('a lot is marked down, bought from for less, and asked about once that is over', async ({ visitor }) => {
  const staff = await visitor('desk');
  const { page } = staff;
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  const batch = await openLot(staff, 'Musang King', /Giữ lại|Quá hạn|Hôm nay là ngày cuối|loại [BC]/i);
  await page.getByRole('link', { name: 'Giảm giá bán sớm' }).click();
  await staff.at('Giảm giá bán sớm');
  await staff.refused(422, () => page.getByRole('button', { name: 'Giảm giá' }).click());
  await expect(page.getByLabel('Phần trăm giảm')).toHaveAccessibleDescription('Nhập số từ 1 đến 90.');
  await page.getByLabel('Phần trăm giảm').fill('25');
  await page.getByLabel('Lý do').fill('chín nhanh');
  await page.getByRole('button', { name: 'Giảm giá' }).click();
  await expect(page.getByText(/^Đang giảm 25 % đến hết/)).toBeVisible();
  await staff.look();

  await page.goto('/products/sau-rieng-musang-king');
  const offer = page.getByRole('region', { name: 'Cần bán sớm' });
  await expect(offer).toContainText(/Còn [\d.,]+\skg, ăn trong \d ngày, giảm 25 %/);
  await expect(offer).toContainText(batch);
  await staff.look();
  await offer.getByRole('button', { name: 'Mua giá giảm' }).click();
  await staff.at('Giỏ hàng');
  await expect(page.getByText(/^Cần bán sớm, ăn đến hết/)).toBeVisible();

  await page.goto(`/office/lots/${batch}/markdown`);
  await page.getByRole('button', { name: 'Thôi giảm giá' }).click();
  await expect(page.getByText('Đã thôi giảm giá lô này.')).toBeVisible();
  await page.goto('/cart');
  await expect(page.getByText(/^Đợt giảm giá này đã hết/)).toBeVisible();
  await staff.look();
  await page.getByRole('button', { name: 'Mua giá thường' }).click();
  await expect(page.getByText(/^Đợt giảm giá này đã hết/)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Sầu riêng Musang King' })).toBeVisible();
});

test('a lot is sorted by grade on a phone without script', async ({ visitor }) => {
  const staff = await visitor('phone', { script: false });
  const { page } = staff;
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  const batch = await openLot(staff, 'Dona');
  const before = await kilograms(staff);
  await page.getByRole('link', { name: 'Phân loại', exact: true }).click();
  await staff.at('Phân loại');
  await page.getByLabel('Lấy ra bao nhiêu ký?').fill('2');
  await page.getByLabel('Loại A').fill('1,2');
  await page.getByLabel('Loại B').fill('0,5');
  await staff.refused(422, () => page.getByRole('button', { name: 'Lưu các lô mới' }).click());
  const loss = page.getByLabel('Lý do hao hụt');
  await expect(loss).toHaveAccessibleDescription(/Hao mất 0,3\s?kg: hãy viết lý do\./);
  await expect(page.getByLabel('Loại A')).toHaveValue('1,2');
  await staff.look();
  await loss.fill('cắt cuống');
  await page.getByRole('button', { name: 'Lưu các lô mới' }).click();
  await expect(page.getByText('Đã phân loại thành các lô mới.')).toBeVisible();
  await staff.at(new RegExp(`Lô hàng ${batch}`));
  expect(await kilograms(staff)).toBeCloseTo(before - 2, 3);
  const row = page.getByRole('row').filter({ hasText: 'cắt cuống' });
  await expect(row).toContainText('−2 kg');
  const sorted = row.getByRole('link');
  await expect(sorted).toHaveCount(2);
  await sorted.first().click();
  await staff.at(/Lô hàng .*Dona/);
  await expect(page.getByText(`Phân loại từ lô ${batch}`)).toBeVisible();
});

test('the store is counted on a phone without script', async ({ visitor }) => {
  const staff = await visitor('phone', { script: false });
  const { page } = staff;
  await signIn(staff, 'manager');
  await staff.at('Đơn hàng hôm nay');
  await page.goto('/office/lots');
  await staff.at('Lô hàng trong kho');
  await page.getByRole('link', { name: 'Kiểm kê kho' }).click();
  await staff.at('Kiểm kê kho');
  const enough = /sổ ghi (?:[2-9]|\d{2})/;
  const rows = page.getByRole('listitem').filter({ hasText: 'Dona' }).filter({ hasText: enough });
  const told = await textOf(rows.filter({ hasNotText: OTHERS }).last());
  const batch = told.split(' ')[0] ?? '';
  const ledger = Number(/sổ ghi ([\d.]+(,\d+)?)/.exec(told)?.[1]?.replaceAll('.', '').replace(',', '.'));
  expect(ledger).toBeGreaterThan(1);
  const counted = page.getByLabel(`Lô ${batch} đếm được`);
  await counted.fill(String((ledger - 0.2).toFixed(3)).replace('.', ','));
  await page.getByRole('button', { name: 'Xem chênh lệch' }).click();
  await expect(page.getByText('Số lô khác sổ: 1.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'đếm được' }).first()).toContainText(
    'Thiếu 0,2 kg',
  );
  await staff.look();
  await staff.refused(422, () => page.getByRole('button', { name: 'Lưu kiểm kê' }).click());
  const why = page.getByLabel(`Vì sao lô ${batch} khác sổ?`);
  await expect(why).toHaveAccessibleDescription('Số đếm khác sổ: hãy viết lý do.');
  await why.fill('hao nước');
  await page.getByRole('button', { name: 'Lưu kiểm kê' }).click();
  await expect(page.getByText('Đã lưu kiểm kê; số lô khác sổ: 1.')).toBeVisible();
  await staff.look();
  await page.goto(`/office/lots/${batch}`);
  await staff.at(new RegExp(`Lô hàng ${batch}`));
  await expect(page.getByRole('row').filter({ hasText: 'hao nước' })).toContainText('Kiểm kê');
});
