import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "use-intl";
import { registrationPassages } from "~/platform/registration-sentences";
import { Message } from "~/ui/message";

/** Stands, in every language, wherever a registration drive does: whoever signs wrongly can lose everything. */
export function RegistrationWarning({ compact = false }: { compact?: boolean }) {
  const t = useTranslations("gatherings");
  const sentences = registrationPassages().map(({ lang, text }) => (
    <p key={lang} lang={lang} className="not-first:mt-1">
      {text}
    </p>
  ));
  if (compact) {
    return (
      <div className="mt-2 flex max-w-measure gap-2 border-l-4 border-cinnabar pl-3 text-sm">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-cinnabar" />
        <div>{sentences}</div>
      </div>
    );
  }
  return (
    <Message kind="danger" title={t("warningTitle")}>
      {sentences}
    </Message>
  );
}
