import { StillOnPhone, useEntryToMend } from '~/offline/still-on-phone';
import * as m from '~/paraglide/messages.js';
import { mayPack, type Order } from './form-state';

/** For who came to put a packed box right (`?entry=`) that the order has no place for any more: it still waits on the phone. */
export function BoxWithoutPlace({ order }: { order: Order }) {
  const entry = useEntryToMend('pack');
  const lineId = entry?.fields.find(([name]) => name === 'lineId')?.[1];
  if (mayPack(order) && order.lines.some((line) => line.id === lineId && line.packedUnits < line.quantity))
    return null;
  return (
    <StillOnPhone kind="pack" title={m.offline_pack_no_place()}>
      {m.offline_pack_no_place_text()}
    </StillOnPhone>
  );
}
