import type { ApiOutputs } from '@baunghe/api';
import { Sign } from '~/components/sign';
import { formatDay } from '~/format';
import { certificateKindWords } from '~/orchard/certificate-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** A certificate as anyone may read it. */
export type ShownCertificate = Extract<
  ApiOutputs['orchards']['one'],
  { ok: true }
>['value']['certificates'][number];

/** Certificates, each with its number, who gave it and until when it holds. */
export function Certificates({ certificates }: { certificates: readonly ShownCertificate[] }) {
  const locale = useLocale();
  if (certificates.length === 0) return null;
  return (
    <ul className="mt-3 space-y-2">
      {certificates.map(({ kind, number, issuer, validTo }) => (
        <li key={`${kind} ${number}`} className="flex items-start gap-2">
          <Sign name="seal" size={22} />
          <span>
            <span className="font-semibold">{certificateKindWords(kind)}</span>{' '}
            <span className="text-14 text-muted">
              {m.finding_certificate({ number, issuer, day: formatDay(validTo, locale) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
