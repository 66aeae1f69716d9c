/** `213-555-0100`, or a number of elsewhere as it is, with the digits to press when somebody answers. */
export function phoneShown({ number, extension = "" }: { number: string; extension?: string | undefined }): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  const shown = american ? american.slice(1).join("-") : number;
  return extension ? `${shown} #${extension}` : shown;
}
