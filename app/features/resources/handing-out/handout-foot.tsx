import { useTranslations } from "use-intl";
import type { QrPath } from "~/platform/paper/qr-path.server";

type HandoutFootProps = {
  texts: { language: string; scan: string; validity: { text: string; stale: boolean } }[];
  code: { qr: QrPath; url: string } | null;
};

/** Until when the paper is right, and where the latest is. */
export function HandoutFoot({ texts, code }: HandoutFootProps) {
  const t = useTranslations("handingOut");
  return (
    <footer className="mt-[0.75em] flex flex-wrap items-center gap-x-6 gap-y-3 border-t-2 border-ink pt-3">
      {code ? (
        <svg
          role="img"
          aria-label={t("qr")}
          viewBox={`0 0 ${code.qr.size} ${code.qr.size}`}
          className="size-36 shrink-0"
        >
          {/* Dark on light whatever the scheme: many cameras read no other way. */}
          <path fill="#fff" d={`M0 0h${code.qr.size}v${code.qr.size}H0z`} />
          <path fill="#000" d={code.qr.path} shapeRendering="crispEdges" />
        </svg>
      ) : null}
      <div className="min-w-0 flex-1 basis-56">
        {texts.map(({ language, scan, validity }) => (
          <p key={language} lang={language} className="text-lg leading-snug">
            <span className={`font-bold ${validity.stale ? "text-cinnabar" : ""}`}>{validity.text}</span>
            {code ? <span className="text-soft"> {scan}</span> : null}
          </p>
        ))}
        {code ? <p className="mt-1 text-sm break-all text-soft">{code.url}</p> : null}
      </div>
    </footer>
  );
}
