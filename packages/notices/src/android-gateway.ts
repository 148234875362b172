import { GATEWAY_MS, type Handover, postJson, type SmsGateway, type SmsToSend } from './gateway.ts';

/** An Android telephone with SMS Gateway for Android (android-sms-gateway), at its own address or in its cloud. */
export interface AndroidSettings {
  /** What `/messages` hangs on: `http://192.168.1.20:8080`, or `https://api.sms-gate.app/3rdparty/v1`. */
  url: string;
  user: string;
  password: string;
  timeoutMs?: number;
}

/** After this many seconds a message that the telephone could not send is not worth sending. */
const TTL_S = 86_400;

/**
 * Sends by a telephone: `POST /messages` with Basic authentication. 202 has it; 409 has it since before, by our id; 400
 * never will; everything else (401 and 403 too, which somebody may mend) is tried again.
 */
export function androidGateway(settings: AndroidSettings): SmsGateway {
  const { url, user, password, timeoutMs = GATEWAY_MS } = settings;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    name: 'android',
    async send({ id, phone, text }: SmsToSend): Promise<Handover> {
      const content = {
        id,
        textMessage: { text },
        phoneNumbers: [phone],
        withDeliveryReport: true,
        ttl: TTL_S,
      };
      const answer = await postJson(`${url}/messages`, content, { headers: { authorization }, timeoutMs });
      if ('kind' in answer) return answer;
      const { status, afterSeconds } = answer;
      if (status === 202 || status === 200 || status === 409) return { kind: 'taken' };
      const why = `${status} ${messageIn(answer.body)}`.trim();
      return status === 400 ? { kind: 'refused', why } : later(why, afterSeconds);
    },
  };
}

function later(why: string, afterSeconds: number | undefined): Handover {
  return { kind: 'later', why, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
}

/** The gateway's own sentence, short; nothing when it said none. */
function messageIn(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === 'string' ? message.slice(0, 200) : '';
  } catch {
    return '';
  }
}
