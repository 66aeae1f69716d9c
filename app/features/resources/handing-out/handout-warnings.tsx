import TriangleAlert from "lucide-react/icons/triangle-alert";

/** What can cost whoever reads it everything, framed, in both languages. */
export function HandoutWarnings({ warnings }: { warnings: { text: string; lang: string }[] }) {
  if (warnings.length === 0) return null;
  return (
    <div className="mt-[0.75em] flex gap-3 border-2 border-cinnabar p-2 text-[0.8em] leading-snug font-semibold">
      <TriangleAlert aria-hidden className="mt-0.5 size-6 shrink-0 text-cinnabar" />
      <div className="grid gap-1">
        {warnings.map(({ lang, text }) => (
          <p key={text} lang={lang}>
            {text}
          </p>
        ))}
      </div>
    </div>
  );
}
