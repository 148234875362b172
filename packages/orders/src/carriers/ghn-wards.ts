import { ok, type Result } from '@baunghe/db';
import type { CarrierPlace, CarrierRefusal, CarrierWards } from './carrier.ts';
import { isSamePlace } from './same-place.ts';

/** How many names GHN tells at once. */
const PAGE = 200;
/** More wards than any province has. */
const MOST_PAGES = 5;

type Asking = (path: string, body: unknown) => Promise<Result<unknown, CarrierRefusal>>;
type Listed = CarrierPlace & { id: number };

/**
 * The wards of a province as GHN's own list of two levels names them (API v3, "Get Province (New)", "Get Ward (New)").
 * A list that GHN does not tell is none: then our own names are all there is.
 */
export async function ghnWards(
  ask: Asking,
  province: string,
): Promise<Result<CarrierWards | null, CarrierRefusal>> {
  const provinces = await listed(ask, 'v3/master-data/province/all', {});
  if (!provinces.ok) return provinces.error.code === 'carrier_refused' ? ok(null) : provinces;
  const found = provinces.value.filter((place) => isSamePlace(place, province));
  const [one] = found;
  if (!one || found.length > 1) return ok(null);
  const wards = await listed(ask, 'v3/master-data/ward/all-by-province-id', { province_id: one.id });
  if (!wards.ok) return wards.error.code === 'carrier_refused' ? ok(null) : wards;
  return ok(wards.value.length === 0 ? null : { province: one.name, wards: wards.value.map(placeOf) });
}

const placeOf = ({ name, also }: Listed): CarrierPlace => ({ name, also });

async function listed(ask: Asking, path: string, of: object): Promise<Result<Listed[], CarrierRefusal>> {
  const all: Listed[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(path, { ...of, offset: page * PAGE, limit: PAGE });
    if (!answer.ok) return answer;
    const rows = Array.isArray(answer.value) ? answer.value : [];
    all.push(...rows.flatMap(readPlace));
    if (rows.length < PAGE) break;
  }
  return ok(all);
}

function readPlace(row: unknown): Listed[] {
  if (row === null || typeof row !== 'object') return [];
  const { _id: id, name, extension_names: others, status } = row as Record<string, unknown>;
  if (typeof id !== 'number' || typeof name !== 'string' || name.trim() === '') return [];
  // 2: GHN keeps it no more.
  if (status !== undefined && status !== 1) return [];
  const also = Array.isArray(others) ? others.filter((each) => typeof each === 'string') : [];
  return [{ id, name: name.trim().slice(0, 100), also }];
}
