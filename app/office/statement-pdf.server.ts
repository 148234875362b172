import type { OrderBill } from '@baunghe/api';
import { formatDong, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { daysOf } from './settlement-words';
import { paidWords, type Statement, sumRows } from './statement-words';

/** A statement as its paper says it, in Vietnamese or English: the paper's letters hold no Chinese. */
export function statementPaper(statement: Statement, page: Locale, demo: boolean): OrderBill {
  const locale = page === 'vi' ? 'vi' : 'en';
  const in_ = { locale } as const;
  const dong = (amount: number) => formatDong(amount, locale);
  const { memberName: name, memberCode: code, sums, lots } = statement;
  const last = sums.left < 0 ? m.settlement_left({}, in_) : m.settlement_due({}, in_);
  return {
    cooperative: m.common_coop_name({}, in_),
    title: m.settlement_own_of(daysOf(statement, locale), in_),
    notTax: m.settlement_pdf_not_tax({}, in_),
    demo: demo ? m.settlement_pdf_demo({}, in_) : null,
    facts: [[m.settlement_member({}, in_), m.settlement_own_who({ name, code }, in_)]],
    heads: [
      m.settlement_own_lot({}, in_),
      m.settlement_kilograms({}, in_),
      m.settlement_gross({}, in_),
      m.settlement_own_share({}, in_),
    ],
    lines: lots.map(({ batch, varietyName, plotCode, grams, sales, takenOff, member }) => [
      `${nameIn(varietyName, locale)} · ${batch} · ${plotCode}`,
      formatKilograms(grams, locale),
      dong(sales + takenOff),
      dong(member),
    ]),
    sums: [
      ...sumRows(sums, in_).map(({ name: step, dong: amount }) => [step, dong(amount)] as const),
      [last, dong(sums.left < 0 ? -sums.left : sums.pay)],
    ],
    notes: [paidWords(statement, locale, in_)],
    boxesTitle: '',
    boxes: [],
  };
}
