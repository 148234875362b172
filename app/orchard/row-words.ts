import * as m from '~/paraglide/messages.js';

const WORDS: Record<string, (told: { detail: string }) => string> = {
  plot_unknown: m.farm_row_plot_unknown,
  plot_closed: () => m.farm_row_plot_closed(),
  act_unknown: m.farm_row_act_unknown,
  day_unreadable: m.farm_row_day_unreadable,
  diary_day_out_of_range: () => m.farm_row_day_out_of_range(),
  input_unknown: m.farm_row_input_unknown,
  input_needed: () => m.farm_row_input_needed(),
  input_banned: m.farm_row_input_banned,
  area_unreadable: m.farm_row_area_unreadable,
  cell_too_long: () => m.farm_row_cell_too_long(),
  kind_unknown: m.farm_row_kind_unknown,
  interval_out_of_range: () => m.farm_row_interval(),
  input_name_empty: () => m.farm_row_name(),
  ban_says_no_why: () => m.farm_row_ban(),
};

/** Why a row of a file was not taken. */
export function rowWords({ code, detail }: { code: string; detail: string | null }): string {
  return WORDS[code]?.({ detail: detail ?? '' }) ?? m.farm_row_other();
}
