import type { ApiOutputs } from '@baunghe/api';
import { useId } from 'react';
import { MapSketch } from '~/components/map-sketch';
import { formatMetres } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Photo = ApiOutputs['evidence']['ofOrder'][number];
type Original = Photo['originals'][number];

/** For staff: the photos that stand in events, where each was taken and the hash of what the camera gave. */
export function PhotoEvidence({ photos }: { photos: Photo[] }) {
  const heading = useId();
  if (photos.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="text-22">
        {m.evidence_photo_title()}
      </h2>
      <p className="mb-3 text-14 text-muted">{m.evidence_photo_staff()}</p>
      <ul className="grid gap-6">
        {photos.map((photo) => (
          <li
            key={photo.serial ?? photo.photoId}
            className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2"
          >
            <img
              src={`/photos/${photo.photoId}`}
              alt={photo.serial ? m.evidence_photo_alt_box({ serial: photo.serial }) : m.office_lot_photo()}
              width={480}
              height={360}
              loading="lazy"
              className="w-full rounded-crate object-cover"
            />
            <div className="grid content-start gap-3">
              {photo.serial ? <p className="font-extrabold tracking-wide">{photo.serial}</p> : null}
              {photo.originals.length === 0 ? <p>{m.evidence_photo_no_original()}</p> : null}
              {photo.originals.map((original) => (
                <TheOriginal key={original.sha256} original={original} plot={photo.plot} />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TheOriginal({ original, plot }: { original: Original; plot: Photo['plot'] }) {
  const locale = useLocale();
  const { position, sha256, claimedSha256 } = original;
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{whereTaken(original, plot.name, locale)}</p>
      {position && plot.outline.length > 3 ? (
        <MapSketch ring={plot.outline} dot={position} label={m.evidence_photo_map({ plot: plot.name })} />
      ) : null}
      <dl className="text-14">
        {position ? (
          <>
            <dt className="text-muted">{m.evidence_photo_coordinates()}</dt>
            <dd>
              {position.latitude.toFixed(6)}, {position.longitude.toFixed(6)}
            </dd>
          </>
        ) : null}
        <dt className="text-muted">
          {claimedSha256 ? m.evidence_photo_hash_sent() : m.evidence_photo_hash()}
        </dt>
        <dd className="break-all">
          <code>{sha256}</code>
        </dd>
        {claimedSha256 ? (
          <>
            <dt className="text-muted">{m.evidence_photo_claimed()}</dt>
            <dd className="break-all">
              <code>{claimedSha256}</code>
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  );
}

function whereTaken({ position, metresFromPlot }: Original, plot: string, locale: Locale): string {
  if (!position) return m.evidence_photo_no_place();
  if (metresFromPlot === null) return m.evidence_photo_no_outline();
  if (metresFromPlot === 0) return m.evidence_photo_within({ plot });
  return m.evidence_photo_from({ plot, distance: formatMetres(metresFromPlot, locale) });
}
