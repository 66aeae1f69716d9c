import { DueTime } from "./due-time";
import type { ItemCard } from "./facts";
import { ItemTitle } from "./item-title";

/** Which item a press is about. */
export function ItemSummary({ item }: { item: ItemCard }) {
  return (
    <div className="mb-6 rounded-md border border-line bg-surface p-4">
      <p className="text-lg font-semibold">
        <ItemTitle item={item} />
      </p>
      <p className="text-soft">
        <DueTime item={item} />
      </p>
    </div>
  );
}
