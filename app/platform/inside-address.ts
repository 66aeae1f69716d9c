/**
 * Whether what is said to this address in plain HTTP stays inside: on this machine, or under a name without a dot, as the
 * containers of one network give each other. Anything else is asked by https, since every request carries somebody's token.
 */
export function isInsideAddress(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(?:[^.:]+|\[::1\]|127(?:\.\d{1,3}){3})$/.test(hostname);
}
