import { useTranslations } from "use-intl";

/** The foot of every page and print; in demonstration mode it says what this is not. */
export function ShellFooter({ demonstration }: { demonstration: boolean }) {
  const t = useTranslations();
  return (
    <footer className="border-t border-line">
      <div className="page-width py-6 text-sm print:py-2 text-soft">
        {demonstration ? (
          <>
            <p className="max-w-measure font-medium text-ink">{t("shell.demonstration")}</p>
            <p data-screen-only>
              <a href="/mailbox" className="link inline-flex min-h-11 items-center">
                {t("shell.mailbox")}
              </a>
            </p>
          </>
        ) : null}
        <p data-screen-only className={demonstration ? "mt-2" : undefined}>
          {t("name")}
        </p>
      </div>
    </footer>
  );
}
