/** The words of the directory that the browser, the server and the database share. */

export const states = ["draft", "active", "paused", "closed"] as const;

export const costs = ["unknown", "free", "sliding", "paid"] as const;

/** Who gives legal help. */
export const credentials = ["attorney", "doj_accredited", "none"] as const;

/** How long a text may be, in characters, once line breaks are counted as one. */
export const limits = {
  name: 160,
  description: 4000,
  paragraph: 1000,
  costNote: 500,
  line: 160,
  address: 160,
  city: 80,
  link: 500,
  phones: 200,
  areas: 2000,
  notes: 4000,
  hours: 1000,
} as const;
