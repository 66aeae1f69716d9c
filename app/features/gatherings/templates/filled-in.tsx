import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { Message } from "~/ui/message";
import type { Pattern } from "../card";

type FilledInProps = { like: Pattern | null; template: { name: string } | undefined };

/** Says what the form of a new gathering was filled in from, and what is left to do. */
export function FilledIn({ like, template }: FilledInProps) {
  const t = useTranslations("templates");
  const locale = useLocale();
  if (!like) return null;
  if (template) return <Message title={t("templateTitle", { name: template.name })}>{t("templateText")}</Message>;
  return <Message title={t("likeTitle", { name: pickText(like.title, locale).text })}>{t("likeText")}</Message>;
}
