import ChevronDown from "lucide-react/icons/chevron-down";
import Globe from "lucide-react/icons/globe";
import Handshake from "lucide-react/icons/handshake";
import Lock from "lucide-react/icons/lock";
import Users from "lucide-react/icons/users";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export type Audience = "owner" | "named" | "coalition" | "everyone";

const symbols = { owner: Lock, named: Users, coalition: Handshake, everyone: Globe };

const shape =
  "inline-flex items-center gap-1.5 rounded-full border border-line bg-surface px-2.5 py-0.5 text-sm whitespace-nowrap";

/** Who can see this: a symbol and a word, the same everywhere. With children it opens into the list of who sees what. */
export function AudienceChip({ audience, children }: { audience: Audience; children?: ReactNode }) {
  const t = useTranslations("audience");
  const Icon = symbols[audience];
  const content = (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{t("label")}: </span>
      {t(audience)}
    </>
  );

  if (!children) return <span className={shape}>{content}</span>;
  return (
    <details className="group/chip">
      <summary className="inline-flex min-h-11 items-center rounded-md">
        <span className={`${shape} group-hover/chip:border-edge`}>
          {content}
          <ChevronDown aria-hidden className="size-3.5 shrink-0 transition-transform group-open/chip:rotate-180" />
        </span>
      </summary>
      <div className="mt-1 rounded-md border border-line bg-surface p-4">{children}</div>
    </details>
  );
}
