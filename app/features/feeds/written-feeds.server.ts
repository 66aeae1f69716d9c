/** So many feeds that are open to everyone stay written, each as its newest version. */
const most = 20;

const written = new Map<string, { version: string; body: string }>();

/** An open feed as it was last written. Whoever asks still asks the database first whether that version is theirs. */
export function writtenFeed(key: string): { version: string; body: string } | undefined {
  return written.get(key);
}

/** Keeps an open feed until others are asked for more lately. */
export function keepWritten(key: string, version: string, body: string): void {
  written.delete(key);
  written.set(key, { version, body });
  const [oldest] = written.keys();
  if (written.size > most && oldest !== undefined) written.delete(oldest);
}
