/** How long what is typed about a letter may be. Apart from its schema, which browsers never load. */
export const limits = { title: 200, body: 20_000, name: 120 } as const;
