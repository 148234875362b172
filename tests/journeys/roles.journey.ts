import { bankTells } from './bank-tells.ts';
import { signIn, textOf } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

/** Each size, and which of several that are alike its people take, so that no two take the same. */
const SIZES = [
  { at: 'phone', nth: 3 },
  { at: 'desk', nth: 4 },
] as const;

for (const { at, nth } of SIZES)
  test(`a packer at the ${at} packs a box by typing what is on the crate`, async ({ visitor }) => {
    const packer = await visitor(at);
    const { page } = packer;
    await signIn(packer, 'packer');
    await packer.at('Đơn hàng hôm nay');
    await page.goto('/office/packing');
    await packer.at('Bàn đóng gói');
    const waiting = page.getByRole('region', { name: /^Chờ đóng/ }).getByRole('link');
    const code = await textOf(waiting.nth(nth).locator('span').first());
    await page.goto(`/office/orders/${code}`);
    await packer.at(`Đơn ${code}`);
    const crate = page.getByRole('radio', { name: /\d/ }).first().locator('xpath=ancestor::label');
    const [batch = ''] = (await textOf(crate)).split(' ');
    await page.goto(`/office/packing?order=${code}`);
    await packer.at('Bàn đóng gói');
    const line = page
      .getByRole('listitem')
      .filter({ hasText: /0\/\d.*mỗi phần/ })
      .first();
    const [, weight = ''] = /mỗi phần ([\d,]+) kg/.exec(await textOf(line)) ?? [];
    await page.getByLabel('Quét tem sọt').fill(`(10)${batch}`);
    await page.getByLabel('Quét tem sọt').press('Enter');
    await expect(page.getByText(`Sọt của lô ${batch}`)).toBeVisible();
    await page.getByLabel('Cân nặng trên cân').fill(weight);
    await page.getByRole('button', { name: 'Đóng thùng' }).click();
    await expect(page.getByText(/^Đã đóng thùng /)).toBeVisible();
    await packer.look();
  });

for (const { at, nth } of SIZES)
  test(`an accountant at the ${at} says whose a movement is, sees that the books balance, and takes them away`, async ({
    visitor,
    request,
  }) => {
    const [said, amount] = [`tien khong ma ${at}`, 1_000 + nth];
    await bankTells(request, `roles-${at}`, said, amount);
    const accountant = await visitor(at);
    const { page } = accountant;
    await signIn(accountant, 'accountant');
    await accountant.at(/^Chào Kế toán/);
    await page.goto('/office/orders?state=delivered');
    await accountant.at('Đơn hàng');
    const code = await textOf(page.locator('tbody th a').nth(nth));
    await page.goto('/office');
    await page.getByRole('link', { name: /dòng ngân hàng chưa rõ/ }).click();
    await accountant.at('Tiền và đối soát');
    const unknown = page.getByRole('listitem').filter({ hasText: said });
    await unknown.getByLabel('Mã đơn của khoản này').fill(code);
    await unknown.getByRole('button', { name: 'Ghi cho đơn' }).click();
    await expect(page.getByText('Đã ghi tiền cho đơn.')).toBeVisible();
    await expect(unknown).toHaveCount(0);
    await page.goto('/office/books');
    await accountant.at('Sổ sách');
    await expect(page.getByText('Tổng bằng 0: sổ cân.')).toBeVisible();
    await fetched(accountant, /CSV/, 'text/csv');
  });

test('a grower at a desk reads a statement and what is not settled yet, and asks for a copy of a certificate', async ({
  visitor,
}) => {
  const grower = await visitor('desk');
  const { page } = grower;
  await signIn(grower, 'member');
  await grower.at(/^Chào Xã viên/);
  await page.goto('/office/statements');
  await grower.at('Bản kê tiền trái');
  await expect(page.getByRole('heading', { level: 2, name: 'Chưa quyết toán' })).toBeVisible();
  await page
    .getByRole('link', { name: /^Bản kê \d/ })
    .first()
    .click();
  await grower.at(/^Bản kê \d/);
  await fetched(grower, /PDF/, 'application/pdf');
  await page.goto('/office/requests/mine');
  await grower.at('Yêu cầu của tôi');
  await page.getByLabel('Ghi thêm').first().fill('Cho ngân hàng xem (thử)');
  await page.getByRole('button', { name: 'Xin bản sao' }).click();
  await expect(page.getByText(/^Đã gửi yêu cầu TV/)).toBeVisible();
  await grower.look();
});

for (const { at } of SIZES)
  test(`an auditor at the ${at} searches the trail, takes it away, and is shown nothing that writes`, async ({
    visitor,
  }) => {
    const auditor = await visitor(at);
    const { page } = auditor;
    await signIn(auditor, 'auditor');
    await auditor.at(/^Chào Kiểm toán/);
    await page.goto('/office/trail');
    await auditor.at('Việc đã làm');
    await page.getByLabel('Ai').selectOption({ label: 'Quản lý minh họa' });
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.waitForURL(/who=/);
    await auditor.at('Việc đã làm');
    await fetched(auditor, /CSV/, 'text/csv');
    for (const path of [
      '/office/claims',
      '/office/packing',
      '/office/vouchers',
      '/office/settlements/members',
    ]) {
      await page.goto(path);
      await auditor.look();
      expect(await writing(auditor), path).toEqual([]);
    }
  });

/** The file behind a link of the page that is open comes, and is what its name says. */
async function fetched({ page }: Visitor, name: RegExp, type: string): Promise<void> {
  const href = await page.getByRole('main').getByRole('link', { name }).first().getAttribute('href');
  const answer = await page.request.get(new URL(href ?? '', page.url()).href);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, expect.stringContaining(type)]);
  expect((await answer.body()).length).toBeGreaterThan(100);
}

/** The buttons that are to be seen and would send something in. */
const writing = ({ page }: Visitor) =>
  page
    .locator('main form[method="post" i]:not(.own) button')
    .evaluateAll((all) =>
      all.filter((button) => button.checkVisibility()).map((button) => button.textContent),
    );
