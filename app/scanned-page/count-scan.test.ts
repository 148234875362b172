import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const script = readFileSync(new URL('./count-scan.js', import.meta.url), 'utf8');

/** The script on a page at an address, as far as it touches one. */
async function run(pathname: string, answer: object = {}) {
  const sent: { to: string; body: string }[] = [];
  const warning = { hidden: true, title: '', text: '' };
  const copied = {
    get hidden() {
      return warning.hidden;
    },
    set hidden(hidden: boolean) {
      warning.hidden = hidden;
    },
    querySelector: (tag: string) => ({
      set textContent(words: string) {
        warning[tag === 'h2' ? 'title' : 'text'] = words;
      },
    }),
  };
  const button = { parentElement: { hidden: true }, onclick: () => {}, replaceWith: () => {} };
  const here = { coords: { latitude: 11.8231, longitude: 107.0469 } };
  runInNewContext(script, {
    document: {
      currentScript: { dataset: { to: '/en/scans', told: 'Noted' } },
      getElementById: (id: string) => (id === 'copied' ? copied : button),
    },
    location: { pathname },
    navigator: { geolocation: { getCurrentPosition: (tell: (at: typeof here) => void) => tell(here) } },
    URLSearchParams,
    decodeURIComponent,
    fetch: async (to: string, { body }: { body: URLSearchParams }) => {
      sent.push({ to, body: body.toString() });
      return { ok: true, json: async () => answer };
    },
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  await settled();
  return { sent, warning, button, settled };
}

describe('the scanned page’s script', () => {
  it('is smaller than a kilobyte and a half', () => {
    expect(Buffer.byteLength(script)).toBeLessThan(1536);
  });

  it('tells once that the page was opened, and nothing of where', async () => {
    const { sent, warning } = await run('/en/01/09521234002000/10/K7M2QXWD/21/B3F7%2FHJ9');
    expect(sent).toEqual([{ to: '/en/scans', body: 'gtin=09521234002000&serial=B3F7%2FHJ9&cell=' }]);
    expect(warning.hidden).toBe(true);
  });

  it('rounds the place to tenths of a degree before it leaves the telephone', async () => {
    const { sent, button, settled } = await run('/01/09521234002000/21/B3F7HJ9KQ001');
    button.onclick();
    await settled();
    expect(sent[1]?.body).toBe('gtin=09521234002000&serial=B3F7HJ9KQ001&cell=11.8%2C107.0');
  });

  it('shows a warning that came up since the page was drawn', async () => {
    const said = { title: 'Opened in many places', text: 'Seven networks' };
    const { warning } = await run('/01/09521234002000/21/B3F7HJ9KQ001', said);
    expect(warning).toEqual({ hidden: false, ...said });
  });

  it('is silent on the page of a lot', async () => {
    expect((await run('/01/09521234002000/10/K7M2QXWD')).sent).toEqual([]);
  });
});
