/** A stored number as people write it: `213-555-0110` in the United States, else with the country in front. */
export function formatPhone(number: string): string {
  const [, area, office, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area ? `${area}-${office}-${line}` : number;
}
