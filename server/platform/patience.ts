/** How long the server waits for a client that sends or reads slowly, in milliseconds. Tests put shorter ones in its place. */
export interface Patience {
  /** For the whole of a request's headers, from the moment of the connection or of the first byte. */
  readonly headersMs: number
  /** For the whole of a request. */
  readonly requestMs: number
  /** How often requests are looked at that take too long: one may live so much longer. */
  readonly checkMs: number
  /** For the next byte, either way, of a request that is under way: who does not read the answer is gone. */
  readonly silenceMs: number
  /** For the next request on a connection. */
  readonly keepAliveMs: number
  /** For the first frame of a live connection. */
  readonly helloMs: number
  /** Between two pings; one that has not answered the last is gone. */
  readonly beatMs: number
  /** For the other side to hang up after goodbye. */
  readonly goodbyeMs: number
}

export const DEFAULT_PATIENCE: Patience = {
  headersMs: 10_000,
  requestMs: 20_000,
  checkMs: 2_000,
  silenceMs: 30_000,
  keepAliveMs: 65_000,
  helloMs: 5_000,
  beatMs: 25_000,
  goodbyeMs: 3_000,
}
