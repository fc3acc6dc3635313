import { createServer, type Server } from "node:http";
import type { World } from "../world.ts";
import type { SandboxControl } from "./control.ts";

export function createControlServer(_world: World, control: SandboxControl): Server {
  return createServer((_request, response) => {
    response.end(JSON.stringify(control.personas()));
  });
}
