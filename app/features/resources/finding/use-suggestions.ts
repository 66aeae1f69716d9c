import { useEffect, useRef, useState } from "react";
import type { Suggested } from "./found";

const PAUSE = 200;

/** What may be meant, a moment after the last letter. Of two answers the later question's stays; without a connection none. */
export function useSuggestions(typed: string): Suggested | undefined {
  const [answer, setAnswer] = useState<{ typed: string; suggested: Suggested }>();
  const first = useRef(typed);

  useEffect(() => {
    if (typed.trim() === "" || typed === first.current) return;
    first.current = "";
    const asking = new AbortController();
    const waiting = setTimeout(async () => {
      const address = `/resources/suggestions?q=${encodeURIComponent(typed)}`;
      const response = await fetch(address, { signal: asking.signal }).catch(() => undefined);
      const suggested = response?.ok ? await response.json().catch(() => undefined) : undefined;
      if (suggested && !asking.signal.aborted) setAnswer({ typed, suggested });
    }, PAUSE);
    return () => {
      clearTimeout(waiting);
      asking.abort();
    };
  }, [typed]);

  return typed.trim() === "" ? undefined : answer?.suggested;
}
