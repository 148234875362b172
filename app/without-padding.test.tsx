import { buffer } from 'node:stream/consumers';
import type { ReactElement } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { withoutPadding } from './without-padding';

const drawn = (page: ReactElement): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      onAllReady: () => resolve(buffer(pipe(withoutPadding()))),
      onError: reject,
    });
  });

it('lets no letter of several bytes be torn, wherever the buffer of a page ends', async () => {
  for (let before = 0; before < 12; before++) {
    const typed = ['x'.repeat(before), ...Array.from({ length: 900 }, () => 'Sầu riêng Ri6, số 9 phố thử')];
    const page = (
      <div>
        {typed.map((text, at) => (
          <input key={`${at}`} defaultValue={text} />
        ))}
      </div>
    );
    const bytes = await drawn(page);
    expect(bytes.includes(0)).toBe(false);
    expect(bytes.toString()).toBe(renderToString(page));
  }
});
