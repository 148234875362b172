import { plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { closeRequest, type NewBulkRequest, quoteRequest, sendBulkRequest } from '@baunghe/orders';
import type { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

/** Requests for much fruit: one that waits for its answer, one with a quote, and one for export that was declined. */
export async function askForMuch(tx: Tx, chance: Chance, now: Date, staff: DemoStaff): Promise<void> {
  const ago = (hours: number) => chance.at(new Date(+now - hours * 3_600_000));
  const today = vietnamDay(now);
  const { provinceCode, code: wardCode } = await tx.ward.findFirstOrThrow({
    where: { provinceCode: '79' },
    orderBy: { code: 'asc' },
  });
  const home = { kind: 'domestic', provinceCode, wardCode, street: 'Số 1, đường minh họa' } as const;
  const ask = async (
    hours: number,
    number: number,
    more: Pick<NewBulkRequest, 'varietyCode' | 'grams' | 'where'>,
  ) =>
    done(
      await sendBulkRequest(tx, ago(hours), {
        ...{ who: `Công ty minh họa ${number}`, phone: `+8490000920${number}`, taxCode: null, email: null },
        ...{ grade: 'A', wantedOn: plusDays(today, 9), packing: 'Thùng 10 kg (minh họa)', note: null },
        ...{ locale: 'vi', network: null, demo: true, ...more },
      }),
    ).requestId;
  await ask(5, 1, { varietyCode: 'RI6', grams: 800_000, where: home });
  const requestId = await ask(30, 2, { varietyCode: 'RI6', grams: 300_000, where: home });
  const { id: productId, unitGrams } = await tx.product.findUniqueOrThrow({
    where: { slug: 'thung-sau-rieng-ri6-10kg' },
  });
  done(
    await quoteRequest(tx, ago(20), staff, {
      ...{ requestId, offerId: null, deposit: null, handOver: null, delivery: dong(1_200_000) },
      lines: [{ productId, grams: 30 * unitGrams, kiloDong: dong(84_000) }],
      ...{ validUntil: plusDays(today, 7), message: 'Báo giá minh họa: giao một chuyến, bốc tại sân.' },
    }),
  );
  const needs = ['phytosanitary', 'planting_unit', 'gacc'];
  const abroad = { kind: 'export', country: 'Trung Quốc', port: 'Hữu Nghị', terms: 'FOB', needs } as const;
  const far = await ask(50, 3, { varietyCode: 'MUSANG', grams: 18_000_000, where: abroad });
  const why = 'Vụ này chưa đủ 18 tấn (minh họa)';
  done(await closeRequest(tx, ago(40), { requestId: far, to: 'declined', byUser: staff.userId, why }));
}

function done<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(`demo step refused: ${result.error.code}`);
  return result.value;
}
