import type { HeadersFunction, MetaDescriptor } from '@remix-run/node';
import type { PageHandle } from '~/page-handle';
import * as m from '~/paraglide/messages.js';
import { getLocale } from '~/paraglide/runtime.js';
import type { ScanAnswer } from './answer-scan.server';
import { fruitName } from './fruit';
import { Refused, refusalTitle } from './refused';
import type { Said } from './said';
import { StoryPage } from './story-page';

/** No script of the site's, styles within the page: readable after one flight. */
export const scannedHandle: PageHandle = { script: false, styles: 'inline-box' };

/** The answer's own caching goes out with the document; what a form was answered is for its sender alone. */
export const scannedHeaders: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders?.has('Cache-Control') ? actionHeaders : loaderHeaders;

/** Title and description. A box's page stays out of search engines: its address is for whoever holds the box. */
export function scannedMeta(answer: ScanAnswer | undefined): MetaDescriptor[] {
  const robots = { name: 'robots', content: 'noindex' };
  if (!answer) return [robots];
  if ('refusal' in answer) return [{ title: refusalTitle(answer.refusal) }, robots];
  const { story } = answer;
  const title = m.box_title({ fruit: fruitName(story, getLocale()), plot: story.origin.plot.name });
  const told = [{ title }, { name: 'description', content: m.box_description() }, robots];
  if (!answer.picture) return told;
  return [
    ...told,
    { property: 'og:title', content: title },
    { property: 'og:description', content: m.box_description() },
    { property: 'og:image', content: answer.picture },
  ];
}

/** The story behind a code, or why there is none. */
export function ScannedPage({ answer, said = null }: { answer: ScanAnswer; said?: Said | null }) {
  if ('refusal' in answer) return <Refused refusal={answer.refusal} />;
  return <StoryPage story={answer.story} now={answer.now} said={said} />;
}
