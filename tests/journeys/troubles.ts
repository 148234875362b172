import type { BrowserContext, Page, Response } from '@playwright/test';

/** What went wrong in a visitor's browser without anybody seeing it, less what the journey brought about on purpose. */
export class Troubles {
  readonly #answers: { status: number; url: string }[] = [];
  readonly #errors: { words: string; url: string }[] = [];
  readonly #meant: { status: number; url: string }[] = [];

  /** How often a page was left while it asked for the addresses behind its links, which Remix tells the console. */
  #leftEarly = 0;

  constructor(context: BrowserContext, script: boolean) {
    context.on('response', (response) => {
      // What the office's worker fetched for a page is told by the page's own answer.
      if (response.request().serviceWorker()) return;
      if (response.status() >= 400) this.#answers.push({ status: response.status(), url: response.url() });
    });
    context.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? 'failed';
      if (request.serviceWorker() || (!script && request.resourceType() === 'script')) return;
      // A page that is left, or a list whose text changed, takes its own request back.
      if (why !== 'net::ERR_ABORTED') this.#errors.push({ words: why, url: request.url() });
      else if (new URL(request.url()).pathname === '/__manifest') this.#leftEarly += 1;
    });
    context.on('console', (message) => {
      if (message.type() === 'error')
        this.#errors.push({ words: message.text(), url: message.location().url.replace(/#.*/, '') });
    });
    context.on('weberror', (error) => {
      this.#errors.push({ words: String(error.error()), url: error.page()?.url() ?? '' });
    });
  }

  /** Does what must be answered with a status of 400 or more, and gives that answer. */
  async meant(page: Page, status: number, act: () => Promise<unknown>): Promise<Response> {
    const answer = page.waitForResponse((response) => response.status() === status, { timeout: 15_000 });
    await act();
    const response = await answer;
    this.#meant.push({ status, url: response.url() });
    return response;
  }

  /** All that was not meant, a line each. */
  get left(): string[] {
    const meant = [...this.#meant];
    const answers = this.#answers.filter(({ status, url }) => {
      const at = meant.findIndex((each) => each.status === status && each.url === url);
      if (at >= 0) meant.splice(at, 1);
      return at < 0;
    });
    let leftEarly = this.#leftEarly;
    const errors = this.#errors.filter(({ words, url }) => {
      if (words.startsWith('Failed to fetch manifest patches') && leftEarly > 0) {
        leftEarly -= 1;
        return false;
      }
      return !words.startsWith('Failed to load resource') || !this.#meant.some((each) => each.url === url);
    });
    return [
      ...answers.map(({ status, url }) => `${status} ${url}`),
      ...errors.map(({ words, url }) => `${words} (${url})`),
    ];
  }
}
