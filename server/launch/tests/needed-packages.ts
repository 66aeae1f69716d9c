import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { root } from "../../../tests/support/product";

type Locked = { dependencies?: Record<string, string>; peerDependencies?: Record<string, string> };

/** The folders that npm installs without development, without what is optional and without what the image leaves out. */
export function neededPackages(dockerfile: string): string[] {
  const left = /npm pkg delete (.+?) \\\n/.exec(dockerfile)?.[1]?.split(" ") ?? [];
  expect(left).toContain("devDependencies");
  expect(dockerfile).toContain("npm install --omit=dev --omit=optional");
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  const needed = new Set<string>();
  const visit = (name: string, from: string) => {
    for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1))) {
      const path = `${at === "" ? "" : `${at}/`}node_modules/${name}`;
      const found = packages[path];
      if (found && !needed.has(path)) {
        needed.add(path);
        for (const each of Object.keys(found.dependencies ?? {})) visit(each, path);
      }
      if (found || at === "") return;
    }
  };
  for (const name of Object.keys(packages[""]?.dependencies ?? {}))
    if (!left.includes(`dependencies.${name}`)) visit(name, "");
  return [...needed];
}
