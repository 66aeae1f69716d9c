import { liftLimits } from "../support/limits";
import { startProduct } from "../support/product";

/** One product for all journeys; its workers find it in the environment. */
export default async function setup() {
  const product = await startProduct();
  await liftLimits(product.local);
  process.env.HAMKKE_JOURNEYS = JSON.stringify(product.local);
  return product.stop;
}
