import { useNavigate } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { Button } from "~/ui/button";
import { addressOf } from "./question";
import { useSuggestions } from "./use-suggestions";

/** The one box. While somebody types it offers needs and names; without JavaScript it is a box and a button. */
export function SearchBox({ typed }: { typed: string }) {
  const t = useTranslations("finding");
  const locale = useLocale();
  const navigate = useNavigate();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(typed);
  const [chosen, setChosen] = useState(-1);
  const [closed, setClosed] = useState(true);
  const suggested = useSuggestions(value);
  // What was typed before the scripts came counts.
  useEffect(() => {
    setValue(box.current?.value ?? "");
    setClosed(box.current !== document.activeElement);
  }, []);
  const options = [
    ...(suggested?.needs ?? []).map((need) => ({
      to: addressOf({ need: need.id }),
      name: need.name,
      kind: t("aNeed"),
    })),
    ...(suggested?.services ?? []).map((service) => ({ to: `/resources/${service.id}`, name: service.name, kind: "" })),
  ];
  const open = !closed && options.length > 0;

  function press(event: KeyboardEvent<HTMLInputElement>) {
    // Enter and arrows that end or move within a syllable being composed belong to it; the next ones are ours.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") setClosed(true);
    if (!open) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen((now) => ((now + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    }
    const option = options[chosen];
    if (event.key === "Enter" && option) {
      event.preventDefault();
      setClosed(true);
      navigate(option.to);
    }
  }

  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t("box")}
      </label>
      <div className="flex gap-2">
        <input
          ref={box}
          id={id}
          {...{ name: "q", type: "search", enterKeyHint: "search", autoComplete: "off", maxLength: 120 }}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && chosen >= 0 ? `${id}-${chosen}` : undefined}
          defaultValue={typed}
          placeholder={t("example")}
          onChange={(event) => {
            setValue(event.target.value);
            setClosed(false);
            setChosen(-1);
          }}
          onKeyDown={press}
          onBlur={() => setClosed(true)}
          className="control min-w-0 flex-1 text-lg"
        />
        <Button>
          <Search aria-hidden className="size-5" />
          {t("find")}
        </Button>
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("suggestions")}
        hidden={!open}
        className="absolute inset-x-0 z-10 mt-1 rounded-md border border-edge bg-surface py-1 shadow-lg"
      >
        {options.map(({ to, name, kind }, place) => {
          const { text, lang } = pickText(name, locale);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the box
            <div
              key={to}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === chosen}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                setClosed(true);
                navigate(to);
              }}
              className="flex min-h-11 cursor-pointer items-center justify-between gap-4 px-4 py-2 hover:bg-sunken aria-selected:bg-sunken"
            >
              <span lang={lang === locale ? undefined : lang}>{text}</span>
              {kind ? <span className="shrink-0 text-sm text-soft">{kind}</span> : null}
            </div>
          );
        })}
      </div>
    </div>
  );
}
