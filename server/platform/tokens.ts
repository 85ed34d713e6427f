/** What is injected by token, since it is a type and no class. */
export const ENV = Symbol('Env')
export const LOG = Symbol('Log')
export const CLOCK = Symbol('Clock')
export const PATIENCE = Symbol('Patience')
