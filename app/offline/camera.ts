/** Why nothing is read: the person or the browser refuses, there is no camera, or what reads codes is not on the phone. */
export type ScanTrouble = 'not_allowed' | 'no_camera' | 'no_reader';

/** Opens the camera that looks away from the person. Rejects with a `ScanTrouble`. */
export async function openCamera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch (error) {
    throw error instanceof DOMException && error.name === 'NotAllowedError' ? 'not_allowed' : 'no_camera';
  }
}

/** Loads what reads codes, which only whoever scans needs. Rejects with a `ScanTrouble`. */
export async function openReader(): Promise<typeof import('./read-code').readCode> {
  try {
    return (await import('./read-code')).readCode;
  } catch {
    throw 'no_reader';
  }
}
