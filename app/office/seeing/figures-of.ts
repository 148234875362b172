import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { type Figures, groupedBy, shownIn, sumOf } from './figures';
import { type Look, type Question, rowsPath } from './paths';
import { kindWords } from './words';

const figure = (text: string) => ({ text, figures: true });

/** The tables of a question's figures: the same that its drawing shows. */
export function figuresOf(question: Question, look: Look, locale: Locale): Figures[] {
  return TABLES[question](look, locale);
}

const TABLES: Record<Question, (look: Look, locale: Locale) => Figures[]> = {
  sales: (look, locale) => [soldProducts(look, locale), soldWeeks(look, locale)],
  shortage: (look, locale) => [aheadWeeks(look, locale)],
  losses: (look, locale) => [
    losses(look, locale, 'kind'),
    losses(look, locale, 'plot'),
    lossesOfLots(look, locale),
  ],
  harvests: (look, locale) => [harvests(look, locale)],
  days: (look, locale) => [doorDays(look, locale), doorProducts(look, locale)],
  owed: (look, locale) => [owed(look, locale)],
};

function soldProducts({ sold, products, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const rows = products.flatMap(({ id, ...names }) => {
    const [now, before] = [sold.weeks, sold.before].map((all) =>
      all.filter(({ productId }) => productId === id),
    );
    if (!now?.length && !before?.length) return [];
    const sums = [now, before].flatMap((some = []) => [
      show.weight(sumOf(some, ({ grams }) => grams)),
      show.dong(sumOf(some, ({ dong }) => dong)),
    ]);
    return [
      { key: id, to: rowsPath('sales', period, { product: id }), cells: [show.named(names, id), ...sums] },
    ];
  });
  const heads = [
    { text: m.seeing_head_product() },
    ...[m.seeing_head_kg(), m.seeing_head_dong(), m.seeing_head_kg_before(), m.seeing_head_dong_before()].map(
      figure,
    ),
  ];
  return { name: m.seeing_table_products(), heads, rows };
}

function soldWeeks({ sold, weeks, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const rows = weeks.map((monday) => {
    const of = sold.weeks.filter((each) => +each.monday === +monday);
    const sums = [show.weight(sumOf(of, ({ grams }) => grams)), show.dong(sumOf(of, ({ dong }) => dong))];
    const to = rowsPath('sales', period, { week: monday });
    return { key: monday.toISOString(), to, cells: [show.week(monday), ...sums] };
  });
  const heads = [{ text: m.seeing_head_week() }, figure(m.seeing_head_kg()), figure(m.seeing_head_dong())];
  return { name: m.seeing_table_weeks(), heads, rows };
}

function aheadWeeks({ ahead, varieties, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const nameOf = new Map(varieties.map((variety) => [variety.code, variety]));
  const rows = ahead.weeks.map(({ varietyCode, monday, ...grams }) => ({
    key: `${varietyCode} ${monday.toISOString()}`,
    to: rowsPath('shortage', period, { variety: varietyCode, week: monday }),
    cells: [
      show.named(nameOf.get(varietyCode), varietyCode),
      show.week(monday),
      ...[grams.forecast, grams.stock, grams.preordered, grams.usual].map(show.weight),
      ...[grams.short, grams.shortOfUsual, grams.held].map(show.weight),
    ],
  }));
  const heads = [
    { text: m.seeing_head_variety() },
    { text: m.seeing_head_week() },
    ...['forecast', 'stock', 'preordered'].map((kind) => figure(kindWords(kind))),
    ...[m.seeing_head_usual(), m.seeing_head_short(), m.seeing_head_short_usual()].map(figure),
    figure(kindWords('held')),
  ];
  return { name: m.seeing_table_ahead(), heads, rows };
}

function losses({ spoiled, plots, period }: Look, locale: Locale, by: 'kind' | 'plot'): Figures {
  const show = shownIn(locale);
  const all = sumOf(spoiled.by, ({ grams }) => grams);
  const names = new Map(plots.map(({ code, name }) => [code, `${code} · ${name}`]));
  const groups = groupedBy(spoiled.by, ({ kind, plotCode }) => (by === 'kind' ? kind : plotCode));
  const rows = groups
    .map(([key, some]) => ({ key, grams: sumOf(some, ({ grams }) => grams) }))
    .sort((a, b) => b.grams - a.grams)
    .map(({ key, grams }) => ({
      ...{ key, to: rowsPath('losses', period, { [by]: key }) },
      cells: [
        show.plain(by === 'kind' ? kindWords(key) : (names.get(key) ?? key)),
        show.weight(grams),
        show.share(grams, all),
      ],
    }));
  const first = by === 'kind' ? m.seeing_head_reason() : m.seeing_head_plot();
  const heads = [{ text: first }, figure(m.seeing_head_kg()), figure(m.seeing_head_share())];
  return { name: by === 'kind' ? m.seeing_table_reasons() : m.seeing_table_plots(), heads, rows };
}

function lossesOfLots({ spoiled, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const all = sumOf(spoiled.by, ({ grams }) => grams);
  const rows = spoiled.lots.map(({ batch, plotCode, grams }) => ({
    ...{ key: batch, to: rowsPath('losses', period, { lot: batch }) },
    cells: [show.plain(batch), show.plain(plotCode), show.weight(grams), show.share(grams, all)],
  }));
  const heads = [
    ...[{ text: m.seeing_head_lot() }, { text: m.seeing_head_plot() }],
    ...[figure(m.seeing_head_kg()), figure(m.seeing_head_share())],
  ];
  return { name: m.seeing_table_lots(), heads, rows };
}

function harvests({ cut, plots, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const names = new Map(plots.map(({ code, name }) => [code, `${code} · ${name}`]));
  const rows = cut.map(({ plotCode, monday, grams }) => ({
    key: `${plotCode} ${monday.toISOString()}`,
    to: rowsPath('harvests', period, { plot: plotCode, week: monday }),
    cells: [show.plain(names.get(plotCode) ?? plotCode), show.week(monday), show.weight(grams)],
  }));
  const heads = [{ text: m.seeing_head_plot() }, { text: m.seeing_head_week() }, figure(m.seeing_head_kg())];
  return { name: m.seeing_table_harvests(), heads, rows };
}

function doorDays({ door, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const rows = groupedBy(door.days, ({ days }) => String(days)).map(([key, some]) => {
    const of = (kind: string) =>
      show.count(
        sumOf(
          some.filter((each) => each.kind === kind),
          (each) => each.rows,
        ),
      );
    const days = Number(key);
    const name = { text: m.seeing_days_count({ days }), cell: days };
    return { key, to: rowsPath('days', period, { days }), cells: [name, of('in_time'), of('late')] };
  });
  const heads = [
    { text: m.seeing_head_days() },
    ...['in_time', 'late'].map((kind) => figure(m.seeing_head_boxes({ kind: kindWords(kind) }))),
  ];
  return { name: m.seeing_table_days(), heads, rows };
}

function doorProducts({ door, products, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const nameOf = new Map(products.map((product) => [product.id, product]));
  const rows = door.products.flatMap(({ productId, rows: boxes, late, median }) => {
    if (productId === null) return [];
    const middle = { text: m.seeing_days_count({ days: median }), cell: median };
    const cells = [
      show.named(nameOf.get(productId), productId),
      show.count(boxes),
      middle,
      show.share(late, boxes),
    ];
    return [{ key: productId, to: rowsPath('days', period, { product: productId }), cells }];
  });
  const heads = [
    { text: m.seeing_head_product() },
    ...[m.seeing_head_box_count(), m.seeing_head_median(), m.seeing_head_late()].map(figure),
  ];
  return { name: m.seeing_table_door_products(), heads, rows };
}

function owed({ owed: { members }, period }: Look, locale: Locale): Figures {
  const show = shownIn(locale);
  const rows = members.map(({ memberCode, name, unpaid, prepared, unsettled, advance }) => ({
    ...{ key: memberCode, to: rowsPath('owed', period, { member: memberCode }) },
    cells: [show.plain(`${name} (${memberCode})`), ...[unpaid, prepared, unsettled, advance].map(show.dong)],
  }));
  const heads = [
    { text: m.seeing_head_member() },
    ...['unpaid', 'prepared', 'unsettled', 'advance'].map((kind) => figure(kindWords(kind))),
  ];
  return { name: m.seeing_table_owed(), heads, rows };
}
