import { boxesPacked } from './demo-boxes.ts';
import { signIn } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

const RECALLED = 'Thùng này bị thu hồi: xin đừng ăn, đừng bán, đừng cho ai.';

/** A manager who is signed in. */
async function aManager(visitor: (at: 'phone' | 'desk', how?: { script: boolean }) => Promise<Visitor>) {
  const manager = await visitor('phone');
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  return manager;
}

test('a lot is called back from its page, and its box says so at once, until that ends', async ({
  visitor,
}) => {
  const manager = await aManager(visitor);
  const { page } = manager;
  const [box] = await boxesPacked(page.request, 45);
  if (!box) throw new Error('no box');
  const anyone = await visitor('desk', { script: false });
  await anyone.page.goto(box.path);
  await anyone.look();
  await expect(anyone.page.locator('#recall')).toHaveCount(0);

  await page.goto(`/office/lots/${box.batch}`);
  await manager.at(new RegExp(`Lô hàng ${box.batch}`));
  await page.getByText('Thu hồi lô này').click();
  await manager.refused(422, () => page.getByRole('button', { name: 'Thu hồi' }).click());
  await expect(page.getByLabel('Lý do thu hồi')).toHaveAccessibleDescription(/Hãy viết lý do/);
  await manager.look();
  await page.getByLabel('Lý do thu hồi').fill('Kiểm lại dư lượng (thử)');
  await page.getByRole('button', { name: 'Thu hồi' }).click();
  await expect(page.getByText(/^Lô này bị thu hồi từ \d\d:\d\d/)).toBeVisible();
  await manager.look();

  await anyone.refused(410, () => anyone.page.goto(box.path));
  const told = anyone.page.locator('#recall');
  await expect(told).toContainText(RECALLED);
  await expect(told).toContainText('Kiểm lại dư lượng (thử)');
  await anyone.look();
  await anyone.refused(410, () => anyone.page.goto(`/en${box.path}`));
  await expect(told).toContainText('This box is recalled: please do not eat it, sell it or give it away.');
  await anyone.look();
  const machine = await page.request.get(`${box.path}?linkType=gs1:pip`);
  expect(machine.status()).toBe(410);
  const recall = await page.request.get(`/recalls/${box.batch}`);
  expect(await recall.json()).toMatchObject({ recalled: true, reason: 'Kiểm lại dư lượng (thử)' });

  await page.getByText('Kết thúc thu hồi').click();
  await page.getByLabel('Vì sao hết thu hồi').fill('Kết quả đạt (thử)');
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await expect(page.getByText('Thu hồi lô này')).toBeVisible();
  expect((await anyone.page.goto(box.path))?.status()).toBe(200);
  await expect(told).toHaveCount(0);
});

