import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { languages, messagesOf } from "./i18n/messages.server";
import { useNonce } from "./platform/nonce";
import { isOpenToSearch } from "./platform/open-to-search";
import { useScriptsNeeded } from "./platform/scripts-needed";
import { fontLinks } from "./ui/font-links";
import { RouteError } from "./ui/route-error";
import { ShellFooter } from "./ui/shell-footer";
import { ShellHeader } from "./ui/shell-header";
import styles from "./ui/tailwind.css?url";

export const links: LinksFunction = () => [
  ...fontLinks,
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** What every page needs to know of its reader. */
export async function loader({ context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { name: site, ui } = messagesOf(context.locale);
  return {
    site,
    lost: ui.notFoundTitle,
    demonstration: context.demonstration,
    languages: languages(),
    viewer: viewer && {
      name: viewer.person.display_name,
      time_zone: viewer.person.time_zone,
      organizations: viewer.organizations.map(({ slug, display_name, short_name, korean_name, color }) => ({
        slug,
        display_name,
        short_name,
        korean_name,
        color,
      })),
    },
  };
}

/** The frame of every page, the error page included. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const locale = useLocale();
  const t = useTranslations("shell");
  const shell = useRouteLoaderData<typeof loader>("root");
  const scripts = useScriptsNeeded(shell?.viewer === null);

  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {isOpenToSearch(useMatches().at(-1)?.data) ? null : <meta name="robots" content="noindex" />}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171816" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:rounded-md focus:bg-surface focus:px-4 focus:py-3"
        >
          {t("skip")}
        </a>
        <ShellHeader viewer={shell?.viewer ?? null} languages={shell?.languages ?? []} />
        {children}
        <ShellFooter demonstration={shell?.demonstration ?? false} />
        {scripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  );
}

export { pageMeta as meta } from "./platform/page-meta";

export default function App() {
  return <Outlet />;
}

export { RouteError as ErrorBoundary };
