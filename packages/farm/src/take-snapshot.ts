import { fail, ok, type Result } from '@baunghe/db';

/** What a camera in the house may take: `address` is where it gives a JPEG, user and password before its host. */
export interface Camera {
  address: string;
  /** Until the picture is here whole, in milliseconds. */
  withinMs: number;
  mostBytes: number;
}

/** A packing-house camera: nobody at the table waits longer, and no picture of such a camera is larger. */
export const packingCamera = (address: string): Camera => ({
  address,
  withinMs: 4_000,
  mostBytes: 8 * 1024 * 1024,
});

/** Why there is no picture. None of it tells the address, which may hold a password. */
export type SnapshotRefusal = {
  code:
    | 'camera_away'
    | 'camera_slow'
    | 'camera_refuses'
    | 'camera_leads_elsewhere'
    | 'camera_no_picture'
    | 'camera_too_large';
};

/**
 * Asks a camera for one picture as it is now (HTTP GET, Basic authentication where the address holds a user). A redirect
 * is not followed: the password is for this address alone. What came is a JPEG by its first bytes, whatever it is called.
 */
export async function takeSnapshot(camera: Camera): Promise<Result<Uint8Array, SnapshotRefusal>> {
  const { address, headers } = withoutPassword(camera.address);
  const signal = AbortSignal.timeout(camera.withinMs);
  try {
    const answer = await fetch(address, { headers, signal, redirect: 'manual', cache: 'no-store' });
    const refusal = refusalIn(answer, camera.mostBytes);
    const bytes = refusal ? null : await bytesOf(answer, camera.mostBytes);
    if (!bytes) await answer.body?.cancel().catch(() => undefined);
    if (refusal) return fail({ code: refusal });
    if (!bytes) return fail({ code: 'camera_too_large' });
    return isJpeg(bytes) ? ok(bytes) : fail({ code: 'camera_no_picture' });
  } catch {
    return fail({ code: signal.aborted ? 'camera_slow' : 'camera_away' });
  }
}

/** fetch takes no address with a password in it. */
function withoutPassword(address: string): { address: URL; headers: Record<string, string> } {
  const url = new URL(address);
  const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  url.username = '';
  url.password = '';
  const basic = Buffer.from(`${user}:${password}`).toString('base64');
  return { address: url, headers: user || password ? { Authorization: `Basic ${basic}` } : {} };
}

function refusalIn({ status, headers }: Response, mostBytes: number): SnapshotRefusal['code'] | null {
  if (status >= 300 && status < 400) return 'camera_leads_elsewhere';
  if (status !== 200) return 'camera_refuses';
  return Number(headers.get('content-length') ?? 0) > mostBytes ? 'camera_too_large' : null;
}

/** The body, or null as soon as it is more than may come. */
async function bytesOf(answer: Response, mostBytes: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.byteLength;
    if (length > mostBytes) {
      await reader?.cancel();
      return null;
    }
    parts.push(next.value);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** SOI and the beginning of the next marker (ITU-T T.81, B.1.1.3). */
function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}
