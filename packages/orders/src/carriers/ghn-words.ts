import type { CarrierState } from '@baunghe/db';

/** GHN's statuses, as its documentation lists them ("Status of order", api.ghn.vn), and what each means here. */
const STATUSES: Readonly<Record<string, CarrierState>> = {
  ready_to_pick: 'waiting',
  picking: 'collecting',
  money_collect_picking: 'collecting',
  picked: 'collected',
  storing: 'stored',
  sorting: 'stored',
  transporting: 'moving',
  delivering: 'delivering',
  money_collect_delivering: 'delivering',
  delivered: 'delivered',
  delivery_fail: 'failed',
  waiting_to_return: 'returning',
  return: 'returning',
  return_transporting: 'returning',
  return_sorting: 'returning',
  returning: 'returning',
  return_fail: 'returning',
  returned: 'returned',
  cancel: 'cancelled',
  exception: 'trouble',
  damage: 'damaged',
  lost: 'lost',
};

/** What a status of GHN's means here. */
export function ghnState(status: string): CarrierState {
  const known = status.trim().toLowerCase();
  return Object.hasOwn(STATUSES, known) ? (STATUSES[known] ?? 'unknown') : 'unknown';
}
