import { chromium } from '@playwright/test';
import sharp from 'sharp';
const base = process.env.B; 
const exe = process.env.X;
const browser = await chromium.launch({ executablePath: exe, args: ['--no-sandbox', '--font-render-hinting=none'] });
const who = { manager: '0900000001', accountant: '0900000004', auditor: '0900000005', member: '0900000011', packer: '0900000002', guest: null };
const pages = JSON.parse(process.env.P);
const ctxs = {};
for (const [role, path, w, name] of pages) {
  const k = role + w;
  if (!ctxs[k]) {
    const c = await browser.newContext({ viewport: { width: w, height: 844 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    const p = await c.newPage();
    if (who[role]) { await p.goto(base + '/office/sign-in'); await p.fill('input[type=tel],input[name=phone]', who[role]); await p.fill('input[type=password]', 'bau-nghe-demo'); await p.click('main button[type=submit], main form button'); await p.waitForURL(/\/office$/); }
    ctxs[k] = p;
  }
  const p = ctxs[k];
  const r = await p.goto(base + path); await p.waitForTimeout(700);
  if (process.env.CLICK && process.env.CLICK === name) {}
  const sw = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await p.screenshot({ path: `/tmp/look/${name}-${w}.png`, fullPage: true });
  const meta = await sharp(`/tmp/look/${name}-${w}.png`).metadata();
  console.log(name, w, r?.status(), 'sideways', sw, 'height', meta.height);
}
await browser.close();
