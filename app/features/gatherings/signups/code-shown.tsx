import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Message } from "~/ui/message";

/** How a code is read out and typed: in fours. */
const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, "$1-");

/** What somebody who has signed up takes along: whether they come or wait, and the code that changes it. */
export function CodeShown({ code, state }: { code: string; state: "coming" | "waiting" | "cancelled" }) {
  const t = useTranslations("signups");
  return (
    <div className="grid gap-6">
      <Message kind={state === "coming" ? "success" : "warning"} live title={t(`state.${state}`)}>
        {state === "waiting" ? <p>{t("waitingText")}</p> : null}
      </Message>
      <div>
        <h2 className="font-semibold">{t("code")}</h2>
        <p className="mt-1 text-2xl font-bold tracking-wide" translate="no">
          {grouped(code)}
        </p>
        <p className="mt-1 max-w-measure text-soft">{t("codeKept")}</p>
        <p className="mt-3">
          <Link to={`/signups/${code}`} className="link inline-flex min-h-11 items-center font-medium">
            {t("toSignup")}
          </Link>
        </p>
      </div>
    </div>
  );
}
