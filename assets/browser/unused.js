/* Stands in for what the framework, its router and its sockets bring along and no screen of ours uses. */

/** Cookies that the framework would keep for a state: ours are the server's. */
export default class Cookies {
  get() {}

  set() {}

  remove() {}
}

/** What an element is given while it is drawn, by another that wraps it. */
export const mergician = (given, own) => ({ ...given, ...own });

/** Files that are sent by the framework's own way: ours go by a form. */
export const uploadFiles = undefined;

/** Light and dark, told to components: our styles know it from the page alone. */
export const ThemeProvider = ({ children }) => children;

/** Sockets that poll. */
export const XHR = undefined;

/** What is not text, sent over a socket. */
export const isBinary = () => false;
export const hasBinary = () => false;
export const deconstructPacket = undefined;
export const reconstructPacket = undefined;
export const decode = undefined;

/** The router measured from outside. */
export const consumeInstrumentationClientResultMetaReceiver = () => undefined;
export const getRouteInstrumentationUpdates = undefined;
export const instrumentClientSideRouter = undefined;

/** Pages that a browser learns of while it goes on: ours know them all. */
export const isFogOfWarEnabled = () => false;
export const getPatchRoutesOnNavigationFunction = () => undefined;
export const useFogOFWarDiscovery = () => undefined;
export const getPartialManifest = undefined;

/** What a page would ask its server for before it is drawn: ours ask for nothing. */
export const SingleFetchRedirectSymbol = Symbol("SingleFetchRedirect");
export const getTurboStreamSingleFetchDataStrategy = () => undefined;
export const decodeViaTurboStream = async () => ({ value: { loaderData: {}, actionData: null, errors: null } });
