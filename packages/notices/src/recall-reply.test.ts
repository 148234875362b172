import { expect, it } from 'vitest';
import { parseRecallReply } from './recall-reply.ts';

it.each([
  ['DA HUY', 'destroyed'],
  ['Tôi đã bỏ đi rồi', 'destroyed'],
  ['discarded', 'destroyed'],
  ['Đã ăn', 'eaten'],
  ['da an het roi.', 'eaten'],
  ['TRẢ LẠI', 'giving_back'],
  ['return', 'giving_back'],
  ['DA HUY 0417', null],
  ['HUY DON BN7K2M9QX', null],
  ['Anh ơi', null],
  ['', null],
])('%s', (text, reply) => expect(parseRecallReply(text)).toBe(reply));
