import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Message } from "~/ui/message";

type CodeShownProps = { code: string; back: string; member: boolean };

/** What somebody who suggested a change takes along: a code, or for a member of an organization a word where to look. */
export function CodeShown({ code, back, member }: CodeShownProps) {
  const t = useTranslations("truth");
  const grouped = code.replace(/(.{4})(?=.)/g, "$1-");
  return (
    <div className="grid gap-6">
      <Message kind="success" live title={t("sent")}>
        <p>{member ? t("sentMember") : t("sentCode")}</p>
      </Message>
      {member ? null : (
        <p className="text-2xl font-bold tracking-wide" translate="no">
          {grouped}
        </p>
      )}
      <p className="flex flex-wrap gap-x-6">
        {member ? null : (
          <Link to={`/suggestions/${code}`} className="link inline-flex min-h-11 items-center font-medium">
            {t("toSuggestion")}
          </Link>
        )}
        <Link to={back} className="link inline-flex min-h-11 items-center font-medium">
          {t("backToService")}
        </Link>
      </p>
    </div>
  );
}
