import type { ApiOutputs } from '@baunghe/api';
import { useId } from 'react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';

type PackedBox = Extract<ApiOutputs['officeOrders']['packBox'], { ok: true }>['value'];
/** What became of the camera's picture, where it was asked for one. */
export type CameraSaid = NonNullable<PackedBox['camera']>;

const SAID: Record<CameraSaid, () => string> = {
  kept: m.evidence_camera_kept,
  camera_away: m.evidence_camera_away,
  camera_slow: m.evidence_camera_slow,
  camera_refuses: m.evidence_camera_refuses,
  camera_leads_elsewhere: m.evidence_camera_elsewhere,
  camera_no_picture: m.evidence_camera_no_picture,
  camera_too_large: m.evidence_camera_too_large,
};

export const isCameraSaid = (said: string | null): said is CameraSaid =>
  said !== null && Object.hasOwn(SAID, said);

/** Said after a box was packed: that the camera took its picture, or why there is none. */
export function CameraNotice({ said }: { said: CameraSaid }) {
  if (said === 'kept') return <Notice tone="plain" title={SAID.kept()} />;
  return (
    <Notice tone="care" title={m.evidence_camera_none()}>
      {SAID[said]()}
    </Notice>
  );
}

/** Whether the box that is packed now is to be seen by the camera over the table; on until somebody takes it off. */
export function CameraChoice({ chosen }: { chosen: boolean }) {
  const hint = useId();
  return (
    <div className="sm:col-span-3">
      <label className="inline-flex min-h-11 items-center gap-3 font-semibold">
        <input
          type="checkbox"
          name="camera"
          value="yes"
          defaultChecked={chosen}
          aria-describedby={hint}
          className="size-6 accent-rind"
        />
        {m.evidence_camera_use()}
      </label>
      <p id={hint} className="text-14 text-muted">
        {m.evidence_camera_hint()}
      </p>
    </div>
  );
}
