/** A message as a gateway gets it. */
export interface SmsToSend {
  /** By which the gateway knows a second sending of the same. */
  id: string;
  /** E.164. */
  phone: string;
  /** GSM-7, one segment. */
  text: string;
}

/** What came of handing a message over. */
export type Handover =
  | { kind: 'taken' }
  /** This message will never be taken. */
  | { kind: 'refused'; why: string }
  /** Try again: `afterSeconds` if the gateway said when. */
  | { kind: 'later'; why: string; afterSeconds?: number };

/** What sends messages. `send` never throws for what goes wrong on the way. */
export interface SmsGateway {
  name: 'android' | 'esms';
  send(message: SmsToSend): Promise<Handover>;
}

/** How long a gateway may take to answer, in milliseconds. */
export const GATEWAY_MS = 15_000;

/** An answer of a gateway: its status, what it said, and when to come again if it said that. */
export interface GatewayAnswer {
  status: number;
  body: string;
  afterSeconds: number | undefined;
}

/** Posts JSON to a gateway. What went wrong on the way is a `Handover`. Redirects are not followed: secrets go along. */
export async function postJson(
  url: string,
  content: unknown,
  { headers = {}, timeoutMs }: { headers?: Record<string, string>; timeoutMs: number },
): Promise<GatewayAnswer | Handover> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(content),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const after = Number(answer.headers.get('retry-after') ?? Number.NaN);
    const body = (await answer.text()).slice(0, 10_000);
    return { status: answer.status, body, afterSeconds: after >= 0 ? Math.min(after, 86_400) : undefined };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { kind: 'later', why: isLate ? 'no answer in time' : 'not reached' };
  }
}
