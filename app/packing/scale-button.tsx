import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '~/components/button';
import { Sign } from '~/components/sign';
import { formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { useScripted } from '~/use-scripted';
import { ScaleEar, type ScaleReading } from './scale';

/** As much of Web Serial as a scale needs. */
interface SerialPort {
  readable: ReadableStream<Uint8Array> | null;
  open(options: { baudRate: number }): Promise<void>;
  close(): Promise<void>;
}
type WithSerial = Navigator & { serial?: { requestPort(): Promise<SerialPort> } };

/** What the scales of packing tables are set to when they are bought. */
const BAUD = 9600;

/** Reads a scale that is plugged in, where the browser can, and writes what has settled into the form's weight. */
export function ScaleButton({ form }: { form: RefObject<HTMLFormElement> }) {
  const scripted = useScripted();
  const locale = useLocale();
  const [now, setNow] = useState<ScaleReading | null>(null);
  const [trouble, setTrouble] = useState(false);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  const serial = scripted ? (navigator as WithSerial).serial : undefined;
  if (!serial) return null;
  const settled = (grams: number) => {
    const field = form.current?.elements.namedItem('kg');
    if (grams > 0 && field instanceof HTMLInputElement) field.value = String(grams / 1000);
  };
  const connect = async () => {
    setTrouble(false);
    try {
      const port = await serial.requestPort();
      await port.open({ baudRate: BAUD });
      stop.current = listen(port, setNow, settled, () => setTrouble(true));
    } catch {
      setTrouble(true);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button type="button" kind="quiet" onClick={connect}>
        <Sign name="board" size={24} />
        {m.packing_scale()}
      </Button>
      <p role="status" className="text-22 font-extrabold">
        {trouble ? m.packing_scale_trouble() : null}
        {now && !trouble ? (
          <span className={now.stable ? '' : 'text-muted'}>{formatKilograms(now.grams, locale)}</span>
        ) : null}
      </p>
    </div>
  );
}

/** Listens until told to stop. */
function listen(
  port: SerialPort,
  heard: (now: ScaleReading) => void,
  settled: (grams: number) => void,
  broken: () => void,
): () => void {
  const ear = new ScaleEar();
  const letters = new TextDecoder('latin1');
  const reader = port.readable?.getReader();
  const run = async () => {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      const said = ear.hear(letters.decode(piece.value, { stream: true }));
      if (said.now) heard(said.now);
      if (said.settled !== null) settled(said.settled);
    }
  };
  run()
    .catch(broken)
    .finally(() => {
      reader?.releaseLock();
      port.close().catch(broken);
    });
  return () => void reader?.cancel();
}
