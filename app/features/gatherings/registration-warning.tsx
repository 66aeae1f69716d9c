import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useTranslations } from "use-intl";
import { Message } from "~/ui/message";

/** Stands, in both languages, wherever a registration drive does: whoever signs wrongly can lose everything. */
export function RegistrationWarning({ compact = false }: { compact?: boolean }) {
  const t = useTranslations("gatherings");
  const sentences = (
    <>
      <p lang="ko">
        유권자 등록은 미국 시민권자만 할 수 있습니다. 시민권자가 아니거나 확실하지 않으면 서명하지 말고 먼저 변호사와
        상담하세요.
      </p>
      <p lang="en" className="mt-1">
        Only U.S. citizens may register to vote. Not a citizen, or unsure? Do not sign; ask a lawyer first.
      </p>
    </>
  );
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
