import type { Sql } from "postgres";

/**
 * Before each request Lite says in ten statements who asks, and waits twice for the answer to each. Here they are sent together,
 * and whatever comes next waits until all have been taken: nothing is asked as anybody whom the database has not become.
 */
export function sendSettingsTogether(driver: Pick<Sql, "reserve">): void {
  const reserve = driver.reserve.bind(driver);
  driver.reserve = async () => {
    const connection = await reserve();
    const ask = connection.unsafe.bind(connection) as Ask;
    const settings: PromiseLike<unknown>[] = [];
    const unsafe = async (text: string, values: unknown[]) => {
      if (SETTING.test(text)) {
        const setting = Promise.resolve(ask(text, values, { prepare: true }));
        setting.catch(() => {});
        settings.push(setting);
        return NO_ROWS;
      }
      const taken = Promise.all(settings.splice(0));
      // What ends a transaction that failed must not fail with it.
      await (text === "rollback" ? taken.catch(() => {}) : taken);
      return ask(text, values);
    };
    return Object.assign(connection, { unsafe });
  };
}

type Ask = (text: string, values: unknown[], options?: { prepare: boolean }) => PromiseLike<unknown>;

const SETTING = /^SELECT set_config\('[a-z.]+', (?:\$1|''), true\)$/;
const NO_ROWS = Object.assign([], { command: "SELECT", count: 0 });
