/* Stands in for engine.io's list of transports: our sockets are websockets from the start. */
import { WS } from "$/node_modules/engine.io-client/build/esm/transports/websocket.js";

export const transports = { websocket: WS };
