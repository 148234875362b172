import { ORDER_WAYS } from './order-ways.ts';

/** What must hold for a way to be taken, beside its being drawn: in the words of docs/design.md. */
const GUARDS: Readonly<Record<string, string>> = {
  'preordered placed': 'harvest shared out, fruit is kept',
  'preordered cancelled': 'no deposit in a day, or nothing was cut for it',
  'placed packed': 'last box packed (a transfer must have come in)',
  'placed cancelled': 'while nothing is packed; what was paid is owed back',
  'packed shipped': 'handed to a carrier, no box called back, a card has paid; sale booked',
  'packed placed': 'a box opened again',
  'shipped delivered': 'cash on delivery booked',
};

/** The ways of an order as a Mermaid state diagram, drawn from the table that the code goes by. Throws for a way without words. */
export function drawWays(): string {
  const ways = Object.entries(ORDER_WAYS).flatMap(([from, tos]) =>
    tos.map((to) => {
      const guard = GUARDS[`${from} ${to}`];
      if (guard === undefined) throw new Error(`nothing says what guards the way from ${from} to ${to}`);
      return `    ${from} --> ${to}: ${guard}`;
    }),
  );
  const begins = [
    '    [*] --> placed: checkout, fruit is kept',
    '    [*] --> preordered: fruit of a forecast is promised, for a deposit',
  ];
  return ['stateDiagram-v2', ...begins, ...ways].join('\n');
}
