import type { ApiOutputs } from '@baunghe/api';
import { StandingHeader } from '~/components/standing-header';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { standingTone, standingWords } from './bulk-words';

type Asked = Pick<
  Extract<ApiOutputs['bulk']['follow'], { ok: true }>['value'],
  'code' | 'createdAt' | 'standing'
>;

/** The head of a bulk request's page, its asker's and the office's: which it is, since when, and how it stands. */
export function BulkHeader({ bulk: { code, createdAt, standing } }: { bulk: Asked }) {
  const locale = useLocale();
  return (
    <StandingHeader
      title={m.bulk_own_title({ code })}
      lead={m.bulk_sent_at({ at: formatInstant(createdAt, locale) })}
      standing={{ tone: standingTone(standing), words: standingWords(standing) }}
    />
  );
}
