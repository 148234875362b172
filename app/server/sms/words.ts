import type { Pile, SmsAnswer } from '@baunghe/api';
import { oneSegment } from '@baunghe/notices';
import { formatDay, formatDong, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { joiningSms } from './joining-sms';
import { orderSms } from './order-sms';
import { recallHeardSms, recallSms } from './recall-sms';

/**
 * The catalogue keeps these texts in Vietnamese without marks, whatever the language: they go to plain phones, where any
 * other letter makes a message cost twice.
 */
const VI = { locale: 'vi' } as const;
const MOST = 160;

/** An answer's text. Names of any length are cut and lists shortened, so that all of it is one segment. */
export function smsWords(answer: SmsAnswer): string {
  switch (answer.code) {
    case 'harvest_recorded':
      return recorded(answer);
    case 'harvest_refused':
      return refused(answer);
    case 'harvest_same':
      return m.notices_sms_same({ batch: short(answer.batch, 20) }, VI);
    case 'harvest_unclear':
      return unclear(answer.unclear);
    case 'undone':
      return m.notices_sms_undone({ batch: short(answer.batch, 40) }, VI);
    case 'not_undone':
      return notUndone(answer.why);
    case 'undo_which':
      return fitted(answer.undoCodes, (codes) => m.notices_sms_undo_which({ codes }, VI));
    case 'store':
      return store(answer.piles);
    case 'orders':
      return orders(answer);
    case 'order_news':
      return orderSms(answer);
    case 'certificate_ends':
      return certificateEnds(answer);
    case 'bulk_answered': {
      const { request: code, link } = answer;
      const in_ = { locale: answer.locale === 'vi' ? 'vi' : 'en' } as const;
      return answer.quoted
        ? m.bulk_sms_quoted({ code, link }, in_)
        : m.bulk_sms_declined({ code, link }, in_);
    }
    case 'application_news':
    case 'request_answered':
      return joiningSms(answer);
    case 'statement_ready':
      return statementReady(answer);
    case 'share_ready':
      return m.shares_sms_ready({ year: answer.year, share: dongs(answer.share) }, VI);
    case 'sign_in_code':
      return m.account_sms_code({ digits: answer.digits }, { locale: answer.locale === 'vi' ? 'vi' : 'en' });
    case 'office_code': {
      const locale = answer.locale === 'vi' ? 'vi' : 'en';
      return m.signin_sms_code({ digits: answer.digits }, { locale });
    }
    case 'join_code': {
      const locale = answer.locale === 'vi' ? 'vi' : 'en';
      return m.entrance_sms_join_code({ digits: answer.digits }, { locale });
    }
    case 'factor_dropped':
      return m.signin_sms_factor_dropped({}, VI);
    case 'account_changed':
      return m.signin_sms_account_changed({ digits: answer.lastDigits }, VI);
    case 'recall_told':
      return recallSms(answer);
    case 'recall_heard':
      return recallHeardSms(answer);
    case 'invitation':
      return m.people_sms_invitation({ link: answer.link }, VI);
    case 'help':
      return help(answer);
    case 'may_not':
      return m.notices_sms_may_not({}, VI);
    case 'unclear':
      return m.notices_sms_unclear({}, VI);
    case 'stranger':
      return m.notices_sms_stranger({}, VI);
  }
}

type Of<C extends SmsAnswer['code']> = Extract<SmsAnswer, { code: C }>;

function recorded({ heldBy, ...cut }: Of<'harvest_recorded'>): string {
  const told = {
    fruit: fruitName(cut.fruit),
    grade: cut.grade,
    kg: kilograms(cut.grams),
    plot: short(cut.plotCode, 10),
    batch: short(cut.batch, 20),
    undo: cut.undoCode,
  };
  if (!heldBy) return m.notices_sms_recorded(told, VI);
  const day = formatDay(heldBy.freeFrom, 'vi').slice(0, 5);
  return m.notices_sms_recorded_held({ ...told, day, input: short(heldBy.inputName, 20) }, VI);
}

function refused({ refusal, plotCode, fruits }: Of<'harvest_refused'>): string {
  const plot = short(plotCode, 10);
  switch (refusal.code) {
    case 'plot_unknown':
      return m.notices_sms_plot_unknown({ said: plot }, VI);
    case 'plot_closed':
      return m.notices_sms_plot_closed({ plot }, VI);
    case 'variety_not_on_plot': {
      const words = (list: string) => m.notices_sms_not_on_plot({ plot, fruits: list }, VI);
      return fitted(fruits.map(fruitName), words);
    }
    case 'weight_out_of_range':
      return m.notices_sms_weight_range({ most: kilograms(refusal.mostGrams) }, VI);
    case 'day_out_of_range': {
      const [oldest, newest] = [formatDay(refusal.oldest, 'vi'), formatDay(refusal.newest, 'vi')];
      return m.notices_sms_day_range({ oldest, newest }, VI);
    }
  }
}

const KINDS = {
  vietgap: m.farm_cert_kind_vietgap,
  planting_unit: m.farm_cert_kind_planting_unit,
  ocop: m.farm_cert_kind_ocop,
  globalgap: m.farm_cert_kind_globalgap,
};

const PARTS = {
  plot: m.notices_sms_part_plot,
  variety: m.notices_sms_part_variety,
  grade: m.notices_sms_part_grade,
  weight: m.notices_sms_part_weight,
};

function unclear(said: Of<'harvest_unclear'>['unclear']): string {
  switch (said.why) {
    case 'missing':
      return m.notices_sms_missing({ parts: said.parts.map((part) => PARTS[part]({}, VI)).join(', ') }, VI);
    case 'plot_unknown':
      return m.notices_sms_plot_unknown({ said: short(said.said, 10) }, VI);
    case 'not_understood':
      return m.notices_sms_not_understood({ said: short(said.said, 24) }, VI);
    case 'weight_unclear':
      return m.notices_sms_weight_unclear({ said: short(said.said, 24) }, VI);
    case 'ambiguous':
      return m.notices_sms_ambiguous({}, VI);
  }
}

function notUndone(why: Of<'not_undone'>['why']): string {
  switch (why.code) {
    case 'nothing_to_undo':
    case 'harvest_unknown':
      return m.notices_sms_nothing_to_undo({}, VI);
    case 'harvest_undone_before':
      return m.notices_sms_undone_before({}, VI);
    case 'harvest_too_old':
      return m.notices_sms_undo_too_late({}, VI);
    case 'lot_in_use':
      return m.notices_sms_undo_in_use({ batch: short(why.batch, 20) }, VI);
  }
}

function store(piles: readonly Pile[]): string {
  if (piles.length === 0) return m.notices_sms_store_empty({}, VI);
  const total = kilograms(piles.reduce((grams, pile) => grams + pile.grams, 0));
  const told = piles.map(({ fruit, grade, grams, held }) => {
    const pile = { fruit: fruitName(fruit), grade, kg: kilograms(grams) };
    return held ? m.notices_sms_store_pile_held(pile, VI) : m.notices_sms_store_pile(pile, VI);
  });
  return fitted(told, (list) => m.notices_sms_store({ piles: list, total }, VI));
}

function orders({ grown, toPack }: Of<'orders'>): string {
  const own = grown
    ? m.notices_sms_orders_grown(
        { packed: kilograms(grown.packedGrams), reserved: kilograms(grown.reservedGrams) },
        VI,
      )
    : '';
  if (!toPack) return own;
  const { count, codes } = toPack;
  if (count === 0) return `${m.notices_sms_orders_none({}, VI)} ${own}`.trim();
  return fitted(codes, (list) => `${m.notices_sms_orders_to_pack({ count, codes: list }, VI)} ${own}`.trim());
}

function certificateEnds({ kind, number, plotCode, validTo, daysLeft }: Of<'certificate_ends'>): string {
  const day = formatDay(validTo, 'vi');
  const told = { kind: short(KINDS[kind]({}, VI), 24), number: short(number, 24), day, days: daysLeft };
  if (plotCode === null) return m.notices_sms_certificate(told, VI);
  return m.notices_sms_certificate_plot({ ...told, plot: short(plotCode, 10) }, VI);
}

function statementReady({ fromDay, toDay, pay, left }: Of<'statement_ready'>): string {
  const days = { from: formatDay(fromDay, 'vi').slice(0, 5), to: formatDay(toDay, 'vi') };
  if (left < 0) return m.settlement_sms_left({ ...days, left: dongs(-left) }, VI);
  return m.settlement_sms_pay({ ...days, pay: dongs(pay) }, VI);
}

const dongs = (amount: number): string => formatDong(amount, 'vi').replace(/\s*₫/, 'd');

function help({ grows, packs }: Of<'help'>): string {
  if (grows && packs) return m.notices_sms_help_both({}, VI);
  return grows ? m.notices_sms_help_grower({}, VI) : m.notices_sms_help_packer({}, VI);
}

/** As many of a list's items as fit, and how many are left out. */
function fitted(items: readonly string[], words: (list: string) => string): string {
  for (let shown = items.length; shown > 0; shown--) {
    const list = items.slice(0, shown).join(', ');
    const count = items.length - shown;
    const text = words(count === 0 ? list : m.notices_sms_more({ list, count }, VI));
    if (text.length <= MOST) return text;
  }
  return words(String(items.length));
}

/** Without the word that most fruit here begins with. */
function fruitName(name: string): string {
  return short(plain(name).replace(/^Sau rieng /, ''), 18);
}

function kilograms(grams: number): string {
  return plain(formatKilograms(grams, 'vi')).replace(' ', '');
}

function short(text: string, most: number): string {
  return plain(text).slice(0, most).trimEnd();
}

/** Plain letters of a name, so that counting them is counting places. */
function plain(text: string): string {
  return oneSegment(text);
}
