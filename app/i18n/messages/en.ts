/** Every sentence of the product in English. The other languages have the same keys; the compiler checks it. */
const messages = {
  name: "Hamkke",
  problem: {
    required: "Fill this in.",
  },
} as const;

export default messages;
