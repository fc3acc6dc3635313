import { ask } from "./database.ts";

const shared = "public.read_shared_score, public.read_shared_tie_out";

/** From now on nobody's data can be read, neither by its owner nor by whom it is shared with. */
export async function takeReadingAway(): Promise<void> {
  await ask("revoke authenticated from lite_api");
  await ask(`revoke execute on function ${shared} from service_role`);
}

/** Data can be read as ever, also when it could all along. */
export async function giveReadingBack(): Promise<void> {
  await ask("grant authenticated to lite_api");
  await ask(`grant execute on function ${shared} to service_role`);
}
