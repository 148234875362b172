import type { Moment, Tx } from '@baunghe/db';
import { temperature } from './event.ts';
import { recordAct } from './record-event.ts';

/** What a thermometer in a cold box or store said about the boxes in it. */
export interface RecordedTemperature {
  boxes: readonly { id: string; epc: string }[];
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
  return recordAct(
    tx,
    moment,
    {
      type: 'ObjectEvent',
      action: 'OBSERVE',
      bizStep: 'sensor_reporting',
      readPoint: { id: read.place },
      epcList: read.boxes.map((box) => box.epc),
      sensorElementList: temperature(read.celsius, read.readAt, read.deviceId),
    },
    read.boxes.map((box) => ({ subject: 'box', id: box.id })),
  );
}
