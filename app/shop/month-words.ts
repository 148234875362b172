import * as m from '~/paraglide/messages.js';
import { runsOf } from './seasons';

/** Months as people say them: `tháng 6 đến tháng 9`, `tháng 12, tháng 1 đến tháng 2`; empty for none. */
export function monthWords(months: readonly number[]): string {
  return runsOf(months)
    .map(({ from, to }) =>
      from === to ? m.finding_month({ month: from }) : m.shop_season_months({ from, to }),
    )
    .join(', ');
}
