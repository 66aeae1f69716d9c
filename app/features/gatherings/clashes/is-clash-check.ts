/** Whether an action only looked at a time, so that nothing on the page has changed. */
export function isClashCheck(formAction: string | undefined): boolean {
  return /\/clashes$/.test(formAction ?? "");
}
