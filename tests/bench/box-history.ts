import type { Database } from '@baunghe/db';
import { boxStory } from '@baunghe/orders';
import type pg from 'pg';
import { median, progress } from './figures';

const TIMES = 25;

/** The event of packing of each box from one number to another, with the box that it is about. */
export async function writeBoxEvents(client: pg.Client, from: number, to: number): Promise<void> {
  progress(`history: writing events of boxes up to ${to}`);
  const boxes = `generate_series(${from}, ${to - 1}) n`;
  await client.query(`
    INSERT INTO "trace_event" ("id", "type", "bizStep", "eventTime", "recordedAt", "body")
    SELECT 'evt_bench' || n, 'TransformationEvent', 'packing', t, t, jsonb_build_object('eventID', 'evt_bench' || n)
    FROM ${boxes}, LATERAL (SELECT timestamptz '2020-01-01' + make_interval(mins => (n / 4)::int) AS t) at`);
  await client.query(`
    INSERT INTO "trace_about" ("subject", "subjectId", "eventId")
    SELECT 'box', 'box_bench' || n, 'evt_bench' || n FROM ${boxes}`);
}

/** The middle one of what the stories of boxes all over the table cost, each asked for the first time. */
export async function millisecondsOfHistory(database: Database, boxes: number): Promise<number> {
  progress(`history: a box among ${boxes}`);
  const milliseconds: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const number = Math.floor((boxes * (time + 0.5)) / (TIMES + 1));
    const code = { gtin: '09521234002000', serial: `BENCH${String(number).padStart(8, '0')}`, batch: null };
    const began = performance.now();
    const story = await boxStory(database, code);
    // The first one warms up what does not depend on how many boxes there are.
    if (time > 0) milliseconds.push(performance.now() - began);
    if (story?.events.length !== 1) throw new Error(`box ${code.serial} has no history`);
  }
  return median(milliseconds);
}
