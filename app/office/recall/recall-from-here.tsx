import { LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { SourceKind } from './recall-words';

/** Where the recall page opens with all that a thing reached. */
export const recallPath = (kind: SourceKind, id: string): string =>
  `/office/recall?${new URLSearchParams({ kind, id })}`;

/** On the page of a lot, plot, input, member or day: leads to all that its fruit reached, and to a recall of it. */
export function RecallFromHere({ kind, id, tall }: { kind: SourceKind; id: string; tall?: boolean }) {
  const href = useHref();
  return (
    <LinkButton to={href(recallPath(kind, id))} kind="quiet" wide={tall ?? false} tall={tall ?? false}>
      {m.recall_from_here()}
    </LinkButton>
  );
}
