/** The twelve hues an organization chooses from; tokens.css gives each a value in both schemes. */
export const hues = [
  "jade",
  "pine",
  "moss",
  "ochre",
  "amber",
  "rust",
  "rose",
  "plum",
  "violet",
  "indigo",
  "sky",
  "slate",
] as const;
