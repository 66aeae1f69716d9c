import MapPin from "lucide-react/icons/map-pin";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";
import type { Spot } from "./distance";

type NearestButtonProps = { found: (spot: Spot) => void; sorted: boolean };

/** Asks the browser where it is. The answer stays in this page: it is sent nowhere and kept nowhere. */
export function NearestButton({ found, sorted }: NearestButtonProps) {
  const t = useTranslations("finding");
  // Most browsers can: the button is there from the first paint on, so that nothing jumps.
  const [able, setAble] = useState(true);
  const [refused, setRefused] = useState(false);
  useEffect(() => setAble("geolocation" in navigator), []);
  if (!able) return null;

  return (
    <div className="hidden text-sm [@media(scripting:enabled)]:block">
      <button
        type="button"
        className={buttonStyle("quiet")}
        onClick={() =>
          navigator.geolocation.getCurrentPosition(
            ({ coords: { latitude, longitude } }) => {
              setRefused(false);
              found({ latitude, longitude });
            },
            () => setRefused(true),
          )
        }
      >
        <MapPin aria-hidden className="size-4" />
        {t("nearest")}
      </button>
      <p role="status" className="mt-1 text-soft">
        {refused ? t("nearestRefused") : sorted ? t("nearestSorted") : t("nearestHint")}
      </p>
    </div>
  );
}
