import { lotClassUri } from '@baunghe/gs1';
import type { Request, Response } from 'express';
import type { Caller } from '../gate';
import { refuse, send } from './send';

/**
 * Whether a lot is called back, for machines: `GET /recalls/:batch`. `reason` is as the manager wrote it, in Vietnamese
 * most likely; `endedAt` says when the last withdrawal ended.
 */
export async function sendRecall(request: Request, response: Response, api: Caller): Promise<void> {
  const batch = /^\/([0-9A-Z]{1,20})$/.exec(request.path)?.[1];
  if (batch === undefined)
    return void refuse(
      request,
      response,
      400,
      'malformed',
      'a batch code has 1 to 20 digits and capital letters',
    );
  const found = await api.resolver.recall({ batch });
  if (!found.ok)
    return void refuse(request, response, 404, 'nothing_known', 'there is no lot with this batch code');
  const { looseGtin, withdrawn, endedAt } = found.value;
  response.set('Cache-Control', 'no-cache');
  send(request, response, 'application/json', {
    lot: lotClassUri(looseGtin, batch),
    batch,
    recalled: withdrawn !== null,
    since: withdrawn?.since ?? null,
    reason: withdrawn?.reason ?? null,
    endedAt,
  });
}
