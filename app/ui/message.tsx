import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";

export type MessageKind = "notice" | "success" | "warning" | "danger";

const looks = {
  notice: { Icon: Info, style: "border-edge bg-sunken", ink: "text-soft" },
  success: { Icon: CircleCheck, style: "border-jade bg-jade-wash", ink: "text-jade" },
  warning: { Icon: TriangleAlert, style: "border-ochre bg-ochre-wash", ink: "text-ochre" },
  danger: { Icon: TriangleAlert, style: "border-cinnabar bg-cinnabar-wash", ink: "text-cinnabar" },
};

/** Something the page has to say about itself. What was just done is read out politely (`live`); the rest is read in place. */
export function Message({
  kind = "notice",
  title,
  live = false,
  children,
}: {
  kind?: MessageKind;
  title?: ReactNode;
  live?: boolean;
  children?: ReactNode;
}) {
  const { Icon, style, ink } = looks[kind];
  return (
    <div role={live ? "status" : undefined} className={`flex gap-3 rounded-md border-l-4 px-4 py-3 ${style}`}>
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${ink}`} />
      <div className="min-w-0 max-w-measure">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
