import type { SmsSettings } from '@baunghe/api';
import { androidGateway, esmsGateway, type SmsGateway } from '@baunghe/notices';
import type { SmsConfig } from './settings';
import { smsWords } from './words';

/** What the gate needs to receive and answer SMS. */
export function smsSettings({ webhookKey, gateway }: SmsConfig): SmsSettings {
  return { webhookKey: webhookKey ?? null, sendsBy: gateway?.by ?? null, words: smsWords };
}

/** The gateway through which SMS leave; none in the demo, whose numbers are nobody's. */
export function smsGateway({ gateway }: SmsConfig, demo: boolean): SmsGateway | undefined {
  if (demo || !gateway) return undefined;
  return gateway.by === 'android' ? androidGateway(gateway) : esmsGateway(gateway);
}
