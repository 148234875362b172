import type { ApiOutputs } from '@baunghe/api';
import { useId } from 'react';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Photo = ApiOutputs['carriers']['ofOrder']['photos'][number];

/** For staff: the photos taken when the order was handed to its carrier and to its buyer. */
export function HandoverPhotos({ photos }: { photos: Photo[] }) {
  const locale = useLocale();
  const heading = useId();
  if (photos.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="mb-3 text-22">
        {m.carriers_photos()}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {photos.map(({ id, to, at, originalSha256 }) => {
          const told = { at: formatInstant(at, locale) };
          return (
            <li key={id}>
              <img
                src={`/office/handover-photos/${id}`}
                alt={to === 'buyer' ? m.carriers_photo_alt_buyer(told) : m.carriers_photo_alt_carrier(told)}
                width={480}
                height={360}
                loading="lazy"
                className="w-full rounded-crate object-cover"
              />
              <p className="text-14">
                {to === 'buyer' ? m.carriers_photo_door() : m.carriers_photo_given()} · {told.at}
              </p>
              <p className="text-14 break-all text-muted">
                {m.evidence_photo_hash()} <code>{originalSha256}</code>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
