const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Kinds of records, by the prefix that makes a log line explain itself. */
export type IdPrefix =
  | 'adr'
  | 'blk'
  | 'adv'
  | 'apl'
  | 'app'
  | 'mrq'
  | 'bml'
  | 'bqt'
  | 'bmt'
  | 'box'
  | 'buy'
  | 'cap'
  | 'cer'
  | 'cla'
  | 'clm'
  | 'crd'
  | 'clp'
  | 'dar'
  | 'cod'
  | 'cns'
  | 'dat'
  | 'del'
  | 'dia'
  | 'fim'
  | 'flg'
  | 'cpo'
  | 'cwd'
  | 'giv'
  | 'grl'
  | 'grd'
  | 'har'
  | 'hph'
  | 'hld'
  | 'inp'
  | 'inv'
  | 'jrn'
  | 'key'
  | 'mac'
  | 'lab'
  | 'lin'
  | 'lot'
  | 'mem'
  | 'mkd'
  | 'ord'
  | 'pay'
  | 'cpy'
  | 'pev'
  | 'rfd'
  | 'pho'
  | 'pin'
  | 'plo'
  | 'pre'
  | 'pro'
  | 'pch'
  | 'rat'
  | 'cpt'
  | 'chc'
  | 'rcb'
  | 'rcl'
  | 'rep'
  | 'res'
  | 'ret'
  | 'shp'
  | 'ses'
  | 'smi'
  | 'sms'
  | 'stk'
  | 'stl'
  | 'stm'
  | 'srl'
  | 'usr'
  | 'vat'
  | 'vou'
  | 'yer'
  | 'yrl';

/** An id of one kind of record. */
export type Id<P extends IdPrefix> = `${P}_${string}`;

/**
 * Makes a sortable id: the kind, 9 characters of time in milliseconds, 13 characters (65 bits) of chance, both
 * in Crockford's base 32, so that ids made later sort later.
 */
export function newId<P extends IdPrefix>(
  prefix: P,
  moment: { now: Date; random: (n: number) => Uint8Array },
): Id<P> {
  let time = '';
  let left = moment.now.getTime();
  for (let i = 0; i < 9; i++) {
    time = ALPHABET[left % 32] + time;
    left = Math.floor(left / 32);
  }
  let chance = '';
  for (const byte of moment.random(13)) chance += ALPHABET[byte & 31];
  return `${prefix}_${time}${chance}`;
}
