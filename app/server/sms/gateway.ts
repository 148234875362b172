import type { SmsSettings } from '@baunghe/api';
import { androidGateway, esmsGateway, type SmsGateway } from '@baunghe/notices';
import type { SmsConfig } from './settings';
import { smsWords } from './words';

/** Where eSMS reports: its messages each have an address below it. */
export const ESMS_REPORTS = '/webhooks/sms/esms';

/** What the gate needs to receive and answer SMS. */
export function smsSettings({ webhookKey, gateway }: SmsConfig): SmsSettings {
  const esmsSecret = gateway?.by === 'esms' ? gateway.secretKey : null;
  return { webhookKey: webhookKey ?? null, sendsBy: gateway?.by ?? null, esmsSecret, words: smsWords };
}

/** The gateway through which SMS leave; none in the demo, whose numbers are nobody's. */
export function smsGateway(
  { gateway }: SmsConfig,
  { demo, publicUrl }: { demo: boolean; publicUrl: string },
): SmsGateway | undefined {
  if (demo || !gateway) return undefined;
  return gateway.by === 'android'
    ? androidGateway(gateway)
    : esmsGateway({ ...gateway, reportUrl: publicUrl + ESMS_REPORTS });
}
