import { createHash } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/i18n/locales";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { caughtRefusal, type Problem, refusal } from "~/platform/refusal";
import { feedSchema, sameFeedSchema } from "./feed";
import type { FeedSetting } from "./pen.server";
import { writeFeed } from "./write-feed.server";
import { keepWritten, writtenFeed } from "./written-feeds.server";

type Asked = Pick<LoaderFunctionArgs, "request" | "context">;

export type Served = Pick<FeedSetting, "warningsOf"> & {
  /** What the feed holds, or its version alone where that is the known one; null where there is none. */
  read(known: string | undefined): Promise<unknown>;
  /** What a browser calls the file, without its ending. */
  name: string;
  /** The page that shows the same. */
  page?: string;
  /** Who may keep it, and for how long. */
  kept: "private, no-cache" | "public, max-age=300";
  /** Whether it is read again and again, at an address that may be told. */
  isSource?: boolean;
};

/** Answers a feed: 304 to a program that has it already, and in plain words where there is none. */
export async function answerFeed(asked: Asked, serve: () => Served): Promise<Response> {
  try {
    return await answer(asked, serve());
  } catch (thrown) {
    const caught = caughtRefusal(thrown);
    if (!caught) throw thrown;
    return inWords(caught.problem, caught.status, asked);
  }
}

async function answer({ request, context }: Asked, served: Served): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const asked = findLocale(searchParams.get("lang"));
  const today = context.now.toISOString().slice(0, 10);
  // What a feed says depends on the day, the language and the words of this build as well.
  const suffix = `${today}.${context.locale}.${import.meta.env.FEEDS_AS_BUILT}`;
  const tags = tagsIn(request.headers.get("if-none-match"));
  const known = tags.find((tag) => tag.endsWith(`.${suffix}`))?.slice(0, -suffix.length - 1);
  const key = `${pathname} ${asked ?? ""} ${suffix}`;
  const isOpen = served.kept !== "private, no-cache";
  const before = isOpen ? writtenFeed(key) : undefined;

  const found = await served.read(known ?? before?.version);
  if (!found) throw refusal({ key: "not_found" }, 404);
  const same = sameFeedSchema.safeParse(found);
  if (known !== undefined && same.data?.version === known) return unchanged(`${known}.${suffix}`);
  if (before && same.data?.version === before.version) return whole(before.body, `${before.version}.${suffix}`);

  const feed = feedSchema.parse(found);
  const site = env().APP_URL.replace(/\/$/, "");
  const body = writeFeed(feed, {
    ...{ site, today, warningsOf: served.warningsOf, demonstration: context.demonstration },
    locale: asked ?? findLocale(feed.language) ?? context.locale,
    ...(served.page ? { page: `${site}${served.page}` } : {}),
    ...(served.isSource ? { source: `${site}${pathname}${asked ? `?lang=${asked}` : ""}` } : {}),
  });
  if (feed.version && isOpen) keepWritten(key, feed.version, body);
  const tag = feed.version ? `${feed.version}.${suffix}` : createHash("sha256").update(body).digest("hex").slice(0, 32);
  return tags.includes(tag) ? unchanged(tag) : whole(body, tag);

  function whole(text: string, tag: string): Response {
    context.keep(served.kept);
    return new Response(text, {
      headers: {
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": `inline; filename="${served.name}.ics"`,
        ETag: weak(tag),
      },
    });
  }

  function unchanged(tag: string): Response {
    context.keep(served.kept);
    return new Response(null, { status: 304, headers: { ETag: weak(tag) } });
  }
}

/** Weak: two feeds of one version mean the same, though a series may be written in another way. */
const weak = (tag: string) => `W/"${tag}"`;

function tagsIn(header: string | null): string[] {
  return [...(header ?? "").slice(0, 2000).matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? "");
}

function inWords({ key, values }: Problem, status: number, { context }: Asked): Response {
  const t = translatorFor(context.locale);
  const sentence = t(`problem.${key}`, values as never);
  return new Response(`${sentence}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
