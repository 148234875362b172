import type { Moment, Tx } from '@baunghe/db';
import { temperature } from './event.ts';
import { recordAct } from './record-event.ts';

/** What a thermometer in a cold box or store said about the boxes or lots in it. */
export interface RecordedTemperature {
  boxes: readonly { id: string; epc: string }[];
  lots?: readonly { lotId: string; lotClass: string }[];
  /** Location URI of where it was read. */
  place: string;
  celsius: number;
  /** When the thermometer was read: now at the latest. */
  readAt: Date;
  /** URI of the thermometer, where it has one. */
  deviceId?: string;
}

/** Records a temperature (ObjectEvent, OBSERVE, sensor_reporting, with its sensor element). Returns the eventID. */
export function recordTemperature(tx: Tx, moment: Moment, read: RecordedTemperature): Promise<string> {
  const { boxes, lots = [] } = read;
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'sensor_reporting',
      readPoint: { id: read.place },
      ...(boxes.length > 0 ? { epcList: boxes.map((box) => box.epc) } : {}),
      ...(lots.length > 0 ? { quantityList: lots.map(({ lotClass }) => ({ epcClass: lotClass })) } : {}),
      sensorElementList: temperature(read.celsius, read.readAt, read.deviceId),
    },
    [
      ...boxes.map(({ id }) => ({ subject: 'box' as const, id })),
      ...lots.map(({ lotId }) => ({ subject: 'lot' as const, id: lotId })),
    ],
  );
}
