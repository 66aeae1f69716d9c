export type WayIn = {
  /** Sign-in addresses of the demonstration, and the password of all of them. */
  accounts?: string[];
  password?: string | undefined;
  /** Token of the link that creates the first organization. */
  firstLink?: string;
};

/** Prints where Hamkke is, and the way in. */
export function tellAddress(appUrl: string, wayIn: WayIn): void {
  const lines = ["", `Hamkke is ready: ${appUrl}`, ...demonstrationLines(wayIn), ...firstLinkLines(appUrl, wayIn)];
  process.stdout.write(`${lines.join("\n")}\n\nCtrl-C stops it.\n`);
}

/** Prints where the database files went when they could not stay in the data folder. */
export function tellPlace(dataFolder: string, place: string): void {
  if (place === dataFolder) return;
  process.stdout.write(
    `Postgres does not run as root and its own user cannot enter ${dataFolder}; the database files are in ${place}.\n`,
  );
}

function demonstrationLines({ accounts = [], password }: WayIn): string[] {
  if (password === undefined || accounts.length === 0) return [];
  return [
    "",
    "This is the demonstration; nothing in it is real. Sign in as one of",
    ...byOrganization(accounts).map((row) => `  ${row.join("  ")}`),
    `with the password ${password}`,
  ];
}

function firstLinkLines(appUrl: string, { firstLink }: WayIn): string[] {
  if (firstLink === undefined) return [];
  return [
    "",
    "There is no organization yet. This link creates the first one and its admin; it works once, within seven days:",
    `  ${appUrl}/welcome/${firstLink}`,
  ];
}

function byOrganization(accounts: string[]): string[][] {
  const rows = new Map<string, string[]>();
  for (const account of accounts) {
    const domain = account.slice(account.indexOf("@") + 1);
    rows.set(domain, [...(rows.get(domain) ?? []), account]);
  }
  return [...rows.values()];
}
