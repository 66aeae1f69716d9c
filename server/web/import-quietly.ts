/** Imports a module without the one warning that is known; every other warning is heard. */
export async function importQuietly<Module>(load: () => Promise<Module>, known: RegExp): Promise<Module> {
  const { warn } = console;
  console.warn = (...said: unknown[]) => {
    if (typeof said[0] !== "string" || !known.test(said[0])) warn(...said);
  };
  try {
    return await load();
  } finally {
    console.warn = warn;
  }
}
