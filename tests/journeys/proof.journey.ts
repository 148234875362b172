import type { Page } from '@playwright/test';
import type { ProofData } from '../../app/scanned-page/proof-data.ts';
import { signIn } from './steps.ts';
import { expect, test, type Visitor } from './visitor.ts';

const WHOLE = /^Nhật ký này chưa bị sửa kể từ \d\d:\d\d/;
const BROKEN = 'Có chỗ không khớp với sổ niêm phong.';
const JSON_OF_PROOF = /(<script type="application\/json" id="proof">)(.*?)(<\/script>)/s;

let known: [string, string] | undefined;

/** Addresses of boxes that were packed in the demo season, as the cooperative's own events tell them to its manager. */
async function packedBoxes(visitor: (at: 'desk') => Promise<Visitor>): Promise<[string, string]> {
  known ??= await boxesOf(await visitor('desk'));
  return known;
}

async function boxesOf(manager: Visitor): Promise<[string, string]> {
  await signIn(manager, 'manager');
  await manager.at('Đơn hàng hôm nay');
  const answer = await manager.page.request.get('/epcis/events?EQ_bizStep=packing&perPage=30');
  const epcs = (await answer.text()).match(/\/01\/0\d{13}\/21\/[A-Z0-9]+/g) ?? [];
  const [first, last] = [epcs[0], epcs.at(-1)];
  if (!first || !last || first === last) throw new Error('no two boxes');
  return [first, last];
}

const verdictOf = (page: Page) => page.locator('#verdict');
const detailsOf = (page: Page) =>
  page.getByRole('group').filter({ hasText: 'Tự kiểm bằng điện thoại của bạn' });

/** Stands between the site and a visitor: serves the page at `path` with other data than the site gave it. */
async function tamper(page: Page, path: string, change: (data: ProofData) => ProofData): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      JSON_OF_PROOF,
      (_, before: string, json: string, after: string) => before + asText(change(JSON.parse(json))) + after,
    );
    await route.fulfill({ response, body });
  });
}

const asText = (data: ProofData) => JSON.stringify(data).replaceAll('<', '\\u003c');

async function told({ page }: Visitor, sentence: string | RegExp): Promise<void> {
  await expect(verdictOf(page)).toContainText(BROKEN);
  await expect(detailsOf(page)).toContainText(sentence);
}

test('a box’s page is checked by the visitor’s own browser, which remembers the log', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const { page } = anyone;
  const [box] = await packedBoxes(visitor);
  await page.goto(box);
  await expect(verdictOf(page)).toHaveText(WHOLE);
  const details = detailsOf(page);
  await details.getByText('Tự kiểm bằng điện thoại của bạn').click();
  await expect(details).toContainText(
    /\d+ sự kiện của trang này nằm đúng chỗ, đúng từng chữ, trong sổ gồm \d+ sự kiện/,
  );
  await expect(details).toContainText(/Nhật ký canh tác, \d+ việc, đúng như lúc ghi đợt cắt\./);
  await expect(details).toContainText('Chưa có nhân chứng độc lập nào cùng ký.');
  await expect(details).toContainText('Đây là lần đầu máy này xem sổ');
  await anyone.look();
  await page.reload();
  await expect(verdictOf(page)).toHaveText(WHOLE);
  await expect(detailsOf(page)).toContainText(
    /Sổ vẫn y như lần trước máy này xem|sổ chỉ ghi thêm chứ không sửa/,
  );
});

test('one byte of an event changed on the way is told', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const [box] = await packedBoxes(visitor);
  await tamper(anyone.page, box, (data) => {
    const [first, ...rest] = data.events;
    const changed = JSON.stringify(first?.event).replace('"RI6"', '"RI7"').replace('"DONA"', '"DONB"');
    expect(changed).not.toBe(JSON.stringify(first?.event));
    return { ...data, events: [{ ...first, index: first?.index ?? 0, event: JSON.parse(changed) }, ...rest] };
  });
  await anyone.page.goto(box);
  await told(anyone, 'Có sự kiện trên trang này khác với sự kiện đã niêm phong.');
  await anyone.look();
});

test('a dose changed in the farm diary is told', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const [box] = await packedBoxes(visitor);
  await tamper(anyone.page, box, (data) => {
    const [first, ...rest] = data.shown.diary;
    if (!first) throw new Error('no diary');
    return { ...data, shown: { ...data.shown, diary: [{ ...first, dose: `${first.dose} ` }, ...rest] } };
  });
  await anyone.page.goto(box);
  await told(anyone, 'Nhật ký canh tác trên trang này khác với bản đã niêm phong');
  await anyone.look();
});

test('the proof of another box is told', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const { page } = anyone;
  const [box, other] = await packedBoxes(visitor);
  const theirs = JSON_OF_PROOF.exec(await (await page.request.get(other)).text())?.[2] ?? '';
  await tamper(page, box, () => JSON.parse(theirs));
  await page.goto(box);
  await told(anyone, 'Bằng chứng kèm theo là của thùng khác, không phải của mã này.');
  await anyone.look();
});

test('an old head of the log is told to whoever has seen what came after it', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const { page } = anyone;
  const [box] = await packedBoxes(visitor);
  const old = await (await page.request.get(box)).text();
  const oldHead = await (await page.request.get('/log/checkpoint')).text();

  // Ri6 of grade B, which no other journey buys or counts.
  const member = await visitor('phone');
  await signIn(member, 'member');
  await member.at(/^Chào Xã viên minh họa 1$/);
  await member.page.getByRole('link', { name: 'Ghi trái vừa cắt' }).click();
  await member.at('Ghi đợt thu hoạch');
  await member.page.getByRole('radio', { name: 'T01' }).check();
  await member.page.getByRole('radio', { name: 'Sầu riêng Ri6' }).check();
  await member.page.getByRole('radio', { name: 'Loại B' }).check();
  await member.page.getByLabel('Bao nhiêu ký?').fill('12,5');
  await member.page.getByRole('button', { name: 'Lưu' }).click();
  await expect(member.page.getByText('Đã ghi đợt thu hoạch')).toBeVisible();
  await member.look();
  await expect
    .poll(async () => (await page.request.get('/log/checkpoint')).text(), { timeout: 15_000 })
    .not.toBe(oldHead);

  await page.goto(box);
  await expect(verdictOf(page)).toHaveText(WHOLE);
  await page.route(`**${box}`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: old }),
  );
  await page.route('**/log/checkpoint', (route) =>
    route.fulfill({ contentType: 'text/plain', body: oldHead }),
  );
  await page.goto(box);
  await told(anyone, 'Trang đưa ra bản sổ cũ hơn bản mà máy này đã thấy: phần ghi sau bị bỏ đi.');
  await anyone.look();
});

test('on a slow network the page is read before its script has come', async ({ visitor }) => {
  const anyone = await visitor('phone');
  const { page } = anyone;
  const [box] = await packedBoxes(visitor);
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const kilobits = (400 * 1000) / 8;
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: kilobits,
    uploadThroughput: kilobits,
  });
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(box, { waitUntil: 'commit' });
  const main = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Nhật ký canh tác' })).toBeVisible();
  await expect(main.getByText('Ngày cắt').first()).toBeVisible();
  await expect(verdictOf(page)).toContainText('Điện thoại đang tự kiểm…');
  letThrough();
  await expect(verdictOf(page)).toHaveText(WHOLE);
  await anyone.look();
});
