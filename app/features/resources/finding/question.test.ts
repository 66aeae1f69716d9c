import { expect, test } from "vitest";
import { addressOf, anyFilter, readQuestion } from "./question";

const read = (search: string) => readQuestion(new URLSearchParams(search));

test("what somebody typed and chose stands in the address, and is read from it again", () => {
  const address = "/resources?q=%EC%8B%9C%EB%AF%BC%EA%B6%8C&need=legal&spoken=ko&cost=free&open=1&verified=1&page=2";
  const question = read(address.split("?")[1] ?? "");
  expect(question).toMatchObject({ typed: "시민권", need: "legal", cost: "free", open: true, verified: true, page: 2 });
  expect(addressOf(question)).toBe(address);
  expect(addressOf({ ...question, page: 1, need: "" })).not.toContain("need");
});

test("an address that somebody wrote by hand asks for nothing strange", () => {
  expect(read("cost=gold&page=-3")).toMatchObject({ cost: "", page: 1 });
  expect(read("page=999")).toMatchObject({ page: 1 });
  expect(read("page=1.5")).toMatchObject({ page: 1 });
  expect(read(`q=${"가".repeat(500)}`).typed).toHaveLength(120);
  expect(addressOf(read("nonsense=1"))).toBe("/resources");
});

test("what is only typed is no filter", () => {
  expect(anyFilter(read("q=daca"))).toBe(false);
  expect(anyFilter(read("area=Chicago"))).toBe(true);
});
