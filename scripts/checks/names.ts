import type { SourceFile } from "./tree";

/** Files, folders and exports named after no particular thing. */
export function findNamelessNames(files: SourceFile[]): string[] {
  return files
    .filter((file) => source.test(file.path))
    .flatMap((file) => [...nameFaultsOfPath(file.path), ...nameFaultsOfExports(file)]);
}

const source = /^(app|server|worker|supabase|scripts|tests|bench)\/.*\.(ts|tsx|js|mjs|css|sql)$/;
const nameless = new Set(["util", "utils", "helper", "helpers", "misc", "manager", "info", "v2"]);
/** As a file's or folder's name these are a drawer; within a name they may say what a thing is. */
const drawers = new Set([...nameless, "common"]);
/** In the directory a service is a thing, as HSDS (Human Services Data Specification) calls it; elsewhere it is a drawer. */
const bareService = /(?:^|\/|-)(services?)(?:\.|\/)/;
const exported =
  /^export (?:default )?(?:async )?(?:const|let|function\*?|class|type|interface|enum) ([A-Za-z_$][\w$]*)/gm;
const kebab = /^\.?[a-z0-9$_]+(-[a-z0-9$]+)*(\.[a-z0-9$-]+)*$/;

function nameFaultsOfPath(path: string): string[] {
  const words = path.split(/[/._-]/).map((word) => word.toLowerCase());
  const word =
    words.find((each) => drawers.has(each)) ?? (isOfDirectory(path) ? undefined : bareService.exec(path)?.[1]);
  const faults = word ? [`${path}: “${word}” names nothing`] : [];
  const crooked = path.split("/").find((segment) => !kebab.test(segment));
  return crooked ? [...faults, `${path}: “${crooked}” is not kebab-case`] : faults;
}

const isOfDirectory = (path: string) =>
  /\/resources\/|\/(exchanged|demonstration|hsds|made|kept|send|many)-services?\.|\/service-/.test(path);

function nameFaultsOfExports({ path, text }: SourceFile): string[] {
  return [...text.matchAll(exported)]
    .map((match) => match[1] ?? "")
    .filter((name) => wordsOf(name).some((word) => nameless.has(word)))
    .map((name) => `${path}: the export “${name}” is named after no particular thing`);
}

const wordsOf = (name: string) => name.split(/(?=[A-Z])|_|(?<=\D)(?=\d)/).map((word) => word.toLowerCase());
