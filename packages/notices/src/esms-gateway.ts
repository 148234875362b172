import { z } from 'zod';
import { esmsMark } from './esms-report.ts';
import { GATEWAY_MS, type Handover, postJson, type SmsGateway, type SmsToSend } from './gateway.ts';

/** An account at eSMS with a registered brand name. */
export interface EsmsSettings {
  url: string;
  apiKey: string;
  secretKey: string;
  brandname: string;
  timeoutMs?: number;
  /** Where eSMS is to report of its messages, without a slash at the end; each gets an address of its own there. */
  reportUrl?: string;
}

const TAKEN = new Set(['100', '124']);
/** What the account's holder can mend: keys, prices, balance, brand name, addresses that may send. */
const MENDABLE = new Set(['101', '102', '103', '104', '140']);

const answered = z.object({ CodeResult: z.coerce.string(), ErrorMessage: z.string().nullish() });

/**
 * Sends by eSMS as a customer care message (`SmsType` 2). `CodeResult` 100 has it, which is not yet delivered; 124 has
 * it since before, by our `RequestId` (known for 24 hours). What can be mended is tried again, the rest is refused.
 */
export function esmsGateway({
  url,
  timeoutMs = GATEWAY_MS,
  reportUrl,
  ...account
}: EsmsSettings): SmsGateway {
  return {
    name: 'esms',
    async send({ id, phone, text }: SmsToSend): Promise<Handover> {
      const content = {
        ApiKey: account.apiKey,
        SecretKey: account.secretKey,
        Phone: phone.replace(/^\+84/, '0'),
        Content: text,
        Brandname: account.brandname,
        SmsType: '2',
        IsUnicode: '0',
        RequestId: id,
        ...(reportUrl ? { CallbackUrl: `${reportUrl}/${id}/${esmsMark(account.secretKey, id)}` } : {}),
      };
      const answer = await postJson(url, content, { timeoutMs });
      if ('kind' in answer) return answer;
      const told = answered.safeParse(jsonIn(answer.body));
      if (answer.status >= 400 || !told.success) {
        const { status, afterSeconds } = answer;
        return {
          kind: 'later',
          why: `HTTP ${status}`,
          ...(afterSeconds === undefined ? {} : { afterSeconds }),
        };
      }
      const { CodeResult: code, ErrorMessage: message } = told.data;
      if (TAKEN.has(code)) return { kind: 'taken' };
      const why = `${code} ${message ?? ''}`.trim().slice(0, 200);
      return { kind: MENDABLE.has(code) ? 'later' : 'refused', why };
    },
  };
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
