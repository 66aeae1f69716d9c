import { useEffect } from "react";

/** Lets this one page open again without a connection. Signing out takes that away with everything else. */
export function useOfflinePage(): void {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    navigator.serviceWorker
      .register("/tally-worker.js", { scope: location.pathname })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => active?.postMessage({ keep: [location.pathname, ...loadedFiles()] }))
      .catch(() => {});
  }, []);
}

/** The scripts, styles and fonts that the page stands on. */
function loadedFiles(): string[] {
  return performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/assets/"))
    .map(({ pathname }) => pathname);
}
