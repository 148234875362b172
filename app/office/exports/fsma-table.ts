import type { ApiOutputs } from '@baunghe/api';
import type { SheetTable } from '@baunghe/sheets';
import * as m from '~/paraglide/messages.js';

type Step = Extract<ApiOutputs['exports']['steps'], { ok: true }>['value']['steps'][number];
type Told = { gln: string; coop: string };
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
  ['Product description', ({ variety, commodity, grade }) => `${commodity} ${variety}, grade ${grade}`],
  ['Quantity', ({ grams }) => grams / 1000],
  ['Unit of measure', () => 'kg'],
  ['Boxes', ({ boxes }) => boxes || null],
  ['Farm', (_, { coop }) => coop],
  ['Field or growing area', ({ plotCode, plotName }) => `${plotCode} ${plotName}`],
  ['Harvester', (_, { coop }) => coop],
  ['Date of harvesting', ({ cutOn }) => cutOn],
  ['Date received for packing', (step) => (step.step === 'initial_packing' ? step.receivedOn : null)],
  ['Date of cooling', ({ cooledOn }) => cooledOn],
  ['Temperature (°C)', ({ celsius }) => celsius],
  ['Location of event', (step, told) => placeOf(step, told)],
  ['Immediate previous source', ({ step, province }) => (step === 'receiving' ? province : null)],
  ['Immediate subsequent recipient', (step, told) => recipientOf(step, told)],
  ['Lot code used (transformation)', ({ usedLotCode }) => usedLotCode],
  ['Quantity used (transformation)', ({ usedGrams }) => (usedGrams === null ? null : usedGrams / 1000)],
  ['Reference document type', ({ referenceType }) => referenceType],
  ['Reference document number', ({ reference }) => reference],
];

/** Where it happened: in the orchard, or in the packing house by its Global Location Number. */
const placeOf = ({ step, plotCode }: Step, { gln, coop }: Told): string =>
  step === 'harvesting' ? `${coop}, field ${plotCode}` : `${coop}, packing house ${gln}`;

/** To whom fruit went on: from the orchard to the packing house, from there to a province. */
function recipientOf({ step, province }: Step, { gln, coop }: Told): string | null {
  if (step === 'harvesting' || step === 'cooling') return `${coop}, packing house ${gln}`;
  return step === 'shipping' ? province : null;
}

/** What was harvested, cooled, sorted, packed, shipped and received, a row each, to be sorted by any column. */
export function fsmaTable(steps: readonly Step[], told: { gln: string; demo: boolean }): SheetTable {
  const coop = m.common_coop_name({}, { locale: 'en' });
  const marked = told.demo ? [m.recall_demo_mark({}, { locale: 'en' })] : [];
  return {
    name: 'FSMA 204',
    // In a column of its own, so that no sorting parts the mark from a row.
    heads: [...COLUMNS.map(([head]) => head), ...(told.demo ? ['Note'] : [])],
    rows: steps.map((step) => {
      return [...COLUMNS.map(([, cell]) => cell(step, { gln: told.gln, coop })), ...marked];
    }),
  };
}
