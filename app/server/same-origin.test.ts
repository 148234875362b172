import { describe, expect, it } from 'vitest';
import { isOfThisSite } from './same-origin';

const site = 'https://baunghe.example';
const post = (headers: Record<string, string>, path = '/cart') =>
  isOfThisSite({ method: 'POST', path, headers: { host: 'baunghe.example', ...headers } }, site);

describe('a write', () => {
  it('is let in from a page of the site', () => {
    expect(post({ 'sec-fetch-site': 'same-origin', origin: site })).toBe(true);
    expect(post({ origin: site })).toBe(true);
    expect(post({ host: '127.0.0.1:4101', origin: 'http://127.0.0.1:4101' })).toBe(true);
    expect(post({})).toBe(true);
  });

  it('is refused from anywhere else', () => {
    expect(post({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).toBe(false);
    expect(post({ 'sec-fetch-site': 'same-site' })).toBe(false);
    expect(post({ origin: 'https://evil.example' })).toBe(false);
    expect(post({ origin: 'null' })).toBe(false);
    expect(post({ 'sec-fetch-site': 'cross-site' }, '/webhooksy')).toBe(false);
  });

  it('may come from another server at a webhook', () => {
    expect(post({ origin: 'https://bank.example' }, '/webhooks/bank')).toBe(true);
  });
});
