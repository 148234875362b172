import { orderCode } from './steps.ts';
import { expect, test } from './visitor.ts';

test('a guest buys in English and pays by card, from the home page to following the order', async ({
  visitor,
}) => {
  const buyer = await visitor('phone');
  const { page } = buyer;
  await page.goto('/');
  await buyer.look();
  await page.locator('header summary').click();
  await buyer.look();
  await page.getByRole('link', { name: 'English' }).click();
  await buyer.at('Tree-ripened durian: you know which orchard, and which day it was cut.');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'See what is in stock' }).click();
  await buyer.at('Fruit of Bàu Nghé');
  await page.getByRole('link', { name: 'Ri6 durian, grade B', exact: true }).click();
  await buyer.at('Ri6 durian, grade B');
  await expect(page.getByText(/^[\d,]+\skg left$/).first()).toBeVisible();
  const harvests = page.getByRole('region', { name: 'Left of these harvests' }).getByRole('listitem');
  await expect(harvests.first()).toContainText(/Cut (today|.+ago).+kg left/);
  await page.getByRole('button', { name: 'One more' }).first().click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await buyer.at('Your cart');
  await page.getByRole('button', { name: 'Check out' }).click();
  await buyer.at('Check out');
  await page.getByLabel('Full name').fill('Test Buyer');
  await page.getByLabel('Phone number').fill('0912 345 679');
  await page.getByRole('combobox', { name: 'Province or city' }).pressSequentially('ho chi minh');
  await page.getByRole('option', { name: 'Ho Chi Minh City' }).click();
  await page.getByRole('combobox', { name: 'Ward, commune or special zone' }).pressSequentially('phuoc long');
  await page.getByRole('option', { name: 'Phuoc Long Ward' }).click();
  await page.getByLabel('House number, street, hamlet or quarter').fill('1 Test Street');
  await page.getByRole('radio', { name: 'Visa, Mastercard or JCB card' }).check();
  await page.getByRole('button', { name: 'Place the order' }).click();
  // The card company's page, on another host.
  await buyer.at('Trang thẻ');
  await page.getByRole('button', { name: 'Trả' }).click();
  const code = await orderCode(page);
  await buyer.at(`Order ${code}`);
  await expect(page.getByText('The cooperative has put the fruit aside for you.')).toBeVisible();
  await expect(
    page.getByText(/is held on your card\. It is taken only once the fruit is packed\./),
  ).toBeVisible();
  const to = page.getByRole('region', { name: 'Delivery to' });
  await expect(to).toContainText('Phuoc Long Ward, Ho Chi Minh City');
  await page.goto('/en/orders');
  await buyer.look();
  await page.getByLabel('Order code').fill(code);
  await page.getByLabel('Phone number').fill('0912345679');
  await page.getByRole('button', { name: 'See the order' }).click();
  await buyer.at(`Order ${code}`);
  const stops = page.getByRole('list', { name: 'The way of the order' }).getByRole('listitem');
  await expect(stops).toContainText(['Ordered', 'Money received', 'Packed', 'On its way', 'With you']);
});
