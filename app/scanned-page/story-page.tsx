import { CalledBack, OpenedAgain } from './called-back';
import { CopyWarning } from './copy-warning';
import { Counted } from './counted';
import { Declared } from './declared';
import { Diary } from './diary';
import { Eating } from './eating';
import { Fruit } from './fruit';
import { Orchard } from './orchard';
import { PinForm } from './pin-form';
import { ProofDetails } from './proof';
import { ReportForm } from './report-form';
import type { Said } from './said';
import { ScannedFrame } from './scanned-frame';
import { Held, Seal } from './seal';
import type { Story } from './story';
import { Way } from './way';
import { Whereabouts } from './whereabouts';

type StoryProps = { story: Story; now: Date; said?: Said | null };

/** Everything that the code of a box or a lot tells, in the order in which people ask for it. */
export function StoryTold({ story, now, said = null }: StoryProps) {
  const { seen } = story;
  return (
    <>
      <CalledBack story={story} />
      <OpenedAgain story={story} />
      {seen ? <CopyWarning seen={seen} /> : null}
      {story.origin.held && !story.origin.withdrawn ? <Held story={story} /> : null}
      <div className="crate">
        <Seal story={story} />
        <Fruit story={story} now={now} />
      </div>
      <ProofDetails story={story} />
      {seen && !story.unpackedAt ? <PinForm seen={seen} said={said} /> : null}
      <div className="columns">
        <div>
          <Orchard story={story} />
          <Diary story={story} />
        </div>
        <div>
          <Way story={story} />
          <Whereabouts story={story} />
          <Eating story={story} />
          {seen ? <ReportForm said={said} /> : null}
        </div>
      </div>
      <Declared story={story} />
    </>
  );
}

/** The page that a box's or a lot's code opens: one flight, readable by anyone and without script. */
export function StoryPage(props: StoryProps) {
  const { story } = props;
  return (
    <ScannedFrame demo={story.origin.demo}>
      <StoryTold {...props} />
      {story.seen ? <Counted /> : null}
    </ScannedFrame>
  );
}
