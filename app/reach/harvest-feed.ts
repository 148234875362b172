import { element, escapeXml } from './xml';

/** What a feed says of a harvest that fruit is sold from. */
export interface FeedHarvest {
  link: string;
  title: string;
  summary: string;
  cutOn: Date;
}

/** Harvests as an Atom feed (RFC 4287), the newest first. */
export function harvestFeed(
  feed: { self: string; home: string; title: string; author: string; language: string },
  harvests: readonly FeedHarvest[],
): string {
  const newestFirst = [...harvests].sort((a, b) => +b.cutOn - +a.cutOn);
  const updated = (newestFirst[0]?.cutOn ?? new Date(0)).toISOString();
  const entries = newestFirst.map(
    ({ link, title, summary, cutOn }) =>
      `<entry>${element('id', link)}${element('title', title)}${element('updated', cutOn.toISOString())}<link rel="alternate" href="${escapeXml(link)}"/>${element('summary', summary)}</entry>`,
  );
  return `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
${element('id', feed.self)}${element('title', feed.title)}${element('updated', updated)}<author>${element('name', feed.author)}</author>
<link rel="self" href="${escapeXml(feed.self)}"/><link rel="alternate" href="${escapeXml(feed.home)}"/>
${entries.join('\n')}
</feed>`;
}
