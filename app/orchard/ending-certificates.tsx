import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import { type Certificate, certificateKindWords } from '~/orchard/certificate-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

/** Which certificates end soon, or ended lately; nothing when none does. */
export function EndingCertificates({ certificates }: { certificates: Certificate[] }) {
  const locale = useLocale();
  const href = useHref();
  if (certificates.length === 0) return null;
  return (
    <div className="mt-10">
      <Notice tone="care" title={m.farm_cert_warn_title()}>
        <ul>
          {certificates.map(({ id, kind, number, validTo }) => (
            <li key={id}>
              <Link
                to={href('/office/certificates')}
                className="inline-flex min-h-11 items-center underline underline-offset-4"
              >
                {m.farm_cert_warn({
                  kind: certificateKindWords(kind),
                  number,
                  day: formatDay(validTo, locale),
                })}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