test('from a box, all that its fruit reached is seen in one look, and a recall tells and counts', async ({
  visitor,
}) => {
  const manager = await aManager(visitor);
  const { page } = manager;
  const [, , box] = await boxesPacked(page.request, 45);
  if (!box) throw new Error('no box');
  await page.goto(`/office/lots/${box.batch}`);
  await manager.look();
  await page.getByRole('link', { name: 'Thu hồi từ đây' }).first().click();
  await manager.at('Thu hồi');
  await expect(page.getByRole('img', { name: `Đường đi của trái từ Lô ${box.batch}` })).toBeVisible();
  await page.getByLabel('Tìm theo').fill(box.path);
  await page.getByRole('button', { name: 'Tìm' }).click();
  const drawing = page.getByRole('img', { name: `Đường đi của trái từ Thùng ${box.serial}` });
  await expect(drawing).toBeVisible();
  await expect(page.getByRole('region', { name: 'Trái đang ở đâu' })).toContainText('Đã nhận');
  await manager.look();

  await page.getByText('Bắt đầu thu hồi').first().click();
  await manager.refused(422, () => page.getByRole('button', { name: 'Bắt đầu thu hồi' }).click());
  await expect(page.getByLabel('Lý do', { exact: true })).toHaveAccessibleDescription(/Hãy viết lý do/);
  await page.getByLabel('Lý do', { exact: true }).fill('Thu hồi thử');
  await page.getByRole('radio', { name: 'Bỏ đi' }).check();
  await page.getByRole('button', { name: 'Xem trước tin nhắn' }).click();
  await expect(page.getByText('Tin nhắn sẽ gửi')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Bắt đầu thu hồi' }).click();
  await manager.at(/^Đợt thu hồi TH\d{6}-\d+$/);
  await expect(page.getByText(/^Đã bắt đầu thu hồi/)).toBeVisible();
  await manager.look();

  const anyone = await visitor('phone', { script: false });
  await anyone.refused(410, () => anyone.page.goto(box.path));
  await expect(anyone.page.locator('#recall')).toContainText('Thu hồi thử');
  await anyone.look();

  const note = page.getByRole('button', { name: 'Ghi' });
  const unanswered = await note.count();
  await manager.refused(422, () => note.first().click());
  await page.getByRole('combobox').first().selectOption('destroyed');
  await note.first().click();
  await expect(page.getByText(/ 1 người đã trả lời$/)).toBeVisible();
  await expect(note).toHaveCount(unanswered - 1);
  const report = page.getByRole('link', { name: 'Tải PDF' });
  const paper = await page.request.get((await report.getAttribute('href')) ?? '');
  expect(paper.headers()['content-type']).toBe('application/pdf');

  await page.getByText('Kết thúc đợt thu hồi').click();
  await page.getByRole('checkbox', { name: `Lô ${box.batch}` }).check();
  await page.getByLabel('Kết luận').fill('Kết quả đạt (thử)');
  await page.getByRole('button', { name: 'Kết thúc' }).click();
  await expect(page.getByRole('row', { name: new RegExp(box.batch) }).first()).toContainText(
    'đã cho bán lại',
  );
  expect((await anyone.page.goto(box.path))?.status()).toBe(200);
});

test('an auditor’s files are to be had, and a day that is none comes back with a sentence', async ({
  visitor,
}) => {
  const manager = await visitor('phone', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await page.goto('/office/exports');
  await manager.at('Hồ sơ để kiểm tra');
  const unit = await page.getByLabel('Mã số vùng trồng').inputValue();
  const files = {
    [`unit.pdf?unit=${unit}&`]: 'application/pdf',
    'fsma204.xlsx?': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'epcis.json?plot=T01&': 'application/ld+json',
  };
  const to = new Date().toISOString().slice(0, 10);
  for (const [file, type] of Object.entries(files)) {
    const answer = await page.request.get(`/office/exports/${file}from=2026-01-01&to=${to}`);
    expect([file, answer.status(), answer.headers()['content-type']]).toEqual([file, 200, type]);
  }
  const bad = `/office/exports/diary.pdf?plot=T01&from=&to=${to}`;
  await manager.refused(422, () => page.goto(bad));
  await expect(page.getByLabel('Từ ngày').first()).toHaveAccessibleDescription(/Ngày chưa đúng/);
});

test('the State gets a lot’s file, and its stamp stands on the lot’s page', async ({ visitor }) => {
  const manager = await visitor('desk', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  const [, box] = await boxesPacked(page.request, 45);
  await page.goto(`/office/lots/${box?.batch}/state`);
  await manager.at('Gửi hệ thống truy xuất quốc gia');
  const file = await page.getByRole('link', { name: 'Tải hồ sơ về' }).getAttribute('href');
  const document = await page.request.get(file ?? '');
  expect(document.status()).toBe(200);
  expect(await document.text()).toContain(box?.batch);
  await page.getByLabel('Địa chỉ tem').fill('https://gov.vn.example/tem');
  await manager.refused(422, () => page.getByRole('button', { name: 'Lưu địa chỉ' }).click());
  await expect(page.getByLabel('Địa chỉ tem')).toHaveAccessibleDescription(/kết thúc bằng \.gov\.vn\./);
  await expect(page.getByLabel('Địa chỉ tem')).toHaveValue('https://gov.vn.example/tem');
  await manager.look();
  await page.getByLabel('Địa chỉ tem').fill('https://tem.gov.vn/thu/1');
  await page.getByRole('button', { name: 'Lưu địa chỉ' }).click();
  await expect(page.getByText('Đã lưu địa chỉ tem')).toBeVisible();
  await page.goto(box?.path ?? '');
  await expect(page.getByRole('link', { name: 'tem.gov.vn' })).toHaveAttribute(
    'href',
    'https://tem.gov.vn/thu/1',
  );
  await manager.look();
});
