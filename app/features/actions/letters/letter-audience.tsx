import { useTranslations } from "use-intl";
import { AudienceChip } from "~/ui/audience-chip";
import type { Letter } from "./facts";

/** Who reads a letter now, and who will once it is final. */
export function LetterAudience({ letter }: { letter: Pick<Letter, "audience" | "is_final"> }) {
  const t = useTranslations("letters");
  const opensLater = letter.audience === "everyone" && !letter.is_final;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <AudienceChip audience={opensLater ? "coalition" : letter.audience} />
      {opensLater ? <span className="text-sm">{t("audienceEveryone")}</span> : null}
    </span>
  );
}
