import { expect, test } from "vitest";
import { visitor } from "../support/member";
import { local } from "./cast";

/** How many wrong passwords each address is asked; with more of them the answer is firmer. */
const tries = Number(process.env.TRIES ?? 8);

test("a wrong password is refused as soon for an address without an account as for one that has one", {
  timeout: 20_000 + tries * 2_000,
}, async () => {
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < tries; round += 1) {
    const pair = [() => timeOf("editor@krcla.example", known), () => timeOf(`nobody-${round}@krcla.example`, unknown)];
    for (const ask of round % 2 === 0 ? pair : pair.reverse()) await ask();
  }
  const [a, b] = [known, unknown].map(median) as [number, number];
  const told = `known ${a.toFixed(1)} ms, unknown ${b.toFixed(1)} ms; apart ${separation(known, unknown).toFixed(3)}`;
  if (process.env.TRIES) process.stdout.write(`${tries} tries each: ${told}\n`);
  expect(Math.abs(a - b), told).toBeLessThan(tries < 100 ? 40 : 5);
});

async function timeOf(email: string, taken: number[]) {
  const began = performance.now();
  const answer = await visitor(local()).post("/sign-in", { email, password: "wrong password" });
  await answer.text();
  taken.push(performance.now() - began);
  expect(answer.status).toBe(422);
}

function median(taken: number[]): number {
  const sorted = [...taken].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}

/** How often a known address is slower than an unknown one: 0.5 where nothing can be told, 0 or 1 where all can. */
function separation(known: number[], unknown: number[]): number {
  const slower = known.flatMap((a) => unknown.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return slower.reduce<number>((sum, each) => sum + each, 0) / slower.length;
}
