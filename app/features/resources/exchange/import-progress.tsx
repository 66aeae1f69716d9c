import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import type { ServiceImport } from "./import-page";

const pauseMs = 1500;

/** How far the worker is. Looks again by itself; without a script the browser does. */
export function ImportProgress({ progress, page }: Pick<ServiceImport, "progress"> & { page: string }) {
  const t = useTranslations("exchange");
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, pauseMs);
    return () => clearTimeout(timer);
  }, [state, revalidate]);

  return (
    <div className="grid gap-4">
      <p role="status" className="text-lg">
        {progress ? t("progress", progress) : t("stillWaiting")}
      </p>
      <progress
        className="h-3 w-full accent-jade"
        max={progress?.of ?? 1}
        value={progress?.done ?? 0}
        aria-label={progress ? t("progress", progress) : t("stillWaiting")}
      />
      <p className="max-w-measure text-soft">{t("waitingText")}</p>
      <div>
        <LinkButton to={page} variant="quiet">
          {t("look")}
        </LinkButton>
      </div>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
    </div>
  );
}
