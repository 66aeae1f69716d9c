import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "./button-style";
import { Hint } from "./hint";

type CopyTextProps = {
  label: string;
  hint: string;
  text: string;
  lang: string;
  rows?: number;
  /** What is copied, where it is not a text. */
  isLink?: boolean;
};

/** A text to take along: to select by hand or, with JavaScript, to copy with one press. */
export function CopyText({ label, hint, text, lang, rows = 12, isLink = false }: CopyTextProps) {
  const t = useTranslations("ui");
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState<{ text: string; how: "copied" | "selected" }>();
  const told = done?.text === text ? done.how : undefined;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setDone({ text, how: "copied" });
    } catch {
      area.current?.focus();
      area.current?.select();
      setDone({ text, how: "selected" });
    }
  }

  return (
    <div data-screen-only className="grid max-w-[42rem] gap-3">
      <div>
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        <Hint id={id}>{hint}</Hint>
        <textarea
          ref={area}
          key={text}
          id={id}
          readOnly
          rows={rows}
          lang={lang}
          defaultValue={text}
          aria-describedby={`${id}-hint`}
          className="control leading-normal"
        />
      </div>
      <div className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 noscript:hidden">
        <button type="button" onClick={copy} className={buttonStyle("primary")}>
          {t(isLink ? "copyLink" : "copy")}
        </button>
        <p role="status" className="font-medium text-jade">
          {told ? t(told) : null}
        </p>
      </div>
    </div>
  );
}
