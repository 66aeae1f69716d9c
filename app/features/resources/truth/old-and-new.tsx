import { useTranslations } from "use-intl";
import { FactValue } from "./fact-value";

type OldAndNewProps = { field: string; now: unknown; value: unknown };

/** What a fact says now and what it should say, side by side; below one another where there is no room. */
export function OldAndNew({ field, now, value }: OldAndNewProps) {
  const t = useTranslations("truth");
  return (
    <dl className="grid gap-4 sm:grid-cols-2">
      {[
        { name: t("nowSays"), said: now, style: "border-line" },
        { name: t("shouldSay"), said: value, style: "border-jade" },
      ].map(({ name, said, style }) => (
        <div key={name} className={`min-w-0 border-l-4 pl-3 ${style}`}>
          <dt className="text-sm font-semibold text-soft">{name}</dt>
          <dd className="mt-1">
            <FactValue field={field} value={said} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
