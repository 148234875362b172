import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';

export type Certificate = ApiOutputs['certificates']['list'][number];

const KINDS: Record<Certificate['kind'], () => string> = {
  vietgap: m.farm_cert_kind_vietgap,
  planting_unit: m.farm_cert_kind_planting_unit,
  ocop: m.farm_cert_kind_ocop,
  globalgap: m.farm_cert_kind_globalgap,
};

/** The kinds of certificates. */
export const CERTIFICATE_KINDS = Object.keys(KINDS) as Certificate['kind'][];

/** What a kind of certificate is called. */
export const certificateKindWords = (kind: Certificate['kind']): string => KINDS[kind]();
