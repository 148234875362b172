import { Badge, type BadgeTone } from './badge';
import { PageHeader } from './page-header';

type StandingHeaderProps = {
  title: string;
  lead: string | null;
  standing: { tone: BadgeTone; words: string };
};

/** The head of a page about something that was asked for, its asker's and the office's: which it is, since when, and how it stands. */
export function StandingHeader({ title, lead, standing: { tone, words } }: StandingHeaderProps) {
  return (
    <PageHeader title={title} lead={lead}>
      <Badge tone={tone}>{words}</Badge>
    </PageHeader>
  );
}
