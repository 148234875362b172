import { signIn, textOf } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

const PRODUCT = 'Thuốc trừ nấm B (minh họa)';
const ALLOWED = 'Thuốc trừ rầy C (minh họa)';

/** Four corners of about 100 m by 100 m. */
const CORNERS = '11.82, 107.01\n11.8209, 107.01\n11.8209, 107.0109\n11.82, 107.0109';

test.describe.configure({ mode: 'serial' });

for (const script of [true, false]) {
  const plot = script ? 'T91' : 'T92';
  const how = script ? 'with' : 'without';

  test(`the manager adds a plot of Musang King, ${how} script`, async ({ visitor }) => {
    const manager = await visitor('phone', { script });
    const { page } = manager;
    await signIn(manager, 'manager');
    await manager.at('Đơn hàng hôm nay');
    await page.goto('/office/plots/new');
    await manager.at('Thêm thửa');
    await page.getByLabel('Mã thửa').fill(plot.toLowerCase());
    await page.getByLabel('Xã viên').selectOption({ label: 'XV01 · Xã viên minh họa 1' });
    await page.getByLabel('Tên vườn').fill('Vườn thử');
    await page.getByLabel('Hình thửa').fill(`${CORNERS}\n13.75, 100.5`);
    await page.getByLabel('Số cây Sầu riêng Musang King').fill('40');
    await page.getByLabel('Năm trồng Sầu riêng Musang King').fill('2016');
    await manager.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
    await expect(page.getByText('Dòng 5 nằm ngoài Việt Nam; vĩ độ đứng trước kinh độ.')).toBeVisible();
    await manager.look();
    await expect(page.getByLabel('Mã thửa')).toHaveValue(plot.toLowerCase());
    await page.getByLabel('Hình thửa').fill(CORNERS);
    await page.getByRole('button', { name: 'Lưu' }).click();
    await manager.at('Thửa vườn');
    await page.getByRole('link', { name: new RegExp(`^${plot}`) }).click();
    await manager.at(`Thửa ${plot} · Vườn thử`);
    await expect(page.getByText(`Thửa ${plot}: được thu hoạch.`)).toBeVisible();
    await expect(page.getByRole('img', { name: `Hình dáng thửa ${plot}` })).toBeVisible();
  });

  test(`sprayed fruit that is cut too early is held until a laboratory clears it, ${how} script`, async ({
    visitor,
  }) => {
    const member = await visitor('phone', { script });
    await signIn(member, 'member');
    await member.at(/^Chào Xã viên minh họa 1$/);
    await spray(member, plot);
    const batch = await cut(member, plot);
    const { page } = member;
    await expect(page.getByText('Lô này đang bị giữ lại, chưa được bán')).toBeVisible();
    await page.goto('/office');
    await member.at(/^Chào Xã viên minh họa 1$/);
    await expect(
      page.getByText(new RegExp(`^Thửa ${plot}: được thu hoạch từ .+, còn 14 ngày\\.$`)),
    ).toBeVisible();

    if (script) expect(await tapsToCutAgain(member, plot)).toBeLessThanOrEqual(4);

    const manager = await visitor('phone', { script });
    await signIn(manager, 'manager');
    await manager.at('Đơn hàng hôm nay');
    await clear(manager, batch);
    await page.goto(`/office/lots/${batch}`);
    await member.at(new RegExp(`Lô hàng ${batch}`));
    await expect(page.getByText('Đang bán', { exact: true })).toBeVisible();
  });
}

/** Writes down a spraying of today; what the form needs and lacks comes back beside its field. */
async function spray(member: Visitor, plot: string): Promise<void> {
  const { page } = member;
  await page.getByRole('link', { name: 'Nhật ký Ghi việc đã làm' }).click();
  await member.at('Ghi nhật ký');
  await page.getByRole('link', { name: 'Phun thuốc' }).click();
  await member.at('Phun thuốc');
  await page.getByRole('radio', { name: new RegExp(`^${plot}`) }).check();
  await page.getByLabel('Thuốc gì?').selectOption({ label: `${PRODUCT} · cách ly 14 ngày` });
  await page.getByLabel('Trừ sâu bệnh gì?').fill('Thối trái');
  await page.getByLabel('Diện tích đã làm').fill('0,5 ha');
  await member.refused(422, () => page.getByRole('button', { name: 'Lưu' }).click());
  await expect(page.getByText('Ghi liều lượng đã dùng.')).toBeVisible();
  await member.look();
  await expect(page.getByLabel('Trừ sâu bệnh gì?')).toHaveValue('Thối trái');
  await page.getByLabel('Liều lượng').fill('25 ml/16 lít');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã ghi vào nhật ký')).toBeVisible();
  await member.at('Phun thuốc');
  await expect(
    page.getByText(new RegExp(`^Thửa ${plot}: được thu hoạch từ .+, còn 14 ngày\\.$`)),
  ).toBeVisible();
  await expect(page.getByText('5.000 m²')).toBeVisible();
}

