import { z } from 'zod';

/** Which way SMS come in and go out. */
export type SmsConfig = {
  /** Signs what the gateway tells of; undefined: nothing comes in. */
  webhookKey?: string | undefined;
  /** Undefined: nothing goes out. */
  gateway?:
    | { by: 'android'; url: string; user: string; password: string }
    | { by: 'esms'; url: string; apiKey: string; secretKey: string; brandname: string }
    | undefined;
};

const ESMS_URL = 'https://rest.esms.vn/MainService.svc/json/SendMultipleMessage_V4_post_json/';

const address = z
  .string()
  .refine(isWebAddress, 'must be an http:// or https:// address without a user, a question mark or a hash')
  .transform((url) => url.replace(/\/+$/, ''));
const line = z.string().max(200, 'must have at most 200 characters');

/** The names of the environment that begin with SMS_. */
export const SMS_NAMES = {
  SMS_WEBHOOK_KEY: line
    .min(8, 'must be the signing key that the gateway’s app shows, 8 characters or more')
    .optional(),
  SMS_GATEWAY: z.enum(['android', 'esms'], 'must be android, esms or not set').optional(),
  SMS_ANDROID_URL: address.optional(),
  SMS_ANDROID_USER: line.regex(/^[^:]+$/, 'must hold no colon').optional(),
  SMS_ANDROID_PASSWORD: line.optional(),
  SMS_ESMS_KEY: line.optional(),
  SMS_ESMS_SECRET: line.optional(),
  SMS_ESMS_BRAND: z
    .string()
    .max(11, 'must be the brand name registered at eSMS, 11 characters at most')
    .optional(),
  SMS_ESMS_URL: z.string().refine(isWebAddress, 'must be an http:// or https:// address').optional(),
};

type Given = z.infer<z.ZodObject<typeof SMS_NAMES>>;
type Name = keyof typeof SMS_NAMES;

const NEEDED: Record<NonNullable<Given['SMS_GATEWAY']>, Name[]> = {
  android: ['SMS_ANDROID_URL', 'SMS_ANDROID_USER', 'SMS_ANDROID_PASSWORD'],
  esms: ['SMS_ESMS_KEY', 'SMS_ESMS_SECRET', 'SMS_ESMS_BRAND'],
};

/** What does not go together, or is no name of ours: a misspelt one would be passed over in silence. */
export function smsProblems(set: Record<string, string | undefined>): string[] {
  const strange = Object.keys(set).filter(
    (name) => name.startsWith('SMS_') && !Object.hasOwn(SMS_NAMES, name),
  );
  const by = set.SMS_GATEWAY === 'android' || set.SMS_GATEWAY === 'esms' ? set.SMS_GATEWAY : null;
  const missing = by ? NEEDED[by].filter((name) => !set[name]) : [];
  const idle = Object.values(NEEDED)
    .flat()
    .some((name) => set[name]);
  return [
    ...strange.map((name) => `${name}: is no setting`),
    ...missing.map((name) => `${name}: must be set too, since SMS_GATEWAY is ${by}`),
    ...(set.SMS_GATEWAY === undefined && idle ? ['SMS_GATEWAY: must say which of the gateways to use'] : []),
  ];
}

/** The settings, once they are checked. */
export function smsConfig(given: Given): SmsConfig {
  return { webhookKey: given.SMS_WEBHOOK_KEY, gateway: gatewayOf(given) };
}

function gatewayOf(given: Given): SmsConfig['gateway'] {
  if (given.SMS_GATEWAY === 'android') {
    const {
      SMS_ANDROID_URL: url = '',
      SMS_ANDROID_USER: user = '',
      SMS_ANDROID_PASSWORD: password = '',
    } = given;
    return { by: 'android', url, user, password };
  }
  if (given.SMS_GATEWAY !== 'esms') return undefined;
  const {
    SMS_ESMS_KEY: apiKey = '',
    SMS_ESMS_SECRET: secretKey = '',
    SMS_ESMS_BRAND: brandname = '',
  } = given;
  return { by: 'esms', url: given.SMS_ESMS_URL ?? ESMS_URL, apiKey, secretKey, brandname };
}

/** What is allowed but probably not meant. */
export function smsWarnings(given: Given, demo: boolean): string[] {
  if (!given.SMS_GATEWAY) return [];
  if (demo) return ['SMS_GATEWAY: this is the demo, so nothing is sent'];
  const isOpen = given.SMS_GATEWAY === 'android' && given.SMS_ANDROID_URL?.startsWith('http:');
  return isOpen
    ? ['SMS_ANDROID_URL: is not an https:// address, so the password goes over the network as it is']
    : [];
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && search === '' && hash === '';
}
