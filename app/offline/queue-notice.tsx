import { Notice } from '~/components/notice';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import * as m from '~/paraglide/messages.js';
import type { useQueuedForm } from './use-queued-form';

/** Above a form: that the phone could not save it, or that it is saved and the session is over. */
export function QueueNotice({
  queued,
}: {
  queued: Pick<ReturnType<typeof useQueuedForm>, 'notSaved' | 'signedOut' | 'sendDirectly' | 'copyToFile'>;
}) {
  const { notSaved, signedOut, sendDirectly, copyToFile } = queued;
  if (signedOut)
    return (
      <Notice tone="care" title={m.offline_signed_out_kept()}>
        <SignInElsewhere problem={{ status: 401 }} />
      </Notice>
    );
  if (!notSaved) return null;
  return (
    <Notice tone="care" title={notSaved === 'full' ? m.offline_full() : m.offline_broken()}>
      <div className="flex flex-wrap gap-x-6">
        <Act onClick={sendDirectly}>{m.offline_send_now()}</Act>
        <Act onClick={copyToFile}>{m.offline_copy_to_file()}</Act>
      </div>
    </Notice>
  );
}

function Act({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-14 cursor-pointer font-semibold underline underline-offset-4"
    >
      {children}
    </button>
  );
}
