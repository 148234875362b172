import { formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { Reached } from './recall-words';

/** A thing on the way of fruit: what it is called, and a second line below. */
export interface GraphNode {
  key: string;
  name: string;
  note: string;
}

const BESIDE = 3;

/** The stops of the way, from the source to the buyers, each a row of at most three. */
export function graphRows(reach: Pick<Reached, GraphParts>, name: string, locale: Locale): GraphNode[][] {
  const { reached, sums, lotCount } = reach;
  const kg = (grams: number) => formatKilograms(grams, locale);
  const rows = [
    [{ key: 'source', name, note: '' }],
    lotNodes(reach, kg),
    [
      {
        key: 'boxes',
        name: m.recall_node_boxes({ count: reached.boxes }),
        note: kg(sums.packed + sums.sent),
      },
    ],
    placeNodes(reach, locale, kg),
    [{ key: 'buyers', name: m.recall_node_buyers({ count: reached.buyers }), note: kg(sums.sent) }],
  ];
  if (lotCount === 0) return rows.slice(0, 1);
  return reached.boxes === 0 ? rows.slice(0, 2) : rows;
}

type GraphParts = 'reached' | 'sums' | 'lotCount' | 'lots' | 'provinces' | 'states';

function lotNodes({ lots, lotCount }: Pick<Reached, GraphParts>, kg: (grams: number) => string): GraphNode[] {
  const named = lots.slice(0, lotCount > BESIDE ? BESIDE - 1 : BESIDE);
  const nodes = named.map(({ batch, boxedGrams, onHandGrams }) => {
    return { key: batch, name: batch, note: kg(boxedGrams + onHandGrams) };
  });
  const left = lotCount - named.length;
  if (left > 0) nodes.push({ key: 'more', name: m.recall_node_more_lots({ count: left }), note: '' });
  return nodes;
}

function placeNodes(
  { provinces, states }: Pick<Reached, GraphParts>,
  locale: Locale,
  kg: (grams: number) => string,
): GraphNode[] {
  const here = states.filter(({ key }) => key !== 'shipped' && key !== 'delivered');
  const sum = (groups: typeof states) => ({
    orders: groups.reduce((all, { orders }) => all + orders, 0),
    grams: groups.reduce((all, { grams }) => all + grams, 0),
  });
  const node = (key: string, place: string, { orders, grams }: { orders: number; grams: number }) => {
    return { key, name: place, note: `${m.recall_node_orders({ count: orders })}, ${kg(grams)}` };
  };
  const room = BESIDE - (here.length > 0 ? 1 : 0);
  const named = provinces.slice(0, provinces.length > room ? room - 1 : room);
  const nodes = named.map((group) => {
    return node(
      group.key,
      (locale === 'vi' ? group.nameVi : group.nameEn).replace(/^(Thành phố|Tỉnh) /, ''),
      group,
    );
  });
  const others = provinces.slice(named.length);
  if (others.length > 0) nodes.push(node('others', m.recall_node_others(), sum(others)));
  if (here.length > 0) nodes.push(node('here', m.recall_node_orders_here(), sum(here)));
  return nodes;
}
