import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { type OrderProof, ProofFields } from './export-button';

type Consents = Extract<ApiOutputs['buyerData']['consents'], { ok: true }>['value']['consents'];

/** What somebody agreed to, in the words that they read, each to be taken back. */
export function MyConsents({ consents, proof }: { consents: Consents; proof: OrderProof }) {
  const locale = useLocale();
  if (consents.length === 0) return <p className="mt-2">{m.law_consents_none()}</p>;
  return (
    <ul className="mt-2 divide-y divide-edge">
      {consents.map(({ purpose, given, at, words, locale: read }) => (
        <li key={purpose} className="space-y-2 py-3">
          <p lang={read}>{words}</p>
          <p className="text-14 text-muted">
            {given
              ? m.law_consent_given({ at: formatInstant(at, locale) })
              : m.law_consent_taken_back({ at: formatInstant(at, locale) })}
          </p>
          {given ? (
            <Form method="post">
              <ProofFields {...proof} />
              <input type="hidden" name="purpose" value={purpose} />
              <Button kind="quiet" name="act" value="withdraw">
                {m.law_withdraw()}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
