import { signIn, throughDoor } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a manager sees what sells, follows one product to its orders, and takes them away as a file', async ({
  visitor,
}) => {
  const manager = await visitor('phone', { script: false });
  const { page } = manager;
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  await throughDoor(page, 'Tổng thể');
  await manager.at('Nhìn tổng thể');
  const sales = page.getByRole('region', { name: 'Bán được gì?' });
  await expect(sales.getByText(/^Bán [\d.]+\skg, được [\d.]+\s₫/)).toBeVisible();
  const bar = sales.getByRole('figure').last().getByRole('link').first();
  const money = (await bar.locator('strong').textContent()) ?? '';
  await bar.click();
  await manager.at('Bán được gì?');
  await expect(page.getByText(money, { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^BN/ }).first()).toBeVisible();

  const file = await page.getByRole('link', { name: 'Tải CSV' }).getAttribute('href');
  const csv = await (await page.request.get(file ?? '')).text();
  const [heads = '', ...lines] = csv.trim().split('\r\n');
  expect(heads.split(';').slice(-1)).toEqual(['Tiền (₫)']);
  const sum = lines.reduce((all, line) => all + Number(line.split(';').at(-1)), 0);
  expect(sum).toBe(Number(money.replace(/\D/g, '')));
});
