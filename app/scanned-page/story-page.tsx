import { Declared } from './declared';
import { Diary } from './diary';
import { Eating } from './eating';
import { Fruit } from './fruit';
import { Orchard } from './orchard';
import { ProofDetails } from './proof';
import { ScannedFrame } from './scanned-frame';
import { Held, Seal } from './seal';
import type { Story } from './story';
import { Way } from './way';
import { Whereabouts } from './whereabouts';

/** Everything that the code of a box or a lot tells, in the order in which people ask for it. */
export function StoryTold({ story, now }: { story: Story; now: Date }) {
  return (
    <>
      {story.origin.held ? <Held story={story} /> : null}
      <div className="crate">
        <Seal story={story} />
        <Fruit story={story} now={now} />
      </div>
      <ProofDetails story={story} />
      <div className="columns">
        <div>
          <Orchard story={story} />
          <Diary story={story} />
        </div>
        <div>
          <Way story={story} />
          <Whereabouts story={story} />
          <Eating story={story} />
        </div>
      </div>
      <Declared story={story} />
    </>
  );
}

/** The page that a box's or a lot's code opens: one flight, no script, readable by anyone. */
export function StoryPage({ story, now }: { story: Story; now: Date }) {
  return (
    <ScannedFrame demo={story.origin.demo}>
      <StoryTold story={story} now={now} />
    </ScannedFrame>
  );
}
