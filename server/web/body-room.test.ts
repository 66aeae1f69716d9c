import { expect, test } from "vitest";
import { bodyRoom } from "./body-room";

test("many who send at once hold no more than there is room for, and what one gives back is another's", () => {
  const room = bodyRoom({ inAll: 10, eachNetwork: 10 });
  const [one, other] = [room("192.0.2.1"), room("192.0.2.2")];
  expect([one.take(6), other.take(6), other.take(4), one.take(1)]).toEqual([true, false, true, false]);
  one.giveBack();
  expect([other.take(6), other.take(1)]).toEqual([true, false]);
});

test("one network's senders leave room for everybody else", () => {
  const room = bodyRoom({ inAll: 10, eachNetwork: 4 });
  const [one, sister] = [room("192.0.2.1"), room("192.0.2.1")];
  expect([one.take(3), sister.take(2), room("192.0.2.2").take(4)]).toEqual([true, false, true]);
  one.giveBack();
  one.giveBack();
  expect([sister.take(4), sister.take(1)]).toEqual([true, false]);
});
