// Lets the page that counts who comes in open without a connection. Its scope is that one page: it keeps the page, which
// holds a title and a number, and the files it stands on, and nothing else. Signing out clears it (Clear-Site-Data).
const KEPT = "hamkke tally";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(keep(event.data?.keep ?? [])));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || new URL(event.request.url).origin !== location.origin) return;
  event.respondWith(event.request.mode === "navigate" ? newest(event.request) : kept(event.request));
});

async function keep(paths) {
  const cache = await caches.open(KEPT);
  await Promise.all(
    paths.map(async (path) => {
      const answer = await fetch(path);
      if (answer.ok && !answer.redirected) await cache.put(path, answer);
    }),
  );
}

async function newest(request) {
  const { pathname } = new URL(request.url);
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && `${registration.scope}` === new URL(pathname, location).href) {
      await cache.put(pathname, answer.clone());
    }
    return answer;
  } catch (offline) {
    const page = await cache.match(pathname);
    if (page) return page;
    throw offline;
  }
}

async function kept(request) {
  const found = await caches.match(new URL(request.url).pathname);
  return found ?? fetch(request);
}