/** Records a harvest of today on a plot that is not free, and gives its lot's code. */
async function cut(member: Visitor, plot: string): Promise<string> {
  const { page } = member;
  await page.goto('/office/harvests/new');
  await member.at('Ghi đợt thu hoạch');
  await page.getByRole('radio', { name: new RegExp(`^${plot}`) }).check();
  await expect(page.getByText(new RegExp(`^Thửa ${plot}: được thu hoạch từ`)).first()).toBeVisible();
  await page.getByRole('radio', { name: 'Sầu riêng Musang King' }).check();
  await page.getByRole('radio', { name: 'Loại C' }).check();
  await page.getByLabel('Bao nhiêu ký?').fill('12');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
  const batch = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await member.at(new RegExp(`Lô hàng ${batch}`));
  await expect(page.getByRole('main')).toContainText(PRODUCT);
  return batch;
}

/** From the home screen to a saved harvest like the last one but for its weight; gives how often the screen was tapped. */
async function tapsToCutAgain(member: Visitor, plot: string): Promise<number> {
  const { page } = member;
  let taps = 0;
  await page.exposeFunction('tapped', () => {
    taps += 1;
  });
  const count = () =>
    page.evaluate(() => {
      addEventListener('pointerdown', () => (window as unknown as { tapped: () => void }).tapped());
    });
  await count();
  await page.getByRole('link', { name: 'Ghi trái vừa cắt' }).click();
  await member.at('Ghi đợt thu hoạch');
  for (const last of [new RegExp(`^${plot}`), 'Sầu riêng Musang King', 'Loại C'])
    await expect(page.getByRole('radio', { name: last })).toBeChecked();
  await page.getByLabel('Bao nhiêu ký?').fill('13');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
  await member.at(/^Lô hàng/);
  await expect(page.getByText('Cân nặng lúc nhận').locator('..')).toContainText('13 kg');
  return taps;
}

/** Writes down that the laboratory found the lot clean. */
async function clear(manager: Visitor, batch: string): Promise<void> {
  const { page } = manager;
  await page.goto(`/office/lots/${batch}`);
  await manager.at(new RegExp(`Lô hàng ${batch}`));
  await page.getByRole('link', { name: 'Ghi kết quả kiểm nghiệm' }).click();
  await manager.at('Ghi kết quả kiểm nghiệm');
  await expect(page.getByLabel('Lô hàng')).toHaveValue(batch);
  await page.getByRole('radio', { name: 'Đạt', exact: true }).check();
  await page.getByLabel('Phòng kiểm nghiệm').fill('Phòng kiểm nghiệm minh họa');
  await page.getByLabel('Số phiếu kết quả').fill(`KN-${batch}`);
  await page.getByRole('button', { name: 'Lưu' }).click();
  await manager.at(new RegExp(`Lô hàng ${batch}`));
  await expect(page.getByText('Dư lượng thuốc')).toBeVisible();
  await expect(page.getByText('Đang bán', { exact: true })).toBeVisible();
}

test('a list of inputs and a diary come in as files, and what is refused says why', async ({ visitor }) => {
  const manager = await visitor('desk', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/imports/new?kind=inputs');
  await manager.at('Nhập danh mục vật tư');
  const inputs = 'Tên thương phẩm;Loại;Cách ly;Cấm từ ngày;Lý do cấm\nThuốc cấm thử;thuốc;7;01/01/2026;Độc\n';
  await send(manager, 'vat-tu.csv', inputs);
  await manager.at('Đã nhập xong vat-tu.csv');
  await expect(page.getByText('Nhận 1 dòng, từ chối 0 dòng.')).toBeVisible();
  await page.goto('/office/catalogue?search=thuoc+cam+thu');
  await manager.at('Danh mục vật tư');
  await expect(page.getByRole('row', { name: /Thuốc cấm thử/ })).toContainText('Cấm từ 01/01/2026');

  await page.goto('/office/imports/new?kind=diary');
  await manager.at('Nhập nhật ký');
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const rows = `T91;tưới;${day};\nT91;phun;${day};thuoc cam thu\nT99;tưới;${day};\nT91;bón;${day};${ALLOWED}\n`;
  await send(manager, 'nhat-ky.csv', `Thửa;Việc;Ngày;Vật tư\n${rows}`);
  await manager.at('Đã nhập xong nhat-ky.csv');
  await expect(page.getByText('Nhận 2 dòng, từ chối 2 dòng.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^3/ })).toContainText('Vật tư bị cấm: Độc');
  const refused = page.getByRole('link', { name: 'Tải các dòng bị từ chối' });
  const file = await page.request.get((await refused.getAttribute('href')) ?? '');
  expect(await file.text()).toContain(`T99;tưới;${day};;4;Không có thửa T99 trong các thửa của bạn`);
});

/** Sends a file in, and waits until the page that asks again by itself says that it is done. */
async function send({ page }: Visitor, name: string, text: string): Promise<void> {
  await page.getByLabel('Tệp CSV').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Nhập' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Đã nhập xong ${name}` })).toBeVisible({
    timeout: 30_000,
  });
}

test('the diary speaks English', async ({ visitor }) => {
  const member = await visitor('phone');
  const { page } = member;
  await signIn(member, 'member');
  await member.at(/^Chào Xã viên minh họa 1$/);
  await page.goto('/en/office/diary?plot=T91');
  await member.at('Farming diary');
  await expect(page.getByText(/^Plot T91: may be harvested from .+14 days/).first()).toBeVisible();
  const first = page.getByRole('main').getByRole('listitem').first();
  expect(await textOf(first)).toContain('today');
});
