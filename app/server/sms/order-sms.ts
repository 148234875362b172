import { CLAIM_RULE, type SmsAnswer } from '@baunghe/api';
import { oneSegment } from '@baunghe/notices';
import { formatDayOfYear, formatDong, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';

type Told = Extract<SmsAnswer, { code: 'order_news' }>;

const MOST = 160;

/**
 * News of an order in one segment, its link whole at the end: a number too long for that is left out, and words are cut
 * before the link is. Whoever does not read Vietnamese gets it in English.
 */
export function orderSms({ news, link }: Told): string {
  const locale = news.locale === 'vi' ? 'vi' : 'en';
  const room = MOST - link.length - 1;
  const [tracked, plainly] = [true, false].map((full) => oneSegment(wordsOf(news, { locale }, full)));
  const fits = [due(news, locale, tracked), tracked, due(news, locale, plainly)];
  const short = fits.find((words) => words && words.length <= room) ?? plainly?.slice(0, room) ?? '';
  return `${short.trimEnd()} ${link}`;
}

function wordsOf(news: Told['news'], in_: { locale: 'vi' | 'en' }, tracked: boolean): string {
  const code = news.orderCode;
  switch (news.kind) {
    case 'order_placed':
      return m.after_sms_placed({ code, total: plain(formatDong(news.total, in_.locale)) }, in_);
    case 'order_paid':
      return m.after_sms_paid({ code }, in_);
    case 'order_packed':
      return m.after_sms_packed({ code, weight: plain(formatKilograms(news.grams, in_.locale)) }, in_);
    case 'order_shipped': {
      const carrier = oneSegment(news.carrier).slice(0, 24).trimEnd();
      const tracking = oneSegment(news.tracking);
      if (!tracked || tracking === '') return m.after_sms_shipped({ code, carrier }, in_);
      return m.after_sms_shipped_tracked({ code, carrier, tracking }, in_);
    }
    case 'order_delivered':
      return m.after_sms_delivered({ code, hours: CLAIM_RULE.hoursToClaim }, in_);
    case 'order_cancelled':
      return m.after_sms_cancelled({ code }, in_);
    case 'order_changed':
      return m.changes_sms({ code, total: plain(formatDong(news.total, in_.locale)) }, in_);
    case 'credit_granted': {
      const { code: opens = '', balance = 0 } = news.credit ?? {};
      return m.credit_sms({ opens, balance: plain(formatDong(balance, in_.locale)) }, in_);
    }
    case 'payout_asked':
      return m.money_sms_payout({ code, amount: plain(formatDong(news.due, in_.locale)) }, in_);
    case 'claim_answered':
      return m.after_sms_claim({ code }, in_);
    default:
      return preorderSms(news.kind, news, in_);
  }
}

type AheadKind = 'preorder_placed' | 'deposit_paid' | Extract<Told['news']['kind'], `harvest_${string}`>;

/** News of an order ahead of its harvest. */
function preorderSms(kind: AheadKind, news: Told['news'], in_: { locale: 'vi' | 'en' }): string {
  const { orderCode: code, served, wanted } = news;
  const missing = plain(formatDong(news.missing, in_.locale));
  switch (kind) {
    case 'preorder_placed':
      return m.preorders_sms_placed({ code, deposit: missing }, in_);
    case 'deposit_paid':
      return m.preorders_sms_deposit({ code }, in_);
    case 'harvest_served':
      return news.missing > 0
        ? m.preorders_sms_served({ code, missing }, in_)
        : m.preorders_sms_served_paid({ code }, in_);
    case 'harvest_served_in_part':
      return news.missing > 0
        ? m.preorders_sms_part({ code, served, wanted, missing }, in_)
        : m.preorders_sms_part_paid({ code, served, wanted }, in_);
    case 'harvest_waits':
      return m.preorders_sms_waits({ code, served, wanted }, in_);
    case 'harvest_nothing':
      return m.preorders_sms_nothing({ code }, in_);
  }
}

/** The words with the day on which it should arrive, where there is one to tell. */
function due({ kind, arriveOn }: Told['news'], locale: 'vi' | 'en', words = ''): string | null {
  if (kind !== 'order_shipped' || arriveOn === null) return null;
  const day = m.delivery_sms_arrives({ day: formatDayOfYear(arriveOn, locale) }, { locale });
  return `${words.replace(/:$/, '.')} ${day}`;
}

/** The sign of the đồng is no letter of GSM-7. */
const plain = (amount: string): string => amount.replace(/\s?₫|₫\s?/g, 'd').replace(/\s/g, '');
