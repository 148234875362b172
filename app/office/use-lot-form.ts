import type { KindName } from '~/offline/kind';
import { type RefusedForm, useQueuedForm } from '~/offline/use-queued-form';

/** The form of one act on a lot: kept on the phone until it is taken. `answered` is what its page was answered, if it was. */
export function useLotForm(kind: KindName, batch: string, answered: RefusedForm | undefined) {
  const queued = useQueuedForm<RefusedForm>({ kind, of: batch, answered });
  const { typed = null, problem = null } = queued.refused ?? {};
  const beside: Record<string, string | undefined> = problem?.beside ?? {};
  return { queued, typed: typed ?? {}, problem, beside };
}
