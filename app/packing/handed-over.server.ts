import type { AppLoadContext } from '@remix-run/node';
import { vietnamDayText } from '~/format';
import { asked } from '~/office/gate-answers.server';

/** What a day's carriers took along, as the address asks: `?day=2026-06-07` (today unless named), `&carrier=`. */
export async function handedOver(request: Request, { api }: AppLoadContext) {
  const { searchParams } = new URL(request.url);
  const asks = searchParams.get('day') ?? '';
  const day = /^\d{4}-\d\d-\d\d$/.test(asks) ? asks : vietnamDayText(new Date());
  const all = await asked(request, api.packing.handovers({ day, carrier: null }));
  const carriers = [...new Set(all.map((row) => row.carrier))];
  const carrier = searchParams.get('carrier') || null;
  const rows = carrier ? all.filter((row) => row.carrier === carrier) : all;
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const sums = {
    boxes: sum((row) => row.boxes),
    grams: sum((row) => row.grams),
    collect: sum((row) => row.collect),
  };
  return { day, carrier, carriers, rows, sums };
}
