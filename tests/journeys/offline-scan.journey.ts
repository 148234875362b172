import sharp from 'sharp';
import { codesIn, drawnPages } from '../../packages/labels/src/read-codes.fixture.ts';
import { CAMERA_ARGS, holdUp } from './before-the-camera.ts';
import { expect, inDatabase, type Phone, test } from './phone.ts';

test.use({
  launchOptions: {
    executablePath: process.env.JOURNEYS_BROWSER ?? '',
    args: ['--no-sandbox', '--font-render-hinting=none', ...CAMERA_ARGS],
  },
});

/** A weight that only this journey's lot has. */
const CUT = '47,713';

/** Waits until what reads codes, and a page, are on the phone. */
async function kept({ page }: Phone, path: string): Promise<void> {
  const has = async (wanted: string) => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const paths = lists.flat().map(({ url }) => new URL(url).pathname);
    return paths.includes(wanted) && paths.some((each) => each.endsWith('.wasm'));
  };
  await expect.poll(() => page.evaluate(has, path), { timeout: 30_000 }).toBe(true);
}

/** What the code of a printed sign says, read by another program than drew it. */
async function codeOn({ context }: Phone, path: string): Promise<string> {
  const answer = await context.request.get((process.env.JOURNEYS_URL ?? '') + path);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const [page] = drawnPages(await answer.body());
  const [code = ''] = await codesIn(page?.png ?? new Uint8Array());
  return code;
}

/** An act on the lot by the same person at another device, over a signal of its own. */
async function elsewhere({ context }: Phone, path: string, form: Record<string, string>): Promise<void> {
  const url = process.env.JOURNEYS_URL ?? '';
  const how = { headers: { Origin: url }, maxRedirects: 0, form: { key: crypto.randomUUID(), ...form } };
  expect((await context.request.post(url + path, how)).status()).toBe(302);
}

test('a plot’s sign fills the harvest form and a crate’s code opens its lot, where there is no signal', async ({
  phone,
}) => {
  const manager = await phone();
  const { page } = manager;
  const site = process.env.JOURNEYS_URL ?? '';
  await manager.signIn('Quản lý minh họa');
  await manager.openHarvest();
  const plotId = await page.locator('input[name=plotId]:not(:checked)').first().inputValue();
  const [plot] = await inDatabase<{ code: string }>(`SELECT "code" FROM "plot" WHERE "id" = $1`, plotId);
  const sign = await codeOn(manager, `/office/plots/signs.pdf?plot=${plot?.code}`);
  expect(sign).toBe(`${site}/414/9521234000013/254/${plot?.code}`);
  await holdUp(sign);
  const scanPlot = page.getByRole('button', { name: 'Quét bảng tên thửa' });
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    navigator.mediaDevices.getUserMedia = refuse;
  });
  await scanPlot.click();
  await expect(page.getByText(/^Trình duyệt chưa cho trang này dùng máy ảnh/)).toBeVisible();
  await expect(scanPlot).toBeVisible();
  await kept(manager, '/office/harvests/new');
  await manager.loseSignal();
  await page.reload();
  const ofPlot = page.locator(`input[name=plotId][value="${plotId}"]`);
  await expect(ofPlot).not.toBeChecked();
  await scanPlot.click();
  await expect(page.getByText(`Đã chọn thửa ${plot?.code}.`)).toBeVisible();
  await expect(ofPlot).toBeChecked();
  await page.getByRole('radio', { name: 'Loại C' }).check();
  await page.getByLabel('Bao nhiêu ký?').fill(CUT);
  await manager.save();
  await manager.counts(1, 0, 0);
  await manager.findSignal();
  await manager.counts(0, 1, 0);

  const [lot] = await inDatabase<{ batch: string; gtin: string; plotId: string }>(
    `SELECT l."batch", v."looseGtin" AS "gtin", h."plotId" FROM "lot" l JOIN "harvest" h ON h."id" = l."harvestId"
     JOIN "variety" v ON v."code" = l."varietyCode" WHERE h."grams" = $1`,
    CUT.replace(',', ''),
  );
  expect(lot?.plotId).toBe(plotId);
  const path = `/office/lots/${lot?.batch}`;
  const crate = await codeOn(manager, `${path}/label.pdf`);
  expect(crate).toBe(`${site}/01/${lot?.gtin}/10/${lot?.batch}`);
  await holdUp(crate);
  await page.goto(path);
  await kept(manager, `${path}/look`);
  await page.goto('/office/lots');
  await manager.loseSignal();
  await page.getByRole('button', { name: 'Quét mã trên thùng, sọt' }).click();
  await page.waitForURL(`**${path}`);
  await page.getByRole('link', { name: 'Ghi hư hao' }).click();
  await page.getByLabel('Bỏ đi bao nhiêu ký?').fill('40');
  await page.getByRole('radio', { name: 'Thối, mốc' }).check();
  const create = { width: 1700, height: 40, channels: 3, background: '#cb3' } as const;
  const buffer = await sharp({ create }).png().toBuffer();
  await page.getByLabel('Ảnh').setInputFiles({ name: 'thoi.png', mimeType: 'image/png', buffer });
  await manager.look();
  await page.getByRole('button', { name: 'Ghi bỏ đi' }).click();
  await manager.counts(1, 1, 0);
  await page.goto(`${path}/place`);
  await page.getByRole('radio', { name: /KHO1/ }).check();
  await page.getByRole('button', { name: 'Ghi chuyển chỗ' }).click();
  await manager.counts(2, 1, 0);

  await elsewhere(manager, `${path}/spoil`, { kg: '20', cause: 'bruised' });
  await elsewhere(manager, `${path}/place`, { placeCode: 'KE1' });
  await manager.findSignal();
  await manager.counts(0, 1, 2);
  const refused = page.getByRole('listitem').filter({ hasText: 'Cô bác đã ghi:' });
  const spoiled = refused.filter({ hasText: `Hư hao · ${lot?.batch}` });
  await expect(spoiled).toContainText('40 kg');
  await expect(spoiled).toContainText(/Lô này chỉ còn [\d,]+\s?kg/);
  await expect(refused.filter({ hasText: 'Chuyển chỗ' })).toContainText(/Lô này đã được chuyển sang .* lúc/);
  await manager.look();
  await spoiled.getByRole('link', { name: 'Sửa rồi gửi lại' }).click();
  await expect(page.getByLabel('Bỏ đi bao nhiêu ký?')).toHaveValue('40');
  await page.getByLabel('Bỏ đi bao nhiêu ký?').fill('7');
  await page.getByRole('button', { name: 'Ghi bỏ đi' }).click();
  await expect(page.getByText('Đã ghi hư hao.')).toBeVisible();
  await manager.counts(0, 2, 1);

  await page.goto(`${path}/place`);
  await expect(page.getByText('Máy này còn giữ việc chưa gửi của lô này: Chuyển chỗ.')).toBeVisible();
  await page.getByRole('radio', { name: /KHO1/ }).check();
  await elsewhere(manager, `${path}/place`, { placeCode: 'BAN1' });
  const move = page.getByRole('button', { name: 'Ghi chuyển chỗ' });
  await move.click();
  await expect(page.getByText(/chuyển sang Bàn đóng gói .* Vẫn muốn chuyển thì gửi lại/)).toBeVisible();
  await move.click();
  await expect(page.getByText('Đã ghi chuyển chỗ.')).toBeVisible();
});
