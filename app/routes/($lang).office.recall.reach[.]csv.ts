import type { LoaderFunctionArgs } from '@remix-run/node';
import { vietnamDayText } from '~/format';
import { asked } from '~/office/gate-answers.server';
import { orderStateWords } from '~/office/order-words';
import type { SourceKind } from '~/office/recall/recall-words';
import { csvAnswer, csvText } from '~/orchard/csv-answer.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

/** Every lot and order that a source reached, as a table; nothing of who bought. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const kind = searchParams.get('kind') as SourceKind;
  const id = searchParams.get('id') ?? '';
  const file = await asked(request, context.api.recalls.reachFile({ kind, id }));
  if (!file.ok) throw new Response(m.recall_say_source(), { status: 404, headers: PRIVATE });
  const { lots, orders, source } = file.value;
  const rows = [
    ...(context.demo ? [[m.recall_demo_mark()]] : []),
    [
      m.recall_col_lot(),
      m.recall_col_plot(),
      m.recall_col_cut(),
      m.recall_col_boxes(),
      'kg',
      m.recall_col_store(),
    ],
    ...lots.map((lot) => [
      lot.batch,
      lot.plotCode,
      vietnamDayText(lot.cutOn),
      String(lot.boxes),
      kilograms(lot.boxedGrams),
      kilograms(lot.onHandGrams),
    ]),
    [],
    [
      m.recall_col_order(),
      m.recall_col_state(),
      m.recall_col_province(),
      m.recall_col_boxes(),
      'kg',
      m.recall_col_placed(),
    ],
    ...orders.map((order) => [
      order.code,
      orderStateWords(order.state),
      order.provinceVi,
      String(order.boxes),
      kilograms(order.grams),
      vietnamDayText(order.placedAt),
    ]),
  ];
  return csvAnswer(csvText(rows), `thu-hoi-${source.kind}.csv`);
}

/** Kilograms with all their grams, as Vietnamese spreadsheets read them. */
const kilograms = (grams: number): string => (grams / 1000).toFixed(3).replace('.', ',');
