import type { ApiOutputs } from '@baunghe/api';
import type { SheetTable } from '@baunghe/sheets';
import * as m from '~/paraglide/messages.js';

type Step = Extract<ApiOutputs['exports']['steps'], { ok: true }>['value']['steps'][number];
type Told = { gln: string; coop: string; address: string; phone: string | null };
type Cell = string | number | null;

/**
 * Key data elements by the names that the rule has for them, in English on every page: who reads them asks in English.
 * Each says of a step what stands in its column; what an event of its kind does not have stays empty.
 */
const COLUMNS: readonly [head: string, cell: (step: Step, told: Told) => Cell][] = [
  ['Critical tracking event', ({ step }) => step.replace('_', ' ')],
  ['Date of event', ({ day }) => day],
  ['Traceability lot code', ({ lotCode }) => lotCode],
  ['Traceability lot code source (GLN)', (_, { gln }) => gln],
  ['Commodity', ({ commodity }) => commodity],
  ['Variety', ({ variety }) => variety],
  ['Product description', (step) => describe(step)],
  ['Quantity', ({ grams }) => grams / 1000],
  ['Unit of measure', () => 'kg'],
  ['Boxes', ({ boxes }) => boxes || null],
  ['Farm', (_, { coop }) => coop],
  ['Field or growing area', ({ plotCode, plotName }) => `${plotCode} ${plotName}`],
  // Members cut fruit as the cooperative; whose telephone numbers are their own, and stand in no file.
  ['Harvester business name', (_, { coop }) => coop],
  ['Harvester phone number', (_, { phone }) => phone],
  ['Date of harvesting', ({ cutOn }) => cutOn],
  ['Date received for packing', (step) => (step.step === 'initial_packing' ? step.receivedOn : null)],
  ['Date of cooling', ({ cooledOn }) => cooledOn],
  ['Temperature (°C)', ({ celsius }) => celsius],
  ['Location of event', (step, told) => placeOf(step, told)],
  ['Immediate previous source', (step) => (step.step === 'receiving' ? buyerOf(step) : null)],
  ['Immediate subsequent recipient', (step, told) => recipientOf(step, told)],
  ['Recipient location description', (step, told) => recipientPlaceOf(step, told)],
  ['Recipient phone number', (step, told) => recipientPhoneOf(step, told)],
  ['Lot code used (transformation)', ({ usedLotCode }) => usedLotCode],
  ['Quantity used (transformation)', ({ usedGrams }) => (usedGrams === null ? null : usedGrams / 1000)],
  ['Reference document type', ({ referenceType }) => referenceType],
  ['Reference document number', ({ reference }) => reference],
];

/** A variety's English name mostly says of which fruit it is. */
function describe({ variety, commodity, grade }: Step): string {
  const named = variety.toLowerCase().includes(commodity.toLowerCase());
  return `${named ? variety : `${commodity} ${variety}`}, grade ${grade}`;
}

/** Where it happened: in the orchard, or in the packing house by its Global Location Number. */
const placeOf = ({ step, plotCode }: Step, { gln, coop }: Told): string =>
  step === 'harvesting' ? `${coop}, field ${plotCode}` : `${coop}, packing house ${gln}`;

/** The cooperative's own hands take fruit on to its packing house. */
const isOwn = ({ step }: Step) => step === 'harvesting' || step === 'cooling';

/** A business by its name; a consumer, whom the rule asks nothing of, by none. */
const buyerOf = ({ business }: Step): string => business?.name ?? 'Consumer (direct sale)';

/** To whom fruit went on: from the orchard to the packing house, from there to a buyer. */
function recipientOf(step: Step, { gln, coop }: Told): string | null {
  if (isOwn(step)) return `${coop}, packing house ${gln}`;
  return step.step === 'shipping' ? buyerOf(step) : null;
}

/** Where that is: of a business its address, of a consumer the province. */
function recipientPlaceOf(step: Step, { address }: Told): string | null {
  if (isOwn(step)) return address;
  return step.step === 'shipping' ? (step.business?.place ?? step.province) : null;
}

function recipientPhoneOf(step: Step, { phone }: Told): string | null {
  if (isOwn(step)) return phone;
  return step.step === 'shipping' ? (step.business?.phone ?? null) : null;
}

/** What was harvested, cooled, sorted, packed, shipped and received, a row each, to be sorted by any column. */
export function fsmaTable(
  steps: readonly Step[],
  told: { gln: string; phone: string | null; demo: boolean },
): SheetTable {
  const coop = m.common_coop_name({}, { locale: 'en' });
  const address = m.common_coop_address({}, { locale: 'en' });
  const { gln, phone } = told;
  const marked = told.demo ? [m.recall_demo_mark({}, { locale: 'en' })] : [];
  return {
    name: 'FSMA 204',
    // In a column of its own, so that no sorting parts the mark from a row.
    heads: [...COLUMNS.map(([head]) => head), ...(told.demo ? ['Note'] : [])],
    rows: steps.map((step) => {
      return [...COLUMNS.map(([, cell]) => cell(step, { gln, phone, coop, address })), ...marked];
    }),
  };
}
