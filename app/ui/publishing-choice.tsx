import TriangleAlert from "lucide-react/icons/triangle-alert";
import { Choice } from "~/ui/choice";

type PublishingChoiceProps = { name: string; warning: string; legend: string; confirm: string };

/** Making an address public is a decision of its own: never ticked beforehand. */
export function PublishingChoice({ name, warning, legend, confirm }: PublishingChoiceProps) {
  return (
    <div className="border-l-4 border-cinnabar pl-3">
      <p className="flex max-w-measure gap-2 font-medium">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-cinnabar" />
        {warning}
      </p>
      <Choice
        type="checkbox"
        name={name}
        legend={<span className="sr-only">{legend}</span>}
        options={[{ value: "true", label: confirm }]}
      />
    </div>
  );
}
