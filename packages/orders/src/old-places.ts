/**
 * Names that people still write since July 2025: the provinces that Resolution 202/2025/QH15 merged into another, by the
 * folded name of the one they are in now.
 */
const OLD_PROVINCES: Readonly<Record<string, readonly string[]>> = {
  'an giang': ['kien giang'],
  'bac ninh': ['bac giang'],
  'ca mau': ['bac lieu'],
  'can tho': ['soc trang', 'hau giang'],
  'da nang': ['quang nam'],
  'dak lak': ['phu yen'],
  'dong nai': ['binh phuoc'],
  'dong thap': ['tien giang'],
  'gia lai': ['binh dinh'],
  'hai phong': ['hai duong'],
  'ho chi minh': ['binh duong', 'ba ria vung tau', 'vung tau', 'sai gon'],
  'hung yen': ['thai binh'],
  'khanh hoa': ['ninh thuan'],
  'lam dong': ['dak nong', 'binh thuan'],
  'lao cai': ['yen bai'],
  'ninh binh': ['ha nam', 'nam dinh'],
  'phu tho': ['vinh phuc', 'hoa binh'],
  'quang ngai': ['kon tum'],
  'quang tri': ['quang binh'],
  'tay ninh': ['long an'],
  'thai nguyen': ['bac kan'],
  'tuyen quang': ['ha giang'],
  'vinh long': ['ben tre', 'tra vinh'],
};

/** The wards and the commune that became the cooperative's own ward, by its code. */
const OLD_WARDS: Readonly<Record<string, readonly string[]>> = {
  '25217': ['thac mo', 'long thuy', 'son giang', 'phuoc tin'],
};

const SHORTEST = 3;

/** Whether what was typed, folded, is the old name (or its beginning) of the province that is called `folded` now. */
export function wasProvince(folded: string, typed: string): boolean {
  return beginsOne(OLD_PROVINCES[folded], typed);
}

/** Codes of wards that once went by the name that was typed, folded. */
export function wardsOnceCalled(typed: string): string[] {
  return Object.keys(OLD_WARDS).filter((code) => beginsOne(OLD_WARDS[code], typed));
}

function beginsOne(names: readonly string[] | undefined, typed: string): boolean {
  return typed.length >= SHORTEST && (names ?? []).some((name) => name.startsWith(typed));
}
