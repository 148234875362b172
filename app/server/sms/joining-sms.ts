import type { SmsAnswer } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

type News = Extract<SmsAnswer, { code: 'application_news' | 'request_answered' }>;

const STATES = {
  received: m.joining_sms_received,
  looked_at: m.joining_sms_looked_at,
  more_asked: m.joining_sms_more_asked,
  accepted: m.joining_sms_accepted,
  refused: m.joining_sms_refused,
};

/** What applicants and members are told by SMS, in Vietnamese without marks unless an applicant reads another language. */
export function joiningSms(news: News): string {
  if (news.code === 'request_answered') {
    const { request: code, link } = news;
    const words = news.granted ? m.joining_sms_request_granted : m.joining_sms_request_refused;
    return words({ code, link }, { locale: 'vi' });
  }
  const { application: code, link } = news;
  return STATES[news.state]({ code, link }, { locale: news.locale === 'vi' ? 'vi' : 'en' });
}
