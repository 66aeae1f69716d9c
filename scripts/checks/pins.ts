/** The parts of package.json and package-lock.json this check reads. */
export type Manifest = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  overrides?: Record<string, unknown>;
};
export type Lock = { packages: Record<string, Manifest & { version?: string }> };

/** Dependencies that are not pinned to one exact version, or that the lock holds differently. */
export function findLoosePins(manifest: Manifest, lock: Lock): string[] {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  const locked = { ...lock.packages[""]?.dependencies, ...lock.packages[""]?.devDependencies };
  return [
    ...Object.entries(wanted).flatMap(([name, version]) => {
      if (!exact.test(version)) return [`${name}: “${version}” is not one exact version`];
      if (locked[name] !== version)
        return [`${name}: the lock was made for ${locked[name] ?? "nothing"}, not ${version}`];
      const installed = lock.packages[`node_modules/${name}`]?.version;
      return installed === version ? [] : [`${name}: the lock holds ${installed ?? "nothing"}, not ${version}`];
    }),
    ...Object.keys(locked)
      .filter((name) => !(name in wanted))
      .map((name) => `${name}: only the lock asks for it`),
    ...looseOverrides(manifest.overrides ?? {}),
  ];
}

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function looseOverrides(overrides: Record<string, unknown>): string[] {
  return Object.entries(overrides).flatMap(([name, version]) => {
    if (typeof version === "object" && version !== null) return looseOverrides(version as Record<string, unknown>);
    return typeof version === "string" && (exact.test(version) || version.startsWith("$"))
      ? []
      : [`override ${name}: “${version}” is not exact`];
  });
}
