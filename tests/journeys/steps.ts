import type { Locator, Page } from '@playwright/test';
import { DEMO_ACCOUNTS } from '../../prisma/demo/accounts.ts';
import { expect, type Visitor } from './visitor.ts';

/** The cooperative's people of the demo, by what they do there. */
type Person = 'manager' | 'packer' | 'member' | 'accountant' | 'auditor';

/** Fills in the sign-in that is open with the first demo account of a role, and sends it. */
export async function enter(page: Page, role: Person): Promise<void> {
  const account = DEMO_ACCOUNTS.find((each) => each.role === role);
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill(account?.phone ?? '');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(account?.password ?? '');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** Goes to the office, and in through its sign-in. */
export async function signIn(visitor: Visitor, role: Person): Promise<void> {
  await visitor.page.goto('/office');
  await visitor.at('Đăng nhập');
  await enter(visitor.page, role);
}

/** Goes through a door of the office's head, unfolding the group that it lies in. */
export async function throughDoor(page: Page, name: string): Promise<void> {
  const door = page.getByRole('link', { name, exact: true, includeHidden: true });
  const group = page.getByRole('banner').locator('details').filter({ has: door });
  if ((await group.count()) > 0) await group.locator('summary').click();
  await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
}

/** The text of an element, spaces folded. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

/** What is left of a product as its page says, in whole units. */
export async function unitsLeft(page: Page, slug: string): Promise<number> {
  await page.goto(`/products/${slug}`);
  const badge = page.getByText(/^Còn [\d.]+\s(kg|trái|thùng)$/);
  return Number((await textOf(badge)).replace(/\D/g, ''));
}

/** Puts so many of a product into the cart and goes on to the checkout. */
export async function toCheckout(visitor: Visitor, slug: string, quantity: number): Promise<void> {
  const { page } = visitor;
  await page.goto(`/products/${slug}`);
  await visitor.look();
  await page.getByLabel(/^Bao nhiêu (ký|trái|thùng)\?$/).fill(String(quantity));
  await page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
  await visitor.at('Giỏ hàng');
  await page.getByRole('button', { name: 'Đặt hàng' }).click();
  await visitor.at('Đặt hàng');
}

/** Types a place without its diacritics and picks the one that is offered. */
export async function pickTyped(
  { page }: Visitor,
  label: string,
  typed: string,
  name: string,
): Promise<void> {
  await page.getByRole('combobox', { name: label }).pressSequentially(typed);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([name]);
  await page.getByRole('listbox').getByRole('option', { name }).click();
  await expect(page.getByLabel(label)).toHaveValue(name);
}

/** Fills in who receives the fruit and where; without script, the places stay as typed. */
export async function fillAddress(visitor: Visitor, phone: string): Promise<void> {
  await visitor.page.getByLabel('Họ và tên').fill('Người mua thử');
  await fillPlace(visitor, phone);
}

/** Fills in a telephone number and a place inside the country. */
export async function fillPlace(visitor: Visitor, phone: string): Promise<void> {
  const { page, scripted } = visitor;
  await page.getByLabel('Số điện thoại').fill(phone);
  const [province, ward] = ['Tỉnh hoặc thành phố', 'Phường, xã hoặc đặc khu'];
  for (const label of [province, ward]) await page.getByLabel(label).fill('');
  if (scripted) {
    await pickTyped(visitor, province, 'dong nai', 'Thành phố Đồng Nai');
    await pickTyped(visitor, ward, 'phuoc long', 'Phường Phước Long');
  } else {
    await page.getByLabel(province).fill('dong nai');
    await page.getByLabel(ward).fill('phuoc long');
  }
  await page.getByLabel('Số nhà, tên đường, ấp hoặc khu phố').fill('Số 5, đường thử');
}

/** The code of the order whose page this is. */
export async function orderCode(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name: /^(Đơn|Order) BN/ });
  await expect(heading).toBeVisible();
  return (await textOf(heading)).replace(/^\S+ /, '');
}
