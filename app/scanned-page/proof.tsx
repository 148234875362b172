import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import checkScript from './browser/main.ts?worker&url';
import type { ProofData, VerdictWords } from './proof-data';
import { sealedDigest } from './sealed-digest';
import type { Story } from './story';

/** The line that the visitor's browser overwrites with what it found; until then, what the server knows. */
export function Verdict({ story: { proof } }: { story: Story }) {
  const locale = useLocale();
  if (!proof || proof.events.length === 0) return <p className="sealed">{m.box_proof_not_sealed()}</p>;
  return (
    <>
      <p className="sealed" id="verdict" role="status">
        {m.box_proof_sealed({ at: formatInstant(proof.sealedAt, locale) })}
      </p>
      <noscript>
        <p className="when">{m.box_proof_no_script()}</p>
      </noscript>
    </>
  );
}

/** What was checked and what was not, one tap away, and the way to check it all with tools that are not ours. */
export function ProofDetails({ story: { proof } }: { story: Story }) {
  const words = useVerdictWords(proof?.sealedAt ?? null);
  if (!proof || proof.events.length === 0) return null;
  const { sealedAt: _sealedAt, ...data } = proof;
  const diaryIsSealed = proof.events.some(({ event }) => sealedDigest(event) !== undefined);
  return (
    <details className="proof">
      <summary>{m.box_proof()}</summary>
      <ul id="verdict-lines" />
      <p>
        {m.box_proof_limits()} {diaryIsSealed ? m.box_proof_diary_since() : m.box_proof_diary_not_sealed()}
      </p>
      <p>
        {m.box_proof_by_tools()} <a href="/log/checkpoint">{m.box_proof_checkpoint()}</a> ·{' '}
        <a href="/log/key">{m.box_proof_key()}</a>
      </p>
      <script type="module" src={checkScript} async />
      <script
        type="application/json"
        id="proof"
        // JSON in which no tag can end the element.
        dangerouslySetInnerHTML={{ __html: asData({ ...data, words }) }}
      />
    </details>
  );
}

const asData = (data: ProofData): string => JSON.stringify(data).replaceAll('<', '\\u003c');

function useVerdictWords(sealedAt: Date | null): VerdictWords {
  const locale = useLocale();
  return {
    whole: m.box_proof_whole({ at: sealedAt ? formatInstant(sealedAt, locale) : '' }),
    broken: m.box_proof_broken(),
    unchecked: m.box_proof_unchecked(),
    events: m.box_proof_events({ count: '{count}', size: '{size}' }),
    signed: m.box_proof_signed({ origin: '{origin}', root: '{root}' }),
    witnesses: m.box_proof_witnesses({ names: '{names}' }),
    noWitness: m.box_proof_no_witness(),
    waiting: m.box_proof_waiting({ count: '{count}' }),
    diary: m.box_proof_diary({ count: '{count}' }),
    kept: {
      none_kept: m.box_proof_kept_none(),
      same: m.box_proof_kept_same(),
      grown: m.box_proof_kept_grown(),
      not_compared: m.box_proof_kept_not_compared(),
    },
    faults: {
      changed: m.box_proof_fault_changed(),
      diary: m.box_proof_fault_diary(),
      differs: m.box_proof_fault_differs(),
      fork: m.box_proof_fault_fork(),
      key: m.box_proof_fault_key(),
      old: m.box_proof_fault_old(),
      other: m.box_proof_fault_other(),
      proof: m.box_proof_fault_proof(),
      signature: m.box_proof_fault_signature(),
      witness: m.box_proof_fault_witness(),
    },
  };
}
