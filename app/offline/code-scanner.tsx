import { useEffect, useRef, useState } from 'react';
import { Button } from '~/components/button';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { openCamera, openReader, type ScanTrouble } from './camera';

type ScannerProps = {
  label: string;
  /** Told of what was read; false when the form has no use for it, and the camera looks on. Words are said. */
  onCode: (text: string) => boolean | string | Promise<boolean | string>;
  /** Said when it had no use for it. */
  otherWords: string;
};

/** A button that opens the camera and reads a code; what reads it is loaded when the button is pressed. */
export function CodeScanner({ label, onCode, otherWords }: ScannerProps) {
  const [open, setOpen] = useState(false);
  const [said, say] = useState('');
  const found = async (text: string) => {
    const taken = await onCode(text);
    say(taken === false ? otherWords : taken === true ? '' : taken);
    if (taken !== false) setOpen(false);
  };
  const broken = (trouble: ScanTrouble) => {
    say(TROUBLES[trouble]());
    setOpen(false);
  };
  const toggle = () => {
    say('');
    setOpen(!open);
  };
  return (
    <div className="grid gap-2">
      {open ? <Camera onText={found} onBroken={broken} /> : null}
      <Button type="button" kind="quiet" wide tall onClick={toggle}>
        <Sign name={open ? 'cross' : 'scan'} size={24} />
        {open ? m.offline_scan_stop() : label}
      </Button>
      <p role="status">{open && !said ? m.offline_scan_aim() : said}</p>
    </div>
  );
}

const TROUBLES: Record<ScanTrouble, () => string> = {
  not_allowed: m.offline_scan_not_allowed,
  no_camera: m.offline_scan_no_camera,
  no_reader: m.offline_scan_no_reader,
};

const LOOK_MS = 250;

type CameraProps = {
  onText: (text: string) => Promise<void>;
  onBroken: (trouble: ScanTrouble) => void;
};

function Camera({ onText, onBroken }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef({ onText, onBroken });
  told.current = { onText, onBroken };
  useEffect(() => {
    const gone = new AbortController();
    const look = async () => {
      const readCode = await openReader();
      const stream = await openCamera();
      gone.signal.addEventListener('abort', () => stopAll(stream));
      if (gone.signal.aborted || !video.current) return stopAll(stream);
      video.current.srcObject = stream;
      await video.current.play();
      while (!gone.signal.aborted) {
        const picture = pictureOf(video.current);
        const text = picture && (await readCode(picture).catch(withoutReader));
        if (text && !gone.signal.aborted) await told.current.onText(text);
        await new Promise((done) => setTimeout(done, LOOK_MS));
      }
    };
    look().catch((trouble: unknown) => {
      if (gone.signal.aborted) return;
      gone.abort();
      told.current.onBroken(isTrouble(trouble) ? trouble : 'no_camera');
    });
    return () => gone.abort();
  }, []);
  return <video ref={video} muted playsInline className="w-full rounded-crate border-2 border-ink" />;
}

const isTrouble = (thrown: unknown): thrown is ScanTrouble => Object.hasOwn(TROUBLES, String(thrown));

/** Its WebAssembly is fetched at the first look. */
function withoutReader(): never {
  throw 'no_reader';
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function pictureOf(video: HTMLVideoElement): ImageData | null {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}
